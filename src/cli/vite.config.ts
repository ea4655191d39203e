/** Bundles the `hostblind` command. The USB libraries have native parts and are loaded from node_modules at first use. */
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '../..');

export default defineConfig({
  root,
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist-cli',
    // Beside `firmware-sim`, which is built first and empties the folder.
    emptyOutDir: false,
    target: 'node20',
    minify: true,
    rolldownOptions: {
      input: { hostblind: resolve(import.meta.dirname, 'main.ts') },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'hostblind-[name].js',
        banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : ''),
      },
    },
  },
  ssr: { noExternal: true },
});
