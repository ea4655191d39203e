/** Paths of keys, as commands carry them and as a person reads them. */
import { byteAt } from '../../../../src/protocol/bytes.ts';
import type { KeyPath } from '../../signing-keys.ts';

const hardened = 0x8000_0000;
const longest = 10;

/** BIP-44 with Ethereum's number, and the older way without one. */
export const ethereumRoots: readonly KeyPath[] = [[hardened + 44, hardened + 60], [hardened + 45]];

/** Below the roots, not at them: no wallet has a key there. */
const isBelow = (path: KeyPath, root: KeyPath): boolean =>
  path.length > root.length && root.every((index, at) => path[at] === index);

export interface ReadPath {
  readonly path: KeyPath;
  readonly rest: Uint8Array;
}

/** A count and as many indexes of four bytes; `undefined` where they are missing, too many, or not this app's. */
export function readKeyPath(data: Uint8Array): ReadPath | undefined {
  const [count = 0] = data;
  const end = 1 + 4 * count;
  if (count < 1 || count > longest || data.length < end) return undefined;
  const path = Array.from({ length: count }, (_, level) =>
    [0, 1, 2, 3].reduce((index, at) => index * 256 + byteAt(data, 1 + 4 * level + at), 0),
  );
  if (!ethereumRoots.some((root) => isBelow(path, root))) return undefined;
  return { path, rest: data.subarray(end) };
}

/** `m/44'/60'/0'/0/0`. */
export function writeKeyPath(path: KeyPath): string {
  const levels = path.map((index) => (index < hardened ? `${index}` : `${index - hardened}'`));
  return ['m', ...levels].join('/');
}
