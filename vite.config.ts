import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { pageTextsPlugin } from './src/site/page-texts.ts';
import { securityHeadersPlugin } from './src/site/vite-plugin.ts';
import { fillMarkup } from './src/text/locale/markup.ts';
import { pageText } from './src/text/page.ts';
import { walksWithoutBrowser } from './tests/browsers.mjs';
import { filesAlone } from './tests/isolation.mjs';

const alone = filesAlone(import.meta.dirname, 'unit');

export default defineConfig({
  root: 'src/app',
  base: './',
  plugins: [
    pageTextsPlugin((html) => fillMarkup(html, pageText)),
    securityHeadersPlugin({ wirePort: Number(process.env['WIRE_PORT'] ?? 9997) }),
  ],
  build: {
    outDir: '../../dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // The simulator's page is built beside it, into one file: `src/site/simulator-page.ts`.
    rolldownOptions: {
      input: { app: resolve(import.meta.dirname, 'src/app/index.html') },
      // Most of a build's time is a plugin's: it compresses.
      checks: { pluginTimings: false },
    },
  },
  test: {
    root: import.meta.dirname,
    // All cores: the default leaves one of them idle, which on a machine with two is half of it.
    maxWorkers: '100%',
    coverage: {
      provider: 'istanbul',
      include: [
        'src/{protocol,transport,devices,records,session}/**/*.ts',
        // What the device says on its glass; the page's sentences are counted where elements are tested.
        'src/text/en/{glass,entry}.ts',
        'firmware-sim/**/*.ts',
      ],
      // The IndexedDB shell is tested in a real browser: tests/component/record-database.test.ts.
      exclude: ['src/records/database.ts', 'firmware-sim/build/**', 'firmware-sim/**/vite.config.ts'],
      reportsDirectory: 'coverage/unit',
      reporter: ['text-summary', 'lcovonly'],
      thresholds: { branches: 90, 'firmware-sim/core/**': { branches: 95 } },
    },
    projects: [
      // The unit tests are two projects: most files share a process and what it has loaded, the others have their own.
      { extends: true, test: { name: 'unit-alone', include: alone, testTimeout: 60_000 } },
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          exclude: alone,
          testTimeout: 60_000,
          isolate: false,
          // After the others: a process is kept for the next file only while none of another project comes between.
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: { name: 'security', include: ['tests/security/**/*.test.ts'], testTimeout: 300_000 },
      },
      {
        // The security suite at full length: `npm run test:proof`.
        extends: true,
        test: { name: 'proof', include: ['tests/security/**/*.test.ts'], testTimeout: 1_200_000 },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: walksWithoutBrowser(),
          globalSetup: 'tests/e2e/preview.ts',
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // Each file has its own browser, simulator and ports; more than a few at once would only wait for each other.
          maxWorkers: Math.min(4, availableParallelism()),
        },
      },
    ],
  },
});
