/**
 * The languages of the simulator's frame, a script each. The frame can load nothing, so the app loads their text and hands it over; the
 * frame's policy names each by its hash.
 */
import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { hashSource } from './inline-page.ts';
import { licenceGuardPlugin } from './licences-plugin.ts';

const tags = ['de', 'es', 'fr', 'pt'] as const;

type Tag = (typeof tags)[number];

const emptyScript = /\/src\/app\/frame-scripts\/(de|es|fr|pt)\.ts$/;

/** `root`: the app's source folder. The same bytes at every call. */
async function buildFrameScript(root: string, tag: string): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [licenceGuardPlugin()],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: resolve(root, `../../firmware-sim/boards/browser/languages/${tag}.ts`),
        output: { format: 'iife', codeSplitting: false },
      },
    },
  });
  if (!('output' in built)) throw new Error(`the frame's ${tag}: one output is expected`);
  return built.output[0].code;
}

export type FrameScripts = Readonly<Record<Tag, string>>;

const built = new Map<string, Promise<FrameScripts>>();

/** By language. Built once a process: what the app hands over and what the frame's policy names are the same. */
export function buildFrameScripts(root: string): Promise<FrameScripts> {
  const before = built.get(root);
  if (before !== undefined) return before;
  const scripts = Promise.all(
    tags.map(async (tag) => [tag, await buildFrameScript(root, tag)] as const),
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
      const [, tag] = emptyScript.exec(id.replaceAll('\\', '/')) ?? [];
      if (tag === undefined) return undefined;
      const scripts = await buildFrameScripts(root);
      return `export default ${JSON.stringify(scripts[tag as Tag])};`;
    },
  };
}
