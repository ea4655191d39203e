/**
 * Runs unit test files for the process that forked it, on one warm Vitest: `{ changed, tests }` in, the first file that fails (or
 * none) out. A process of its own, since a mutant may never end.
 */
import { join } from 'node:path';
import { createVitest } from 'vitest/node';

export interface UnitRequest {
  readonly changed: string | undefined;
  readonly tests: readonly string[];
}

export interface UnitAnswer {
  readonly failed: string | undefined;
}

const root = process.cwd();
const vitest = await createVitest('test', { root, config: 'tests/mutation/vitest.config.ts', watch: false });
await vitest.standalone();

async function fails(test: string): Promise<boolean> {
  const specifications = vitest.getModuleSpecifications(join(root, test));
  // `bail` counts every failure that Vitest remembers, of earlier runs too.
  vitest.state.idMap.clear();
  vitest.state.filesMap.clear();
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
  return unhandledErrors.length > 0 || testModules.length === 0 || testModules.some((module) => !module.ok());
}

process.on('message', ({ changed, tests }: UnitRequest) => {
  void (async () => {
    if (changed !== undefined) vitest.invalidateFile(join(root, changed));
    let failed: string | undefined;
    for (const test of tests) if (failed === undefined && (await fails(test))) failed = test;
    if (changed !== undefined) vitest.invalidateFile(join(root, changed));
    process.send?.({ failed } satisfies UnitAnswer);
  })();
});
process.once('disconnect', () => void vitest.close().finally(() => process.exit(0)));
process.send?.('ready');
