/**
 * Puts the licences of others' software into a build of the app, in place of the empty list in the source. The list is written down
 * here, and a build fails that contains a package which isn't on it: none comes in unseen.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const emptyList = '/src/elements/help/licences.ts';

/** What a browser may load. */
const packages: readonly string[] = [
  '@ledgerhq/devices',
  '@ledgerhq/errors',
  '@ledgerhq/hw-transport',
  '@ledgerhq/hw-transport-webhid',
  '@ledgerhq/hw-transport-webusb',
  '@ledgerhq/logs',
  '@lit/reactive-element',
  '@noble/ciphers',
  '@noble/curves',
  '@noble/hashes',
  '@scure/base',
  '@scure/bip39',
  'base64-js',
  'buffer',
  'events',
  // The glyphs of the simulator's glass are drawn from it once, by hand (`npm run glyphs`).
  'galmuri',
  'idb',
  'ieee754',
  'lit',
  'lit-element',
  'lit-html',
  'semver',
  'valibot',
];

/** The package that a module is of; `undefined` for our own, and for what a bundler makes up. */
function packageOf(id: string): string | undefined {
  const [, path] = id.replaceAll('\\', '/').split(/.*\/node_modules\//);
  return path === undefined ? undefined : /^(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

/** Fails a build with a package that has no licence on the list. */
export function licenceGuardPlugin(): Plugin {
  return {
    name: 'hostblind-licence-guard',
    generateBundle(_, bundle) {
      const ids = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
      const found = new Set(ids.map(packageOf));
      const missing = [...found].filter((name) => name !== undefined && !packages.includes(name));
      if (missing.length > 0) this.error(`not on the list of licences: ${missing.join(', ')}`);
    },
  };
}

async function licenceOf(folder: string, name: string): Promise<object> {
  const home = join(folder, name);
  const { version, license } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as {
    version: string;
    license: string;
  };
  const file = (await readdir(home)).toSorted().find((each) => /^(?:licen[cs]e|ofl)(?:\.|$)/i.test(each));
  const text = file === undefined ? '' : await readFile(join(home, file), 'utf8');
  return { name, version, licence: license, text: text.replaceAll('\r\n', '\n').trim() };
}

/** `folder`: `node_modules`. */
export function licencesPlugin(folder: string): Plugin {
  return {
    ...licenceGuardPlugin(),
    name: 'hostblind-licences',
    apply: 'build',
    async load(id) {
      if (!id.replaceAll('\\', '/').endsWith(emptyList)) return undefined;
      const list = await Promise.all(packages.map((name) => licenceOf(folder, name)));
      return `export const licences = ${JSON.stringify(list)};`;
    },
  };
}
