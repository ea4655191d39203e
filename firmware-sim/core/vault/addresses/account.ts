/** The key of a wallet's first address: private keys down to its account, and public ones from there. */
import { erase } from '../memory/erase.ts';
import type { CurvePoint, Draw } from './curve.ts';
import { hardened } from '../../signing-keys.ts';
import { hardenedNode, publicBelow } from './key-node.ts';

/** The public key at a path below an account: `purpose`' / `coin`' / 0' / 0 / 0. */
export function firstPublicKey(seed: Uint8Array, purpose: number, coin: number, draw: Draw): CurvePoint {
  const account = hardenedNode(seed, [hardened + purpose, hardened + coin, hardened]);
  const { point, chainCode } = publicBelow(account, [0, 0], draw);
  erase(chainCode);
  return point;
}
