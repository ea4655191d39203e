/**
 * H9 inside the entropy check and the dice: every array that is made of what was drawn for a phrase, or of the rolls,
 * is recorded as it passes through hashing, joining and BIP-39, and holds nothing but zeros at the end.
 */
import type * as sha2Module from '@noble/hashes/sha2.js';
import type * as secretBytesModule from '../../../../../firmware-sim/core/vault/memory/secret-bytes.ts';
import type * as phraseModule from '../../../../../firmware-sim/core/vault/phrase/phrase.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeCancelRequest } from '../../../../../src/protocol/commands/cancel.ts';
import { encodeCommitRequest, encodeEntropyRequest } from '../../../../../src/protocol/entropy/entropy.ts';
import { keepLast, openLast } from '../../../../fixtures/devices/last-candidate.ts';
import { fairRolls } from '../../../../fixtures/data/dice-rolls.ts';
import { hostPart } from '../../../../fixtures/devices/entropy-host.ts';
import {
  agreeToNewWallet,
  backUp,
  choosePin,
  rollAllDice,
  rollDice,
} from '../../../../kit/drivers/person.ts';
import { createTestDevice, seededRandom, type TestDevice } from '../../../../fixtures/devices/test-device.ts';

const watched = vi.hoisted(() => {
  /** Secret bytes at hand, as they were when they were made. */
  const secrets: string[] = [];
  const arrays: { readonly name: string; readonly bytes: Uint8Array | Uint16Array }[] = [];
  const text = (bytes: Uint8Array | Uint16Array): string => bytes.join(',');
  return {
    secrets,
    arrays,
    isSecret: (bytes: Uint8Array | Uint16Array): boolean =>
      secrets.some((secret) => text(bytes).includes(secret)),
    keep<Bytes extends Uint8Array | Uint16Array>(name: string, bytes: Bytes): Bytes {
      if (bytes.length >= 8) secrets.push(text(bytes));
      arrays.push({ name, bytes });
      return bytes;
    },
  };
});

vi.mock('@noble/hashes/sha2.js', async (original) => {
  const real = await original<typeof sha2Module>();
  const sha256 = (message: Uint8Array): Uint8Array => {
    const digest = real.sha256(message);
    const isRolls = message.length >= 50 && message.every((byte) => byte >= 0x31 && byte <= 0x36);
    if (isRolls) watched.keep('rolls', message);
    // Of a phrase's entropy BIP-39 makes a digest too, for the checksum.
    return isRolls || watched.isSecret(message) ? watched.keep('digest', digest) : digest;
  };
  return { ...real, sha256: Object.assign(sha256, real.sha256) };
});
vi.mock('../../../../../firmware-sim/core/vault/memory/secret-bytes.ts', async (original) => {
  const real = await original<typeof secretBytesModule>();
  return {
    ...real,
    // Empty still: what it will hold is found in it later, by reference.
    secretBytes(length: number) {
      const bytes = real.secretBytes(length);
      watched.arrays.push({ name: 'room', bytes });
      return bytes;
    },
    copyBytes: (...parameters: Parameters<typeof real.copyBytes>) =>
      watched.keep('copy', real.copyBytes(...parameters)),
    takeOver: (bytes: Uint8Array) => watched.keep('taken', real.takeOver(bytes)),
  };
});
vi.mock('../../../../../firmware-sim/core/vault/phrase/phrase.ts', async (original) => {
  const real = await original<typeof phraseModule>();
  return {
    ...real,
    phraseFromEntropy: (entropy: Uint8Array) =>
      watched.keep('phrase', real.phraseFromEntropy(watched.keep('entropy', entropy))),
  };
});

beforeEach(() => {
  watched.arrays.length = 0;
  watched.secrets.length = 0;
  written.length = 0;
});

/** What was written to storage is sealed, and public in that sense. */
const written: { readonly bytes: Uint8Array }[] = [];
const isStored = (bytes: Uint8Array | Uint16Array): boolean =>
  written.some((write) => write.bytes.join(',').includes(bytes.join(',')));
const left = (): string[] =>
  watched.arrays
    .filter(({ bytes }) => bytes.some((value) => value !== 0) && !isStored(bytes))
    .map(({ name }) => name);
const names = (): string[] => [...new Set(watched.arrays.map(({ name }) => name))].toSorted();

function deviceWith(dice: boolean, entropyCheck = true): TestDevice {
  const random = seededRandom({ all: 'erasure' });
  const device = createTestDevice({
    random: (purpose, length) =>
      purpose === 'phrase' ? watched.keep('drawn', random(purpose, length)) : random(purpose, length),
  });
  device.start({ kind: 'create', wordCount: 12, dice, entropyCheck });
  device.person(agreeToNewWallet());
  return device;
}

function candidate(device: TestDevice, number: number): void {
  device.exchange(encodeCommitRequest());
  device.exchange(encodeEntropyRequest(hostPart(number)));
}

/** Looks at what is left, with all that was stored so far known. */
function leftOn(device: TestDevice): string[] {
  written.splice(0, written.length, ...device.storage.log);
  return left();
}

const ends: readonly (readonly [string, (device: TestDevice) => void])[] = [
  ['cancelled', (device) => void device.exchange(encodeCancelRequest())],
  ['power lost', (device) => device.firmware.powerOff()],
];

describe('what a candidate is made of', () => {
  it.each([false, true])('is overwritten when the wallet is backed up (dice: %s)', (dice) => {
    const device = deviceWith(dice);
    if (dice) device.person(rollAllDice(fairRolls(50)));
    candidate(device, 1);
    expect(leftOn(device)).not.toEqual([]);
    device.exchange(openLast());
    // What is opened is public from then on, and still gone; of the dice their digest stays.
    expect(leftOn(device)).toEqual(dice ? ['taken'] : []);
    candidate(device, 2);
    device.exchange(keepLast());
    // The entropy that was kept, recorded once as it was made and once as BIP-39 got it.
    expect(leftOn(device)).toEqual([...(dice ? ['taken'] : []), 'copy', 'entropy']);
    device.person(choosePin('1234'));
    device.person(backUp(12));
    expect(leftOn(device)).toEqual([]);
    const everyName = ['copy', 'digest', 'drawn', 'entropy', 'phrase', 'room', 'taken'];
    expect(names()).toEqual([...everyName, ...(dice ? ['rolls'] : [])].toSorted());
  });

  it.each(ends)('is overwritten when it is %s, at each step', (_, end) => {
    const steps: readonly ((device: TestDevice) => void)[] = [
      (device) => device.person(rollDice(fairRolls(20))),
      (device) => device.person(rollAllDice(fairRolls(50).slice(20))),
      (device) => void device.exchange(encodeCommitRequest()),
      (device) => void device.exchange(encodeEntropyRequest(hostPart(1))),
      (device) => void device.exchange(openLast()),
      (device) => candidate(device, 2),
      (device) => void device.exchange(keepLast()),
      (device) => device.person(choosePin('1234')),
    ];
    for (let count = 0; count <= steps.length; count += 1) {
      const device = deviceWith(true);
      for (const step of steps.slice(0, count)) step(device);
      end(device);
      expect({ count, left: leftOn(device) }).toEqual({ count, left: [] });
    }
  });

  it('is overwritten without a check too', () => {
    const device = deviceWith(true, false);
    device.person(rollAllDice(fairRolls(50)));
    device.person(choosePin('1234'));
    device.exchange(encodeCancelRequest());
    expect(leftOn(device)).toEqual([]);
    expect(names()).toContain('rolls');
  });
});
