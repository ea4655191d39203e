/**
 * The keys of an unlocked wallet. Between calls there are the nodes of the roots, a few fingerprints, which are public, and nothing else
 * of the seed; the private key of a path exists while it is called for, and is overwritten however that ends. No secret is ever a `bigint`: see `sign-digest.ts`.
 */
import { elementAt } from '../../../../src/protocol/bytes.ts';
import { isBeneath, type KeyPath, type OpenKeys } from '../../signing-keys.ts';
import { fingerprintOf } from '../../chains/hash160.ts';
import { multiplyBase, type CurvePoint, type Draw } from '../addresses/curve.ts';
import {
  childOf,
  hardenedNode,
  keyOf,
  publicBelow,
  type KeyNode,
  type PublicNode,
} from '../addresses/key-node.ts';
import { erase } from '../memory/erase.ts';
import { copyBytes } from '../memory/secret-bytes.ts';
import { isHardened, isPath, isRoot } from './key-path.ts';
import { signDigest } from './sign-digest.ts';
import { signTaproot } from './sign-taproot.ts';
import { noncePoint, signCommitted } from './sign-committed.ts';

const digestLength = 32;

/** The node at a path below `node`, which it erases. The caller erases what it gets. */
function privateBelow(node: KeyNode, path: KeyPath, draw: Draw): KeyNode {
  try {
    for (const index of path) {
      const key = keyOf(node);
      const child = childOf(node, index, isHardened(index) ? key : multiplyBase(key, draw).toBytes(true));
      erase(node);
      node = child;
    }
    return node;
  } catch (fault) {
    erase(node);
    throw fault;
  }
}

const fingerprint = (point: CurvePoint): Uint8Array => fingerprintOf(point.toBytes(true));

/** Of the key at a path of hardened steps alone. */
function fingerprintAt(seed: Uint8Array, path: KeyPath, draw: Draw): Uint8Array {
  const { point, chainCode } = publicBelow(hardenedNode(seed, path), [], draw);
  erase(chainCode);
  return fingerprint(point);
}

/** The node of a root; what is public of the key above it can't be told later. */
interface Held {
  readonly root: KeyPath;
  readonly node: KeyNode;
  readonly parent: Uint8Array;
}

function hold(seed: Uint8Array, root: KeyPath, draw: Draw): Held {
  const parent = fingerprintAt(seed, root.slice(0, -1), draw);
  return { root: [...root], node: hardenedNode(seed, root), parent };
}

function holdAll(seed: Uint8Array, roots: readonly KeyPath[], draw: Draw): readonly Held[] {
  const held: Held[] = [];
  try {
    for (const root of roots) held.push(hold(seed, root, draw));
    return held;
  } catch (fault) {
    for (const { node } of held) erase(node);
    throw fault;
  }
}

/** The key of the node, and that of the one that the last step leads away from. Erases `node`. */
function publicAt(node: KeyNode, steps: KeyPath, draw: Draw): PublicNode {
  // Past the last hardened step no private key is needed, so none is made.
  const last = steps.findLastIndex(isHardened);
  if (last < 0 || last < steps.length - 1) {
    const parent = privateBelow(node, steps.slice(0, last + 1), draw);
    return publicBelow(parent, steps.slice(last + 1), draw);
  }
  const parent = privateBelow(node, steps.slice(0, last), draw);
  try {
    const above = multiplyBase(keyOf(parent), draw);
    const child = childOf(parent, elementAt(steps, last));
    return { ...publicBelow(child, [], draw), above };
  } finally {
    erase(parent);
  }
}

export const openKeys: OpenKeys = (seed, roots, draw) => {
  if (!roots.every(isRoot)) throw new RangeError('keys are opened below hardened steps alone, ten at most');
  const master = fingerprintAt(seed, [], draw);
  const held = holdAll(seed, roots, draw);
  let isOpen = true;

  /** A copy of the node of the path's root, and the steps from there. */
  function beginningOf(path: KeyPath): {
    readonly found: Held;
    readonly node: KeyNode;
    readonly steps: KeyPath;
  } {
    if (!isOpen) throw new Error('the keys are closed');
    const found = isPath(path) ? held.find(({ root }) => isBeneath(path, root)) : undefined;
    if (found === undefined) throw new RangeError('no such path below the roots of these keys');
    return { found, node: copyBytes(found.node), steps: path.slice(found.root.length) };
  }

  /** Lends the private key of a path, to be used with a digest. */
  function withKey<Result>(path: KeyPath, digest: Uint8Array, use: (key: Uint8Array) => Result): Result {
    if (digest.length !== digestLength) throw new RangeError('a digest has 32 bytes');
    const { node, steps } = beginningOf(path);
    const signer = privateBelow(node, steps, draw);
    try {
      return use(keyOf(signer));
    } finally {
      erase(signer);
    }
  }

  return {
    publicKey(path) {
      const { found, node, steps } = beginningOf(path);
      const { point, chainCode, above } = publicAt(node, steps, draw);
      const parent = above === undefined ? found.parent.slice() : fingerprint(above);
      return { point: point.toBytes(false), chainCode, parent, master: master.slice() };
    },
    sign: (path, digest) => withKey(path, digest, (key) => signDigest(key, digest, draw)),
    signTaproot: (path, digest) => withKey(path, digest, (key) => signTaproot(key, digest, draw)),
    commitNonce: (path, digest, commitment) =>
      withKey(path, digest, (key) => noncePoint(key, digest, commitment, draw)),
    signCommitted: (path, digest, commitment, hostNonce) =>
      withKey(path, digest, (key) => signCommitted(key, digest, commitment, hostNonce, draw)),
    close() {
      isOpen = false;
      for (const { node } of held) erase(node);
    },
  };
};
