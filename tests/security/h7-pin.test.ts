/** H7: the PIN is entered on the glass, counted before it is compared, and three wrong tries wipe. */
import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { recordLength } from '../../firmware-sim/core/vault/storage/record.ts';
import { slotLength } from '../../firmware-sim/core/vault/storage/slots.ts';
import { toHex } from '../../src/protocol/bytes.ts';
import { choosePin, createWallet, enterPin, expectScreen, look, tap } from '../kit/drivers/person.ts';
import {
  createTestDevice,
  createTestStorage,
  seededRandom,
  type TestDevice,
} from '../fixtures/devices/test-device.ts';

const slot = slotLength(recordLength);
/** Where the second copy begins. */
const secondSlot = createTestStorage().bytes.length / 2;
const failuresOffset = 11;

function backedUpDevice(): { device: TestDevice; paper: string[] } {
  const device = createTestDevice();
  device.startCreate(12);
  const paper = device.person(createWallet(12, '8421'));
  return { device: device.replug(), paper };
}

describe('H7 PIN on the device', () => {
  it('starts each digit at a random one, all ten alike', () => {
    const starts = new Map<string, number>();
    for (let run = 0; run < 600; run += 1) {
      const device = createTestDevice({ random: seededRandom({ all: 'fixed', 'pin-pad': `pad ${run}` }) });
      device.startCreate(12);
      device.person(tap('right'));
      const digit = device.person(look()).find((text) => /^\d$/.test(text)) ?? '';
      starts.set(digit, (starts.get(digit) ?? 0) + 1);
    }
    // Chi-square with 9 degrees of freedom: 27.9 is exceeded by chance once in a thousand; the seeds are fixed.
    const chiSquare = [...starts.values()].reduce((sum, count) => sum + (count - 60) ** 2 / 60, 0);
    expect(starts.size).toBe(10);
    expect(chiSquare).toBeLessThan(27.9);
  });

  it('writes the try down before it compares: power lost right after has cost the try', () => {
    const { device } = backedUpDevice();
    const before = device.storage.writtenBytes;
    device.storage.budget = slot; // one slot: the counted try, in its first copy
    device.person(
      (function* rightPin() {
        yield* enterPin('8421');
        yield* expectScreen('Device fault');
      })(),
    );
    expect(device.storage.writtenBytes - before).toBe(slot);
    expect(device.storage.bytes[failuresOffset]).toBe(1);
    device.storage.budget = Number.POSITIVE_INFINITY;
    expect(device.replug().status()).toMatchObject({ triesLeft: 2, locked: true });
  });

  it('wipes after three wrong tries, also with the power cut between them', () => {
    let { device } = backedUpDevice();
    for (const triesLeft of [2, 1]) {
      device.person(enterPin('1111'));
      device.person(expectScreen('Wrong PIN'));
      expect(device.status().triesLeft).toBe(triesLeft);
      device = device.replug();
      expect(device.status().triesLeft).toBe(triesLeft);
    }
    device.person(
      (function* lastTry() {
        yield* enterPin('1111');
        yield* expectScreen('Wiped');
        yield* tap('right');
      })(),
    );
    expect(device.status()).toMatchObject({
      wallet: 'empty',
      outcome: 'wiped',
      stage: 'idle',
      locked: false,
    });
    // Nothing of the wallet is left: the sealed part of both slots is zero.
    for (const start of [0, secondSlot]) {
      expect(device.storage.bytes.slice(start + 92, start + 92 + 104).every((byte) => byte === 0)).toBe(true);
    }
  });

  it('a right PIN sets the count back', () => {
    let { device } = backedUpDevice();
    device.person(enterPin('1111'));
    device.person(tap('right'));
    device.person(enterPin('8421'));
    expect(device.status()).toMatchObject({ triesLeft: 3, locked: false });
    device = device.replug();
    expect(device.status().triesLeft).toBe(3);
  });

  it('wrong tries on an unfinished backup count and wipe alike', () => {
    const device = createTestDevice();
    device.startCreate(12);
    device.person(
      (function* untilWarning() {
        yield* expectScreen('New wallet?');
        yield* tap('right');
        yield* choosePin('8421');
        yield* tap('left');
        yield* expectScreen('Not backed up');
        yield* tap('right');
        for (const wrong of ['0000', '1111', '2222']) {
          yield* enterPin(wrong);
          yield* tap('right');
        }
      })(),
    );
    expect(device.status()).toMatchObject({ wallet: 'empty', outcome: 'wiped' });
  });

  it('stores neither entropy nor words nor PIN, and seals with the device secret', () => {
    const { device, paper } = backedUpDevice();
    const stored = toHex(device.storage.bytes);
    expect(stored.includes(toHex(mnemonicToEntropy(paper.join(' '), wordlist).slice(0, 4)))).toBe(false);
    for (const word of paper) {
      expect(stored.includes(toHex(Uint8Array.from(word, (letter) => letter.charCodeAt(0))))).toBe(false);
    }
    // The same wallet under another device secret, checksums made good: the right PIN no longer opens it.
    const storage = createTestStorage();
    storage.bytes.set(device.storage.bytes);
    for (const start of [0, secondSlot]) {
      const secretAt = start + 8 + 4 + 16 + 32;
      storage.bytes[secretAt] = (storage.bytes[secretAt] ?? 0) ^ 1;
      storage.bytes.set(sha256(storage.bytes.slice(start, start + slot - 32)), start + slot - 32);
    }
    const other = createTestDevice({ storage });
    other.person(
      (function* rightPinWrongDevice() {
        yield* enterPin('8421');
        yield* expectScreen('Wrong PIN');
      })(),
    );
  });
});
