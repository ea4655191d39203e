import { hmac } from '@noble/hashes/hmac.js';
import { pbkdf2Sync } from 'node:crypto';
import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeviceIdentity } from '../../../../../firmware-sim/core/vault/keys/device-key.ts';
import type { SealedWallet } from '../../../../../firmware-sim/core/vault/storage/record.ts';
import { nonceLength, sealedLength } from '../../../../../firmware-sim/core/vault/storage/record.ts';
import {
  seal,
  stretchPin,
  stretchRounds,
  unseal,
  type WalletSecret,
} from '../../../../../firmware-sim/core/vault/storage/sealing.ts';
import { entropyLength, wordCounts } from '../../../../../src/protocol/public-state.ts';
import { countingBytes } from '../../../../fixtures/devices/core-board.ts';

const identity: DeviceIdentity = {
  deviceId: countingBytes(16, 10),
  deviceKey: countingBytes(32, 40),
  deviceSecret: countingBytes(32, 90),
};
const pin = Uint8Array.of(4, 7, 1, 1);
const salt = countingBytes(16, 200);
const key = stretchPin(pin, salt, identity);
const header = {
  state: 'unfinished-backup',
  wordCount: 24,
  nonce: countingBytes(nonceLength, 5),
} as const;
const secret: WalletSecret = { entropy: countingBytes(32, 100), walletId: countingBytes(16, 150) };
const wallet: SealedWallet = {
  ...header,
  failures: 0,
  salt,
  sealed: seal(secret, header, key, identity),
};

describe('stretchPin', () => {
  it('is PBKDF2 of the PIN as text, keyed with the device secret', () => {
    const stretched = pbkdf2Sync('4711', salt, stretchRounds, 32, 'sha256');
    expect(key).toEqual(hmac(sha256, identity.deviceSecret, stretched));
    expect(stretchRounds).toBe(10_000);
  });

  it('tells PINs apart that differ by zeros at their end alone', () => {
    const keys = ['0000', '00000', '000000', '0000000', '00000000'].map((text) =>
      stretchPin(Uint8Array.from(text, Number), salt, identity),
    );
    expect(new Set(keys.map(String)).size).toBe(5);
  });

  it('depends on the PIN, on its length, on the salt and on the device secret', () => {
    const others = [
      stretchPin(Uint8Array.of(4, 7, 1, 2), salt, identity),
      stretchPin(Uint8Array.of(4, 7, 1, 1, 0), salt, identity),
      stretchPin(pin, countingBytes(16, 201), identity),
      stretchPin(pin, salt, { ...identity, deviceSecret: countingBytes(32, 91) }),
    ];
    for (const other of others) expect(other).not.toEqual(key);
    expect(stretchPin(pin, salt, identity)).toEqual(key);
  });
});

describe('seal and unseal', () => {
  it('give back what was sealed, for every word count and any secret', () => {
    const anyBytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
    const secrets = fc.constantFrom(...wordCounts).chain((wordCount) =>
      fc.record({
        wordCount: fc.constant(wordCount),
        entropy: anyBytes(entropyLength(wordCount)),
        walletId: anyBytes(16),
        nonce: anyBytes(nonceLength),
        state: fc.constantFrom('unfinished-backup' as const, 'backed-up' as const),
      }),
    );
    fc.assert(
      fc.property(secrets, ({ entropy, walletId, ...bound }) => {
        const sealed = seal({ entropy, walletId }, bound, key, identity);
        expect(sealed).toHaveLength(sealedLength);
        const opened = unseal({ ...bound, failures: 0, salt, sealed }, key, identity);
        expect(opened).toEqual({ entropy, walletId });
      }),
    );
  });

  it('show no length: 12 words are as long as 24', () => {
    const lengths = wordCounts.map(
      (wordCount) =>
        seal(
          { entropy: new Uint8Array(entropyLength(wordCount)), walletId: new Uint8Array(16) },
          { ...header, wordCount },
          key,
          identity,
        ).length,
    );
    expect(new Set(lengths)).toEqual(new Set([sealedLength]));
  });

  it('leave what they are given as it is', () => {
    expect(secret).toEqual({ entropy: countingBytes(32, 100), walletId: countingBytes(16, 150) });
    expect(unseal(wallet, key, identity)).toEqual(secret);
    expect(unseal(wallet, key, identity)).toEqual(secret);
  });
});

describe('unseal gives nothing', () => {
  it('for another PIN', () => {
    expect(unseal(wallet, stretchPin(Uint8Array.of(4, 7, 1, 2), salt, identity), identity)).toBeUndefined();
  });

  it.each(Array.from({ length: sealedLength * 8 }, (_, bit) => bit))(
    'when sealed bit %i is flipped',
    (bit) => {
      const sealed = wallet.sealed.slice();
      sealed[bit >> 3] = (sealed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(unseal({ ...wallet, sealed }, key, identity)).toBeUndefined();
    },
  );

  it('when any bit of key, nonce or device ID is flipped', () => {
    const flipped = (bytes: Uint8Array, bit: number): Uint8Array => {
      const copy = bytes.slice();
      copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return copy;
    };
    for (let bit = 0; bit < 256; bit += 1)
      expect(unseal(wallet, flipped(key, bit), identity)).toBeUndefined();
    for (let bit = 0; bit < nonceLength * 8; bit += 1) {
      expect(unseal({ ...wallet, nonce: flipped(wallet.nonce, bit) }, key, identity)).toBeUndefined();
    }
    for (let bit = 0; bit < 128; bit += 1) {
      const other = { ...identity, deviceId: flipped(identity.deviceId, bit) };
      expect(unseal(wallet, key, other)).toBeUndefined();
    }
  });

  it('when storage says "backed up" of a wallet that was sealed unfinished (H4)', () => {
    expect(unseal({ ...wallet, state: 'backed-up' }, key, identity)).toBeUndefined();
  });

  it.each([12, 15, 18, 21] as const)('when storage says %i words of a wallet of 24', (wordCount) => {
    expect(unseal({ ...wallet, wordCount }, key, identity)).toBeUndefined();
  });

  it('on a device with another secret, for the same PIN and the same storage', () => {
    const other = { ...identity, deviceSecret: countingBytes(32, 91) };
    expect(unseal(wallet, stretchPin(pin, salt, other), other)).toBeUndefined();
  });

  it('when the sealed part is cut short', () => {
    for (let length = 0; length < sealedLength; length += 1) {
      expect(unseal({ ...wallet, sealed: wallet.sealed.slice(0, length) }, key, identity)).toBeUndefined();
    }
  });
});

describe('entropyLength', () => {
  it.each([
    [12, 16],
    [15, 20],
    [18, 24],
    [21, 28],
    [24, 32],
  ] as const)('of %i words is %i bytes', (wordCount, bytes) => {
    expect(entropyLength(wordCount)).toBe(bytes);
  });
});
