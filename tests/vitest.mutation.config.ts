/**
 * What `npm run test:mutation` runs: the unit tests of vault, glass and wire, and nothing that needs a browser, a socket or
 * a second process. Kept apart from `vite.config.ts`, whose projects Stryker cannot choose among.
 */
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    // A room by the tests of its own is the stricter and the faster measure:
    // MUTATION_TESTS='tests/unit/core/vault/**/*.test.ts'
    include: [process.env['MUTATION_TESTS'] ?? 'tests/unit/core/**/*.test.ts'],
    // Laws about hundreds of frames: slow, and whatever they notice the tests of a single screen notice too.
    exclude: ['tests/unit/core/glass/screens/frames.test.ts'],
    // Each line is counted while they run, which slows the laws about all words down to minutes.
    testTimeout: 600_000,
  },
});
