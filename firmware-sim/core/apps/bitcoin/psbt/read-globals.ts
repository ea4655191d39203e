/** What a PSBT says of the transaction as a whole (BIP-370). */
import { createByteReader, readU32 } from './byte-reader.ts';
import type { EntryLengths, KnownEntries, PsbtMap } from './maps.ts';

const type = {
  unsignedTransaction: 0x00,
  transactionVersion: 0x02,
  fallbackLocktime: 0x03,
  inputCount: 0x04,
  outputCount: 0x05,
  version: 0xfb,
} as const;

const short: EntryLengths = { data: 0, value: 9 };

export const knownGlobals: KnownEntries = new Map(
  [type.transactionVersion, type.fallbackLocktime, type.inputCount, type.outputCount, type.version].map(
    (each) => [each, short],
  ),
);

/** The version that names every field by itself. */
const psbtVersion = 2;
/** Of the first, relative locktimes mean nothing (BIP-68); the third is passed on by nodes in another way (BIP-431). */
const newestTransaction = 3;

export interface PsbtGlobals {
  readonly version: number;
  readonly locktime: number;
}

function readCount(bytes: Uint8Array | undefined): number | undefined {
  if (bytes === undefined) return undefined;
  const reader = createByteReader(bytes);
  const count = reader.varint();
  return reader.isAtEnd() ? count : undefined;
}

/** How many maps the command brings. */
export interface MapCounts {
  readonly inputs: number;
  readonly outputs: number;
}

/** `undefined` for another version, or counts that aren't the command's. */
export function readGlobals(map: PsbtMap, { inputs, outputs }: MapCounts): PsbtGlobals | undefined {
  if (readU32(map.value(type.version)) !== psbtVersion || map.has(type.unsignedTransaction)) return undefined;
  if (readCount(map.value(type.inputCount)) !== inputs) return undefined;
  if (readCount(map.value(type.outputCount)) !== outputs) return undefined;
  const version = readU32(map.value(type.transactionVersion));
  if (version === undefined || version < 1 || version > newestTransaction) return undefined;
  const locktime = map.has(type.fallbackLocktime) ? readU32(map.value(type.fallbackLocktime)) : 0;
  return locktime === undefined ? undefined : { version, locktime };
}
