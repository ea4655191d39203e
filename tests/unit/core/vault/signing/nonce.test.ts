/** A nonce that isn't below the order has a chance of 2^-128. Here the hash is bent until one comes. */
import { createHmac } from 'node:crypto';
import type * as hmacModule from '../../../../../firmware-sim/core/vault/keys/hmac.ts';
import { describe, expect, it, vi } from 'vitest';
import { nonceOf } from '../../../../../firmware-sim/core/vault/signing/nonce.ts';
import { fromHex, toHex } from '../../../../../src/protocol/bytes.ts';

/** Of the hashes from the fifth on, which is the first candidate: what each is made instead, by its number. */
const bent = vi.hoisted(() => ({ count: 0, instead: new Map<number, string>() }));

vi.mock('../../../../../firmware-sim/core/vault/keys/hmac.ts', async (original) => {
  const real = await original<typeof hmacModule>();
  const keyHash: typeof real.keyHash = (...parameters) => {
    const hash = real.keyHash(...parameters);
    return {
      ...hash,
      write(output, ...message) {
        hash.write(output, ...message);
        bent.count += 1;
        const instead = bent.instead.get(bent.count);
        if (instead !== undefined) output.set(Buffer.from(instead, 'hex'));
      },
    };
  };
  return { ...real, keyHash };
});

const order = 'fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141';
const key = fromHex('c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721');
const digest = fromHex('ff'.repeat(32));
/** The digest modulo the order. */
const reduced = Buffer.from('000000000000000000000000000000014551231950b75fc4402da1732fc9bebe', 'hex');

/** RFC 6979, section 3.2, h: the first candidates are what is given. */
function expectedAfter(candidates: readonly string[]): string {
  const hmac = (by: Buffer, ...parts: Uint8Array[]): Buffer =>
    createHmac('sha256', by).update(Buffer.concat(parts)).digest();
  let [k, v]: [Buffer, Buffer] = [Buffer.alloc(32), Buffer.alloc(32, 1)];
  for (const step of [0, 1]) {
    k = hmac(k, v, Buffer.of(step), key, reduced);
    v = hmac(k, v);
  }
  for (const candidate of candidates) {
    v = Buffer.from(candidate, 'hex');
    k = hmac(k, v, Buffer.of(0));
    v = hmac(k, v);
  }
  return hmac(k, v).toString('hex');
}

function nonceAfter(candidates: readonly string[]): string {
  bent.count = 0;
  bent.instead = new Map(candidates.map((candidate, at) => [5 + 3 * at, candidate]));
  return toHex(nonceOf(key, digest));
}

describe('the nonce of a signature', () => {
  it.each([
    ['none is refused', []],
    ['it is the order', [order]],
    ['it is above the order', ['ff'.repeat(32)]],
    ['it is zero', ['00'.repeat(32)]],
    ['two are refused', ['00'.repeat(32), order]],
  ])('is the next one that the standard makes when %s', (_, candidates) => {
    expect(nonceAfter(candidates)).toBe(expectedAfter(candidates));
  });

  it.each([
    ['1', '1'.padStart(64, '0')],
    ['the order less 1', `${order.slice(0, -1)}0`],
  ])('may be %s', (_, candidate) => {
    expect(nonceAfter([candidate])).toBe(candidate);
  });
});
