/** Signatures by what a Taproot output pays to: a key of the wallet, and a number that says that no script comes with it (BIP-341, BIP-86). */
import { taggedHash } from '../../chains/tagged-hash.ts';
import type { Draw } from '../addresses/curve.ts';
import { addScalars, reduceScalar } from '../addresses/scalars.ts';
import { erase } from '../memory/erase.ts';
import { evenKey } from './even-key.ts';
import { signSchnorr } from './sign-schnorr.ts';

/** `key`, from 1 to the order less 1, stays the caller's; `digest` has 32 bytes, and the signature 64. */
export function signTaproot(key: Uint8Array, digest: Uint8Array, draw: Draw): Uint8Array {
  const inner = evenKey(key, draw);
  const tweak = reduceScalar(taggedHash('TapTweak', inner.x));
  const tweaked = addScalars(inner.secret, tweak);
  erase(inner.secret, tweak);
  try {
    return signSchnorr(tweaked, digest, draw);
  } finally {
    erase(tweaked);
  }
}
