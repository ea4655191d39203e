/**
 * PBKDF2 for tests that run a hundred thousand devices: computed by Node, which is seven times as fast, and remembered.
 *
 * The function stays the same for every input, with the same number of rounds; only repeated work is saved. Nothing
 * that a proof compares can change by it: a device's clock does not run while it computes.
 */
import { pbkdf2Sync } from 'node:crypto';
import type { pbkdf2 as originalPbkdf2 } from '@noble/hashes/pbkdf2.js';

type Pbkdf2 = typeof originalPbkdf2;

/** Kept answers; a test draws its PINs, salts and phrases from pools of some hundreds. */
const mostRemembered = 20_000;

const digestNames: Readonly<Record<number, string>> = { 32: 'sha256', 64: 'sha512' };

const bytesOf = (input: string | Uint8Array): Uint8Array =>
  typeof input === 'string' ? new TextEncoder().encode(input) : input;

/** To be the factory of `vi.mock('@noble/hashes/pbkdf2.js', …)`. */
export function rememberedPbkdf2(): { pbkdf2: Pbkdf2 } {
  const remembered = new Map<string, Uint8Array>();
  return {
    pbkdf2(hash, password, salt, { c, dkLen = hash.outputLen }) {
      const digest = digestNames[hash.outputLen];
      if (digest === undefined) throw new Error('the core stretches with SHA-256 and SHA-512 only');
      const [passwordBytes, saltBytes] = [bytesOf(password), bytesOf(salt)];
      const key = [
        digest,
        c,
        dkLen,
        Buffer.from(passwordBytes).toString('latin1'),
        Buffer.from(saltBytes).toString('latin1'),
      ].join('\0');
      let derived = remembered.get(key);
      if (derived === undefined) {
        derived = new Uint8Array(pbkdf2Sync(passwordBytes, saltBytes, c, dkLen, digest));
        if (remembered.size >= mostRemembered) remembered.clear();
        remembered.set(key, derived);
      }
      // A copy: the core erases what it is given.
      return derived.slice();
    },
  };
}
