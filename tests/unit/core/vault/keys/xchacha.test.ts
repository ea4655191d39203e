/** XChaCha20-Poly1305 beside the draft's vector and the library. */
import { xchacha20poly1305 as theLibrarys } from '@noble/ciphers/chacha.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { xchacha20poly1305 } from '../../../../../firmware-sim/core/vault/keys/xchacha.ts';
import { fromHex, toHex } from '../../../../../src/protocol/bytes.ts';

const bytes = (length: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: length, maxLength: length });

describe('XChaCha20-Poly1305', () => {
  it('is that of draft-irtf-cfrg-xchacha-03, A.3.1', () => {
    const plain = new TextEncoder().encode(
      "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
    );
    const key = fromHex('808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f');
    const nonce = fromHex('404142434445464748494a4b4c4d4e4f5051525354555657');
    const cipher = xchacha20poly1305(key, nonce, fromHex('50515253c0c1c2c3c4c5c6c7'));
    const sealed = cipher.encrypt(plain);
    expect(toHex(sealed)).toBe(
      'bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49',
    );
    expect(cipher.decrypt(sealed)).toEqual(plain);
  });

  it('gives the library’s bytes for any key, nonce, text and bound data', () => {
    fc.assert(
      fc.property(
        bytes(32),
        bytes(24),
        fc.uint8Array({ maxLength: 300 }),
        fc.uint8Array({ maxLength: 40 }),
        (key, nonce, plain, bound) => {
          const sealed = xchacha20poly1305(key, nonce, bound).encrypt(plain);
          expect(sealed).toEqual(theLibrarys(key, nonce, bound).encrypt(plain));
          expect(theLibrarys(key, nonce, bound).decrypt(sealed)).toEqual(plain);
        },
      ),
    );
  });

  it('opens nothing that was changed, by any bit of key, nonce, text or bound data', () => {
    const parts = [
      new Uint8Array(32).fill(7),
      new Uint8Array(24).fill(9),
      new Uint8Array(2).fill(1),
    ] as const;
    const sealed = xchacha20poly1305(...parts).encrypt(new Uint8Array(48).fill(5));
    const flipped = (from: Uint8Array, bit: number): Uint8Array =>
      from.with(bit >> 3, (from[bit >> 3] ?? 0) ^ (1 << (bit & 7)));
    for (const [index, part] of [...parts, sealed].entries())
      for (let bit = 0; bit < part.length * 8; bit += 1) {
        const all: Uint8Array[] = [...parts, sealed];
        const [key, nonce, bound, text] = all.with(index, flipped(part, bit));
        const open = (): unknown =>
          xchacha20poly1305(key ?? part, nonce ?? part, bound).decrypt(text ?? part);
        expect(open).toThrow('invalid tag');
      }
  });

  it('leaves key, nonce and text as they were, and writes where it is told', () => {
    const [key, nonce, plain] = [
      new Uint8Array(32).fill(7),
      new Uint8Array(24).fill(9),
      new Uint8Array(70).fill(5),
    ];
    const output = new Uint8Array(new ArrayBuffer(86));
    expect(xchacha20poly1305(key, nonce).encrypt(plain, output)).toBe(output);
    expect([key, nonce, plain].map((each) => new Set(each))).toEqual([
      new Set([7]),
      new Set([9]),
      new Set([5]),
    ]);
  });
});
