/** The language of the glass: each device has its own, asked for and agreed to in both. */
import { describe, expect, it } from 'vitest';
import type { Board, GlassLanguages, TextLine } from '../../../firmware-sim/core/board.ts';
import { createFirmware } from '../../../firmware-sim/core/firmware.ts';
import { responseData } from '../../../src/protocol/apdu/apdu.ts';
import { toHex } from '../../../src/protocol/bytes.ts';
import { encodeCancelRequest } from '../../../src/protocol/commands/cancel.ts';
import { encodeCeremonyRequest } from '../../../src/protocol/commands/ceremonies.ts';
import { decodeLanguages, encodeLanguagesRequest } from '../../../src/protocol/commands/languages.ts';
import { glassInEnglish } from '../../../src/text/en/glass.ts';
import { accented, pseudoGlass } from '../../fixtures/devices/pseudo-glass.ts';
import {
  createTestDevice,
  createTestStorage,
  seededRandom,
  type TestDevice,
} from '../../fixtures/devices/test-device.ts';
import {
  agree,
  agreeToName,
  agreeToNewWallet,
  choosePin,
  copySquares,
  createWallet,
  enterPin,
  enterWords,
  expectScreen,
  leaveStopped,
  mistakeWord,
  refusedDice,
  reveal,
  revealSeedQr,
  rollDice,
  tap,
  wipe,
  writeWordsDown,
} from '../../kit/drivers/person.ts';

const pin = '4711';
const pseudo: GlassLanguages = {
  tags: ['qx'],
  text: (tag) => (tag === 'qx' ? pseudoGlass : undefined),
};
const ask = { kind: 'language', tag: 'qx' } as const;
const again = accented('New language?');

const languagesOf = (device: TestDevice) =>
  decodeLanguages(responseData(device.exchange(encodeLanguagesRequest())));
const answerTo = (device: TestDevice, request: Parameters<typeof encodeCeremonyRequest>[0]): string =>
  toHex(device.exchange(encodeCeremonyRequest(request)));

function speaking(languages: GlassLanguages | undefined = pseudo): TestDevice {
  const device = createTestDevice({ languages });
  device.start(ask);
  device.person(agree('New language?'));
  device.person(agree(again));
  return device;
}

describe('a device that is asked for another language', () => {
  it('asks in the one that it speaks, then in the other, and speaks that from then on', () => {
    const device = createTestDevice({ languages: pseudo });
    expect(languagesOf(device)).toEqual({ spoken: 'en', offered: ['en', 'qx'] });
    device.start(ask);
    expect(device.status()).toMatchObject({ activity: 'language', stage: 'consent', outcome: 'none' });
    device.person(expectScreen('New language?'));
    expect(device.lines().join(' ')).toContain(`from English to ${accented('English')}`);
    device.person(tap('right'));
    expect(device.status()).toMatchObject({ activity: 'language', stage: 'consent' });
    expect(device.lines()).toEqual([
      again,
      ...['This device will speak', 'English from now on.', '◀ No', 'Yes ▶'].map(accented),
    ]);
    device.person(tap('right'));
    expect(device.status()).toMatchObject({ activity: 'none', outcome: 'completed', wallet: 'empty' });
    expect(device.lines()).toEqual(['Hostblind', accented('Start in the app.')]);
    expect(languagesOf(device)).toEqual({ spoken: 'qx', offered: ['en', 'qx'] });
  });

  it.each(['New language?', again])('stays with the old one after a no at %j', (question) => {
    const device = createTestDevice({ languages: pseudo });
    const before = toHex(device.storage.bytes);
    device.start(ask);
    device.person(expectScreen('New language?'));
    if (question === again) device.person(tap('right'));
    device.person(tap('left'));
    expect(device.status()).toMatchObject({ activity: 'none', outcome: 'declined' });
    expect(languagesOf(device).spoken).toBe('en');
    expect(toHex(device.storage.bytes)).toBe(before);
  });

  it.each(['New language?', again])('says in the old one that the computer stopped it at %j', (question) => {
    const device = createTestDevice({ languages: pseudo });
    device.start(ask);
    device.person(expectScreen('New language?'));
    if (question === again) device.person(tap('right'));
    device.exchange(encodeCancelRequest());
    device.person(leaveStopped());
    expect(device.status()).toMatchObject({ activity: 'none', outcome: 'cancelled' });
    expect(device.replug().lines()).toEqual(['Hostblind', 'Start in the app.']);
  });

  it('takes no press in the first second of the question (H2)', () => {
    const device = createTestDevice({ languages: pseudo });
    device.start(ask);
    device.fingers({ kind: 'tap', gesture: 'right' });
    device.fingers({ kind: 'tap', gesture: 'right' });
    expect(device.lines()[0]).toBe('New language?');
    expect(languagesOf(device).spoken).toBe('en');
  });

  it('keeps it over a power cut and a wipe, and changes it back', () => {
    const device = speaking().replug();
    expect(languagesOf(device).spoken).toBe('qx');
    device.start({ kind: 'language', tag: 'en' });
    device.person(agree(again));
    device.person(agree('New language?'));
    expect(languagesOf(device).spoken).toBe('en');

    const wiped = createTestDevice({ languages: pseudo });
    wiped.startCreate(12);
    wiped.person(createWallet(12, pin));
    wiped.start(ask);
    wiped.person(agree('New language?'));
    wiped.person(agree(again));
    wiped.start({ kind: 'wipe' });
    wiped.person(agree(accented('Wipe device?')));
    wiped.fingers({ kind: 'hold', milliseconds: 1_600 });
    expect(wiped.status()).toMatchObject({ wallet: 'empty', outcome: 'completed' });
    expect(languagesOf(wiped).spoken).toBe('qx');
  });

  it('is whole after a power cut at every byte of the write: old or new (H6)', () => {
    const asked = (): TestDevice => {
      const device = createTestDevice({ languages: pseudo, storage: createTestStorage() });
      device.start(ask);
      device.person(agree('New language?'));
      device.person(expectScreen(again));
      return device;
    };
    const whole = asked();
    const before = whole.storage.writtenBytes;
    whole.person(tap('right'));
    const written = whole.storage.writtenBytes - before;
    expect(written).toBeGreaterThan(0);
    const spoken = new Set<string>();
    for (let budget = 0; budget <= written; budget += 7) {
      const device = asked();
      device.storage.budget = budget;
      device.person(tap('right'));
      device.storage.budget = Number.POSITIVE_INFINITY;
      const after = device.replug();
      expect(after.status()).toMatchObject({ wallet: 'empty', activity: 'none' });
      spoken.add(languagesOf(after).spoken);
    }
    expect([...spoken].toSorted()).toEqual(['en', 'qx']);
  });

  it.each([
    ['one that it has not', { kind: 'language', tag: 'zz' }, '6a80'],
    ['the one that it speaks', { kind: 'language', tag: 'en' }, '6986'],
  ] as const)('refuses %s', (_, request, answer) => {
    const device = createTestDevice({ languages: pseudo });
    expect(answerTo(device, request)).toBe(answer);
    expect(device.lines()).toEqual(['Hostblind', 'Start in the app.']);
  });

  it('refuses while it is locked, busy, or has an unfinished backup', () => {
    const device = createTestDevice({ languages: pseudo });
    device.startCreate(12);
    expect(answerTo(device, ask)).toBe('6601');
    device.person(agree('New wallet?'));
    device.person(choosePin(pin));
    const unfinished = device.replug();
    expect(answerTo(unfinished, ask)).toBe('6601');
    const other = createTestDevice({ languages: pseudo });
    other.startCreate(12);
    other.person(createWallet(12, pin));
    expect(answerTo(other.replug(), ask)).toBe('5515');
  });
});

describe('a board that has lost a language', () => {
  it('leaves its device English, and the choice where it was', () => {
    const device = speaking();
    const without = createTestDevice({
      storage: device.storage,
      languages: { tags: [], text: () => undefined },
    });
    expect(without.lines()).toEqual(['Hostblind', 'Start in the app.']);
    expect(languagesOf(without)).toEqual({ spoken: 'en', offered: ['en'] });
    const back = createTestDevice({ storage: device.storage, languages: pseudo });
    expect(languagesOf(back).spoken).toBe('qx');
  });

  it('refuses the one that it offers and can’t lay hands on', () => {
    const device = createTestDevice({ languages: { tags: ['qx'], text: () => undefined } });
    expect(languagesOf(device).offered).toEqual(['en', 'qx']);
    expect(answerTo(device, ask)).toBe('6a80');
  });
});

/** What may stand on any glass: the mark, the name of the protocol, digits of an ID, a block of a SeedQR. */
const ofNoLanguage = /^(?:SIM|Hostblind|[\da-f ]+|[A-F]\d)$/;

describe('two devices in one process', () => {
  it('speak two languages, and no sentence is the firmware’s own', () => {
    const languages = (text: typeof pseudoGlass): GlassLanguages => ({ tags: ['qx'], text: () => text });
    const { bytes } = speaking().storage;
    const storage = (): ReturnType<typeof createTestStorage> => {
      const copy = createTestStorage(bytes.length);
      copy.bytes.set(bytes);
      return copy;
    };
    const shown: TextLine[][] = [];
    const random = seededRandom({ all: 'two devices' });
    // The other one gets the same presses and messages, and has the same randomness: it's led in the English of the first.
    const both = (board: Board): ReturnType<typeof createFirmware> => {
      const kept = storage();
      const first = createFirmware({ ...board, languages: languages(glassInEnglish) });
      const second = createFirmware({
        ...board,
        random: seededRandom({ all: 'two devices' }),
        storage: {
          size: kept.bytes.length,
          read: () => kept.bytes.slice(),
          write: (offset, written) => kept.bytes.set(written, offset),
        },
        display: { show: ({ lines }) => void shown.push([...lines]) },
        languages: languages(pseudoGlass),
      });
      return {
        ...first,
        handle(event) {
          first.handle(event);
          second.handle(event);
        },
        exchange(command, link) {
          second.exchange(command, link);
          return first.exchange(command, link);
        },
      };
    };
    const device = createTestDevice({ storage: storage(), random, createFirmware: both });
    device.startCreate(12);
    device.person(agreeToNewWallet());
    device.person(choosePin(pin));
    device.person(reveal());
    const paper = device.person(writeWordsDown(12));
    device.person(tap('right'));
    device.person(mistakeWord(1, paper));
    device.exchange(encodeCancelRequest());
    device.person(leaveStopped());
    device.person(tap('left'));
    device.fingers({ kind: 'hold', milliseconds: 1_600 });
    device.start({ kind: 'create', wordCount: 12, dice: true });
    device.person(agree('New wallet?'));
    device.person(rollDice('1'.repeat(50)));
    device.person(tap('right'));
    device.person(refusedDice());
    device.exchange(encodeCancelRequest());
    device.person(leaveStopped());
    device.startCreate(12);
    const words = device.person(createWallet(12, pin));
    device.start({ kind: 'rename', name: 'Desk' });
    device.person(agreeToName(pin));
    for (const method of ['letters', 'halving'] as const) {
      device.start({ kind: 'check' });
      device.person(agree('Check backup?'));
      device.person(enterPin(pin));
      device.person(enterWords(words, method));
      device.person(tap('right'));
    }
    device.start({ kind: 'seed-qr' });
    device.person(agree('Show SeedQR?'));
    device.person(enterPin(pin));
    device.person(revealSeedQr('standard'));
    device.person(copySquares());
    device.person(tap('right'));
    device.start({ kind: 'wipe' });
    device.person(agree('Wipe device?'));
    device.person(wipe());

    const said = shown.flat().filter(({ secret, text }) => !secret && !ofNoLanguage.test(text));
    expect(said.length).toBeGreaterThan(1_000);
    expect([...new Set(said.map(({ text }) => text).filter((text) => /[aeiou]/i.test(text)))]).toEqual([]);
    for (const sentence of ['Delete', 'Turn', 'Choose', 'Back', 'Hold to wipe'])
      expect(said.some(({ text }) => text.includes(accented(sentence)))).toBe(true);
  });
});
