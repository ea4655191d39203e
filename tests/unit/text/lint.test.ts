import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { breachesOf, turnsIn } from '../../lint/prose.mjs';

/** In a scratch folder of a room, as the walls test does it: the linter reads it as a file of that room. */
const scratch = join('src', 'elements', 'notice', 'wall-text');

/** What the rule says about some code in an element: the texts that it found. */
function foundIn(code: string): readonly string[] {
  mkdirSync(scratch, { recursive: true });
  const file = join(scratch, 'probe.ts');
  writeFileSync(file, code);
  try {
    execFileSync('node_modules/.bin/oxlint', ['-f', 'unix', file], { encoding: 'utf8' });
    return [];
  } catch (error) {
    const { stdout } = error as { stdout: string };
    return [...stdout.matchAll(/lives in src\/text: (.*) \[Error/g)].map(([, text = '']) => text);
  }
}

describe('the rule that user text lives in src/text', () => {
  afterEach(() => rmSync(scratch, { recursive: true, force: true }));

  it('refuses strings, templates and the words between tags', () => {
    const code = [
      "export const title = 'Look at your device';",
      'export const count = (n: number) => `You have ${n} tries left`;',
      'export const view = (html: (parts: TemplateStringsArray) => unknown) => html`<p class="a b">Try it again</p>`;',
      'export const named = (html: (parts: TemplateStringsArray) => unknown) => html`<i aria-label="Close this page"></i>`;',
    ].join('\n');
    expect(foundIn(code).toSorted()).toEqual(
      ['Close this page', 'Look at your device', 'Try it again', 'You have \uE000 tries left'].toSorted(),
    );
  });

  it('leaves faults of the programmer, classes, names and single words alone', () => {
    const code = [
      "export const fail = () => { throw new RangeError('a port is a number'); };",
      'export const view = (html: (parts: TemplateStringsArray) => unknown) => html`<p class="note good"></p>`;',
      "export const model = 'Ledger Nano S Plus';",
      "export const kind = 'restore-file';",
    ].join('\n');
    expect(foundIn(code)).toEqual([]);
  });
});

describe('the refuse-list', () => {
  it.each([
    'Begin anew.', // prose-ok
    'It is lost for ever.', // prose-ok
    'Whoever has the words has the money.', // prose-ok
    'What shall it be called?', // prose-ok
    'The wallet of before is gone.', // prose-ok
    'Nobody may ever ask for them.', // prose-ok
    'It can’t be gone on with.', // prose-ok
  ])('refuses: %s', (sentence) => {
    expect(turnsIn(sentence)).toHaveLength(1);
  });

  it('reads comments and documents, and no code', () => {
    const code = ['/** Begins anew. */', "const anew = 'for ever';", 'x(); // hangs on it'].join('\n'); // prose-ok
    expect(breachesOf('src/app/x.ts', code)).toHaveLength(2);
    expect(breachesOf('docs/x.md', ['It begins anew.', '```', 'anew', '```'].join('\n'))).toHaveLength(1); // prose-ok
  });
});
