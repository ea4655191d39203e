/**
 * S22, S23 as far as software goes: a bit that flips anywhere in storage. One flip costs nothing, since there are two
 * slots; damage to both stops the device; and a record that was changed on purpose, checksums made good, opens to
 * nothing at all.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { recordLength } from '../../firmware-sim/core/vault/storage/record.ts';
import { slotLength } from '../../firmware-sim/core/vault/storage/slots.ts';
import { equalBytes } from '../../src/protocol/bytes.ts';
import { openedBy, soundRandom, stored, storageBefore, theWallet } from '../fixtures/proof/ceremony-runs.ts';
import { proofRuns } from '../fixtures/proof/scale.ts';
import { createTally, reportProof } from '../fixtures/proof/summary.ts';
import { rightPin } from '../fixtures/twins/twin-scripts.ts';
import { createTestDevice, createTestStorage } from '../fixtures/devices/test-device.ts';

// Pictures never matter here, and are most of a device's time.
vi.mock('../../firmware-sim/core/glass/screens/canvas.ts', async () => {
  const { picturelessCanvas } = await import('../fixtures/proof/pictureless-canvas.ts');
  return picturelessCanvas();
});

const slot = slotLength(recordLength);
/** Where slot 1 begins: in the second half of a storage that names no sectors. */
const second = createTestStorage().bytes.length / 2;
const image = stored.image;

function flipped(bytes: Uint8Array, ...bits: readonly number[]): Uint8Array {
  const copy = bytes.slice();
  for (const bit of bits) copy[bit >>> 3] = (copy[bit >>> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

function switchOn(bytes: Uint8Array) {
  const storage = createTestStorage();
  storage.bytes.set(bytes);
  return createTestDevice({ storage, random: soundRandom() });
}

/** Where the fields of a record lie, by `vault/record.ts`: offset and length, and what a change of them does. */
const fields = [
  { name: 'version', offset: 0, length: 1, effect: 'stops' },
  { name: 'wallet state', offset: 1, length: 1, effect: 'opens nothing' },
  { name: 'word count', offset: 2, length: 1, effect: 'opens nothing' },
  { name: 'wrong tries', offset: 3, length: 1, effect: 'counts' },
  { name: 'device ID', offset: 4, length: 16, effect: 'opens nothing' },
  { name: 'device key', offset: 20, length: 32, effect: 'opens' },
  { name: 'device secret', offset: 52, length: 32, effect: 'opens nothing' },
  { name: 'salt', offset: 84, length: 16, effect: 'opens nothing' },
  { name: 'nonce', offset: 100, length: 24, effect: 'opens nothing' },
  { name: 'sealed part', offset: 124, length: 64, effect: 'opens nothing' },
  { name: 'name', offset: 188, length: 17, effect: 'opens' },
] as const;

describe('a bit that flips in storage', () => {
  it('anywhere in one slot costs nothing: the other one heals it', () => {
    let flips = 0;
    for (let at = 0; at < 2 * slot * 8; at += 1) {
      const bit = at < slot * 8 ? at : second * 8 + at - slot * 8;
      const device = switchOn(flipped(image, bit));
      expect(equalBytes(device.storage.bytes, image)).toBe(true);
      flips += 1;
    }
    expect(openedBy(image, [rightPin])).toBe(theWallet);
    reportProof('Bit flips in storage: one slot', { 'bits flipped, one at a time': flips });
  });

  it('behind each of the two slots changes nothing', () => {
    for (let bit = 0; bit < image.length * 8; bit += 1) {
      const at = (bit >>> 3) % second;
      // Right behind slot 0 lay the second slot of earlier versions: what is there is erased.
      if (at < slot || (bit >>> 3 < second && at < 2 * slot)) continue;
      expect(openedBy(flipped(image, bit), [rightPin])).toBe(theWallet);
    }
  });

  it('a flip in both slots stops the device, and storage stays as it is for recovery', () => {
    const anyBit = fc.nat(slot * 8 - 1);
    fc.assert(
      fc.property(anyBit, anyBit, (one, two) => {
        const bytes = flipped(image, one, second * 8 + two);
        const device = switchOn(bytes);
        expect(device.status()).toMatchObject({ outcome: 'fault', triesLeft: 0 });
        expect(equalBytes(device.storage.bytes, bytes)).toBe(true);
      }),
      { numRuns: proofRuns({ short: 500, long: 20_000 }) },
    );
  });

  it('in a record whose checksums were made good is noticed wherever it matters', () => {
    const tally = createTally();
    expect(fields.reduce((sum, { length }) => sum + length, 0)).toBe(recordLength);
    for (const { name, offset, length, effect } of fields) {
      for (let bit = offset * 8; bit < (offset + length) * 8; bit += 1) {
        const bytes = flipped(image, 64 + bit, second * 8 + 64 + bit);
        for (const start of [0, second]) {
          bytes.set(sha256(bytes.slice(start, start + slot - 32)), start + slot - 32);
        }
        tally.add(effect);
        const status = switchOn(bytes).status();
        const stopped = status.outcome === 'fault';
        const opened = stopped ? 'stopped' : openedBy(bytes, [rightPin]);
        // The name and the count may turn into what no record holds; then the device stops.
        const allowed = {
          stops: ['stopped'],
          'opens nothing': ['stopped', 'closed', 'empty'],
          opens: ['stopped', theWallet],
          counts: ['stopped', theWallet, 'empty'],
        }[effect];
        expect([name, allowed.includes(opened)]).toEqual([name, true]);
      }
    }
    reportProof('Bit flips in storage: both slots, checksums made good', {
      'by what must follow': String(tally),
    });
  });

  it('in the state of a wallet can hide it, and never makes an unfinished one finished', () => {
    const unfinished = storageBefore({ before: 'unfinished-backup' }).bytes;
    for (const state of [0, 1, 2, 3]) {
      const bytes = unfinished.slice();
      for (const start of [0, second]) {
        bytes[start + 9] = state;
        bytes.set(sha256(bytes.slice(start, start + slot - 32)), start + slot - 32);
      }
      const opened = state === 3 ? 'stopped' : openedBy(bytes, [rightPin]);
      expect([state, opened]).toEqual([state, ['empty', theWallet, 'closed', 'stopped'][state]]);
    }
  });
});
