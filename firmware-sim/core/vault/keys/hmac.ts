/**
 * HMAC (RFC 2104) whose pads are overwritten. The library's are small arrays, which V8 copies as soon as somebody
 * asks for their buffer: the key of SHA-256, xor 36, stayed behind in memory. The hash itself is the library's.
 */
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import type { Hash } from '@noble/hashes/utils.js';
import type { StretchHash } from '../../board.ts';
import { erase } from '../memory/erase.ts';
import { secretBytes } from '../memory/secret-bytes.ts';

export interface KeyedHash {
  /** Bytes of an answer: 32 or 64. */
  readonly length: number;
  /** Writes the HMAC of the message and of what follows it into `output`, which may be one of the two. */
  write(output: Uint8Array, message: Uint8Array, more?: Uint8Array): void;
  /** Overwrites what the key has become. */
  erase(): void;
}

/** The caller erases the keyed hash; `key` stays the caller's. */
export function keyHash(name: StretchHash, key: Uint8Array): KeyedHash {
  return name === 'sha256' ? keyed(sha256, key) : keyed(sha512, key);
}

interface HashFunction<State> {
  readonly blockLen: number;
  readonly outputLen: number;
  create(): State;
}

function keyed<State extends Hash<State>>(hash: HashFunction<State>, key: Uint8Array): KeyedHash {
  const pad = secretBytes(hash.blockLen);
  const [inner, outer, work] = [hash.create(), hash.create(), hash.create()];
  if (key.length > pad.length) work.update(key).digestInto(pad);
  else pad.set(key);
  // A whole block is read where it stands, and not copied.
  for (let at = 0; at < pad.length; at += 1) pad[at] = (pad[at] ?? 0) ^ 0x36;
  inner.update(pad);
  for (let at = 0; at < pad.length; at += 1) pad[at] = (pad[at] ?? 0) ^ 0x36 ^ 0x5c;
  outer.update(pad);
  erase(pad);
  return {
    length: hash.outputLen,
    write(output, message, more) {
      inner._cloneInto(work).update(message);
      if (more !== undefined) work.update(more);
      work.digestInto(output);
      outer._cloneInto(work).update(output).digestInto(output);
    },
    erase() {
      for (const state of [inner, outer, work]) state.destroy();
    },
  };
}

/** HMAC-SHA-256, 32 bytes on a buffer of their own. */
export function hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array<ArrayBuffer> {
  const hash = keyHash('sha256', key);
  const output = secretBytes(hash.length);
  hash.write(output, message);
  hash.erase();
  return output;
}
