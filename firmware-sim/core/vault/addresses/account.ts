/**
 * Keys of BIP-32: hardened steps down to an account with private keys, which are overwritten right after; from there with public ones,
 * as a wallet that only watches does. One child in 2^127 doesn't exist: that is a fault of the device, and no address.
 */
import { keyHash } from '../keys/hmac.ts';
import { erase } from '../memory/erase.ts';
import { copyBytes, secretBytes } from '../memory/secret-bytes.ts';
import { multiplyBase, type CurvePoint, type Draw } from './curve.ts';
import { addScalars, scalarLength } from './scalars.ts';

const hashLength = 64;
const masterKey = Uint8Array.from('Bitcoin seed', (character) => character.charCodeAt(0));
const hardened = 0x8000_0000;

/** A key and its chain code, 32 bytes each, or what a step makes of them. */
type Node = Uint8Array;

const keyOf = (node: Node): Uint8Array => node.subarray(0, scalarLength);
const chainCodeOf = (node: Node): Uint8Array => node.subarray(scalarLength);

/** HMAC-SHA-512 on a buffer of its own. */
function hmac(key: Uint8Array, message: Uint8Array): Node {
  const node = secretBytes(hashLength);
  const hash = keyHash('sha512', key);
  hash.write(node, message);
  hash.erase();
  return node;
}

/** HMAC of a parent's key in 33 bytes and a child's number, keyed with the parent's chain code. Erases the bytes that are hashed. */
function step(chainCode: Uint8Array, key: Uint8Array, index: number): Node {
  const message = secretBytes(scalarLength + 5);
  message.set(key, scalarLength + 1 - key.length);
  new DataView(message.buffer).setUint32(scalarLength + 1, index);
  try {
    return hmac(chainCode, message);
  } finally {
    erase(message);
  }
}

/** The hardened child of a private key. */
function childOf(node: Node, index: number): Node {
  const child = step(chainCodeOf(node), keyOf(node), hardened + index);
  const key = addScalars(keyOf(child), keyOf(node));
  keyOf(child).set(key);
  erase(key);
  return child;
}

/** The public key at a path below an account: `purpose`' / `coin`' / 0' / 0 / 0. */
export function firstPublicKey(seed: Uint8Array, purpose: number, coin: number, draw: Draw): CurvePoint {
  let node = hmac(masterKey, seed);
  let chainCode: Uint8Array = secretBytes(0);
  try {
    for (const index of [purpose, coin, 0]) {
      const child = childOf(node, index);
      erase(node);
      node = child;
    }
    let point = multiplyBase(keyOf(node), draw);
    chainCode = copyBytes(chainCodeOf(node));
    erase(node);
    for (let level = 0; level < 2; level += 1) {
      const child = step(chainCode, point.toBytes(true), 0);
      point = multiplyBase(keyOf(child), draw).add(point);
      erase(chainCode);
      chainCode = copyBytes(chainCodeOf(child));
      erase(child);
    }
    return point;
  } finally {
    erase(node, chainCode);
  }
}
