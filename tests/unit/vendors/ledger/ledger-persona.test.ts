/** The simulated Ledger: what the host sees of each step, what it never sees, and what survives without power. */
import { mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it } from 'vitest';
import { lockAfter, usualDerivation } from '../../../../firmware-sim/vendors/ledger/ledger-persona.ts';
import { personaModels } from '../../../../firmware-sim/vendors/ledger/persona-model.ts';
import { entriesAfter } from '../../../../firmware-sim/vendors/ledger/persona-restore.ts';
import { encodeAppNameRequest } from '../../../../src/protocol/commands/app-name.ts';
import { encodeInfoRequest } from '../../../../src/protocol/commands/info.ts';
import { fromHex, toHex } from '../../../../src/protocol/bytes.ts';
import { encodeQuitAppRequest } from '../../../../src/protocol/ledger/device-apps.ts';
import { decodeGetVersion, encodeGetVersionRequest } from '../../../../src/protocol/ledger/get-version.ts';
import { readingOf, type LedgerReading } from '../../../../src/devices/ledger/reading.ts';
import {
  agreeToSafety,
  beginSetUp,
  chooseOption,
  confirmPersonaWord,
  confirmPersonaWords,
  enterPersonaWords,
  lookOf,
  unlockPersona,
  writePersonaWords,
} from '../../../kit/drivers/ledger-person.ts';
import { createPersonaDevice, type PersonaDevice } from '../../../fixtures/devices/persona-device.ts';
import { expectScreen, tap, typePin, type Person } from '../../../kit/drivers/person.ts';

const pin = '2580';
const paper12 = 'legal winner thank year wave sausage worth useful legal winner thank yellow'.split(' ');

function reading(device: PersonaDevice): LedgerReading {
  const response = device.exchange(encodeGetVersionRequest()) ?? new Uint8Array();
  expect(toHex(response.slice(-2))).toBe('9000');
  const read = readingOf(decodeGetVersion(response.slice(0, -2)));
  if (read === undefined) throw new Error('no reading');
  return read;
}

function place(device: PersonaDevice): unknown {
  const read = reading(device);
  return read.kind === 'onboarding' ? [read.screen, read.position, read.wordCount] : read.kind;
}

function status(device: PersonaDevice, command: Uint8Array): string {
  return toHex((device.exchange(command) ?? new Uint8Array()).slice(-2));
}

function* newWallet(model: (typeof personaModels)[number], count: number): Person<string[]> {
  yield* beginSetUp(lookOf(model), { way: 'new', count, pin });
  const paper = yield* writePersonaWords(count);
  yield* confirmPersonaWords(paper);
  return paper;
}

function readyDevice(model: (typeof personaModels)[number] = 'nanox'): PersonaDevice {
  const device = createPersonaDevice({ model });
  device.person(newWallet(model, 12));
  device.tick(usualDerivation + 200);
  device.person(agreeToSafety());
  return device;
}

describe.each(personaModels)('%s', (model) => {
  it.each([12, 18, 24])('a new wallet of %i words, followed from the wire', (count) => {
    const device = createPersonaDevice({ model });
    expect(place(device)).toEqual(['welcome-1', 0, undefined]);
    device.person(beginSetUp(lookOf(model), { way: 'new', count, pin }));
    expect(place(device)).toEqual(['new-words', 1, count]);
    const paper: string[] = [];
    for (let position = 1; position <= count; position += 1) {
      expect(place(device)).toEqual(['new-words', position, count]);
      paper.push(device.lines()[1] ?? '');
      device.person(tap('right'));
    }
    // A phrase that any wallet takes.
    expect(mnemonicToEntropy(paper.join(' '), wordlist)).toHaveLength((count / 3) * 4);
    device.person(tap('right'));
    for (let position = 1; position <= count; position += 1) {
      expect(place(device)).toEqual(['confirm-words', position, count]);
      device.person(confirmPersonaWord(position, paper));
    }
    // While it derives its keys it says nothing at all.
    expect(device.exchange(encodeGetVersionRequest())).toBeUndefined();
    expect(device.exchange(encodeAppNameRequest())).toBeUndefined();
    device.tick(usualDerivation - 200);
    expect(device.exchange(encodeGetVersionRequest())).toBeUndefined();
    device.tick(400);
    expect(place(device)).toEqual(['safety-warnings', 0, undefined]);
    device.person(agreeToSafety());
    expect(place(device)).toBe('set-up');
    expect(reading(device)).toMatchObject({ device: { model, simulator: true } });
  });

  it('a restore of 12 words', () => {
    const device = createPersonaDevice({ model });
    device.person(beginSetUp(lookOf(model), { way: 'restore', count: 12, pin }));
    expect(place(device)).toEqual(['restore-words', 1, 12]);
    device.person(enterPersonaWords(paper12));
    expect(device.exchange(encodeGetVersionRequest())).toBeUndefined();
    device.tick(usualDerivation + 200);
    device.person(agreeToSafety());
    expect(place(device)).toBe('set-up');
  });

  it('H10: every picture carries the simulator mark, and the wire says it too', () => {
    const device = readyDevice(model);
    for (const lines of device.frames()) {
      expect(lines.map(({ text }) => text)).toContain('SIM');
      // No text runs into the mark, out of the picture, or into the line that names the buttons.
      const mark = lines.find(({ text }) => text === 'SIM');
      for (const { text, x, y, width, height } of lines) {
        if (text === 'SIM' || mark === undefined) continue;
        const fits = x >= 0 && x + width <= 129 && (y >= 54 || y + height <= 66);
        const clear = y >= 9 || x + width <= mark.x;
        const body = x !== 2 || y < 16 || y >= 54 || y + height <= 57;
        if (!fits || !clear || !body) expect.fail(`a line at ${x},${y} of ${width}x${height} does not fit`);
      }
    }
    expect(reading(device)).toMatchObject({ device: { simulator: true } });
  });
});

describe('back and forth', () => {
  it('the user can page through the words, and the index follows', () => {
    const device = createPersonaDevice({ model: 'nanosp' });
    device.person(beginSetUp('buttons', { way: 'new', count: 24, pin }));
    for (const gesture of ['right', 'right', 'left'] as const) device.person(tap(gesture));
    expect(place(device)).toEqual(['new-words', 2, 24]);
    device.person(tap('left'));
    device.person(tap('left'));
    expect(place(device)).toEqual(['new-words', 1, 24]);
  });

  it('a wrong answer goes back to the word, on the screen and in the index sent', () => {
    const device = createPersonaDevice({ model: 'nanox' });
    device.person(beginSetUp('buttons', { way: 'new', count: 12, pin }));
    const paper = device.person(writePersonaWords(12));
    device.person(tap('right'));
    device.person(confirmPersonaWord(1, paper));
    const others = device.lines().slice(1, 5);
    const wrong = others.findIndex((word) => word !== paper[1]);
    for (let moves = 0; moves < wrong; moves += 1) device.person(tap('right'));
    device.person(tap('both'));
    device.person(expectScreen('Not that one'));
    device.person(tap('right'));
    expect(place(device)).toEqual(['new-words', 2, 12]);
    device.person(tap('right'));
    expect(place(device)).toEqual(['confirm-words', 2, 12]);
  });

  it('from the choice back to the welcome pages', () => {
    const device = createPersonaDevice({ model: 'nanox' });
    for (let page = 0; page < 4; page += 1) device.person(tap('right'));
    expect(place(device)).toEqual(['set-up-choice', 0, undefined]);
    device.person(chooseOption('Set up', 'Go back'));
    expect(place(device)).toEqual(['welcome-4', 0, undefined]);
    device.person(tap('left'));
    expect(place(device)).toEqual(['welcome-3', 0, undefined]);
  });

  it('words that do not fit together are asked for again', () => {
    const device = createPersonaDevice({ model: 'stax' });
    device.person(beginSetUp('touch', { way: 'restore', count: 12, pin }));
    device.person(enterPersonaWords([...paper12.slice(0, 11), 'abandon']));
    device.person(expectScreen('Not valid'));
    device.person(tap('right'));
    expect(place(device)).toEqual(['restore-words', 1, 12]);
  });

  it('a digit can be taken back, and eight are the most', () => {
    const device = createPersonaDevice({ model: 'flex' });
    for (let page = 0; page < 3; page += 1) device.person(tap('right'));
    // The wheel: any eight digits, "Delete" takes the last one back.
    for (let digits = 0; digits < 8; digits += 1) device.person(tap('both'));
    expect(device.lines()).toContain('OK');
    device.person(tap('right'));
    expect(device.lines()).toContain('Delete');
    device.person(tap('both'));
    expect(device.lines()).toContain('●●●●●●●');
    expect(place(device)).toEqual(['pin', 0, undefined]);
  });

  it('from "all written" back to the last word', () => {
    const device = createPersonaDevice({ model: 'nanosp' });
    device.person(beginSetUp('buttons', { way: 'new', count: 12, pin }));
    device.person(writePersonaWords(12));
    device.person(tap('left'));
    expect(place(device)).toEqual(['new-words', 12, 12]);
    device.person(expectScreen('Word 12 of 12'));
  });

  it('a word that is not known any more can be shown again', () => {
    const device = createPersonaDevice({ model: 'nanosp' });
    device.person(beginSetUp('buttons', { way: 'new', count: 12, pin }));
    device.person(writePersonaWords(12));
    device.person(tap('right'));
    device.person(tap('left'));
    expect(device.lines()).toContain('Show again');
    device.person(tap('both'));
    expect(place(device)).toEqual(['new-words', 1, 12]);
  });

  it('letters and whole words can be taken back while restoring', () => {
    const device = createPersonaDevice({ model: 'nanox' });
    device.person(beginSetUp('buttons', { way: 'restore', count: 12, pin }));
    device.person(enterPersonaWords(paper12.slice(0, 2)));
    expect(place(device)).toEqual(['restore-words', 3, 12]);
    // "Delete" is the last entry of the wheel: one step back from the first.
    device.person(tap('both'));
    device.person(expectScreen('Word 3: a'));
    device.person(tap('left'));
    device.person(tap('both'));
    device.person(expectScreen('Word 3: '));
    device.person(tap('left'));
    device.person(tap('both'));
    expect(place(device)).toEqual(['restore-words', 2, 12]);
  });

  it('from the way to restore back to the choice, on both kinds of device', () => {
    const device = createPersonaDevice({ model: 'nanox' });
    for (let page = 0; page < 4; page += 1) device.person(tap('right'));
    device.person(chooseOption('Set up', 'Restore'));
    expect(place(device)).toEqual(['restore-choice', 0, undefined]);
    device.person(chooseOption('Word count', 'Go back'));
    expect(place(device)).toEqual(['set-up-choice', 0, undefined]);
    const touch = createPersonaDevice({ model: 'stax' });
    for (let page = 0; page < 3; page += 1) touch.person(tap('right'));
    touch.person(typePin(pin));
    touch.person(typePin(pin));
    touch.person(chooseOption('Set up', 'Go back'));
    expect(place(touch)).toEqual(['pin', 0, undefined]);
  });

  it('two different PINs are chosen again', () => {
    const device = createPersonaDevice({ model: 'flex' });
    for (let page = 0; page < 3; page += 1) device.person(tap('right'));
    device.person(typePin('1234'));
    device.person(typePin('1235'));
    device.person(expectScreen('Not the same'));
    device.person(tap('right'));
    device.person(expectScreen('Choose a PIN'));
    expect(place(device)).toEqual(['pin', 0, undefined]);
  });
});

describe('without power', () => {
  it('before the end of the set-up nothing is kept: welcome again, with other words', () => {
    const device = createPersonaDevice({ model: 'nanox' });
    device.person(beginSetUp('buttons', { way: 'new', count: 12, pin }));
    const again = device.replug();
    expect(place(again)).toEqual(['welcome-1', 0, undefined]);
    expect(device.storage.bytes.every((byte) => byte === 0xff)).toBe(true);
  });

  it('afterwards is locked, answers 5515 to all, and shows welcome and onboarded', () => {
    const device = readyDevice().replug();
    for (const command of [encodeGetVersionRequest(), encodeAppNameRequest(), encodeInfoRequest()])
      expect(status(device, command)).toBe('5515');
    device.person(unlockPersona(pin));
    const response = device.exchange(encodeGetVersionRequest()) ?? new Uint8Array();
    expect(place(device)).toBe('set-up');
    expect(toHex(response)).toContain(toHex(Uint8Array.of(0x04, 0xee, 0x00, 0x00, 0x00)));
  });

  it('three wrong PINs empty it; cutting the power gives no further try', () => {
    let device = readyDevice().replug();
    device.person(unlockPersona('1111'));
    device = device.replug();
    device.person(unlockPersona('1111'));
    device = device.replug();
    expect(device.lines()).toContain('Last try');
    device.person(unlockPersona('1111'));
    device.person(expectScreen('Reset'));
    device.person(tap('right'));
    expect(place(device)).toEqual(['welcome-1', 0, undefined]);
    expect(device.storage.bytes.every((byte) => byte === 0xff)).toBe(true);
  });

  it('refuses storage of another kind of device, and leaves it as it is', () => {
    const other = readyDevice();
    other.storage.bytes[0] = 0x01;
    const before = toHex(other.storage.bytes);
    expect(() => other.replug()).toThrow('the storage file belongs to another kind of device');
    expect(toHex(other.storage.bytes)).toBe(before);
  });
});

describe('a device with a wallet', () => {
  it('says nothing of flags inside an app, and a host can close the app', () => {
    const device = readyDevice();
    device.person(chooseOption('Your Ledger', 'Open Bitcoin'));
    expect(status(device, encodeGetVersionRequest())).toBe('6e00');
    expect(toHex(device.exchange(encodeAppNameRequest()) ?? new Uint8Array())).toContain(
      toHex(Uint8Array.from('Bitcoin', (letter) => letter.charCodeAt(0))),
    );
    expect(status(device, encodeQuitAppRequest())).toBe('9000');
    device.person(expectScreen('Your Ledger'));
    expect(place(device)).toBe('set-up');
  });

  it('an app is closed on the device too', () => {
    const device = readyDevice();
    device.person(chooseOption('Your Ledger', 'Open Bitcoin'));
    device.person(tap('left'));
    expect(status(device, encodeGetVersionRequest())).toBe('6e00');
    device.person(tap('both'));
    expect(place(device)).toBe('set-up');
  });

  it('three wrong PINs during the set-up restart it', () => {
    const device = createPersonaDevice({ model: 'nanox' });
    device.person(beginSetUp('buttons', { way: 'new', count: 12, pin }));
    device.tick(lockAfter + 200);
    for (let tries = 0; tries < 2; tries += 1) {
      device.person(unlockPersona('1111'));
      device.person(expectScreen('Wrong PIN'));
      device.person(tap('right'));
    }
    device.person(unlockPersona('1111'));
    device.person(expectScreen('Reset'));
    device.person(tap('right'));
    expect(place(device)).toEqual(['welcome-1', 0, undefined]);
  });

  it('refuses everything while its menu is open', () => {
    const device = readyDevice();
    device.person(chooseOption('Your Ledger', 'Open the menu'));
    expect(status(device, encodeGetVersionRequest())).toBe('6901');
    device.person(tap('left'));
    expect(place(device)).toBe('set-up');
  });

  it('locks when asked to, and after five minutes without a press', () => {
    const device = readyDevice();
    device.person(chooseOption('Your Ledger', 'Lock'));
    expect(status(device, encodeGetVersionRequest())).toBe('5515');
    device.person(unlockPersona(pin));
    device.tick(lockAfter + 200);
    expect(status(device, encodeGetVersionRequest())).toBe('5515');
  });

  it('locks among the words too, shows none meanwhile, and resumes where it was', () => {
    const device = createPersonaDevice({ model: 'nanox' });
    device.person(beginSetUp('buttons', { way: 'new', count: 12, pin }));
    device.person(tap('right'));
    const word = device.lines()[1] ?? '';
    device.tick(lockAfter + 200);
    expect(status(device, encodeGetVersionRequest())).toBe('5515');
    // Compared without naming it: a word must not end up in the output of a failing test.
    expect(device.lines().includes(word)).toBe(false);
    device.person(unlockPersona(pin));
    expect(place(device)).toEqual(['new-words', 2, 12]);
    expect(device.lines()[1] === word).toBe(true);
  });
});

describe('started otherwise', () => {
  it.each(['bootloader', 'updater', 'recovery'] as const)('%s', (mode) => {
    const device = createPersonaDevice({ model: 'nanosp', mode });
    const expected = mode === 'recovery' ? 'recovery-mode' : mode;
    expect(reading(device).kind).toBe(expected);
    device.person(tap('right'));
    expect(reading(device).kind).toBe(expected);
    expect(status(device, encodeAppNameRequest())).toBe(mode === 'bootloader' ? '6e01' : '9000');
  });

  it('with old firmware', () => {
    const device = createPersonaDevice({ model: 'nanox', firmware: '2.1.0' });
    expect(reading(device)).toMatchObject({ kind: 'firmware-too-old', device: { firmware: '2.1.0' } });
  });
});

describe('the wire', () => {
  it.each([
    ['', '6700'],
    ['e00100', '6700'],
    ['e001000005', '6700'],
    ['e0010000', '9000'],
    ['e0d2000000', '6d07'],
    ['e0ff000000', '6d00'],
    ['b0ff000000', '6d00'],
    ['b0a7000000', '9000'],
    ['c801000000', '6e00'],
    ['ff01000000', '6e00'],
  ])('%s is answered with %s, and moves nothing', (command, expected) => {
    const device = createPersonaDevice({ model: 'nanox' });
    device.person(tap('right'));
    expect(status(device, fromHex(command))).toBe(expected);
    expect(place(device)).toEqual(['welcome-2', 0, undefined]);
  });

  it('no message moves the set-up (H2)', () => {
    const device = createPersonaDevice({ model: 'nanox' });
    device.person(beginSetUp('buttons', { way: 'new', count: 12, pin }));
    const shown = device.lines();
    for (const cla of [0xb0, 0xc8, 0xe0]) {
      for (let instruction = 0; instruction < 256; instruction += 1)
        device.exchange(Uint8Array.of(cla, instruction, 0, 0, 0));
    }
    expect(device.lines()).toEqual(shown);
    expect(place(device)).toEqual(['new-words', 1, 12]);
  });

  it('does not depend on the phrase (H1): other words, the same transcript', () => {
    const transcript = (phrase: string): string[] => {
      const device = createPersonaDevice({ model: 'nanosp', seeds: { phrase } });
      const seen: string[] = [];
      const note = (): void => {
        for (const command of [encodeGetVersionRequest(), encodeAppNameRequest(), encodeInfoRequest()])
          seen.push(toHex(device.exchange(command) ?? new Uint8Array()));
      };
      device.person(beginSetUp('buttons', { way: 'new', count: 12, pin }));
      const paper: string[] = [];
      for (let position = 1; position <= 12; position += 1) {
        note();
        paper.push(device.lines()[1] ?? '');
        device.person(tap('right'));
      }
      device.person(tap('right'));
      for (let position = 1; position <= 12; position += 1) {
        note();
        device.person(confirmPersonaWord(position, paper));
      }
      device.tick(usualDerivation + 200);
      device.person(agreeToSafety());
      note();
      return [...seen, paper.join(' ')];
    };
    const [one, other] = [transcript('one'), transcript('other')];
    expect(one.at(-1) === other.at(-1)).toBe(false);
    expect(one.slice(0, -1)).toEqual(other.slice(0, -1));
  });
});

describe('entering words', () => {
  it('offers only what can continue a word, and leads to every word of the list', () => {
    for (const word of wordlist) {
      let prefix = '';
      for (let steps = 0; steps < 9; steps += 1) {
        const entries = entriesAfter(prefix);
        if (entries.includes(word)) break;
        expect(entries).toContain(word[prefix.length]);
        prefix += word[prefix.length];
      }
      expect(entriesAfter(prefix)).toContain(word);
    }
  });
});
