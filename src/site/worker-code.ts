/** Builds what the service worker does. Apart from what serves it: a server has no build. */
import { resolve } from 'node:path';
import { build } from 'vite';

/** What the worker does, as one script. `root` is the app's source folder. */
export async function buildWorkerCode(root: string): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: resolve(root, '../offline/entry.ts'),
        output: { format: 'iife', codeSplitting: false },
      },
    },
  });
  if (!('output' in built)) throw new Error('the service worker: one output is expected');
  const [chunk, ...more] = built.output;
  if (more.length > 0) throw new Error(`the service worker: ${more.length + 1} files were built, not one`);
  return chunk.code;
}
