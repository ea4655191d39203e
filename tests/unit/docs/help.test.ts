/** "Help and about": each of its sentences about safety names the test that would fail if it were false, and its devices are the documented ones. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appVersion } from '../../../src/elements/help/version.ts';
import { helpInEnglish } from '../../../src/text/en/about/help.ts';

const root = resolve(import.meta.dirname, '../../..');
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');
const read = (file: string): string => flat(readFileSync(join(root, file), 'utf8'));

/** By how each sentence begins. */
const proofs: Readonly<Record<string, readonly (readonly [file: string, title: string])[]>> = {
  'No word reaches this computer': [
    [
      'tests/security/h3-no-words-on-the-wire.test.ts',
      'takes a challenge, word count, name or encrypted file, and bounds every answer',
    ],
    ['tests/security/h1-non-interference.test.ts', 'phrases'],
  ],
  'The device shows words only after': [
    [
      'tests/security/h5-hold.test.ts',
      'only 1.5 s of the right button alone, without a break, ever reveals the words',
    ],
    [
      'tests/security/malicious-host.test.ts',
      'gets only what the specification allows, whatever it sends and whenever',
    ],
  ],
  'Your PIN and your words are entered': [
    ['tests/fixtures/screens/every-screen.ts', 'can take or show a word'],
    ['tests/security/h7-pin.test.ts', 'wipes after three wrong tries'],
  ],
  'A new wallet gives out no address': [
    [
      'tests/security/h4-unusable-until-backed-up.test.ts',
      'isn’t backed up before the last word, even after a mistake in that word',
    ],
  ],
  'Unplug, reload or cancel': [
    ['tests/security/h6-every-step.test.ts', 'has a row for every step that can be reached, and no other'],
    ['tests/e2e/interruptions/interrupt.ts', '$interruption: $result'],
  ],
  'This page talks to your device': [
    ['tests/e2e/site.test.ts', 'refuses inline script, eval and other addresses'],
    ['tests/e2e/offline.test.ts', 'keeps every file before the page says that it works offline'],
  ],
};

describe('the help inside the app', () => {
  it('says nothing about safety without a test', () => {
    const { points } = helpInEnglish.safe;
    expect(points).toHaveLength(Object.keys(proofs).length);
    for (const [index, beginning] of Object.keys(proofs).entries())
      expect(points[index]?.slice(0, beginning.length)).toBe(beginning);
  });

  it.each(Object.entries(proofs))('"%s…" has tests by the names that it gives', (_, named) => {
    for (const [file, title] of named) {
      expect([file, existsSync(join(root, file))]).toEqual([file, true]);
      expect([title, read(file).includes(flat(title))]).toEqual([title, true]);
    }
  });

  it('says what nothing protects from as the threat model does', () => {
    const model = read('docs/threat-model.md');
    for (const sentence of [
      'A camera, or a person, that sees the glass or the paper.',
      'types the words into a computer',
      'It is found by restoring the paper on a device of another maker',
      'Physical attacks on hardware',
      'its storage file](#a-file-on-a-computer) is as safe as the account',
    ])
      expect([sentence, model.includes(sentence)]).toEqual([sentence, true]);
  });

  it('says the version of the package', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    expect(appVersion).toBe(version);
  });

  it('names the devices of docs/devices.md, and that none of them was physical', () => {
    const page = read('docs/devices.md');
    const names = helpInEnglish.devices
      .rows()
      .flatMap(({ name }) => (name.startsWith('Ledger ') ? name.slice('Ledger '.length).split(', ') : []));
    expect(names).toHaveLength(6);
    for (const name of names) expect(page).toContain(`| Ledger ${name} `);
    expect(page).toContain('No physical Ledger was at hand');
  });
});
