/** Holds docs/proof.md against the tests: every file that it names exists, and has the title that it names. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const text = readFileSync(join(root, 'docs/proof.md'), 'utf8');

/** The cells of the table rows below a heading, without its head. */
function rowsUnder(heading: string): string[][] {
  const [, part = ''] = text.split(`\n## ${heading}\n`);
  const rows = (part.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

const namedFile = /^`((?:tests|docs)\/[a-z0-9/.-]+)`$/;
const pending = 'to be completed';

/** White space does not count: a formatter may break a long title's line, and prose wraps. */
const flat = (source: string): string => source.replaceAll(/\s+/g, ' ');

function expectNamed(file: string, title: string): void {
  const path = namedFile.exec(file)?.[1] ?? '';
  expect([file, existsSync(join(root, path))]).toEqual([file, true]);
  expect([title, flat(readFileSync(join(root, path), 'utf8')).includes(title)]).toEqual([title, true]);
}

describe('docs/proof.md', () => {
  const attacks = rowsUnder('The attacks');
  const claims = rowsUnder('The claims');

  it('has a row for each of S1 to S25, in order', () => {
    const names = [...new Set(attacks.map(([name]) => name))];
    expect(names).toEqual(Array.from({ length: 25 }, (_, index) => `S${index + 1}`));
  });

  it('has a row for each of H1 to H10', () => {
    const names = new Set(claims.map(([claim = '']) => /^H\d+/.exec(claim)?.[0]));
    for (let rule = 1; rule <= 10; rule += 1) expect(names).toContain(`H${rule}`);
  });

  it.each(attacks)(
    '%s (%s) names a test, or a line of the threat model: %s, %s',
    (_, __, file = '', title = '') => {
      if (file.startsWith(pending)) expect(title).toBe(pending);
      else expectNamed(file, title);
    },
  );

  it.each(claims)('%s names a test: %s', (_, test = '') => {
    if (test.includes(pending)) return;
    const [file = '', ...title] = test.split(': ');
    expectNamed(file, title.join(': '));
  });

  it('names the commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const [, , command = ''] of claims) {
      expect([command, /^`npm run ([a-z:0-9]+)`$/.exec(command)?.[1] ?? '']).toEqual([
        command,
        Object.keys(scripts).find((name) => command === `\`npm run ${name}\``),
      ]);
    }
  });
});
