import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { defineConfig } from 'vitest/config';
import { loadRoots } from './src/cli/roots.ts';
import { frameScriptsPlugin } from './src/site/frame-scripts.ts';
import { licenceGuardPlugin, licencesPlugin } from './src/site/licences-plugin.ts';
import { pageTextsPlugin } from './src/site/page-texts.ts';
import { rootsPlugin } from './src/site/roots-plugin.ts';
import { securityHeadersPlugin } from './src/site/vite-plugin.ts';
import { wordListPlugin } from './src/site/word-list-plugin.ts';
import { fillMarkup } from './src/text/locale/markup.ts';
import { pageInEnglish } from './src/text/en/app.ts';
import { walksWithoutBrowser } from './tests/browsers.mjs';
import { filesAlone } from './tests/isolation.mjs';
import { LongestFirst } from './tests/longest-first.mjs';

/** A shuffled run has an order of its own. */
const isShuffled = process.argv.some((word) => word.startsWith('--sequence.shuffle'));
const rootsFile = process.env['HOSTBLIND_ROOTS'];
const alone = filesAlone(import.meta.dirname, 'unit');

export default defineConfig({
  root: 'src/app',
  base: './',
  plugins: [
    pageTextsPlugin((html) => fillMarkup(html, pageInEnglish)),
    licencesPlugin(resolve(import.meta.dirname, 'node_modules')),
    rootsPlugin(rootsFile === undefined || rootsFile === '' ? undefined : () => loadRoots(rootsFile)),
    frameScriptsPlugin(),
    securityHeadersPlugin({ wirePort: Number(process.env['WIRE_PORT'] ?? 9997) }),
  ],
  // The entropy check's.
  worker: { plugins: () => [wordListPlugin(), licenceGuardPlugin()] },
  build: {
    outDir: '../../dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // The simulator's page is built beside it, into one file: `src/site/simulator-page.ts`.
    rolldownOptions: {
      input: { app: resolve(import.meta.dirname, 'src/app/index.html') },
      output: {
        // Letters beyond "f" spell a word of BIP-39's list now and then, which a scan of the page takes for a leak.
        hashCharacters: 'hex',
        // What several parts share is one file: each has a line, with its hash, in the service worker.
        codeSplitting: {
          groups: [
            { name: 'shared', test: /\/src\/(?!app|elements|signing|text\/\w\w\/)/, minShareCount: 2 },
            // Of Ledger's transports without what must have run before they do (`buffer-shim.ts`).
            { name: 'usb-transports', test: /\/@ledgerhq\/hw-transport-web(?:hid|usb)\// },
            { name: 'backup-files', test: /\/(?:save-file|read-backup-file)\.ts$/ },
          ],
        },
        // A library's part that happens to be called by a word of BIP-39's list would look like a leak to every scan of the page.
        chunkFileNames({ name, moduleIds }) {
          const isOurs = moduleIds.some((id) => id.endsWith(`/${name}.ts`));
          return `assets/${wordlist.includes(name) && !isOurs ? 'chunk' : name}-[hash].js`;
        },
      },
      // Most of a build's time is a plugin's: it compresses.
      checks: { pluginTimings: false },
    },
  },
  test: {
    root: import.meta.dirname,
    // All cores: the default leaves one of them idle, which on a machine with two is half of it.
    maxWorkers: '100%',
    ...(!isShuffled && { sequence: { sequencer: LongestFirst } }),
    coverage: {
      provider: 'istanbul',
      include: [
        'src/{protocol,transport,devices,records,session}/**/*.ts',
        'src/app/{pages,start}/**/*.ts',
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
    // Texts are loaded as a reader's language is chosen. Tests read English, unless they choose.
    setupFiles: ['tests/read-english.ts'],
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
        // The security suite at full length: `npm run test:proof`. A loaded machine makes it long, and not wrong.
        extends: true,
        test: { name: 'proof', include: ['tests/security/**/*.test.ts'], testTimeout: 3_600_000 },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: walksWithoutBrowser(),
          globalSetup: 'tests/e2e/preview.ts',
          // A computer that others use too stands still for a while now and then.
          testTimeout: 300_000,
          hookTimeout: 120_000,
          // Each file has its own browser, simulator and ports; more than a few at once would only wait for each other.
          maxWorkers: Math.min(4, availableParallelism()),
        },
      },
    ],
  },
});
