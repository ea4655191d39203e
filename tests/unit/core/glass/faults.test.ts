/** Broken random sources and broken storage, in every purpose and at every write: the device says so and stops. */
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it } from 'vitest';
import type { RandomPurpose } from '../../../../firmware-sim/core/board.ts';
import { recordLength } from '../../../../firmware-sim/core/vault/storage/record.ts';
import { slotLength } from '../../../../firmware-sim/core/vault/storage/slots.ts';
import { createFirmware } from '../../../../firmware-sim/core/firmware.ts';
import { readU16 } from '../../../../src/protocol/bytes.ts';
import { encodeCommand } from '../../../../src/protocol/apdu/apdu.ts';
import { encodeCancelRequest } from '../../../../src/protocol/commands/cancel.ts';
import { encodeCreateRequest } from '../../../../src/protocol/commands/create.ts';
import { hostblindClass, instructions } from '../../../../src/protocol/apdu/instructions.ts';
import {
  agreeToNewWallet,
  backUp,
  choosePin,
  confirmEveryWord,
  createWallet,
  enterPin,
  reveal,
  writeWordsDown,
} from '../../../kit/drivers/person.ts';
import { createCoreBoard } from '../../../fixtures/devices/core-board.ts';
import { createRecordedDevice, type RecordedDevice } from '../../../fixtures/devices/recorded-device.ts';
import { createTestStorage, seededRandom } from '../../../fixtures/devices/test-device.ts';

const breakages = {
  constant: (length: number) => new Uint8Array(length).fill(0x55),
  short: (length: number) => new Uint8Array(length - 1),
  long: (length: number) => new Uint8Array(length + 1),
  throwing: (): Uint8Array => {
    throw new Error('the source does not answer');
  },
};
type Breakage = keyof typeof breakages;
const everyBreakage = Object.keys(breakages) as Breakage[];

/** Sound until `breakNow` is called for a purpose. */
function fragileDevice() {
  const sound = seededRandom({ all: 'fragile' });
  let broken: RandomPurpose | undefined;
  let how: Breakage = 'constant';
  const device = createRecordedDevice({
    random: (purpose, length) => (purpose === broken ? breakages[how](length) : sound(purpose, length)),
  });
  return {
    device,
    breakNow: (purpose: RandomPurpose, breakage: Breakage): void => {
      broken = purpose;
      how = breakage;
    },
    mend: () => void (broken = undefined),
  };
}

const showsWord = (lines: readonly string[]): boolean => lines.some((text) => wordlist.includes(text));

/** The fault is on the glass; no word comes after it; the person's OK ends the ceremony as a fault. */
function expectFault(device: RecordedDevice, wallet: 'empty' | 'unfinished-backup' | 'backed-up'): void {
  expect(device.lines()).toEqual(['Device fault', "Don't use this device for a", 'wallet.', 'OK ▶']);
  const frames = device.board.frames.length;
  if (wallet === 'empty') expect(device.status().locked).toBe(false);
  expect(readU16(device.firmware.exchange(encodeCancelRequest()), 0)).toBe(0x6986);
  device.tap('left', 'both');
  expect(device.lines()[0]).toBe('Device fault');
  // Told while the device says so, and not only once the person has left the screen.
  expect(device.status()).toMatchObject({ stage: 'fault', outcome: 'fault' });
  device.tap('right');
  expect(device.status()).toMatchObject({ outcome: 'fault', wallet, locked: wallet !== 'empty' });
  for (const { lines } of device.board.frames.slice(frames))
    expect(showsWord(lines.map(({ text }) => text))).toBe(false);
}

describe('a random source that is broken from the start', () => {
  it.each(everyBreakage)('makes no device at all (%s)', (breakage) => {
    const storage = createTestStorage();
    const device = createRecordedDevice({ storage, random: (_, length) => breakages[breakage](length) });
    expect(device.lines()).toEqual([
      'Device fault',
      'Storage or random source is',
      'broken. Restore your wallet',
      'on another device.',
    ]);
    expect(storage.bytes).toEqual(createTestStorage().bytes);
  });
});

describe('a random source that breaks', () => {
  // Four random bytes may be equal by chance: for the PIN pad a constant source is not told from a sound one.
  const atPinPad = everyBreakage.filter((breakage) => breakage !== 'constant');

  it.each(atPinPad)('at the PIN pad stops the ceremony (%s)', (breakage) => {
    const { device, breakNow } = fragileDevice();
    device.startCreate(12);
    breakNow('pin-pad', breakage);
    device.tap('right');
    expectFault(device, 'empty');
  });

  it.each(atPinPad)('at the PIN pad of a locked device stops there (%s)', (breakage) => {
    const { device, breakNow, mend } = fragileDevice();
    device.startCreate(12);
    device.person(createWallet(12, '4711'));
    breakNow('pin-pad', breakage);
    const again = device.replug();
    expectFault(again, 'backed-up');
    mend();
    again.tap('right');
    again.person(enterPin('4711'));
    expect(again.status()).toMatchObject({ locked: false, wallet: 'backed-up' });
  });

  it.each(everyBreakage.flatMap((breakage) => [['phrase', breakage] as const, ['seal', breakage] as const]))(
    'while a wallet is made leaves none, and shows no word (%s, %s)',
    (purpose, breakage) => {
      const { device, breakNow, mend } = fragileDevice();
      device.startCreate(24);
      device.person(agreeToNewWallet());
      breakNow(purpose, breakage);
      device.person(choosePin('4711'));
      expectFault(device, 'empty');
      expect(device.board.frames.some(({ lines }) => showsWord(lines.map(({ text }) => text)))).toBe(false);
      expect(device.status()).toMatchObject({ activity: 'none', stage: 'idle', wordCount: 0 });
      expect(device.replug().status().wallet).toBe('empty');
      mend();
      const mended = device.replug();
      mended.startCreate(12);
      mended.person(createWallet(12, '4711'));
      expect(mended.status().outcome).toBe('completed');
    },
  );

  it.each(everyBreakage)('at a question stops the confirmation, and nothing is lost (%s)', (breakage) => {
    const { device: used, breakNow, mend } = fragileDevice();
    let device = used;
    device.startCreate(12);
    device.person(agreeToNewWallet());
    device.person(choosePin('4711'));
    device.person(reveal());
    const paper = device.person(writeWordsDown(12));
    breakNow('quiz', breakage);
    device.tap('right');
    expectFault(device, 'unfinished-backup');
    mend();
    // A source that failed a health test stays suspect until the power is cut.
    if (breakage === 'constant') device = device.replug();
    device.tap('right');
    device.person(enterPin('4711'));
    expect(device.person(backUp(12))).toEqual(paper);
    expect(device.status()).toMatchObject({ wallet: 'backed-up', outcome: 'completed' });
  });

  it('when the backup is to be sealed leaves it unfinished', () => {
    const { device, breakNow } = fragileDevice();
    device.startCreate(12);
    device.person(agreeToNewWallet());
    device.person(choosePin('4711'));
    device.person(reveal());
    const paper = device.person(writeWordsDown(12));
    breakNow('seal', 'constant');
    device.person(confirmEveryWord(paper));
    expectFault(device, 'unfinished-backup');
  });
});

describe('storage that fails', () => {
  const failing = (goThere: (device: RecordedDevice) => void, budget = 0) => {
    const device = createRecordedDevice();
    goThere(device);
    device.board.stored.budget = budget;
    return device;
  };
  const mend = (device: RecordedDevice): void => void (device.board.stored.budget = Number.POSITIVE_INFINITY);

  it('while a wallet is made: there is none', () => {
    const device = failing((each) => {
      each.startCreate(12);
      each.person(agreeToNewWallet());
    });
    device.person(choosePin('4711'));
    expectFault(device, 'empty');
    mend(device);
    expect(device.replug().status().wallet).toBe('empty');
  });

  it('while a try is counted: the PIN is not compared, and the wallet stays', () => {
    const device = failing((each) => {
      each.startCreate(12);
      each.person(agreeToNewWallet());
      each.person(choosePin('4711'));
      each.tap('left');
      each.tap('right');
    });
    device.person(enterPin('4711'));
    expectFault(device, 'unfinished-backup');
    mend(device);
    expect(device.replug().status()).toMatchObject({ wallet: 'unfinished-backup', triesLeft: 3 });
  });

  it('while the wallet is discarded: it stays', () => {
    const device = failing((each) => {
      each.startCreate(12);
      each.person(agreeToNewWallet());
      each.person(choosePin('4711'));
      each.tap('left', 'left');
    });
    device.person(
      (function* () {
        yield { kind: 'hold', milliseconds: 1600 };
      })(),
    );
    expectFault(device, 'unfinished-backup');
  });

  it('a fault while counting a PIN try leaves the device locked, without a fourth try', () => {
    const created = createRecordedDevice();
    created.startCreate(12);
    created.person(createWallet(12, '4711'));
    const device = created.replug();
    for (const pin of ['1111', '2222']) {
      device.person(enterPin(pin));
      device.tap('right');
    }
    // The third try is counted; the wipe that follows cannot be written.
    device.board.stored.budget = 2 * slotLength(recordLength);
    device.person(enterPin('3333'));
    expectFault(device, 'backed-up');
    expect(device.status().triesLeft).toBe(0);
    device.person(enterPin('4711'));
    expectFault(device, 'backed-up');
    mend(device);
    device.person(enterPin('4711'));
    expect(device.lines()[0]).toBe('Wiped');
    expect(device.status().wallet).toBe('empty');
  });

  it('damaged in both slots makes a device that only says so', () => {
    const created = createRecordedDevice();
    created.startCreate(12);
    created.person(createWallet(12, '4711'));
    created.firmware.powerOff();
    const storage = createTestStorage();
    storage.bytes.set(created.board.stored.bytes);
    storage.bytes[100] = (storage.bytes[100] ?? 0) ^ 1;
    storage.bytes[600] = (storage.bytes[600] ?? 0) ^ 1;
    const before = storage.bytes.slice();
    const device = createRecordedDevice({ storage });
    expect(device.lines()[0]).toBe('Device fault');
    expect(storage.bytes).toEqual(before);
  });
});

describe('a faulty device', () => {
  const faulty = createRecordedDevice({ random: (_, length) => new Uint8Array(length) });
  const answer = (instruction: number, data?: Uint8Array): number => {
    const response = faulty.firmware.exchange(encodeCommand(hostblindClass, instruction, data));
    return readU16(response, response.length - 2);
  };

  it('answers status, and a fault to everything else', () => {
    expect(faulty.status()).toEqual({
      wallet: 'empty',
      locked: false,
      activity: 'none',
      stage: 'idle',
      position: 0,
      total: 0,
      outcome: 'fault',
      ceremony: 0,
      triesLeft: 0,
      wordCount: 0,
    });
    expect(answer(instructions.info)).toBe(0x6f00);
    expect(answer(instructions.cancel)).toBe(0x6f00);
    expect(answer(instructions.attest, new Uint8Array(32))).toBe(0x6f00);
    expect(answer(instructions.wallet)).toBe(0x6f00);
    expect(readU16(faulty.firmware.exchange(encodeCreateRequest({ wordCount: 12 })), 0)).toBe(0x6f00);
  });

  it('does nothing with buttons, time and power', () => {
    const frames = faulty.board.frames.length;
    faulty.tap('left', 'right', 'both');
    faulty.firmware.powerOff();
    expect(faulty.board.frames.length).toBe(frames);
    expect(frames).toBe(1);
  });

  it('carries the simulator mark, and no board can take it away (H10)', () => {
    for (const claim of [{}, { simulator: false }, { simulator: undefined }]) {
      const board = createCoreBoard({ random: (_, length) => new Uint8Array(length) });
      createFirmware({ ...board, ...(claim as object) });
      expect(board.frames.map(({ lines }) => lines.at(-1)?.text)).toEqual(['SIM']);
    }
  });
});
