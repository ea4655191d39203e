/**
 * One payload of fixed length, kept whole through power loss at any byte.
 *
 * Two slots hold the same payload: magic (4 bytes), sequence (4), payload, SHA-256 of all before it (32). A write
 * fills slot 0, then slot 1. A cut in the first leaves the old payload in slot 1; a cut in the second leaves the
 * new one in slot 0. Opening takes the valid slot with the higher sequence and repairs the other, so damage to
 * one slot costs nothing, and no older payload stays behind.
 *
 * Writing again what was there before the last write takes that write back, with its sequence: a PIN try that is
 * counted and forgiven leaves storage byte for byte as it was. A cut is harmless there too: while one slot still
 * holds the later sequence, that one counts.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { byteAt, concatBytes, equalBytes } from '../../../src/protocol/bytes.ts';
import type { Storage } from '../board.ts';
import { DeviceFault } from './faults.ts';

const magic = Uint8Array.of(0x48, 0x42, 0x56, 0x31); // "HBV1"
const headerLength = 8;
const checksumLength = 32;

export interface Slots {
  /** The payload as last written; `undefined` on storage that was never written. */
  read(): Uint8Array | undefined;
  write(payload: Uint8Array): void;
}

export function slotLength(payloadLength: number): number {
  return headerLength + payloadLength + checksumLength;
}

interface Slot {
  readonly sequence: number;
  readonly payload: Uint8Array;
}

function u32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff);
}

function encodeSlot({ sequence, payload }: Slot): Uint8Array {
  const body = concatBytes(magic, u32(sequence), payload);
  return concatBytes(body, sha256(body));
}

function decodeSlot(bytes: Uint8Array): Slot | undefined {
  const body = bytes.subarray(0, -checksumLength);
  const whole =
    equalBytes(bytes.subarray(0, 4), magic) && equalBytes(bytes.subarray(-checksumLength), sha256(body));
  if (!whole) return undefined;
  const sequence = [4, 5, 6, 7].reduce((value, offset) => value * 256 + byteAt(body, offset), 0);
  return { sequence, payload: body.slice(headerLength) };
}

/** Opens the slots; throws `DeviceFault('storage-damaged')` when something was written and neither slot is whole. */
export function openSlots(storage: Storage, payloadLength: number): Slots {
  const length = slotLength(payloadLength);
  if (storage.size < 2 * length)
    throw new RangeError(`storage of ${storage.size} bytes: ${2 * length} are needed`);
  const bytes = storage.read();
  const images = [bytes.subarray(0, length), bytes.subarray(length, 2 * length)] as const;
  const [first, second] = [decodeSlot(images[0]), decodeSlot(images[1])];
  let current =
    first !== undefined && (second === undefined || first.sequence >= second.sequence) ? first : second;

  if (current === undefined) {
    // The very first write may have been cut: slot 1 is then still blank, slot 0 has no end yet, and nothing was
    // ever kept. Anything else is damage, and a new device must not take its place silently.
    const cutShort = images[0].at(-1) === 0xff && images[1].every((byte) => byte === 0xff);
    if (!cutShort) throw new DeviceFault('storage-damaged');
  } else {
    const image = encodeSlot(current);
    if (!equalBytes(images[0], image)) storage.write(0, image);
    if (!equalBytes(images[1], image)) storage.write(length, image);
  }

  let before: Slot | undefined;

  return {
    read: () => current?.payload.slice(),
    write(payload) {
      if (payload.length !== payloadLength) throw new RangeError('a payload has a fixed length');
      const next =
        before !== undefined && equalBytes(before.payload, payload)
          ? before
          : { sequence: (current?.sequence ?? 0) + 1, payload: payload.slice() };
      const image = encodeSlot(next);
      storage.write(0, image);
      storage.write(length, image);
      before = next === before ? undefined : current;
      current = next;
    },
  };
}
