/** Held against node:crypto, and against what the library did: no block of a key may be left behind. */
import { createHmac } from 'node:crypto';
import type * as secretBytesModule from '../../../../../firmware-sim/core/vault/memory/secret-bytes.ts';
import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { hmacSha256, keyHash } from '../../../../../firmware-sim/core/vault/keys/hmac.ts';
import { stretchInSoftware } from '../../../../../firmware-sim/core/vault/keys/stretch.ts';
import { toHex } from '../../../../../src/protocol/bytes.ts';

const made = vi.hoisted((): Uint8Array[] => []);

vi.mock('../../../../../firmware-sim/core/vault/memory/secret-bytes.ts', async (original) => {
  const real = await original<typeof secretBytesModule>();
  const secretBytes: typeof real.secretBytes = (length) => {
    const bytes = real.secretBytes(length);
    made.push(bytes);
    return bytes;
  };
  return { ...real, secretBytes };
});

describe('HMAC', () => {
  it.each(['sha256', 'sha512'] as const)('gives what node:crypto gives, by %s', (name) => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    fc.assert(
      fc.property(bytes, bytes, bytes, (key, message, more) => {
        const hash = keyHash(name, key);
        const output = new Uint8Array(hash.length);
        hash.write(output, message, more);
        const expected = createHmac(name, key).update(message).update(more).digest('hex');
        expect(toHex(output)).toBe(expected);
        hash.erase();
      }),
    );
  });

  it.each(['sha256', 'sha512'] as const)('leaves no pad and no round behind, by %s', (name) => {
    made.length = 0;
    const key = stretchInSoftware(name, Uint8Array.of(0x34, 0x37, 0x31, 0x31), new Uint8Array(16), 3, 32);
    expect(made.length).toBeGreaterThan(2);
    for (const bytes of made) expect(bytes === key || bytes.every((byte) => byte === 0)).toBe(true);
  });

  it('hands the library its pads on buffers of their own, which V8 does not copy', () => {
    const seen: ArrayBufferLike[] = [];
    const update = vi.spyOn(
      Object.getPrototypeOf(sha256.create().constructor.prototype) as {
        update: (data: Uint8Array) => unknown;
      },
      'update',
    );
    try {
      made.length = 0;
      hmacSha256(new Uint8Array(8).fill(7), new Uint8Array(1));
      for (const [data] of update.mock.calls) if (data.length === 64) seen.push(data.buffer);
    } finally {
      update.mockRestore();
    }
    expect(seen.length).toBe(2);
    const own = new Set(made.map(({ buffer }) => buffer));
    for (const buffer of seen) expect(own.has(buffer as ArrayBuffer)).toBe(true);
  });
});
