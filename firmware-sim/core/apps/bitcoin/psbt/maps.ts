/**
 * The maps of a PSBT (BIP-174), each behind a count and two Merkle roots: of its keys, and of its values. All keys are read, and must
 * ascend: so the host can't leave one out, nor have one twice.
 */
import { byteAt } from '../../../../../src/protocol/bytes.ts';
import { hashLength, longLeafAt, mostLeaves, type Talk } from '../host/host-answers.ts';
import { createByteReader, type ByteReader } from './byte-reader.ts';

export interface MapCommitment {
  readonly count: number;
  /** 32 bytes each. */
  readonly keysRoot: Uint8Array;
  readonly valuesRoot: Uint8Array;
}

export interface PsbtEntry {
  /** What the key has behind its type: a public key, or nothing. */
  readonly data: Uint8Array;
  readonly value: Uint8Array;
}

export interface PsbtMap {
  /** Whether a key has that type, of those that aren't asked for as well. */
  has(type: number): boolean;
  /** Of a type that comes once at most. */
  value(type: number): Uint8Array | undefined;
  /** Of a type that comes once for each key. */
  entries(type: number): readonly PsbtEntry[];
}

/** What an entry of some type may be, in bytes. */
export interface EntryLengths {
  /** Of what the key has behind its type, exactly. */
  readonly data: number;
  /** Of the value, at most. */
  readonly value: number;
}

/** By type. What has another type isn't asked for: nothing that is signed depends on it. */
export type KnownEntries = ReadonlyMap<number, EntryLengths>;

/** A key that is as long is somebody else's. */
const longestKey = 10_000;

export function readCommitment(reader: ByteReader): MapCommitment | undefined {
  const count = reader.varint();
  const keysRoot = reader.take(hashLength);
  const valuesRoot = reader.take(hashLength);
  if (count === undefined || keysRoot === undefined || valuesRoot === undefined) return undefined;
  return { count, keysRoot, valuesRoot };
}

/** A leaf of a tree of maps: a commitment alone. */
export function parseCommitment(bytes: Uint8Array): MapCommitment | undefined {
  const reader = createByteReader(bytes);
  const commitment = readCommitment(reader);
  return reader.isAtEnd() ? commitment : undefined;
}

/** Byte by byte, and the shorter of two that begin alike first. */
function isBefore(left: Uint8Array, right: Uint8Array): boolean {
  const at = left.findIndex((byte, index) => byte !== right[index]);
  if (at === -1) return left.length < right.length;
  return at < right.length && byteAt(left, at) < byteAt(right, at);
}

type Unread = 'tooLong' | 'wrong';

function* readKeys({ count, keysRoot }: MapCommitment): Talk<readonly Uint8Array[] | Unread> {
  const keys: Uint8Array[] = [];
  for (let at = 0; at < count; at += 1) {
    const key = yield* longLeafAt(keysRoot, count, at, longestKey);
    if (key === 'tooLong') return 'tooLong';
    // The empty key, which ends a map in a file, is before every other: so it is the first or nothing.
    const before = keys[at - 1] ?? new Uint8Array();
    if (key === undefined || !isBefore(before, key)) return 'wrong';
    keys.push(key);
  }
  return keys;
}

/** Everything that is in `known`, and which keys there are beside it. */
export function* readMap(commitment: MapCommitment, known: KnownEntries): Talk<PsbtMap | Unread> {
  const { count, valuesRoot } = commitment;
  if (count > mostLeaves) return 'tooLong';
  const keys = yield* readKeys(commitment);
  if (typeof keys === 'string') return keys;
  const entries = new Map<number, PsbtEntry[]>();
  for (const [at, key] of keys.entries()) {
    const type = byteAt(key, 0);
    const data = key.subarray(1);
    const lengths = known.get(type);
    if (lengths === undefined) continue;
    if (data.length !== lengths.data) return 'wrong';
    const value = yield* longLeafAt(valuesRoot, count, at, lengths.value);
    if (value === 'tooLong') return 'tooLong';
    if (value === undefined) return 'wrong';
    entries.set(type, [...(entries.get(type) ?? []), { data, value }]);
  }
  const types = new Set(keys.map((key) => key[0]));
  return {
    has: (type) => types.has(type),
    value: (type) => entries.get(type)?.[0]?.value,
    entries: (type) => entries.get(type) ?? [],
  };
}
