import { resolve } from 'node:path';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { bareErrorsPlugin } from '../../../src/site/bare-errors-plugin.ts';

const library = '/node_modules/@noble/a/index.js';
const ours = '/src/b.js';

const sources: Readonly<Record<string, string>> = {
  entry: `import { refuse } from '${library}'; import { complain } from '${ours}'; console.log(refuse, complain);`,
  [library]: [
    'export function refuse(length) {',
    "  if (length > 9) throw new RangeError('too long: ' + `${length} (at most)` + ')');",
    "  if (length < 0) throw new Error('negative', { cause: length });",
    "  console.warn(new TypeError('said, not thrown'));",
    "  throw new TypeError('no length');",
    '}',
  ].join('\n'),
  [ours]: "export function complain() { throw new Error('ours'); }",
};

it('takes what libraries throw its sentences, and nothing else', async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    root: resolve(import.meta.dirname),
    plugins: [
      {
        name: 'sources',
        enforce: 'pre',
        resolveId: (id) => (id in sources ? id : undefined),
        load: (id) => sources[id],
      },
      bareErrorsPlugin(),
    ],
    build: { write: false, minify: false, rolldownOptions: { input: 'entry' } },
  });
  if (!('output' in built)) throw new Error('one output is expected');
  const { code } = built.output[0];
  const thrown = [...code.matchAll(/throw .*?(?=;)/g)].map(([text]) => text);
  expect(thrown.toSorted()).toEqual([
    expect.stringMatching(/^throw new Error\("negative", \{ cause: length \}\)$/),
    expect.stringMatching(/^throw new Error\("ours"\)$/),
    'throw new RangeError()',
    'throw new TypeError()',
  ]);
  expect(code).toContain('said, not thrown');
});
