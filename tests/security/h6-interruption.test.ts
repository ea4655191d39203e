/** H6: interruption at any step is harmless: what is stored is the old or the new state, whole, and the device knows which. */
import { describe, expect, it } from 'vitest';
import { recordLength } from '../../firmware-sim/core/vault/storage/record.ts';
import { slotLength } from '../../firmware-sim/core/vault/storage/slots.ts';
import { toHex } from '../../src/protocol/bytes.ts';
import {
  backUp,
  createWallet,
  enterPin,
  expectScreen,
  reveal,
  runPerson,
  tap,
  type Action,
} from '../kit/drivers/person.ts';
import { createTestDevice, createTestStorage, type TestDevice } from '../fixtures/devices/test-device.ts';

const pin = '1357';
const slot = slotLength(recordLength);

/** What a person does in a whole ceremony, from a device that had nothing. */
function wholeCeremony(): { actions: Action[]; paper: string[]; writtenBytes: number } {
  const device = createTestDevice();
  const written = device.storage.writtenBytes;
  device.startCreate(12);
  const actions: Action[] = [];
  const paper = runPerson(createWallet(12, pin), (action) => {
    if (action.kind !== 'look') actions.push(action);
    return device.fingers(action);
  });
  return { actions, paper, writtenBytes: device.storage.writtenBytes - written };
}

function startedDevice(): TestDevice {
  const device = createTestDevice();
  device.startCreate(12);
  return device;
}

/** Checks that an unfinished backup can be resumed: PIN, hold, the same words, confirmation. */
function resume(device: TestDevice, paper: readonly string[]): void {
  const words = device.person(
    (function* resuming() {
      yield* expectScreen('Not backed up');
      yield* tap('right');
      yield* enterPin(pin);
      return yield* backUp(12);
    })(),
  );
  // Compared as a whole and not with toEqual: a failing test must not print words.
  expect(words.join(' ') === paper.join(' ')).toBe(true);
  expect(device.status()).toMatchObject({ wallet: 'backed-up', outcome: 'completed', activity: 'none' });
}

describe('H6 interruption is harmless', () => {
  const { actions, paper } = wholeCeremony();

  it('after any unplug: empty before the PIN, resumable after it, finished at the end', () => {
    const seen = new Set<string>();
    for (let steps = 0; steps <= actions.length; steps += 1) {
      const device = startedDevice();
      for (const action of actions.slice(0, steps)) device.fingers(action);
      const { stage, wallet } = device.status();
      const again = device.replug();
      seen.add(again.status().wallet);
      if (['consent', 'choose-pin', 'repeat-pin'].includes(stage)) {
        expect(again.status()).toMatchObject({
          wallet: 'empty',
          stage: 'idle',
          activity: 'none',
          locked: false,
        });
      } else if (wallet === 'unfinished-backup') {
        expect(again.status()).toMatchObject({
          wallet,
          stage: 'unfinished',
          activity: 'resume',
          locked: true,
        });
        // Resuming is the same from each of them; the longest way is walked for every tenth.
        if (steps % 10 === 0) resume(again, paper);
      } else {
        expect(again.status()).toMatchObject({ wallet: 'backed-up', stage: 'enter-pin', locked: true });
      }
    }
    expect([...seen]).toEqual(['empty', 'unfinished-backup', 'backed-up']);
  });

  it('a power cut at any byte of any write in a ceremony leaves the old or new state', () => {
    const factory = createTestDevice();
    const image = factory.storage.bytes.slice();
    factory.storage.log.length = 0;
    factory.startCreate(12);
    for (const action of actions) factory.fingers(action);
    const { log } = factory.storage;
    // No wallet to unfinished, unfinished to backed up: two payloads, each in two slots.
    expect(log).toHaveLength(4);

    const states: string[] = [];
    for (const { offset, bytes } of log) {
      bytes.forEach((byte, at) => {
        const storage = createTestStorage();
        storage.bytes.set(image);
        const again = createTestDevice({ storage });
        states.push(again.status().wallet);
        expect(again.status()).toMatchObject({ outcome: 'none', triesLeft: 3 });
        // Opening repairs the torn slot: both hold the same whole record again.
        const second = storage.bytes.length / 2;
        expect(toHex(storage.bytes.slice(0, slot))).toBe(toHex(storage.bytes.slice(second, second + slot)));
        image[offset + at] = byte;
      });
    }
    expect(states).toHaveLength(4 * slot);
    // The states come in order, and no byte leads back from a later one.
    const order = states.map((state) => ['empty', 'unfinished-backup', 'backed-up'].indexOf(state));
    expect(order).toEqual(order.toSorted((left, right) => left - right));
    expect(new Set(states)).toEqual(new Set(['empty', 'unfinished-backup', 'backed-up']));
  });

  it.each([0, 1, slot, slot + 1, 2 * slot, 2 * slot + 1, 3 * slot, 4 * slot - 1])(
    'a device whose storage fails after %i bytes stops, and restarts with its wallet',
    (budget) => {
      const device = startedDevice();
      device.storage.budget = budget;
      for (const action of actions) {
        if (device.lines()[0] === 'Device fault') break;
        device.fingers(action);
      }
      expect(device.lines()[0]).toBe('Device fault');
      device.storage.budget = Number.POSITIVE_INFINITY;
      const again = device.replug();
      expect(again.status()).toMatchObject({ outcome: 'none', triesLeft: 3 });
      if (again.status().wallet === 'unfinished-backup') resume(again, paper);
    },
  );

  it('a host that vanishes does not stop the ceremony', () => {
    const device = startedDevice();
    for (const action of actions) {
      device.tick(10_000);
      device.fingers(action);
    }
    expect(device.status().wallet).toBe('backed-up');
  });

  it('a hold on the device discards an unfinished backup, and leaves the device empty', () => {
    const device = startedDevice();
    for (const action of actions) {
      if (device.status().stage === 'words') break;
      device.fingers(action);
    }
    const again = device.replug();
    again.person(
      (function* discard() {
        yield* expectScreen('Not backed up');
        yield* tap('left');
        yield* expectScreen('Discard wallet?');
        yield* tap('right');
        yield* expectScreen('Discard wallet?');
        yield { kind: 'hold', milliseconds: 1600 };
      })(),
    );
    expect(again.status()).toMatchObject({
      wallet: 'empty',
      outcome: 'discarded',
      stage: 'idle',
      wordCount: 0,
    });
    expect(again.replug().status()).toMatchObject({ wallet: 'empty', stage: 'idle' });
  });

  it('"stop" on the glass leaves an unfinished backup that asks for the PIN again', () => {
    const device = startedDevice();
    for (const action of actions) {
      if (device.status().stage === 'warning') break;
      device.fingers(action);
    }
    device.person(tap('left'));
    expect(device.status()).toMatchObject({ outcome: 'stopped', stage: 'unfinished', locked: true });
    resume(device, paper);
  });

  it('a host cannot reveal by resuming: the PIN and the hold come again', () => {
    const device = startedDevice();
    for (const action of actions) {
      if (device.status().stage === 'words') break;
      device.fingers(action);
    }
    const again = device.replug();
    again.person(tap('right'));
    expect(again.status().stage).toBe('enter-pin');
    again.person(enterPin(pin));
    expect(again.status().stage).toBe('warning');
    again.person(reveal());
    expect(again.status()).toMatchObject({ stage: 'words', position: 1 });
  });
});
