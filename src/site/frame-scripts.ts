/**
 * What the simulator's frame is handed, a script each: its languages, what keys take, and its apps. The frame can load nothing, so the
 * app loads their text and hands it over; the frame's policy names each by its hash.
 */
import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { bareErrorsPlugin } from './bare-errors-plugin.ts';
import { hashSource } from './inline-page.ts';
import { kitPlugin } from './kit-plugin.ts';
import { licenceGuardPlugin } from './licences-plugin.ts';

interface Entry {
  /** Where it begins, from the frame's folder. */
  readonly file: string;
  /** What it borrows of the scripts before it, the page's own the first. */
  readonly kits?: readonly string[];
}

const frameKit = 'kit/frame-kit.ts';
const appKits = [frameKit, 'kit/keys-kit.ts'];

const entries = {
  de: { file: 'languages/de.ts' },
  es: { file: 'languages/es.ts' },
  fr: { file: 'languages/fr.ts' },
  pt: { file: 'languages/pt.ts' },
  keys: { file: 'apps/keys.ts', kits: [frameKit] },
  ethereum: { file: 'apps/ethereum.ts', kits: appKits },
  bitcoin: { file: 'apps/bitcoin.ts', kits: appKits },
} as const satisfies Readonly<Record<string, Entry>>;

type ScriptName = keyof typeof entries;

const names = Object.keys(entries) as readonly ScriptName[];
const emptyScript = /\/src\/app\/frame-scripts\/(\w+)\.ts$/;

/** `root`: the app's source folder. The same bytes at every call. */
async function buildFrameScript(root: string, name: ScriptName): Promise<string> {
  const { file, kits = [] }: Entry = entries[name];
  const inFrame = (path: string): string => resolve(root, '../../firmware-sim/boards/browser', path);
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [kitPlugin(kits.map(inFrame)), bareErrorsPlugin(), licenceGuardPlugin()],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: inFrame(file),
        // What is lent and not used goes.
        treeshake: { propertyReadSideEffects: false },
        output: { format: 'iife', codeSplitting: false },
      },
    },
  });
  if (!('output' in built)) throw new Error(`the frame's ${name}: one output is expected`);
  return built.output[0].code;
}

export type FrameScripts = Readonly<Record<ScriptName, string>>;

const built = new Map<string, Promise<FrameScripts>>();

/** Built once a process: what the app hands over and what the frame's policy names are the same. */
export function buildFrameScripts(root: string): Promise<FrameScripts> {
  const before = built.get(root);
  if (before !== undefined) return before;
  const scripts = Promise.all(
    names.map(async (name) => [name, await buildFrameScript(root, name)] as const),
  ).then((pairs) => Object.fromEntries(pairs) as FrameScripts);
  built.set(root, scripts);
  return scripts;
}

/** What a policy calls them. */
export function frameScriptSources(scripts: FrameScripts): readonly string[] {
  return Object.values(scripts).map(hashSource);
}

/** Puts the scripts into a build of the app, in place of the empty ones in the source. */
export function frameScriptsPlugin(): Plugin {
  let root = '';
  return {
    name: 'hostblind-frame-scripts',
    // A development server lets no script into the frame but its own modules.
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    async load(id) {
      const [, found] = emptyScript.exec(id.replaceAll('\\', '/')) ?? [];
      const name = names.find((each) => each === found);
      if (name === undefined) return undefined;
      const scripts = await buildFrameScripts(root);
      return `export default ${JSON.stringify(scripts[name])};`;
    },
  };
}
