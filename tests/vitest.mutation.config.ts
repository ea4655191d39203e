/**
 * What `npm run test:mutation` runs: the unit tests of the firmware core, and nothing that needs a browser, a
 * socket or a second process. Kept apart from `vite.config.ts`, whose projects Stryker cannot choose among.
 */
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: { include: ['tests/unit/core/**/*.test.ts'], testTimeout: 30_000 },
});
