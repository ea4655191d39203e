/**
 * XChaCha20-Poly1305 (RFC 8439, draft-irtf-cfrg-xchacha-03) that keeps no key. The library copies the key into a small array and asks for
 * its buffer, and V8 leaves the first copy behind (see `memory/secret-bytes.ts`): `tests/e2e/h9-heap.test.ts` found it. So the stream is
 * made here, on arrays that are overwritten; Poly1305, which gets a key of its own for each text, is the library's.
 */
import { _poly1305_aead as withPoly1305 } from '@noble/ciphers/chacha.js';
import { secretBytes } from '../memory/secret-bytes.ts';

/** "expand 32-byte k" */
const sigma = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574];

/** The columns, then the diagonals, of the state of 4 by 4. */
const quarters = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const;

/** No index here is past an end. */
const get = (numbers: ArrayLike<number>, at: number): number => numbers[at] ?? 0;

const words = (count: number): Uint32Array => new Uint32Array(new ArrayBuffer(4 * count));

/** Little-endian on any machine, and without a view of the bytes' own buffer. */
const wordAt = (bytes: Uint8Array, at: number): number =>
  [3, 2, 1, 0].reduce((word, byte) => (word << 8) | get(bytes, at + byte), 0);

/** 20 rounds, in place. */
function permute(x: Uint32Array): void {
  const mix = (to: number, from: number, into: number, left: number): void => {
    const sum = (get(x, to) + get(x, from)) | 0;
    const word = get(x, into) ^ sum;
    x[to] = sum;
    x[into] = (word << left) | (word >>> (32 - left));
  };
  for (let round = 0; round < 20; round += 2)
    for (const [a, b, c, d] of quarters) {
      mix(a, b, d, 16);
      mix(c, d, b, 12);
      mix(a, b, d, 8);
      mix(c, d, b, 7);
    }
}

/** `data` xor the stream from block `counter` on, into `output`, which may be `data`. */
function xorStream(
  key: Uint8Array,
  nonce: Uint8Array,
  data: Uint8Array,
  output: Uint8Array = secretBytes(data.length),
  counter = 0,
): Uint8Array {
  const [state, block] = [words(16), words(16)];
  // HChaCha20: a key for this nonce alone.
  state.set(sigma);
  for (let at = 0; at < 8; at += 1) state[4 + at] = wordAt(key, 4 * at);
  for (let at = 0; at < 4; at += 1) state[12 + at] = wordAt(nonce, 4 * at);
  permute(state);
  state.copyWithin(4, 0, 4);
  state.copyWithin(8, 12);
  state.set(sigma);
  state.set([counter, 0, wordAt(nonce, 16), wordAt(nonce, 20)], 12);
  for (let from = 0; from < data.length; from += 64) {
    block.set(state);
    permute(block);
    for (let at = from; at < Math.min(from + 64, data.length); at += 1) {
      const word = (at - from) >> 2;
      const stream = (get(block, word) + get(state, word)) >>> (8 * (at & 3));
      output[at] = get(data, at) ^ stream;
    }
    state[12] = get(state, 12) + 1;
  }
  state.fill(0);
  block.fill(0);
  return output;
}

/** Key of 32 bytes, nonce of 24. `decrypt` throws when the tag doesn't fit. */
export const xchacha20poly1305: ReturnType<typeof withPoly1305> = withPoly1305(xorStream);
