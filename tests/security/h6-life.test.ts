/** H6 for the ceremonies after the first backup: unplugged, cancelled or cut off anywhere, what is stored is whole. */
import { describe, expect, it, vi } from 'vitest';
import { recordLength } from '../../firmware-sim/core/vault/storage/record.ts';
import { slotLength } from '../../firmware-sim/core/vault/storage/slots.ts';
import { toHex } from '../../src/protocol/bytes.ts';
import { encodeCancelRequest } from '../../src/protocol/commands/cancel.ts';
import type { WalletState } from '../../src/protocol/public-state.ts';
import {
  backedUpImage,
  lifePin,
  lifeScripts,
  newPin,
  playScript,
  readyFor,
  switchedOn,
} from '../fixtures/drivers/life-scripts.ts';
import {
  agreeToNewWallet,
  choosePin,
  enterPin,
  tap,
  type Action,
  leaveStopped,
} from '../kit/drivers/person.ts';
import { createTestDevice, type TestDevice } from '../fixtures/devices/test-device.ts';

// Pictures never matter here, and are most of a device's time.
vi.mock('../../firmware-sim/core/glass/screens/canvas.ts', async () => {
  const { picturelessCanvas } = await import('../fixtures/proof/pictureless-canvas.ts');
  return picturelessCanvas();
});

const slot = slotLength(recordLength);
const prepared = backedUpImage();
const { image, paper } = prepared;

/** The images that storage holds while writes are made, one for each byte; the first is before them. */
function imagesAtEveryByte(before: Uint8Array, device: TestDevice): Uint8Array[] {
  const now = before.slice();
  const images = [now.slice()];
  for (const { offset, bytes } of device.storage.log) {
    bytes.forEach((byte, at) => {
      now[offset + at] = byte;
      images.push(now.slice());
    });
  }
  return images;
}

function expectWhole(device: TestDevice, states: readonly WalletState[]): void {
  const { outcome, wallet } = device.status();
  expect(outcome).toBe('none');
  expect(states).toContain(wallet);
  const { bytes } = device.storage;
  expect(toHex(bytes.slice(0, slot))).toBe(toHex(bytes.slice(bytes.length / 2, bytes.length / 2 + slot)));
}

describe.each(lifeScripts)('H6 $name', (script) => {
  it('an unplug at any press leaves either the old contents or the requested ones', () => {
    const device = readyFor(script, prepared);
    let presses = 0;
    const seen = new Set<string>();
    playScript(device, script, paper, () => {
      presses += 1;
      const again = switchedOn(device.storage.bytes);
      expectWhole(again, [script.before, script.after]);
      expect(again.status().triesLeft).toBe(3);
      const { wallet } = again.status();
      expect(again.status()).toMatchObject(
        wallet === 'empty' ? { stage: 'idle', locked: false } : { stage: 'enter-pin', locked: true },
      );
      seen.add(wallet);
    });
    expect(device.status()).toMatchObject({ outcome: script.outcome, wallet: script.after });
    expect(presses).toBeGreaterThan(0);
    expect(seen).toContain(script.before);
    expect(switchedOn(device.storage.bytes).status().wallet).toBe(script.after);
  });

  it('cancelled by the host at its presses: nothing that was there is lost', () => {
    const actions: Action[] = [];
    playScript(readyFor(script, prepared), script, paper, (action) => actions.push(action));
    // Every press of the short ones; of the entry of words every 23rd, which is another place in each word.
    for (let steps = 0; steps < actions.length; steps += actions.length > 60 ? 23 : 1) {
      const device = readyFor(script, prepared);
      const before = toHex(device.storage.bytes);
      device.start(script.request);
      for (const action of actions.slice(0, steps)) device.fingers(action);
      const { stage, wallet } = device.status();
      device.exchange(encodeCancelRequest());
      const after = device.status();
      expect(after).toMatchObject({ outcome: 'cancelled', wallet });
      if (stage !== 'finish') expect(toHex(device.storage.bytes)).toBe(before);
    }
  });

  it('power lost at every byte that is written leaves the old or the new state, whole', () => {
    const device = readyFor(script, prepared);
    const before = device.storage.bytes.slice();
    device.storage.log.length = 0;
    playScript(device, script, paper);
    const states = imagesAtEveryByte(before, device).map((bytes) => {
      const again = switchedOn(bytes);
      expectWhole(again, [script.before, script.after]);
      // The worst that a cut costs is the try of the PIN that was being compared.
      expect(again.status().triesLeft).toBeGreaterThanOrEqual(2);
      return again.status().wallet;
    });
    expect(states[0]).toBe(script.before);
    expect(states.at(-1)).toBe(script.after);
    if (script.before !== script.after) {
      expect(states.indexOf(script.after)).toBe(states.lastIndexOf(script.before) + 1);
    }
  });
});

describe('H6 what is kept through a power cut', () => {
  it('a power cut during a PIN change leaves the old PIN or the new one, never neither', () => {
    const script = lifeScripts.find(({ name }) => name === 'change PIN');
    if (script === undefined) throw new Error('there is a PIN change');
    const device = readyFor(script, prepared);
    const before = device.storage.bytes.slice();
    device.storage.log.length = 0;
    playScript(device, script, paper);
    const images = imagesAtEveryByte(before, device);
    const opensWith = (bytes: Uint8Array, pin: string): boolean => {
      const again = switchedOn(bytes);
      again.person(enterPin(pin));
      return !again.status().locked;
    };
    const opened = images
      .filter((_, at) => at % 49 === 0 || at === images.length - 1)
      .map((bytes) => [opensWith(bytes, lifePin), opensWith(bytes, newPin)].join());
    expect(new Set(opened)).toEqual(new Set(['true,false', 'false,true']));
    expect(opened).toEqual(opened.toSorted().toReversed());
  });

  it('a wrong PIN costs one try, or none where the cut came before it was counted', () => {
    const device = switchedOn(image);
    device.storage.log.length = 0;
    device.person(enterPin('0000'));
    const tries = imagesAtEveryByte(image, device).map((bytes) => switchedOn(bytes).status().triesLeft);
    expect(tries.indexOf(2)).toBe(slot);
    expect(tries.slice(slot).every((left) => left === 2)).toBe(true);
  });

  it('a discarded backup is there or gone at every byte', () => {
    const device = createTestDevice();
    device.startCreate(12);
    device.person(agreeToNewWallet());
    device.person(choosePin(lifePin));
    device.exchange(encodeCancelRequest());
    device.person(leaveStopped());
    const before = device.storage.bytes.slice();
    device.storage.log.length = 0;
    device.person(tap('left'));
    device.fingers({ kind: 'hold', milliseconds: 1600 });
    expect(device.status().outcome).toBe('discarded');
    const states = imagesAtEveryByte(before, device).map((bytes) => {
      const again = switchedOn(bytes);
      expectWhole(again, ['unfinished-backup', 'empty']);
      return again.status().wallet;
    });
    expect(states.indexOf('empty')).toBe(states.lastIndexOf('unfinished-backup') + 1);
  });

  it('a recovery check leaves storage byte for byte as it was', () => {
    for (const script of lifeScripts.filter(({ request }) => request.kind === 'check')) {
      const device = readyFor(script, prepared);
      const before = toHex(device.storage.bytes);
      for (const entered of [paper, paper.with(3, 'zoo')]) {
        playScript(device, script, entered);
        expect(['match', 'no-match']).toContain(device.status().outcome);
        expect(toHex(device.storage.bytes)).toBe(before);
      }
    }
  });
});
