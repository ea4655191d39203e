import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { kitPlugin } from '../../../src/site/kit-plugin.ts';

const kits = resolve(import.meta.dirname, '../../../firmware-sim/boards/browser/kit');
const kit = resolve(kits, 'frame-kit.ts');

async function built(code: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    root: kits,
    plugins: [
      {
        name: 'entry',
        enforce: 'pre',
        resolveId: (id) => (id === 'entry' ? resolve(kits, 'entry.ts') : undefined),
        load: (id) => (id.endsWith('/entry.ts') ? code : undefined),
      },
      kitPlugin([kit]),
    ],
    build: { write: false, minify: false, rolldownOptions: { input: 'entry' } },
  });
  if (!('output' in output)) throw new Error('one output is expected');
  return output.output[0].code;
}

describe('what a page lends its scripts', () => {
  it('is taken from the page, and nothing else', async () => {
    const script = await built(`
      import { textWidth } from '../../../core/glass/font/font.ts';
      import { margin } from '../../../core/glass/screens/layout.ts';
      console.log(textWidth, margin);
    `);
    expect(script).toContain('globalThis.textWidth');
    expect(script).not.toContain('glyph');
    expect(script).toContain('console.log(textWidth, 2)');
  });

  it('is an error to ask for where the page doesn’t lend it', async () => {
    const wrap = `import { wrap } from '../../../core/glass/font/font.ts'; console.log(wrap);`;
    await expect(built(wrap)).rejects.toThrow('wrap');
  });

  it.each(['frame-kit.ts', 'keys-kit.ts'])('%s lends all that it imports, by its name', (file) => {
    const text = readFileSync(resolve(kits, file), 'utf8');
    const imported = [...text.matchAll(/^import \{ ([^}]+) \} from/gm)].flatMap(([, names = '']) =>
      names.split(', '),
    );
    const [, lent = ''] = /lend\(\{([^}]*)\}\)/.exec(text) ?? [];
    expect(lent.split(',').map((name) => name.trim())).toEqual([
      ...imported.filter((name) => name !== 'lend'),
      '',
    ]);
  });
});
