/** The published signatures against code that shares nothing with ours. */
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { describe, expect, it } from 'vitest';
import published from '../../../../docs/vectors/protected-signatures.json' with { type: 'json' };
import { fromHex, toHex } from '../../../../src/protocol/bytes.ts';
import {
  commitmentOf,
  committedIndependently,
  hasPartOf,
} from '../../../fixtures/data/independent-commitment.ts';

describe('docs/vectors/protected-signatures.json', () => {
  it.each(published.vectors)('point $point, parity $parity', (vector) => {
    const [key, digest, hostNonce] = [vector.key, vector.digest, vector.hostNonce].map(fromHex);
    if (key === undefined || digest === undefined || hostNonce === undefined) return expect.fail();
    expect(toHex(commitmentOf(hostNonce))).toBe(vector.commitment);
    const { point, compact, parity } = committedIndependently(key, digest, hostNonce);
    expect([point, compact, parity]).toEqual([vector.point, vector.r + vector.s, vector.parity]);
    expect(hasPartOf(fromHex(vector.point), hostNonce, fromHex(vector.r))).toBe(true);
    const publicKey = secp256k1.getPublicKey(key, true);
    expect(secp256k1.verify(fromHex(compact), digest, publicKey, { prehash: false })).toBe(true);
  });

  it('has both parities, and points of both signs', () => {
    expect(new Set(published.vectors.map(({ parity }) => parity)).size).toBe(2);
    expect(new Set(published.vectors.map(({ point }) => point.slice(0, 2))).size).toBe(2);
  });
});
