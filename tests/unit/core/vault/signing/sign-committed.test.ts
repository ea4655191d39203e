/** Signatures that a host has a part in: libsecp256k1-zkp's vectors, and what is computed here again with the library's numbers. */
import { createHmac, randomBytes } from 'node:crypto';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noncePoint, signCommitted } from '../../../../../firmware-sim/core/vault/signing/sign-committed.ts';
import { signDigest } from '../../../../../firmware-sim/core/vault/signing/sign-digest.ts';
import { concatBytes, fromHex, toHex } from '../../../../../src/protocol/bytes.ts';
import {
  commitmentOf,
  committedIndependently,
  tweakOf,
} from '../../../../fixtures/data/independent-commitment.ts';

const draw = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
const { Fn: scalars } = secp256k1.Point;
const bytesOf = (value: bigint): Uint8Array => fromHex(value.toString(16).padStart(64, '0'));
const valueOf = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes)}`);

/** The fixed vectors of `ecdsa_s2c/tests_impl.h`: one key, one digest. */
const vectorKey = new Uint8Array(32).fill(0x55);
const vectorDigest = new Uint8Array(32).fill(0x88);
const vectors = [
  {
    data: '1bf6fb42f41eb876c4d7aa0d67242b00baab99dc2084493e4e63277fa1f77f22',
    signed: '03f030def3188c0f56fcea87435b307643f45dafe22cbc82fd56034fae97417d3a',
    committed: '02df63755d1f3292bffed82986b106497c93b1f8bdc0454b6b0b0a4779c0ef7188',
  },
  {
    data: '35199a8fbf84ad6ef69a184c1b19285befbe06e60b6264e6d373893f6855e24a',
    signed: '03901717ce7c7484a2ce1b7dc7403b14e0354971393ec092a7f3e0c8e4e2d2639d',
    committed: '02c04ac7f771e8ebdbf315ff5e58b7fe9516102103500066172c4fac5b20f9e0ea',
  },
] as const;

describe('the point of a nonce', () => {
  it.each(vectors)('is the one that libsecp256k1-zkp gives for $data', ({ data, signed, committed }) => {
    const point = (commitment: Uint8Array): string =>
      toHex(noncePoint(vectorKey, vectorDigest, commitment, draw));
    // Once the data stand for a commitment, and once they are what is committed to.
    expect(point(fromHex(data))).toBe(toHex(fromHex(committed)));
    expect(point(commitmentOf(fromHex(data)))).toBe(signed);
  });
});

const key = fc.oneof(
  fc.constantFrom(1n, 2n, scalars.ORDER / 2n, scalars.ORDER - 1n),
  fc.bigInt({ min: 1n, max: scalars.ORDER - 1n }),
);
const digest = fc.oneof(
  fc.constantFrom(0n, 1n, scalars.ORDER - 1n, scalars.ORDER, 2n ** 256n - 1n),
  fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }),
);
const number = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('a signature that a host has a part in', () => {
  it('is what another implementation gives', () => {
    const seen = new Set<number>();
    fc.assert(
      fc.property(key, digest, number, (secret, hash, hostNonce) => {
        const [keyBytes, hashBytes] = [bytesOf(secret), bytesOf(hash)];
        const commitment = commitmentOf(hostNonce);
        const expected = committedIndependently(keyBytes, hashBytes, hostNonce);
        expect(toHex(noncePoint(keyBytes, hashBytes, commitment, draw))).toBe(expected.point);
        const signature = signCommitted(keyBytes, hashBytes, commitment, hostNonce, draw);
        if (signature === undefined) return expect.fail('nothing was signed');
        const { r, s, parity } = signature;
        expect([toHex(concatBytes(r, s)), parity]).toEqual([expected.compact, expected.parity]);
        expect(valueOf(s)).toBeLessThanOrEqual(scalars.ORDER / 2n);
        const publicKey = secp256k1.getPublicKey(keyBytes, true);
        expect(secp256k1.verify(concatBytes(r, s), hashBytes, publicKey, { prehash: false })).toBe(true);
        seen.add(parity);
      }),
      { numRuns: 100 },
    );
    expect(seen.size).toBe(2);
  });

  it('has the sum of both points for its own', () => {
    fc.assert(
      fc.property(key, digest, number, (secret, hash, hostNonce) => {
        const [keyBytes, hashBytes, commitment] = [bytesOf(secret), bytesOf(hash), commitmentOf(hostNonce)];
        const point = noncePoint(keyBytes, hashBytes, commitment, draw);
        const sum = secp256k1.Point.fromBytes(point).add(
          secp256k1.Point.BASE.multiply(tweakOf(point, hostNonce)),
        );
        const signature = signCommitted(keyBytes, hashBytes, commitment, hostNonce, draw);
        expect(valueOf(signature?.r ?? new Uint8Array(1))).toBe(scalars.create(sum.toAffine().x));
      }),
      { numRuns: 40 },
    );
  });

  const [secret, hash, hostNonce] = [bytesOf(0x1234n), bytesOf(0x99n), bytesOf(0x77n)];
  const commitment = commitmentOf(hostNonce);

  it('is of no number but the one that was committed to', () => {
    for (let at = 0; at < 32; at += 1) {
      const other = hostNonce.map((byte, place) => (place === at ? byte ^ 1 : byte));
      expect(signCommitted(secret, hash, commitment, other, draw)).toBeUndefined();
    }
    expect(signCommitted(secret, hash, commitment, commitment, draw)).toBeUndefined();
    expect(signCommitted(secret, hash, hostNonce, hostNonce, draw)).toBeUndefined();
    expect(signCommitted(secret, hash, commitment, hostNonce, draw)).toBeDefined();
  });

  it('has another nonce for each commitment, and another one than without', () => {
    const others = Array.from({ length: 20 }, (_, at) => bytesOf(BigInt(at + 1)));
    const points = others.map((each) => toHex(noncePoint(secret, hash, commitmentOf(each), draw)).slice(2));
    expect(new Set([...points, toHex(signDigest(secret, hash, draw).r)]).size).toBe(21);
  });

  it('does not depend on what is drawn, which is erased', () => {
    const drawn: Uint8Array[] = [];
    const first = signCommitted(secret, hash, commitment, hostNonce, (length) => {
      const bytes = draw(length);
      drawn.push(bytes);
      return bytes;
    });
    const constant = (length: number): Uint8Array => new Uint8Array(length).fill(0xff);
    expect(signCommitted(secret, hash, commitment, hostNonce, constant)).toEqual(first);
    expect(drawn).toHaveLength(2);
    expect(drawn.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
  });

  it('leaves all that it is made of as it was', () => {
    const given = [secret, hash, commitment, hostNonce].map((bytes) => bytes.slice());
    const [a, b, c, d] = given;
    if (a === undefined || b === undefined || c === undefined || d === undefined) return expect.fail();
    signCommitted(a, b, c, d, draw);
    noncePoint(a, b, c, draw);
    expect(given.map(toHex)).toEqual([secret, hash, commitment, hostNonce].map(toHex));
  });

  it.each([0, 31, 33])('is refused for %i bytes in place of 32', (length) => {
    const wrong = new Uint8Array(length);
    expect(() => noncePoint(secret, hash, wrong, draw)).toThrow(RangeError);
    expect(() => signCommitted(secret, hash, wrong, hostNonce, draw)).toThrow(RangeError);
    expect(() => signCommitted(secret, hash, commitment, wrong, draw)).toThrow(RangeError);
  });
});

describe('the independent code of the tests', () => {
  it('makes nonces by RFC 6979, section 3.6', () => {
    const hmac = (by: Uint8Array, ...parts: Uint8Array[]): Uint8Array =>
      new Uint8Array(createHmac('sha256', by).update(Buffer.concat(parts)).digest());
    const more = commitmentOf(vectorDigest);
    let [k, v] = [new Uint8Array(32), new Uint8Array(32).fill(1)];
    for (const step of [0, 1]) {
      k = new Uint8Array(hmac(k, v, Uint8Array.of(step), vectorKey, vectorDigest, more));
      v = new Uint8Array(hmac(k, v));
    }
    const nonce = hmac(k, v);
    expect(committedIndependently(vectorKey, vectorDigest, vectorDigest).point).toBe(
      toHex(secp256k1.getPublicKey(nonce, true)),
    );
  });
});
