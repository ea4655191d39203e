/**
 * The tree of BIP-32: a private key and its chain code, and the steps down from them. Down to the last hardened step with private keys,
 * which are overwritten right after; from there with public ones, as a wallet that only watches does. One child in 2^127 doesn't
 * exist: that is a fault of the device, and no key.
 */
import { keyHash } from '../keys/hmac.ts';
import { erase } from '../memory/erase.ts';
import { copyBytes, secretBytes } from '../memory/secret-bytes.ts';
import { multiplyBase, type CurvePoint, type Draw } from './curve.ts';
import { addScalars, scalarLength } from './scalars.ts';

const masterKey = Uint8Array.from('Bitcoin seed', (character) => character.charCodeAt(0));

/** A private key and its chain code, 32 bytes each. */
export type KeyNode = Uint8Array<ArrayBuffer>;

/** The two as others may know them. */
export interface PublicNode {
  readonly point: CurvePoint;
  readonly chainCode: Uint8Array;
  /** The key that the last step was taken from. */
  readonly above: CurvePoint | undefined;
}

export const keyOf = (node: KeyNode): Uint8Array => node.subarray(0, scalarLength);
const chainCodeOf = (node: KeyNode): Uint8Array => node.subarray(scalarLength);

/** HMAC-SHA-512 on a buffer of its own. */
function hmac(key: Uint8Array, message: Uint8Array): KeyNode {
  const hash = keyHash('sha512', key);
  const node = secretBytes(hash.length);
  hash.write(node, message);
  hash.erase();
  return node;
}

/** HMAC of a parent's key in 33 bytes and a child's number, keyed with the parent's chain code. Erases the bytes that are hashed. */
function step(chainCode: Uint8Array, key: Uint8Array, index: number): KeyNode {
  const message = secretBytes(scalarLength + 5);
  message.set(key, scalarLength + 1 - key.length);
  new DataView(message.buffer).setUint32(scalarLength + 1, index);
  try {
    return hmac(chainCode, message);
  } finally {
    erase(message);
  }
}

/** The child of a private key. `hashed`: that key if the step is hardened, its public one in 33 bytes if not. */
export function childOf(node: KeyNode, index: number, hashed = keyOf(node)): KeyNode {
  const child = step(chainCodeOf(node), hashed, index);
  const key = addScalars(keyOf(child), keyOf(node));
  child.set(key);
  erase(key);
  return child;
}

/** The node at a path of hardened steps alone. The caller erases it; `seed` stays the caller's. */
export function hardenedNode(seed: Uint8Array, path: readonly number[]): KeyNode {
  let node = hmac(masterKey, seed);
  for (const index of path) {
    const child = childOf(node, index);
    erase(node);
    node = child;
  }
  return node;
}

/** What others may know of the key at a path of steps below `node` that aren't hardened. Erases `node`. */
export function publicBelow(node: KeyNode, path: readonly number[], draw: Draw): PublicNode {
  try {
    let point = multiplyBase(keyOf(node), draw);
    let above: CurvePoint | undefined;
    for (const index of path) {
      const child = step(chainCodeOf(node), point.toBytes(true), index);
      erase(node);
      node = child;
      above = point;
      point = multiplyBase(keyOf(node), draw).add(point);
    }
    return { point, chainCode: copyBytes(chainCodeOf(node)), above };
  } finally {
    erase(node);
  }
}
