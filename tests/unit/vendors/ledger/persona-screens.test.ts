/** What stands on the glass of the simulated Ledger, screen by screen, and the facts that its wire tells of each model. */
import { describe, expect, it } from 'vitest';
import {
  personaModels,
  versionTail,
  type PersonaModel,
} from '../../../../firmware-sim/vendors/ledger/persona-model.ts';
import { toHex } from '../../../../src/protocol/bytes.ts';
import { encodeGetVersionRequest } from '../../../../src/protocol/ledger/get-version.ts';
import { createPersonaDevice, type PersonaDevice } from '../../../fixtures/devices/persona-device.ts';
import { seededRandom } from '../../../fixtures/devices/test-device.ts';
import {
  beginSetUp,
  confirmPersonaWords,
  lookOf,
  writePersonaWords,
} from '../../../kit/drivers/ledger-person.ts';
import { tap } from '../../../kit/drivers/person.ts';

const pin = '2580';

/** Every screen of a set-up once, as text; what is the person's or by chance is left out. */
function screensOf(model: PersonaModel): string[] {
  const device = createPersonaDevice({ model });
  device.person(
    (function* () {
      yield* beginSetUp(lookOf(model), { way: 'new', count: 12, pin });
      yield* confirmPersonaWords(yield* writePersonaWords(12));
    })(),
  );
  device.tick(60_000);
  const texts = device.frames().map((lines) =>
    lines
      .map(({ text }) => text)
      .filter((text) => text !== 'SIM' && !/^(●+|\d|OK|Delete)$/.test(text))
      .join(' | ')
      .replace(/^Word \d+ of 12 \| \w+/, 'Word N of 12')
      .replace(/^Confirm word \d+ .*/, 'Confirm word N'),
  );
  return [...new Set(texts)];
}

const pinScreens = [
  'Choose a PIN | 4 to 8 digits | ◀ Down | ●● Enter | Up ▶',
  'Repeat the PIN | The same digits again | ◀ Down | ●● Enter | Up ▶',
];
const choiceScreens = [
  'Set up | Set up as new | ◀ Back | ●● Choose | Next ▶',
  'Word count | 24 words | ◀ Back | ●● Choose | Next ▶',
  'Word count | 18 words | ◀ Back | ●● Choose | Next ▶',
  'Word count | 12 words | ◀ Back | ●● Choose | Next ▶',
];
const wordScreens = [
  'Word N of 12 | ◀ Back | Next ▶',
  'All written? | Next you confirm all 12 | words. | ◀ Back | Confirm ▶',
  'Confirm word N',
  'Please wait',
  'Keep it safe | Whoever has the words has | the money. | I do ▶',
];

describe('each screen of the set-up says what it is for and what the buttons do', () => {
  it('with two buttons', () => {
    expect(screensOf('nanox')).toEqual([
      'Welcome | A simulated Ledger. Test | words only. | Next ▶',
      'Your keys | They are made in here and | stay here. | ◀ Back | Next ▶',
      'Your words | They are the only backup. | ◀ Back | Next ▶',
      'Your decisions | Read this screen before you | agree. | ◀ Back | Next ▶',
      ...choiceScreens,
      ...pinScreens,
      ...wordScreens,
    ]);
  });

  it('with a touch screen', () => {
    expect(screensOf('stax')).toEqual([
      'Welcome | A simulated Ledger. Test | words only. | Start ▶',
      'Check first? | The app of its maker can | check this device. | Skip ▶',
      'Name | This device is called | Persona. | Keep it ▶',
      ...pinScreens,
      ...choiceScreens,
      ...wordScreens,
    ]);
  });
});

describe('the wheel of digits', () => {
  /** To the first digit of the first PIN. */
  function atPin(): PersonaDevice {
    const device = createPersonaDevice({ model: 'stax' });
    for (let page = 0; page < 3; page += 1) device.person(tap('right'));
    return device;
  }

  it('begins at a random digit', () => {
    const start = (seededRandom({ all: 'persona' })('pin-pad', 1)[0] ?? 0) % 10;
    expect(atPin().lines()).toContain(String(start));
  });

  it('begins at OK when no digit fits any more', () => {
    const device = atPin();
    for (let digit = 0; digit < 8; digit += 1) device.person(tap('both'));
    expect(device.lines()).toContain('OK');
    device.person(tap('right'));
    expect(device.lines()).toContain('Delete');
    device.person(tap('right'));
    expect(device.lines()).toContain('OK');
  });
});

const bootloader = '312e3136';

describe('the end of the answer to getVersion', () => {
  it.each<[PersonaModel, string, string[]]>([
    ['nanox', '2.5.0', [bootloader, '01', '00', '00']],
    ['nanox', '2.0.9', [bootloader, '01']],
    ['nanox', '1.9.9', []],
    ['nanosp', '1.4.0', [bootloader, '00', '00']],
    ['nanosp', '1.0.0', [bootloader]],
    ['nanosp', '0.9.9', []],
    ['stax', '1.8.0', [bootloader, '00', '00', '00']],
    ['stax', '1.6.9', [bootloader, '00', '00']],
    ['flex', '1.4.0', [bootloader, '00', '00', '00']],
    ['flex', '1.2.9', [bootloader, '00', '00']],
  ])('of %s with %s', (model, firmware, fields) => {
    expect(versionTail(model, firmware).map(toHex)).toEqual(fields);
  });

  /** The fields behind the target id, each with its length before it; without the status word. */
  function fieldsOf(answer: Uint8Array): string[] {
    const fields: string[] = [];
    for (let at = 4; at < answer.length - 2;) {
      const length = answer[at] ?? 0;
      fields.push(toHex(answer.slice(at + 1, at + 1 + length)));
      at += 1 + length;
    }
    return fields;
  }

  it.each(personaModels)('is missing from the updater’s, which says what it is: %s', (model) => {
    const answerOf = (mode: 'normal' | 'updater'): string[] =>
      fieldsOf(
        createPersonaDevice({ model, mode, firmware: '3.0.0' }).exchange(encodeGetVersionRequest()) ??
          new Uint8Array(),
      );
    const [normal, updater] = [answerOf('normal'), answerOf('updater')];
    const ascii = (hex = ''): string => Buffer.from(hex, 'hex').toString('latin1');
    expect(normal.length).toBe(3 + versionTail(model, '3.0.0').length);
    expect(updater.length).toBe(3);
    expect([ascii(normal[0]), ascii(updater[0])]).toEqual(['3.0.0', '3.0.0-osu']);
    expect([ascii(normal[2]), ascii(updater[2])]).toEqual(['5.26-sim', '5.26-sim']);
  });
});
