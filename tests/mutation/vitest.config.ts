/** The unit tests, each file by itself: what runs against a mutant, and, with probes, what finds out where each file goes. */
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { probePlugin } from './probes.ts';

const root = resolve(import.meta.dirname, '../..');
const maps = process.env['MUTATION_MAP'] !== undefined;

export default defineConfig({
  root,
  plugins: maps ? [probePlugin(root)] : [],
  test: {
    include: ['tests/unit/**/*.test.ts'],
    setupFiles: maps ? ['tests/mutation/keep-probes.ts'] : [],
    reporters: [{}],
    testTimeout: maps ? 60_000 : 20_000,
    // A mutant needs one failure to be noticed.
    ...(maps ? {} : { bail: 1 }),
    maxWorkers: maps ? '100%' : 1,
  },
});
