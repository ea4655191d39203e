/**
 * Which test files need modules and globals of their own: those that replace what others import, or change, measure or read what all
 * files in a process share. All others share a process and what it has loaded, which spares loading the same code again for each.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { suiteFiles } from './suite-files.mjs';

/**
 * Mocks, spies, fake clocks and globals (of vitest, all but a function that counts its calls); the language's and the system's own; the
 * memory and the flags of the whole process. And builds: in a process of Vitest's that has made one, code isn't compiled any more, and
 * 2,000 hashes take 240 ms instead of 10.
 */
const shared =
  /\bvi\.(?!fn\b)\w+|\bglobalThis\b|\.prototype\b|\bprocess\.(?:chdir|umask|memoryUsage|on|once)\b|\bprocess\.env(?:\.\w+|\[[^\]]*\]) = |\bObject\.defineProperty\(process\b|\bnode:v8\b|\bimport \{[^}]*\} from 'vite'|\bPROOF_SUMMARY\b/;

const imported = /(?:\bfrom|\bimport\(?)\s*'(\.[^'\n]+)'/g;

/** Whether a text, by itself, needs what only its own process has. */
export function needsOwnProcess(/** @type {string} */ text) {
  return shared.test(text);
}

/** The files of a suite that do, themselves or by a fixture that they import. @type {(root: string, suite: string) => string[]} */
export function filesAlone(root, suite) {
  /** @type {Map<string, boolean>} */
  const known = new Map();
  /** @type {(file: string) => boolean} */
  const isAlone = (file) => {
    const before = known.get(file);
    if (before !== undefined) return before;
    // For files that import each other.
    known.set(file, false);
    const text = readFileSync(join(root, file), 'utf8');
    const fixtures = [...text.matchAll(imported)]
      .map(([, path = '']) => relative(root, join(root, dirname(file), path)))
      .filter((path) => /^tests\/.*\.[mc]?[jt]s$/.test(path) && existsSync(join(root, path)));
    const alone = needsOwnProcess(text) || fixtures.some(isAlone);
    known.set(file, alone);
    return alone;
  };
  return suiteFiles(root, suite, []).filter(isAlone);
}
