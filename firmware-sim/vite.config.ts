/** Bundles the `firmware-sim` command: one file that starts fast, and parts that are loaded at their first use. */
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '..');

export default defineConfig({
  root,
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist-cli',
    emptyOutDir: true,
    target: 'node20',
    minify: true,
    rolldownOptions: {
      input: { 'firmware-sim': resolve(import.meta.dirname, 'cli/main.ts') },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'firmware-sim-[name].js',
        banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : ''),
      },
    },
  },
  // Nothing of node_modules is needed to run the command.
  ssr: { noExternal: true },
});
