/** Signatures of single keys: the known ones, and those of a second implementation. */
import { createHash, randomBytes } from 'node:crypto';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nonceOf } from '../../../../../firmware-sim/core/vault/signing/nonce.ts';
import { signDigest } from '../../../../../firmware-sim/core/vault/signing/sign-digest.ts';
import type { Signature } from '../../../../../firmware-sim/core/signing-keys.ts';
import { concatBytes, fromHex, toHex } from '../../../../../src/protocol/bytes.ts';

const draw = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
const sha256 = (text: string): Uint8Array => new Uint8Array(createHash('sha256').update(text).digest());

/** SEC 2, section 2.4.1. */
const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const bytesOf = (value: bigint): Uint8Array => fromHex(value.toString(16).padStart(64, '0'));
const valueOf = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes)}`);

/** Parity first, as the library writes what a key is recovered from. */
const textOf = ({ r, s, parity }: Signature): string => toHex(concatBytes(Uint8Array.of(parity), r, s));
const signedByLibrary = (key: Uint8Array, digest: Uint8Array): string =>
  toHex(secp256k1.sign(digest, key, { prehash: false, format: 'recovered' }));

/** What wallets test themselves with since 2013: RFC 6979 has no vectors of this curve. */
const known = [
  {
    key: '1'.padStart(64, '0'),
    message: 'Satoshi Nakamoto',
    nonce: '8f8a276c19f4149656b280621e358cce24f5f52542772691ee69063b74f15d15',
    r: '934b1ea10a4b3c1757e2b0c017d0b6143ce3c9a7e6a4a49860d7a6ab210ee3d8',
    s: '2442ce9d2b916064108014783e923ec36b49743e2ffa1c4496f01a512aafd9e5',
  },
  {
    key: '1'.padStart(64, '0'),
    message: 'All those moments will be lost in time, like tears in rain. Time to die...',
    nonce: '38aa22d72376b4dbc472e06c3ba403ee0a394da63fc58d88686c611aba98d6b3',
    r: '8600dbd41e348fe5c9465ab92d23e3db8b98b873beecd930736488696438cb6b',
    s: '547fe64427496db33bf66019dacbf0039c04199abb0122918601db38a72cfc21',
  },
  {
    key: 'fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364140',
    message: 'Satoshi Nakamoto',
    nonce: '33a19b60e25fb6f4435af53a3d42d493644827367e6453928554f43e49aa6f90',
    r: 'fd567d121db66e382991534ada77a6bd3106f0a1098c231e47993447cd6af2d0',
    s: '6b39cd0eb1bc8603e159ef5c20a5c8ad685a45b06ce9bebed3f153d10d93bed5',
  },
  {
    key: 'f8b8af8ce3c7cca5e300d33939540c10d45ce001b8f252bfbc57ba0342904181',
    message: 'Alan Turing',
    nonce: '525a82b70e67874398067543fd84c83d30c175fdc45fdeee082fe13b1d7cfdf1',
    r: '7063ae83e7f62bbb171798131b4a0564b956930092b33b07b395615d9ec7e15c',
    s: '58dfcc1e00a35e1572f366ffe34ba0fc47db1e7189759b9fb233c5b05ab388ea',
  },
] as const;

describe('signing a digest', () => {
  it.each(known)('gives the known signature of “$message”', ({ key, message, nonce, r, s }) => {
    const digest = sha256(message);
    expect(toHex(nonceOf(fromHex(key), digest))).toBe(nonce);
    const signature = signDigest(fromHex(key), digest, draw);
    expect([toHex(signature.r), toHex(signature.s)]).toEqual([r, s]);
    expect(textOf(signature)).toBe(signedByLibrary(fromHex(key), digest));
  });

  const key = fc.oneof(
    fc.constantFrom(1n, 2n, order / 2n, order - 1n),
    fc.bigInt({ min: 1n, max: order - 1n }),
  );
  const digest = fc.oneof(
    fc.constantFrom(0n, 1n, order - 1n, order, order + 1n, 2n ** 256n - 1n),
    fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }),
  );

  it('gives what another implementation gives', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(key, digest, (secret, hash) => {
        const signature = signDigest(bytesOf(secret), bytesOf(hash), draw);
        expect(textOf(signature)).toBe(signedByLibrary(bytesOf(secret), bytesOf(hash)));
        expect(valueOf(signature.s)).toBeLessThanOrEqual(order / 2n);
        seen.add(String(signature.parity));
      }),
      { numRuns: 150 },
    );
    expect(seen.size).toBe(2);
  });

  it('does not depend on what is drawn, which is erased', () => {
    const drawn: Uint8Array[] = [];
    const [secret, hash] = [bytesOf(0x1234n), sha256('once')];
    const first = signDigest(secret, hash, (length) => {
      const bytes = draw(length);
      drawn.push(bytes);
      return bytes;
    });
    expect(signDigest(secret, hash, (length) => new Uint8Array(length).fill(0xff))).toEqual(first);
    expect(drawn).toHaveLength(1);
    expect(drawn.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
  });

  it('leaves key and digest as they were', () => {
    const [secret, hash] = [bytesOf(order - 5n), sha256('kept')];
    signDigest(secret, hash, draw);
    expect([valueOf(secret), toHex(hash)]).toEqual([order - 5n, toHex(sha256('kept'))]);
  });
});
