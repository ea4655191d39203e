/** Paths of the keys that this app has. */
import { hardened, type KeyPath } from '../../signing-keys.ts';
import { readAnyPath, type ReadPath } from '../shared/key-paths.ts';

/** BIP-44 with Ethereum's number, and the older way without one. */
export const ethereumRoots: readonly KeyPath[] = [[hardened + 44, hardened + 60], [hardened + 45]];

/** Below the roots, not at them: no wallet has a key there. */
const isBelow = (path: KeyPath, root: KeyPath): boolean =>
  path.length > root.length && root.every((index, at) => path[at] === index);

/** `undefined` where it isn't one, or not this app's. */
export function readKeyPath(data: Uint8Array): ReadPath | undefined {
  const read = readAnyPath(data);
  return read !== undefined && ethereumRoots.some((root) => isBelow(read.path, root)) ? read : undefined;
}
