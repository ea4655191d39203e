/** Puts makers' roots into a build of the app, in place of the empty list in the source. The builder vouches for them. */
import type { Plugin } from 'vite';

const emptyList = '/src/devices/hostblind/attestation/added-roots.ts';

/** `load`: the roots, plain data; `undefined` where none are added. */
export function rootsPlugin(load: (() => Promise<readonly object[]>) | undefined): Plugin {
  return {
    name: 'hostblind-roots',
    async load(id) {
      if (load === undefined || !id.replaceAll('\\', '/').endsWith(emptyList)) return undefined;
      return `export const addedRoots = ${JSON.stringify(await load())};`;
    },
  };
}
