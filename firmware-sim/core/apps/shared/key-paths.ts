/** Paths of keys, as commands carry them and as a person reads them. */
import { byteAt } from '../../../../src/protocol/bytes.ts';
import { hardened, type KeyPath } from '../../signing-keys.ts';

const longest = 10;

export interface ReadPath {
  readonly path: KeyPath;
  readonly rest: Uint8Array;
}

/** A count and as many indexes of four bytes; `undefined` where they are missing or too many. */
export function readAnyPath(data: Uint8Array): ReadPath | undefined {
  const [count] = data;
  if (count === undefined || count > longest) return undefined;
  const end = 1 + 4 * count;
  if (data.length < end) return undefined;
  const path = Array.from({ length: count }, (_, level) =>
    [0, 1, 2, 3].reduce((index, at) => index * 256 + byteAt(data, 1 + 4 * level + at), 0),
  );
  return { path, rest: data.subarray(end) };
}

/** `m/44'/60'/0'/0/0`. */
export function writeKeyPath(path: KeyPath): string {
  const levels = path.map((index) => (index < hardened ? `${index}` : `${index - hardened}'`));
  return ['m', ...levels].join('/');
}
