/** Tries a mutant: the unit tests that reach it, nearest first, then the component tests that do. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endToEnd, folders } from './folders.ts';
import type { Mutant } from './mutants.ts';
import { blockAround } from './probes.ts';
import type { Reached, Suite } from './reach.ts';
import type { Scratch } from './scratch.ts';
import { createUnitTests, type Verdict } from './unit-tests.ts';

export interface Trials {
  try(mutant: Mutant): Promise<Verdict>;
  end(): void;
}

const patienceMs = 20_000;
const buildLimitMs = 300_000;
/** Pages of many pictures take longer, and wait until the others have run. */
const quickMs = 10_000;

function ofFolder(table: Readonly<Record<string, readonly string[]>>, { file }: Mutant): readonly string[] {
  return Object.entries(table).find(([folder]) => file.startsWith(`${folder}/`))?.[1] ?? [];
}

export interface TrialParts {
  readonly scratch: Scratch;
  readonly reach: Readonly<Record<Suite, readonly Reached[]>>;
  /** Whether the firmware's own tests count too, which take minutes and reach most of what lies below it. */
  readonly core: boolean;
  /** Whether what survives is built, and tried end to end. */
  readonly builds: boolean;
}

export function createTrials({ scratch, reach, core, builds }: TrialParts): Trials {
  const unitTests = createUnitTests(scratch.root);

  const reaching = (mutant: Mutant, suite: Suite): Reached[] => {
    const text = readFileSync(join(scratch.root, mutant.file), 'utf8');
    const block = `${mutant.file}:${blockAround(text, mutant)}`;
    const named = ofFolder(folders, mutant);
    return reach[suite]
      .filter(({ test }) => core || !test.startsWith('tests/unit/core/'))
      .filter(({ test, blocks }) => blocks.includes(block) || named.includes(test))
      .toSorted((a, b) => distance(mutant, a) - distance(mutant, b) || a.tookMs - b.tookMs);
  };

  /** In one browser; it ends at the first file that fails. */
  const inBrowser = (tests: readonly Reached[]): Verdict => {
    if (tests.length === 0) return { is: 'survived' };
    const command = [
      '--import',
      'tsx',
      'tests/mutation/component-process.ts',
      ...tests.map(({ test }) => test),
    ];
    const options = { cwd: scratch.root, encoding: 'utf8', timeout: limitFor(tests) } as const;
    const ran = spawnSync('node', command, options);
    const failed = ran.stdout.trim().split('\n').at(-1) ?? '';
    if (failed.startsWith('tests/')) return { is: 'noticed', by: failed };
    return ran.error === undefined && ran.status === 0 ? { is: 'survived' } : { is: 'too slow' };
  };

  const byComponents = (mutant: Mutant): Verdict => {
    const tests = reaching(mutant, 'component');
    const quick = inBrowser(tests.filter(({ tookMs }) => tookMs < quickMs));
    return quick.is === 'survived' ? inBrowser(tests.filter(({ tookMs }) => tookMs >= quickMs)) : quick;
  };

  /** A build of what is there now, and whether it passes. */
  const builtPasses = (tests: readonly string[]): boolean => {
    const run = (command: string, ...words: string[]) =>
      spawnSync(command, words, { cwd: scratch.root, stdio: 'ignore', timeout: buildLimitMs }).status === 0;
    return (
      run('npm', 'run', '--silent', 'build') &&
      run('npx', 'vitest', 'run', '--project', 'e2e', '--testTimeout', '60000', ...tests)
    );
  };

  /** What fails without a mutant says nothing of one. */
  const sound = new Map<string, boolean>();
  const endToEndFor = (mutant: Mutant): readonly string[] => {
    const tests = builds ? ofFolder(endToEnd, mutant) : [];
    return tests.filter((test) => {
      const passes = sound.get(test) ?? builtPasses([test]);
      if (!sound.has(test) && !passes) console.log(`left out, since it fails without a mutant: ${test}`);
      sound.set(test, passes);
      return passes;
    });
  };

  /** Whether a test file that noticed a mutant passes without one; asked once of each. */
  const passing = new Map<string, boolean>();
  const passes = async (reached: Reached, changed: string): Promise<boolean> => {
    const { test } = reached;
    const before = passing.get(test);
    if (before !== undefined) return before;
    const verdict = await unitTests.run({ changed, tests: [test] }, limitFor([reached]));
    passing.set(test, verdict.is === 'survived');
    return verdict.is === 'survived';
  };

  const byUnitTests = async (mutant: Mutant): Promise<Verdict> => {
    const all = reaching(mutant, 'unit');
    for (;;) {
      const tests = all.filter(({ test }) => passing.get(test) !== false);
      if (tests.length === 0) return { is: 'survived' };
      const restore = scratch.apply(mutant);
      const request = { changed: mutant.file, tests: tests.map(({ test }) => test) };
      const verdict = await unitTests.run(request, limitFor(tests)).finally(restore);
      const by = verdict.is === 'noticed' ? tests.find(({ test }) => test === verdict.by) : undefined;
      if (by === undefined || (await passes(by, mutant.file))) return verdict;
      console.log(`left out, since it fails without a mutant: ${by.test}`);
    }
  };

  const beyondUnitTests = (mutant: Mutant): Verdict => {
    const built = endToEndFor(mutant);
    const restore = scratch.apply(mutant);
    try {
      const seen = byComponents(mutant);
      if (seen.is !== 'survived' || built.length === 0 || builtPasses(built)) return seen;
      return { is: 'noticed', by: 'end-to-end tests' };
    } finally {
      restore();
    }
  };

  return {
    async try(mutant) {
      const verdict = await byUnitTests(mutant);
      return verdict.is === 'survived' ? beyondUnitTests(mutant) : verdict;
    },
    end: () => unitTests.end(),
  };
}

function limitFor(tests: readonly Reached[]): number {
  return patienceMs + tests.reduce((sum, { tookMs }) => sum + 3 * tookMs + 1000, 0);
}

/** How far a test's folder is from the one of what it tests. */
function distance({ file }: Mutant, { test }: Reached): number {
  const own = file.split('/').slice(1);
  const other = test.split('/').slice(2);
  const shared = own.findIndex((part, index) => part !== other[index]);
  return -(shared === -1 ? own.length : shared);
}
