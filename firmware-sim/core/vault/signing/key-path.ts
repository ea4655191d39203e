/** Paths of BIP-32: which are allowed, and where one begins with another. */
import { hardened, type KeyPath } from '../../signing-keys.ts';

const levelLimit = 10;

export const isHardened = (index: number): boolean => index >= hardened;

const isIndex = (index: number): boolean => Number.isInteger(index) && index >= 0 && index < 2 * hardened;

export const isPath = (path: KeyPath): boolean => path.length <= levelLimit && path.every(isIndex);

/** A path that keys may be opened below. No step at all would be all of the wallet. */
export const isRoot = (path: KeyPath): boolean => path.length > 0 && isPath(path) && path.every(isHardened);
