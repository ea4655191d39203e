/**
 * H9 inside the keys of a wallet: every array that was made room for, or drawn, is recorded, and holds nothing but zeros after a call,
 * however it ended, but for what was asked for. No private key, nonce or inverse is ever made a `bigint`.
 */
import { randomBytes } from 'node:crypto';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { HDKey } from '@scure/bip32';
import type * as secretBytesModule from '../../../../../firmware-sim/core/vault/memory/secret-bytes.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { nonceOf } from '../../../../../firmware-sim/core/vault/signing/nonce.ts';
import { openKeys } from '../../../../../firmware-sim/core/vault/signing/open-keys.ts';
import { toHex } from '../../../../../src/protocol/bytes.ts';
import { schnorrNonce, tweakedKey } from '../../../../fixtures/data/independent-taproot.ts';
import { commitmentOf, tweakOf } from '../../../../fixtures/data/independent-commitment.ts';

const made = vi.hoisted((): (Uint8Array | Uint16Array)[] => []);

vi.mock('../../../../../firmware-sim/core/vault/memory/secret-bytes.ts', async (original) => {
  const real = await original<typeof secretBytesModule>();
  function keep<Room extends Uint8Array | Uint16Array>(room: Room): Room {
    made.push(room);
    return room;
  }
  return {
    secretBytes: (length: number) => keep(real.secretBytes(length)),
    secretIndexes: (length: number) => keep(real.secretIndexes(length)),
    copyBytes: (...parameters: Parameters<typeof real.copyBytes>) => keep(real.copyBytes(...parameters)),
    copyIndexes: (indexes: Uint16Array) => keep(real.copyIndexes(indexes)),
    takeOver: (bytes: Uint8Array) => keep(real.takeOver(bytes)),
  };
});

const hardened = 0x8000_0000;
const roots = [[hardened + 44, hardened + 60], [hardened + 45]];
/** Hardened steps and others, in turn. */
const path = [hardened + 44, hardened + 60, 7, hardened, 0, 3];
const seed = Uint8Array.from({ length: 64 }, (_, at) => at + 1);
const digest = new Uint8Array(32).fill(0xd1);
const hostNonce = new Uint8Array(32).fill(0x0a);
const commitment = commitmentOf(hostNonce);

function draw(length: number): Uint8Array {
  const bytes = new Uint8Array(randomBytes(length));
  made.push(bytes);
  return bytes;
}

/** How many arrays still hold something, of those that aren't `given` to the caller. */
const left = (...given: readonly Uint8Array[]): number =>
  made.filter((room) => room.some((value) => value !== 0) && !given.some((bytes) => bytes === room)).length;

beforeEach(() => {
  made.length = 0;
});

describe('what keys leave behind', () => {
  it('is the nodes of the roots alone when they are opened, and nothing when closed', () => {
    const keys = openKeys(seed, roots, draw);
    const nodes = made.filter((room) => room.some((value) => value !== 0));
    expect(nodes.map(({ length }) => length)).toEqual([64, 64]);
    expect(new Set(made.map(({ buffer }) => buffer)).size).toBe(made.length);
    const expected = ["m/44'/60'", "m/45'"].map((root) => {
      const { privateKey, chainCode } = HDKey.fromMasterSeed(seed).derive(root);
      return [...(privateKey ?? []), ...(chainCode ?? [])];
    });
    expect(nodes.map((node) => [...node])).toEqual(expected);
    const { r, s } = keys.sign(path, digest);
    keys.signTaproot(path, digest);
    keys.close();
    expect(left(r, s)).toBe(0);
    expect(nodes.every((node) => node.every((byte) => byte === 0))).toBe(true);
  });

  it('is the signature alone when they sign', () => {
    const keys = openKeys(seed, roots, draw);
    made.length = 0;
    const { r, s } = keys.sign(path, digest);
    expect(made.length).toBeGreaterThan(30);
    expect(left(r, s)).toBe(0);
  });

  it('is nothing when they sign with a key of Taproot', () => {
    const keys = openKeys(seed, roots, draw);
    made.length = 0;
    keys.signTaproot(path, digest);
    expect(made.length).toBeGreaterThan(20);
    // The signature is no secret, and in an array of its own.
    expect(left()).toBe(0);
  });

  it('is the signature alone when a host has a part in it, and nothing for its point', () => {
    const keys = openKeys(seed, roots, draw);
    made.length = 0;
    keys.commitNonce(path, digest, commitment);
    expect(left()).toBe(0);
    const signature = keys.signCommitted(path, digest, commitment, hostNonce);
    expect(made.length).toBeGreaterThan(60);
    if (signature === undefined) return expect.fail('nothing was signed');
    expect(left(signature.r, signature.s)).toBe(0);
  });

  it.each([2, 3, 4, 6])('is the chain code alone for a public key, %i levels down', (levels) => {
    const keys = openKeys(seed, roots, draw);
    made.length = 0;
    const { chainCode } = keys.publicKey(path.slice(0, levels));
    expect(made.length).toBeGreaterThan(3);
    expect(left(chainCode)).toBe(0);
  });

  it('is nothing when a call is refused', () => {
    const keys = openKeys(seed, roots, draw);
    made.length = 0;
    expect(() => keys.sign([hardened + 46], digest)).toThrow(RangeError);
    expect(() => keys.sign(path, digest.subarray(1))).toThrow(RangeError);
    expect(() => keys.signTaproot(path, digest.subarray(1))).toThrow(RangeError);
    expect(() => keys.commitNonce(path, digest, commitment.subarray(1))).toThrow(RangeError);
    expect(() => keys.signCommitted(path, digest, commitment, hostNonce.subarray(1))).toThrow(RangeError);
    expect(keys.signCommitted(path, digest, commitment, commitment)).toBeUndefined();
    expect(() => keys.publicKey([...path, -1])).toThrow(RangeError);
    expect(left()).toBe(0);
  });

  it('is nothing when the random source fails, at whichever draw', () => {
    let draws = Infinity;
    const keys = openKeys(seed, roots, (length) => {
      draws -= 1;
      if (draws < 0) throw new Error('no more');
      return draw(length);
    });
    for (const [count, call] of [
      // For each of three steps that aren't hardened, and for the key that the last two begin at, or for the nonce.
      [4, () => void keys.publicKey(path)],
      // For a hardened last step: for the one before it, and for both of their keys.
      [3, () => void keys.publicKey(path.slice(0, 4))],
      [4, () => void keys.sign(path, digest)],
      // There, for the wallet's key, for the one that it's made into, and for the nonce.
      [6, () => void keys.signTaproot(path, digest)],
      [4, () => void keys.commitNonce(path, digest, commitment)],
      [5, () => void keys.signCommitted(path, digest, commitment, hostNonce)],
    ] as const) {
      for (let allowed = 0; allowed < count; allowed += 1) {
        made.length = 0;
        draws = allowed;
        expect(call).toThrow('no more');
        expect({ allowed, left: left() }).toEqual({ allowed, left: 0 });
      }
      draws = count;
      expect(call).not.toThrow();
    }
  });
});

describe('what keys leave behind that can’t be opened', () => {
  it('is nothing, at whichever draw the random source fails', () => {
    // For the master key, and for the key above each root.
    for (let allowed = 0; allowed <= roots.length; allowed += 1) {
      made.length = 0;
      let draws = allowed;
      const failing = (length: number): Uint8Array => {
        draws -= 1;
        if (draws < 0) throw new Error('no more');
        return draw(length);
      };
      expect(() => openKeys(seed, roots, failing)).toThrow('no more');
      expect({ allowed, left: left() }).toEqual({ allowed, left: 0 });
    }
  });
});

describe('the room that keys need', () => {
  it('is the same, in the same order, for every seed', () => {
    const lengthsFor = (secret: Uint8Array): number[] => {
      made.length = 0;
      const keys = openKeys(secret, roots, draw);
      keys.publicKey(path);
      keys.sign(path, digest);
      keys.signTaproot(path, digest);
      keys.commitNonce(path, digest, commitment);
      keys.signCommitted(path, digest, commitment, hostNonce);
      keys.close();
      return made.map(({ length }) => length);
    };
    const expected = lengthsFor(seed);
    for (let run = 0; run < 8; run += 1) {
      expect(lengthsFor(new Uint8Array(randomBytes(64)))).toEqual(expected);
    }
  });
});

describe('the numbers that a library computes with', () => {
  it('are never a key, a nonce, or what these become', () => {
    const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
    const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes)}`);
    const secrets = new Set<bigint>();
    const keyAt = (levels: number): Uint8Array => {
      const names = path.slice(0, levels).map((index) => (index < hardened ? index : `${index - hardened}'`));
      return HDKey.fromMasterSeed(seed).derive(['m', ...names].join('/')).privateKey ?? new Uint8Array();
    };
    for (let levels = 0; levels <= path.length; levels += 1) {
      const key = keyAt(levels);
      const [own, part] = [numberOf(nonceOf(key, digest)), numberOf(nonceOf(key, digest, commitment))];
      const point = secp256k1.Point.BASE.multiply(part).toBytes(true);
      for (const secret of [numberOf(key), own, part, (part + tweakOf(point, hostNonce)) % order]) {
        secrets.add(secret).add(order - secret);
      }
    }
    const tweaked = tweakedKey(keyAt(path.length));
    for (const secret of [numberOf(tweaked), schnorrNonce(tweaked, digest)])
      secrets.add(secret).add(order - secret);
    expect(secrets.size).toBe(60);
    const numbers = new Set<unknown>();
    const real = BigInt;
    const watched = Object.assign((value: string | number | bigint | boolean) => {
      const number = real(value);
      numbers.add(number);
      return number;
    }, real);
    vi.stubGlobal('BigInt', watched);
    try {
      const keys = openKeys(seed, roots, draw);
      keys.publicKey(path);
      keys.sign(path, digest);
      keys.signTaproot(path, digest);
      keys.commitNonce(path, digest, commitment);
      keys.signCommitted(path, digest, commitment, hostNonce);
    } finally {
      vi.unstubAllGlobals();
    }
    expect(numbers.size).toBeGreaterThan(10);
    expect([...secrets].filter((secret) => numbers.has(secret))).toEqual([]);
  });
});
