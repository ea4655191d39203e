/** Which test files `npm test -- words` means: those whose path below `tests/` has one of the words. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Paths from the project's folder, of one suite. @type {(root: string, suite: string, words: readonly string[]) => string[]} */
export function suiteFiles(root, suite, words) {
  return readdirSync(join(root, 'tests', suite), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => ['tests', suite, ...name.split(/[\\/]/)].join('/'))
    .filter((file) => words.length === 0 || words.some((word) => file.slice('tests/'.length).includes(word)))
    .toSorted();
}
