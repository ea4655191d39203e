/**
 * The keys of an unlocked wallet. Between calls there are the nodes of the roots and nothing else of the seed; the private key of a path
 * exists while it is called for, and is overwritten however that ends. No secret is ever a `bigint`: see `sign-digest.ts`.
 */
import { isBeneath, type KeyPath, type OpenKeys } from '../../signing-keys.ts';
import { multiplyBase, type Draw } from '../addresses/curve.ts';
import { childOf, hardenedNode, keyOf, publicBelow, type KeyNode } from '../addresses/key-node.ts';
import { erase } from '../memory/erase.ts';
import { copyBytes } from '../memory/secret-bytes.ts';
import { isHardened, isPath, isRoot } from './key-path.ts';
import { signDigest } from './sign-digest.ts';

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

export const openKeys: OpenKeys = (seed, roots, draw) => {
  if (!roots.every(isRoot)) throw new RangeError('keys are opened below hardened steps alone, ten at most');
  const held = roots.map((root) => ({ root: [...root], node: hardenedNode(seed, root) }));
  let isOpen = true;

  /** A copy of the node of the path's root, and the steps from there. */
  function beginningOf(path: KeyPath): { readonly node: KeyNode; readonly steps: KeyPath } {
    if (!isOpen) throw new Error('the keys are closed');
    const found = isPath(path) ? held.find(({ root }) => isBeneath(path, root)) : undefined;
    if (found === undefined) throw new RangeError('no such path below the roots of these keys');
    return { node: copyBytes(found.node), steps: path.slice(found.root.length) };
  }

  return {
    publicKey(path) {
      const { node, steps } = beginningOf(path);
      // Past the last hardened step no private key is needed, so none is made.
      const privateSteps = steps.findLastIndex(isHardened) + 1;
      const parent = privateBelow(node, steps.slice(0, privateSteps), draw);
      const { point, chainCode } = publicBelow(parent, steps.slice(privateSteps), draw);
      return { point: point.toBytes(false), chainCode };
    },
    sign(path, digest) {
      if (digest.length !== digestLength) throw new RangeError('a digest has 32 bytes');
      const { node, steps } = beginningOf(path);
      const signer = privateBelow(node, steps, draw);
      try {
        return signDigest(keyOf(signer), digest, draw);
      } finally {
        erase(signer);
      }
    },
    close() {
      isOpen = false;
      for (const { node } of held) erase(node);
    },
  };
};
