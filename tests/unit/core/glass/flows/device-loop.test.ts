import { describe, expect, it } from 'vitest';
import { encodeCancelRequest } from '../../../../../src/protocol/commands/cancel.ts';
import { encodeCreateRequest } from '../../../../../src/protocol/commands/create.ts';
import { encodeWalletRequest } from '../../../../../src/protocol/commands/wallet.ts';
import { readU16, toHex } from '../../../../../src/protocol/bytes.ts';
import { formatWalletId } from '../../../../../src/protocol/entropy/wallet-id.ts';
import { deviceLoop } from '../../../../../firmware-sim/core/glass/flows/device-loop.ts';
import { stopRequest } from '../../../../../firmware-sim/core/glass/flow.ts';
import { createFirmware } from '../../../../../firmware-sim/core/firmware.ts';
import { createCoreBoard } from '../../../../fixtures/devices/core-board.ts';
import { createGlassBench } from '../../../../fixtures/drivers/glass-driver.ts';
import {
  agreeToNewWallet,
  choosePin,
  confirmEveryWord,
  createWallet,
  enterPin,
  reveal,
  typePin,
  wipe,
  writeWordsDown,
  leaveStopped,
} from '../../../../kit/drivers/person.ts';
import { createRecordedDevice, type RecordedDevice } from '../../../../fixtures/devices/recorded-device.ts';

const statusOf = (response: Uint8Array): string => readU16(response, response.length - 2).toString(16);
const cancel = (device: RecordedDevice): string => statusOf(device.firmware.exchange(encodeCancelRequest()));
const create = (device: RecordedDevice): string =>
  statusOf(device.firmware.exchange(encodeCreateRequest({ wordCount: 12 })));
const walletId = (device: RecordedDevice): string => {
  const response = device.firmware.exchange(encodeWalletRequest());
  return response.length === 2 ? statusOf(response) : toHex(response.subarray(0, -2));
};

function unfinished(): RecordedDevice {
  const device = createRecordedDevice();
  device.startCreate(12);
  device.person(agreeToNewWallet());
  device.person(choosePin('4711'));
  return device;
}

function finished(): RecordedDevice {
  const device = createRecordedDevice();
  device.startCreate(12);
  device.person(createWallet(12, '4711'));
  return device;
}

describe('an empty device', () => {
  it('waits for the app, and for no button', () => {
    const device = createRecordedDevice();
    device.tap('left', 'right', 'both');
    expect(device.lines()).toEqual(['Hostblind', 'Start in the app.']);
    expect(device.status()).toEqual({
      wallet: 'empty',
      locked: false,
      activity: 'none',
      stage: 'idle',
      position: 0,
      total: 0,
      outcome: 'none',
      ceremony: 0,
      triesLeft: 3,
      wordCount: 0,
    });
    expect([cancel(device), walletId(device)]).toEqual(['6986', '6986']);
  });

  it('asks the person first, with the word count in the question', () => {
    const device = createRecordedDevice();
    device.startCreate(18);
    expect(device.lines().slice(0, 4)).toEqual([
      'New wallet?',
      'Create a wallet with a',
      'recovery phrase of 18',
      'words.',
    ]);
    expect(device.status()).toMatchObject({
      activity: 'create',
      stage: 'consent',
      ceremony: 1,
      wordCount: 0,
    });
    device.tap('left');
    expect(device.status()).toMatchObject({
      activity: 'none',
      stage: 'idle',
      outcome: 'declined',
      wallet: 'empty',
      ceremony: 1,
    });
    expect(device.lines()[0]).toBe('Hostblind');
  });

  it('asks for what the host has asked for: a check, dice, both or neither', () => {
    const device = createRecordedDevice();
    const question = (entropyCheck: boolean, dice: boolean): string => {
      device.start({ kind: 'create', wordCount: 12, entropyCheck, dice });
      const lines = device.lines().join(' ');
      device.tap('left');
      return lines;
    };
    expect(question(true, true)).toMatch(/dice.*computer/);
    expect(question(false, true)).toMatch(/^(?!.*computer).*dice/);
    expect(question(true, false)).toMatch(/^(?!.*dice).*computer/);
    expect(question(false, false)).toBe('New wallet? Create a wallet with a recovery phrase of 12 words.');
  });

  it('rests under its own title, with the name that it was given as a label', () => {
    const device = createRecordedDevice();
    device.start({ kind: 'rename', name: 'Desk' });
    device.tap('right');
    const atRest = ['Hostblind', 'Start in the app.', 'Name: "Desk"'];
    expect(device.lines()).toEqual(atRest);
    expect(device.replug().lines()).toEqual(atRest);
  });

  it('forgets the outcome of the ceremony before when the next one starts', () => {
    const device = createRecordedDevice();
    device.startCreate(12);
    device.tap('left');
    device.startCreate(12);
    expect(device.status()).toMatchObject({ outcome: 'none', ceremony: 2 });
  });

  it('counts ceremonies modulo 65,536', () => {
    const { glass, state } = createGlassBench();
    state.ceremony = 65_534;
    const loop = deviceLoop(glass, () => undefined);
    loop.next();
    for (const expected of [65_535, 0, 1]) {
      loop.next({ kind: 'start', request: { kind: 'create', wordCount: 12 } });
      expect(state.ceremony).toBe(expected);
      loop.throw(stopRequest);
    }
  });
});

describe('a ceremony that the host stops', () => {
  it.each([
    ['consent', () => undefined, 'empty'],
    ['choose-pin', (device: RecordedDevice) => device.tap('right'), 'empty'],
    [
      'repeat-pin',
      (device: RecordedDevice) => {
        device.tap('right');
        device.person(typePin('4711'));
      },
      'empty',
    ],
    [
      'warning',
      (device: RecordedDevice) => {
        device.tap('right');
        device.person(choosePin('4711'));
      },
      'unfinished-backup',
    ],
    [
      'hold',
      (device: RecordedDevice) => {
        device.tap('right');
        device.person(choosePin('4711'));
        device.tap('right');
      },
      'unfinished-backup',
    ],
    [
      'words',
      (device: RecordedDevice) => {
        device.tap('right');
        device.person(choosePin('4711'));
        device.person(reveal());
      },
      'unfinished-backup',
    ],
    [
      'written',
      (device: RecordedDevice) => {
        device.tap('right');
        device.person(choosePin('4711'));
        device.person(reveal());
        device.person(writeWordsDown(12));
      },
      'unfinished-backup',
    ],
    [
      'confirm',
      (device: RecordedDevice) => {
        device.tap('right');
        device.person(choosePin('4711'));
        device.person(reveal());
        device.person(writeWordsDown(12));
        device.tap('right');
      },
      'unfinished-backup',
    ],
  ])('at %s is cancelled, and leaves a defined state', (stage, goThere, wallet) => {
    const device = createRecordedDevice();
    device.startCreate(12);
    goThere(device);
    expect(device.status().stage).toBe(stage);
    expect(create(device)).toBe('6601');
    expect(walletId(device)).toBe('6986');
    expect(cancel(device)).toBe('9000');
    const waits = wallet === 'empty';
    // The device says so, and the person leaves that screen before anything else is asked.
    expect(device.status()).toMatchObject({
      activity: 'create',
      stage: 'stopped',
      outcome: 'cancelled',
      locked: !waits,
    });
    expect([create(device), cancel(device)]).toEqual(['6601', '6986']);
    device.person(leaveStopped());
    expect(device.status()).toMatchObject({
      wallet,
      outcome: 'cancelled',
      activity: waits ? 'none' : 'resume',
      stage: waits ? 'idle' : 'unfinished',
      locked: !waits,
      position: 0,
      total: 0,
    });
    expect(device.lines()[0]).toBe(waits ? 'Hostblind' : 'Not backed up');
    expect(cancel(device)).toBe('6986');
    // And what was left is there after a power cycle too.
    expect(device.replug().status().wallet).toBe(wallet);
  });

  it('a cancel between "backed up" and the last press leaves a finished, locked wallet', () => {
    const device = unfinished();
    device.person(reveal());
    const paper = device.person(writeWordsDown(12));
    device.person(confirmEveryWord(paper));
    expect(device.status()).toMatchObject({ stage: 'finish', wallet: 'backed-up', activity: 'create' });
    expect(walletId(device)).toBe('6986');
    expect(cancel(device)).toBe('9000');
    expect(device.status()).toMatchObject({ stage: 'stopped', locked: true });
    device.person(leaveStopped());
    expect(device.status()).toMatchObject({
      wallet: 'backed-up',
      outcome: 'cancelled',
      locked: true,
      activity: 'unlock',
      stage: 'enter-pin',
    });
    expect(walletId(device)).toBe('5515');
    device.person(enterPin('4711'));
    expect(walletId(device)).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('an unfinished backup', () => {
  it('is resumed with the PIN, a new ceremony and the same words, and can be finished', () => {
    const device = unfinished();
    device.person(reveal());
    const paper = device.person(writeWordsDown(12));
    const again = device.replug();
    expect(again.status()).toMatchObject({
      wallet: 'unfinished-backup',
      locked: true,
      activity: 'resume',
      stage: 'unfinished',
      ceremony: 0,
      wordCount: 12,
    });
    expect(create(again)).toBe('6601');
    again.tap('right');
    expect(again.status()).toMatchObject({
      activity: 'resume',
      stage: 'enter-pin',
      ceremony: 1,
      locked: true,
    });
    again.person(enterPin('4711'));
    expect(again.status()).toMatchObject({ stage: 'warning', locked: false });
    again.person(reveal());
    expect(again.person(writeWordsDown(12))).toEqual(paper);
    again.person(confirmEveryWord(paper));
    again.tap('right');
    expect(again.status()).toMatchObject({
      wallet: 'backed-up',
      outcome: 'completed',
      activity: 'none',
      stage: 'idle',
      locked: false,
    });
  });

  it('is kept, or discarded by a hold', () => {
    const device = unfinished().replug();
    device.tap('left');
    expect(device.status()).toMatchObject({ stage: 'discard', activity: 'resume', ceremony: 1 });
    expect(device.lines().slice(0, 3)).toEqual([
      'Discard wallet?',
      'Hold the right button to',
      'delete it. No undo.',
    ]);
    device.tap('right');
    expect(device.status().stage).toBe('discard');
    device.tap('left');
    expect(device.status()).toMatchObject({
      stage: 'unfinished',
      outcome: 'stopped',
      wallet: 'unfinished-backup',
    });
    device.tap('left');
    const frames = device.board.frames.length;
    device.person(hold());
    expect(device.board.frames.length - frames).toBeGreaterThan(25);
    expect(device.status()).toMatchObject({
      wallet: 'empty',
      outcome: 'discarded',
      stage: 'idle',
      activity: 'none',
      locked: false,
      ceremony: 2,
    });
    expect(device.replug().status().wallet).toBe('empty');
  });

  it('is wiped by three wrong PINs, and the device is as new', () => {
    const device = unfinished().replug();
    device.tap('right');
    for (const pin of ['1111', '2222', '3333']) {
      device.person(enterPin(pin));
      // No wallet is left to wait for a PIN.
      if (pin === '3333') expect(device.status()).toMatchObject({ stage: 'wiped', locked: false });
      device.tap('right');
    }
    expect(device.status()).toMatchObject({
      wallet: 'empty',
      outcome: 'wiped',
      activity: 'none',
      locked: false,
      triesLeft: 3,
    });
    device.startCreate(24);
    expect(device.lines()[0]).toBe('New wallet?');
  });

  it('is locked again when the resumed ceremony is stopped by the person', () => {
    const device = unfinished().replug();
    device.tap('right');
    device.person(enterPin('4711'));
    device.tap('left');
    expect(device.status()).toMatchObject({ outcome: 'stopped', locked: true, stage: 'unfinished' });
  });

  it('cannot be stopped from the question whether to resume: there is nothing to stop', () => {
    const device = unfinished().replug();
    expect(cancel(device)).toBe('6986');
    expect(device.status().stage).toBe('unfinished');
  });
});

describe('a finished wallet', () => {
  it('rests, shows its id, and no button changes that', () => {
    const device = finished();
    const id = walletId(device);
    const groups = formatWalletId(
      Uint8Array.from(id.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)),
    );
    device.tap('left', 'right', 'both');
    expect(device.lines()[0]).toBe('Backed up');
    expect(device.lines().slice(1).join(' ')).toBe(`Wallet ID ${groups}`);
    expect([create(device), cancel(device)]).toEqual(['6986', '6986']);
    expect(device.status()).toMatchObject({
      wallet: 'backed-up',
      stage: 'idle',
      activity: 'none',
      wordCount: 12,
    });
  });

  it('is locked at power-on, and the PIN releases the same id', () => {
    const device = finished();
    const id = walletId(device);
    const again = device.replug();
    expect(again.status()).toMatchObject({
      wallet: 'backed-up',
      locked: true,
      activity: 'unlock',
      stage: 'enter-pin',
      outcome: 'none',
      ceremony: 0,
    });
    expect([walletId(again), create(again), cancel(again)]).toEqual(['5515', '5515', '6986']);
    again.person(enterPin('4711'));
    expect(again.status()).toMatchObject({ locked: false, activity: 'none', stage: 'idle', outcome: 'none' });
    expect(walletId(again)).toBe(id);
    expect(again.lines()[0]).toBe('Backed up');
  });

  it('is wiped by three wrong PINs, and says so', () => {
    const again = finished().replug();
    for (const pin of ['1111', '2222', '3333']) {
      again.person(enterPin(pin));
      if (pin === '3333') expect(again.lines()[0]).toBe('Wiped');
      expect(again.status().locked).toBe(pin !== '3333');
      again.tap('right');
    }
    expect(again.status()).toMatchObject({
      wallet: 'empty',
      outcome: 'wiped',
      locked: false,
      activity: 'none',
    });
    expect(walletId(again)).toBe('6986');
  });

  it('gives out copies of its id', () => {
    const device = finished();
    const id = walletId(device);
    device.firmware.exchange(encodeWalletRequest()).fill(0);
    expect(walletId(device)).toBe(id);
  });
});

describe('a wallet after another one', () => {
  it('never shows the old wallet ID, while the new one is unfinished or cut short', () => {
    const device = finished();
    const before = walletId(device);
    device.start({ kind: 'wipe' });
    device.tap('right');
    device.person(wipe());
    expect(walletId(device)).toBe('6986');
    device.startCreate(12);
    device.person(agreeToNewWallet());
    device.person(choosePin('4711'));
    expect(walletId(device)).toBe('6986');
    device.person(reveal());
    device.person(confirmEveryWord(device.person(writeWordsDown(12))));
    expect(walletId(device)).toBe('6986');
    expect(cancel(device)).toBe('9000');
    expect(device.status()).toMatchObject({ wallet: 'backed-up', locked: true });
    expect(walletId(device)).toBe('5515');
    device.person(leaveStopped());
    device.person(enterPin('4711'));
    expect(walletId(device)).toMatch(/^[0-9a-f]{32}$/);
    expect(walletId(device)).not.toBe(before);
  });
});

describe('the firmware', () => {
  it('takes a repeated press for none, and a release of a button that is up too', () => {
    const device = createRecordedDevice();
    device.startCreate(12);
    device.wait(1000);
    device.firmware.handle({ kind: 'release', button: 'left' });
    expect(device.status().stage).toBe('consent');
    device.firmware.handle({ kind: 'press', button: 'right' });
    device.firmware.handle({ kind: 'press', button: 'right' });
    device.firmware.handle({ kind: 'release', button: 'right' });
    expect(device.status().stage).toBe('choose-pin');
    device.firmware.handle({ kind: 'release', button: 'right' });
    expect(device.status().stage).toBe('choose-pin');
  });

  it('does not let a board that repeats keys break a hold', () => {
    const device = createRecordedDevice();
    device.startCreate(12);
    device.person(agreeToNewWallet());
    device.person(choosePin('4711'));
    device.tap('right');
    for (let ticks = 0; ticks < 31; ticks += 1) {
      device.firmware.handle({ kind: 'press', button: 'right' });
      device.wait(50);
    }
    expect(device.status().stage).toBe('words');
  });

  it('a left button already down when the right one joins makes it no hold (H5)', () => {
    const device = createRecordedDevice();
    device.startCreate(12);
    device.person(agreeToNewWallet());
    device.person(choosePin('4711'));
    device.firmware.handle({ kind: 'press', button: 'left' });
    device.firmware.handle({ kind: 'press', button: 'right' });
    device.firmware.handle({ kind: 'release', button: 'right' });
    device.firmware.handle({ kind: 'release', button: 'left' });
    device.tap('right');
    expect(device.status().stage).toBe('hold');
    device.firmware.handle({ kind: 'press', button: 'left' });
    device.firmware.handle({ kind: 'press', button: 'right' });
    device.wait(4000);
    expect(device.status().stage).toBe('hold');
  });

  it('is dead once the power is off', () => {
    const device = unfinished();
    device.person(reveal());
    device.firmware.powerOff();
    const frames = device.board.frames.length;
    device.tap('right', 'left', 'both');
    device.firmware.powerOff();
    expect(device.board.frames.length).toBe(frames);
    expect(device.lines()).toEqual([]);
    expect(() => device.firmware.exchange(encodeCancelRequest())).toThrow('the device is off');
  });

  it('reads the clock once an event', () => {
    let reads = 0;
    const board = createCoreBoard({ now: () => (reads += 1) });
    const firmware = createFirmware(board);
    expect(reads).toBe(0);
    firmware.handle({ kind: 'tick' });
    firmware.handle({ kind: 'press', button: 'left' });
    expect(reads).toBe(2);
  });
});

function* hold(): ReturnType<typeof reveal> {
  yield { kind: 'hold', milliseconds: 1600 };
}
