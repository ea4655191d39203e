/** The byte examples of docs/protocol.md and docs/protocol/status.md, all of them, against the reference device. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createHidFraming } from '../../reference-device/framing.mjs';
import { referenceStates } from '../../fixtures/reference/example-states.ts';
import { fromHex, referenceDevice, toHex } from '../../fixtures/reference/reference.ts';

const read = (name: string): string => readFileSync(join(import.meta.dirname, '../../../docs', name), 'utf8');
const text = read('protocol.md');
const examples = [...`${text}\n${read('protocol/status.md')}`.matchAll(/```wire (\S+)\n([\s\S]*?)```/g)].map(
  ([, state = '', body = ''], index) => ({
    name: `${index + 1} (${state})`,
    state,
    lines: body.trim().split('\n'),
  }),
);
const hidExamples = [...text.matchAll(/```hid\n([\s\S]*?)```/g)].map(([, body = '']) =>
  body.trim().split('\n'),
);

/** `…` stands for any bytes. */
const matches = (pattern: string, hex: string): boolean =>
  new RegExp(
    `^${pattern
      .split('…')
      .map((part) => toHex(fromHex(part)))
      .join('(?:..)+')}$`,
  ).test(hex);

/** The text between the two length-prefixed names of an app name differs: it's the firmware's own. */
const appName = 'B0 01 00 00 00';

describe('docs/protocol.md, by a device that was written from it', () => {
  it.each(examples)('example $name', async ({ state, lines }) => {
    const reference = await referenceStates[state]?.();
    if (reference === undefined) throw new Error(`nobody says what ${state} is`);
    let [command, response] = ['', ''];
    for (const line of lines) {
      if (line.startsWith('> ')) {
        command = line.slice(2);
        response = reference.send(command);
      } else if (command === appName) {
        expect(response).toMatch(/^0109.{18}05.{10}01009000$/);
      } else {
        // The firmware's version is the maker's own: three bytes of info.
        const told = command.startsWith('C8 01') ? response.replace(/^03010000/, '03000100') : response;
        expect({ line, told, fits: matches(line.slice(2), told) }).toMatchObject({ fits: true });
      }
    }
  });

  it.each(hidExamples)('reports %s', (...lines) => {
    const { send } = referenceDevice();
    const receive = createHidFraming((command) => fromHex(send(toHex(command))));
    const padded = (line: string): string => toHex(fromHex(line.slice(2))).padEnd(128, '0');
    let answers: string[] = [];
    for (const line of lines) {
      if (line.startsWith('> ')) {
        expect(answers).toEqual([]);
        answers = receive(fromHex(padded(line))).map(toHex);
      } else {
        expect(answers.shift()).toBe(padded(line));
      }
    }
    expect(answers).toEqual([]);
  });

  it('knows every state that the text defines', () => {
    const [, section = ''] = text.split('\n## The states of the examples\n');
    const defined = [...(section.split('\n## ')[0]?.matchAll(/^\| `([a-z-]+)` /gm) ?? [])].map(
      ([, name]) => name,
    );
    expect(Object.keys(referenceStates)).toEqual(defined);
  });
});
