/**
 * Builds the simulator's page into one file, with script and style inside it. A build of its own: a piece that it
 * shared with the app would be a file that its opaque origin can't load.
 */
import { resolve } from 'node:path';
import { build, type Rolldown } from 'vite';
import { bareErrorsPlugin } from './bare-errors-plugin.ts';
import { buildFrameScripts, frameScriptSources } from './frame-scripts.ts';
import { simulatorMetaPolicy } from './headers.ts';
import { inlinePage } from './inline-page.ts';
import { licenceGuardPlugin } from './licences-plugin.ts';
import { wordListPlugin } from './word-list-plugin.ts';

export const simulatorFile = 'simulator.html';

type Output = Rolldown.OutputAsset | Rolldown.OutputChunk;

/** The built page as one text. `root` is the folder that holds its source. Throws when it doesn't build to one script. */
export async function buildSimulatorPage(root: string): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'error',
    plugins: [wordListPlugin(), bareErrorsPlugin(), licenceGuardPlugin()],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: resolve(root, simulatorFile),
        output: { codeSplitting: false },
        // Nothing here is a getter that does more than get.
        treeshake: { propertyReadSideEffects: false },
      },
    },
  });
  if (!('output' in built)) throw new Error(`${simulatorFile}: one output is expected`);
  const output: readonly Output[] = built.output;
  const texts = (ending: string): string[] =>
    output.filter(({ fileName }) => fileName.endsWith(ending)).map(textOf);
  return inlinePage({
    html: only(texts('.html'), 'page'),
    script: only(texts('.js'), 'script'),
    style: only(texts('.css'), 'style'),
    handed: frameScriptSources(await buildFrameScripts(root)),
    policy: simulatorMetaPolicy,
  });
}

function textOf(file: Output): string {
  if (file.type === 'chunk') return file.code;
  return typeof file.source === 'string' ? file.source : new TextDecoder().decode(file.source);
}

function only(texts: readonly string[], what: string): string {
  const [text] = texts;
  if (text === undefined || texts.length > 1)
    throw new Error(`${simulatorFile}: built ${texts.length} files of kind ${what}, not one`);
  return text;
}
