/**
 * H8, S1 to S4: a random source that fails its health tests stops the device before any word is shown; seeds are
 * drawn in full from it and from nothing else; dice are counted and taken one press at a time.
 */
import { randomFillSync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it } from 'vitest';
import { createBrowserBoard } from '../../firmware-sim/boards/browser/browser-board.ts';
import { withoutPace } from '../../firmware-sim/pace/pace.ts';
import { memoryStorage } from '../../firmware-sim/device/file-storage.ts';
import { createDevice } from '../../firmware-sim/device/device.ts';
import type { Board, RandomPurpose } from '../../firmware-sim/core/board.ts';
import { createFirmware } from '../../firmware-sim/core/firmware.ts';
import { phraseFromEntropy } from '../../firmware-sim/core/vault/phrase/phrase.ts';
import { openPhraseSource } from '../../firmware-sim/core/vault/entropy/phrase-source.ts';
import { testedBoard } from '../../firmware-sim/core/vault/random/tested-board.ts';
import { readU16, toHex } from '../../src/protocol/bytes.ts';
import { encodeCreateRequest } from '../../src/protocol/commands/create.ts';
import { encodeInfoRequest } from '../../src/protocol/commands/info.ts';
import { createCoreBoard } from '../fixtures/devices/core-board.ts';
import { agreeToNewWallet, choosePin, createWallet, rollDice } from '../kit/drivers/person.ts';
import { createTestDevice, createTestStorage, seededRandom } from '../fixtures/devices/test-device.ts';

const root = resolve(import.meta.dirname, '../..');
/** A sound source from its beginning: no test goes on where another one stopped. */
const soundSource = (name = 'sound'): Board['random'] => seededRandom({ all: name });

/** What a source can be that is none. */
const brokenSources: Readonly<Record<string, Board['random']>> = {
  constant: (_, length) => new Uint8Array(length).fill(0x55),
  zeros: (_, length) => new Uint8Array(length),
  'two values in turn': (_, length) => Uint8Array.from({ length }, (__, at) => at & 1),
  'a slow counter': (_, length) => Uint8Array.from({ length }, (__, at) => at >> 4),
  'a block of eight bytes, over and over': (_, length) =>
    Uint8Array.from({ length }, (__, at) => [3, 141, 59, 26, 53, 58, 97, 93][at & 7] ?? 0),
  short: (purpose, length) => soundSource()(purpose, length - 1),
  long: (purpose, length) => soundSource()(purpose, length + 1),
  empty: () => new Uint8Array(),
  throwing: () => {
    throw new Error('no random source on this board');
  },
};

const codeOf = (attempt: () => unknown): unknown => {
  try {
    attempt();
    return 'none';
  } catch (fault) {
    return (fault as { readonly code?: unknown }).code ?? (fault as Error).message;
  }
};

describe('S1: without a cryptographic random source a device does not start', () => {
  it.each(Object.entries(brokenSources))(
    '%s: it says so, on glass and wire, and stores nothing',
    (_, random) => {
      const device = createTestDevice({ random });
      expect(device.lines()[0]).toBe('Device fault');
      expect(readU16(device.exchange(encodeInfoRequest()), 0)).toBe(0x6f00);
      expect(readU16(device.exchange(encodeCreateRequest({ wordCount: 24 })), 0)).toBe(0x6f00);
      expect(device.status()).toMatchObject({ outcome: 'fault', stage: 'idle' });
      expect(device.storage.bytes).toEqual(createTestStorage().bytes);
    },
  );

  it('the fault is told apart from any other: random-source', () => {
    for (const random of [
      brokenSources['constant'],
      brokenSources['short'],
      brokenSources['a slow counter'],
    ]) {
      if (random !== undefined)
        expect(codeOf(() => testedBoard(createCoreBoard({ random })))).toBe('random-source');
    }
    expect(codeOf(() => testedBoard(createCoreBoard()))).toBe('none');
  });

  it('a device with a wallet asks for no PIN either, and recovers with the source', () => {
    const device = createTestDevice();
    device.startCreate(12);
    device.person(createWallet(12, '1234'));
    let broken = true;
    const sound = soundSource();
    const random: Board['random'] = (purpose, length) =>
      broken ? new Uint8Array(length) : sound(purpose, length);
    const without = createTestDevice({ storage: device.storage, random });
    expect(without.lines()[0]).toBe('Device fault');
    broken = false;
    expect(createTestDevice({ storage: device.storage, random }).status().wallet).toBe('backed-up');
  });

  it('tests 1,024 bytes, of their own, before it draws anything for use', () => {
    const purposes: [RandomPurpose, number][] = [];
    const sound = soundSource();
    createTestDevice({
      random(purpose, length) {
        purposes.push([purpose, length]);
        return sound(purpose, length);
      },
    });
    expect(purposes[0]).toEqual(['health', 1024]);
    expect(purposes.slice(1).map(([purpose]) => purpose)).toEqual(['device', 'device', 'device']);
  });

  it.each([
    [12, 16],
    [15, 20],
    [18, 24],
    [21, 28],
    [24, 32],
  ] as const)('%i words are %i bytes of the source, and all of them', (wordCount, length) => {
    const drawn: number[] = [];
    const sound = soundSource();
    const device = createTestDevice({
      random(purpose, size) {
        if (purpose === 'phrase') drawn.push(size);
        return sound(purpose, size);
      },
    });
    device.startCreate(wordCount);
    device.person(agreeToNewWallet());
    device.person(choosePin('1234'));
    expect(drawn).toEqual([length]);
  });

  /** Two equal PINs, pressed in blindly, are 33 presses; the wheel's first digit may differ, and then they are not equal. */
  const mostPresses = 60;

  // Ten sources each: where the PIN pad begins must not decide whether the fault is seen.
  it.each(
    ['constant', 'zeros', 'two values in turn'].flatMap((how) =>
      Array.from({ length: 10 }, (_, at) => [how, `sound ${at}`] as const),
    ),
  )('a source that breaks later stops the ceremony before a word: %s (%s)', (how, name) => {
    let broken = false;
    const seen: string[] = [];
    const sound = soundSource(name);
    const device = createTestDevice({
      random: (purpose, length) =>
        (broken ? brokenSources[how] : sound)?.(purpose, length) ?? new Uint8Array(),
    });
    device.startCreate(12);
    device.person(agreeToNewWallet());
    broken = true;
    for (let presses = 0; presses < mostPresses && device.lines()[0] !== 'Device fault'; presses += 1) {
      device.fingers({ kind: 'tap', gesture: device.lines()[0] === 'PINs differ' ? 'right' : 'both' });
      seen.push(...device.lines());
    }
    expect(device.lines()[0]).toBe('Device fault');
    expect(seen.filter((text) => wordlist.includes(text))).toEqual([]);
    // A source that failed is not asked again whether it is well: until the power is cut, nothing is drawn from it.
    broken = false;
    device.fingers({ kind: 'tap', gesture: 'right' });
    device.startCreate(12);
    device.person(agreeToNewWallet());
    expect(device.lines()[0]).toBe('Device fault');
    expect(device.replug().lines()[0]).toBe('Hostblind');
  });

  it('a board of the browser without crypto.getRandomValues makes no device', () => {
    const shown: string[] = [];
    const missing: { getRandomValues?: (bytes: Uint8Array) => Uint8Array } = {};
    const board = createBrowserBoard({
      createFirmware,
      now: () => 0,
      createPace: () => withoutPace,
      random: (length) => {
        if (missing.getRandomValues === undefined)
          throw new TypeError('crypto.getRandomValues is not a function');
        return missing.getRandomValues(new Uint8Array(length));
      },
      show: ({ lines }) => void shown.push(lines[0]?.text ?? ''),
    });
    expect(shown).toEqual(['Device fault']);
    const answers: string[] = [];
    board.exchange(encodeInfoRequest(), (response) => answers.push(toHex(response)));
    expect(answers).toEqual(['6f00']);
  });

  it('no file of protocol, devices, firmware or the key libraries calls Math.random', () => {
    const folders = [
      ...['protocol', 'transport', 'devices'].map((name) => `src/${name}`),
      'firmware-sim',
      ...['hashes', 'curves', 'ciphers'].map((name) => `node_modules/@noble/${name}`),
      'node_modules/@scure/bip39',
    ];
    let read = 0;
    for (const folder of folders) {
      for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
        if (!/\.(ts|js|mjs)$/.test(name)) continue;
        read += 1;
        // Comments may speak of it.
        const code = readFileSync(join(root, folder, name), 'utf8').replaceAll(
          /\/\*[\s\S]*?\*\/|\/\/.*$/gm,
          '',
        );
        if (/Math\s*\.\s*random|Math\[/.test(code)) throw new Error(`${folder}/${name} calls Math.random`);
      }
    }
    expect(read).toBeGreaterThan(250);
  });
});

describe('S2: seeds are independent', () => {
  it('two devices switched on in the same millisecond share nothing', () => {
    const [one, two] = [0, 1].map(() =>
      createDevice({ storage: memoryStorage(), createFirmware, realNow: () => 1_000_000 }),
    );
    try {
      const ids = [one, two].map((device) =>
        toHex(device?.connect().exchange(encodeInfoRequest()) ?? new Uint8Array()).slice(16, 48),
      );
      expect(ids[0]).toHaveLength(32);
      expect(ids[0]).not.toBe(ids[1]);
    } finally {
      one?.close();
      two?.close();
    }
  });

  /** Pairs of values that are equal. */
  function equalPairs(values: readonly number[]): number {
    const counts = new Map<number, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts.values()].reduce((pairs, count) => pairs + (count * (count - 1)) / 2, 0);
  }

  /** The first two words of 100,000 seeds, from the board's random source on. */
  function firstTwoWords(random: Board['random']): number[] {
    const board = createCoreBoard({ random });
    return Array.from({ length: 100_000 }, () => {
      board.draws.length = 0;
      const [first = 0, second = 0] = phraseFromEntropy(openPhraseSource(board, 12).takeEntropy());
      return first * 2048 + second;
    });
  }

  // 100,000 seeds make 4,999,950,000 pairs, of which 1 in 2^22 has the same first two words: 1,192 on average with a
  // standard deviation of 34.5. Beyond 6.5 of these is a false alarm in one run of 10^10.
  const pairs = (100_000 * 99_999) / 2 / 2 ** 22;
  const most = pairs + 6.5 * Math.sqrt(pairs);

  it('of 100,000 seeds no more than chance begin with the same two words', () => {
    const found = equalPairs(firstTwoWords((_, length) => randomFillSync(new Uint8Array(length))));
    expect(found).toBeLessThan(most);
    expect(found).toBeGreaterThan(pairs - 6.5 * Math.sqrt(pairs));
  });

  it('would notice a generator with a seed of 16 bits', () => {
    let at = 0;
    const weak: Board['random'] = (_, length) => sound32((at = (at * 48_271 + 11) % 65_537), length);
    expect(equalPairs(firstTwoWords(weak))).toBeGreaterThan(most);
  });

  /** Bytes that look random and come of one small number. */
  function sound32(seed: number, length: number): Uint8Array {
    let state = seed + 1;
    return Uint8Array.from({ length }, () => {
      state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
      return (state >>> 11) & 0xff;
    });
  }
});

describe('S4: one press, one roll', () => {
  it('a key that the board repeats enters one roll, however long it is down', () => {
    const device = createTestDevice();
    device.start({ kind: 'create', wordCount: 12, dice: true });
    device.person(agreeToNewWallet());
    device.person(rollDice('25'));
    expect(device.lines()[1]).toBe('Roll 3 of 50 for 12 words');
    device.press('left');
    device.press('right');
    for (let repeats = 0; repeats < 100; repeats += 1) {
      device.press('left');
      device.press('right');
      device.tick(50);
    }
    expect(device.lines()[1]).toBe('Roll 3 of 50 for 12 words');
    device.release('left');
    device.release('right');
    expect(device.lines()[1]).toBe('Roll 4 of 50 for 12 words');
    device.release('left');
    device.release('right');
    expect(device.lines()[1]).toBe('Roll 4 of 50 for 12 words');
  });

  it('a held turn moves the wheel by one', () => {
    const device = createTestDevice();
    device.start({ kind: 'create', wordCount: 12, dice: true });
    device.person(agreeToNewWallet());
    const shown = (): string => device.textLines().find(({ secret }) => secret)?.text ?? '';
    const before = Number(shown());
    for (let repeats = 0; repeats < 50; repeats += 1) {
      device.press('right');
      device.tick(50);
    }
    device.release('right');
    expect(Number(shown())).toBe((before % 6) + 1);
  });
});
