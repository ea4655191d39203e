import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { textsInMarkup } from '../../lint/markup.mjs';
import { breachesOf, turnsIn } from '../../lint/prose.mjs';

/** In a scratch folder of a room, as the walls test does it: the linter reads it as a file of that room. */
const scratches: string[] = [];

/** What the rule says about some code in a room, an element's without: the texts that it found. */
function foundIn(code: string, room = 'src/elements/notice', name = 'probe.ts'): readonly string[] {
  const scratch = join(room, 'wall-text');
  scratches.push(scratch);
  mkdirSync(scratch, { recursive: true });
  const file = join(scratch, name);
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
  afterEach(() =>
    scratches.splice(0).forEach((scratch) => rmSync(scratch, { recursive: true, force: true })),
  );

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

  it.each([
    ['firmware-sim/cli', 'probe.ts'],
    ['firmware-sim/device', 'probe.ts'],
    ['firmware-sim/boards/browser', 'probe.ts'],
    ['firmware-sim/ports/usbip', 'probe.ts'],
    ['firmware-sim/ports/window', 'probe.client.js'],
  ])('holds in %s, for %s', (room, name) => {
    expect(foundIn("export const state = 'The device is off';", room, name)).toEqual(['The device is off']);
  });

  it('holds for errors that a terminal prints as they were thrown', () => {
    const code = [
      "export const busy = () => { throw new Error('the port is busy'); };",
      "export const full = () => new Error('the disk is full', { cause: 1 });",
      "export const bug = () => { throw new RangeError('a write beyond the end'); };",
    ].join('\n');
    expect(foundIn(code, 'firmware-sim/device')).toEqual(['the port is busy', 'the disk is full']);
  });

  it('leaves policies, media types and lines to type alone', () => {
    const code = [
      `export const policy = "default-src 'none'; script-src 'self'; style-src 'self'";`,
      "export const type = 'text/html; charset=utf-8';",
      'export const line = (bus: string) => `sudo usbip attach -b ${bus}`;',
    ].join('\n');
    expect(foundIn(code, 'firmware-sim/ports/window')).toEqual([]);
  });
});

describe('the rule that a page of markup holds no text', () => {
  it('finds what stands between tags and in attributes, even a single word', () => {
    const page = `<!doctype html><html lang="en"><head><title>Simulated device</title>
      <meta name="description" content="A page about a device" /></head>
      <body><button type="button" aria-label="Close">Left
        one</button><img alt="A device" /><input placeholder="Name" /></body></html>`;
    expect(textsInMarkup(page)).toEqual([
      'Simulated device',
      'Left one',
      'Close',
      'A device',
      'Name',
      'A page about a device',
    ]);
  });

  it('leaves marks, signs, scripts, policies of the page and the wordmark alone', () => {
    const page = `<meta name="viewport" content="width=device-width, initial-scale=1" />
      <!-- Not read. --><script>const note = '<p>Not read';</script><style>.not-read { color: red }</style>
      <p class="brand note">hostblind</p><span>◀▶ 12</span><p data-text="title" data-attributes="aria-label:screen"></p>`;
    expect(textsInMarkup(page)).toEqual([]);
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
