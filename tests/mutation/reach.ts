/** Which test files run which block of code, and how long each takes: found once, and again for tests that have changed. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { suiteFiles } from '../suite-files.mjs';
import { filesOf } from './folders.ts';

export interface Reached {
  readonly test: string;
  readonly tookMs: number;
  readonly blocks: readonly string[];
}

interface Kept {
  readonly code: string;
  readonly tests: Record<string, Reached & { readonly hash: string }>;
}

export type Suite = 'unit' | 'component';

const hashOf = (root: string, files: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
};

/** `scratch` is where tests run, `keptIn` the file that remembers the outcome. */
export function findReach(suite: Suite, scratch: string, keptIn: string): readonly Reached[] {
  const code = hashOf(
    scratch,
    ['src', 'firmware-sim'].flatMap((folder) => filesOf(scratch, folder)),
  );
  const before: Kept | undefined = existsSync(keptIn) ? JSON.parse(readFileSync(keptIn, 'utf8')) : undefined;
  const known = before?.code === code ? before.tests : {};
  const hashes = new Map(suiteFiles(scratch, suite, []).map((test) => [test, hashOf(scratch, [test])]));
  const stale = [...hashes].filter(([test, hash]) => known[test]?.hash !== hash).map(([test]) => test);
  const found =
    stale.length === 0 ? [] : suite === 'unit' ? mapUnit(scratch, stale) : mapComponent(scratch, stale);
  const tests = Object.fromEntries([
    ...Object.entries(known).filter(([test]) => hashes.has(test)),
    ...found.map((reached) => [reached.test, { ...reached, hash: hashes.get(reached.test) ?? '' }]),
  ]);
  mkdirSync(dirname(keptIn), { recursive: true });
  writeFileSync(keptIn, JSON.stringify({ code, tests } satisfies Kept));
  return Object.values<Reached>(tests);
}

function inFolder<Result>(
  scratch: string,
  command: readonly string[],
  read: (folder: string) => Result,
): Result {
  const folder = mkdtempSync(join(tmpdir(), 'hostblind-reach-'));
  spawnSync('node', command, {
    cwd: scratch,
    env: { ...process.env, MUTATION_MAP: folder },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const result = read(folder);
  rmSync(folder, { recursive: true });
  return result;
}

function mapUnit(scratch: string, tests: readonly string[]): Reached[] {
  const command = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/mutation/vitest.config.ts'];
  return inFolder(scratch, [...command, ...tests], (folder) =>
    readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8'))),
  );
}

function mapComponent(scratch: string, tests: readonly string[]): Reached[] {
  const command = ['--import', 'tsx', 'tests/mutation/component-process.ts', ...tests];
  return inFolder(scratch, command, (folder) => {
    const lines = (name: string) =>
      readFileSync(join(folder, name), 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split(' '));
    const blocks = lines('blocks');
    return lines('sessions').map(([id, test = '', tookMs]) => ({
      test,
      tookMs: Number(tookMs),
      blocks: blocks.filter(([session]) => session === id).map(([, block = '']) => block),
    }));
  });
}
