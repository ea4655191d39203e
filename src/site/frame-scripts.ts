/**
 * What the simulator's frame is handed, a script each: its languages, and what shows addresses. The frame can load nothing, so the app
 * loads their text and hands it over; the frame's policy names each by its hash.
 */
import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { bareErrorsPlugin } from './bare-errors-plugin.ts';
import { hashSource } from './inline-page.ts';
import { licenceGuardPlugin } from './licences-plugin.ts';

/** Where each begins, from the frame's folder. */
const entries = {
  de: 'languages/de.ts',
  es: 'languages/es.ts',
  fr: 'languages/fr.ts',
  pt: 'languages/pt.ts',
  addresses: 'addresses/derive.ts',
} as const;

type ScriptName = keyof typeof entries;

const names = Object.keys(entries) as readonly ScriptName[];
const emptyScript = /\/src\/app\/frame-scripts\/(\w+)\.ts$/;

/** `root`: the app's source folder. The same bytes at every call. */
async function buildFrameScript(root: string, name: ScriptName): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [bareErrorsPlugin(), licenceGuardPlugin()],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: resolve(root, `../../firmware-sim/boards/browser/${entries[name]}`),
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
