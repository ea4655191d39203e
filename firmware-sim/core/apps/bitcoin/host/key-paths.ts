/** Paths of the keys that this app has: those that standards give to wallets of one key, on the main network. */
import type { AddressKind } from '../../../chains/bitcoin-address.ts';
import { hardened, type KeyPath } from '../../../signing-keys.ts';

/** BIP-44, BIP-49, BIP-84 and BIP-86. */
const purposes: Readonly<Record<AddressKind, number>> = { pkh: 44, 'sh-wpkh': 49, wpkh: 84, tr: 86 };

const rootOf = (purpose: number): KeyPath => [hardened + purpose, hardened];

export const bitcoinRoots: readonly KeyPath[] = Object.values(purposes).map(rootOf);

const accountLength = 3;
const addressLength = 5;
const changeLevel = 3;

const isBelow = (path: KeyPath, root: KeyPath): boolean => root.every((index, at) => path[at] === index);

/** An account, or a key below it: without a hardened step there, to receive or for change. */
export function isStandard(path: KeyPath): boolean {
  if (path.length < accountLength || path.length > addressLength) return false;
  if (!bitcoinRoots.some((root) => isBelow(path, root))) return false;
  return path.every((index, level) => {
    if (level < accountLength) return index >= hardened;
    return level === changeLevel ? index <= 1 : index < hardened;
  });
}

export const isOfAddress = (path: KeyPath): boolean => isStandard(path) && path.length === addressLength;

/** An account of addresses of that kind. */
export const isAccountOf = (path: KeyPath, kind: AddressKind): boolean =>
  isStandard(path) && path.length === accountLength && path[0] === hardened + purposes[kind];
