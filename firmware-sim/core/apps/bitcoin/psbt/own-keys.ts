/** Which coins and outputs are of the account that a policy describes: the host says where a key is, and the key is derived again. */
import { equalBytes, toHex } from '../../../../../src/protocol/bytes.ts';
import { bitcoinScript, type AddressKind } from '../../../chains/bitcoin-address.ts';
import { publicChild, readExtendedKey } from '../../../chains/extended-key.ts';
import { hardened, type KeyPath } from '../../../signing-keys.ts';
import type { Policy } from '../host/policy.ts';
import { readU32 } from './byte-reader.ts';
import type { EntryLengths, PsbtEntry } from './maps.ts';

export interface OwnKey {
  /** Whole, from the master key on. */
  readonly path: KeyPath;
  readonly isChange: boolean;
  /** Compressed, 33 bytes. */
  readonly key: Uint8Array;
  /** What an output to its address has. */
  readonly script: Uint8Array;
}

export interface Account {
  readonly kind: AddressKind;
  /** `derivations`: what the host says of keys (BIP-174, BIP-371), of the one type that goes with the account's kind. */
  ownKey(derivations: readonly PsbtEntry[]): OwnKey | undefined;
}

/** Of the keys that say where they are: compressed, or x alone. Others' may be deep, and in many leaves. */
export const derivationLengths: EntryLengths = { data: 33, value: 1_000 };
export const taprootDerivationLengths: EntryLengths = { data: 32, value: 10_000 };

const fingerprintLength = 4;
const indexLength = 4;

interface Place {
  readonly change: number;
  readonly index: number;
}

/** Where in the account a key is said to be: `undefined` where it's elsewhere. `bytes`: a fingerprint and indexes. */
function placeIn({ fingerprint, account }: Policy, bytes: Uint8Array): Place | undefined {
  const indexes = bytes.subarray(fingerprintLength);
  if (indexes.length !== indexLength * (account.length + 2)) return undefined;
  if (toHex(bytes.subarray(0, fingerprintLength)) !== fingerprint.toLowerCase()) return undefined;
  const indexAt = (level: number): number =>
    readU32(indexes.subarray(indexLength * level, indexLength * (level + 1))) ?? hardened;
  if (account.some((index, level) => indexAt(level) !== index)) return undefined;
  const [change, index] = [indexAt(account.length), indexAt(account.length + 1)];
  return change <= 1 && index < hardened ? { change, index } : undefined;
}

/** `undefined` for an extended key that is none. */
export function openAccount(policy: Policy): Account | undefined {
  const { kind, account, extendedKey } = policy;
  const top = readExtendedKey(extendedKey);
  if (top === undefined) return undefined;

  function placeOf({ value }: PsbtEntry): Place | undefined {
    if (kind !== 'tr') return placeIn(policy, value);
    // In no leaf of scripts: the key itself is spent with.
    return value[0] === 0 ? placeIn(policy, value.subarray(1)) : undefined;
  }

  return {
    kind,
    ownKey(derivations) {
      // One wallet has one key in a script: the first that is said to be ours is it, or none is.
      const entry = derivations.find((each) => placeOf(each) !== undefined);
      const place = entry && placeOf(entry);
      if (entry === undefined || place === undefined) return undefined;
      const { key } = publicChild(publicChild(top, place.change), place.index);
      if (!equalBytes(kind === 'tr' ? key.subarray(1) : key, entry.data)) return undefined;
      const path = [...account, place.change, place.index];
      return { path, isChange: place.change === 1, key, script: bitcoinScript(kind, key) };
    },
  };
}
