/**
 * One payload of fixed length, kept whole through two faults in a row: cut power, failed writes, lost sectors.
 *
 * Two slots hold the same payload: magic (4 bytes), sequence (4), payload, SHA-256 of all before it (32). They lie in
 * different sectors of the medium, because a write that goes wrong can take its whole sector with it. A write fills
 * one slot, then the other. A cut in the first leaves the old payload in the second; a cut in the second leaves the
 * new one in the first. Opening takes the whole slot with the higher sequence and repairs the other, so damage to
 * one slot costs nothing, and no older payload stays behind.
 *
 * The slot that is known to be good is never written first. After a write that failed, the slot it was meant for is in
 * doubt, and the next write begins there: the good one is touched only once the other holds the new payload.
 *
 * Writing again what was there before the last write takes that write back, with its sequence: a PIN try that is
 * counted and forgiven leaves storage byte for byte as it was. A cut is harmless there too: while one slot still
 * holds the later sequence, that one counts. After a fault nothing is taken back: what may be left of the write that
 * failed then counts less than any later one.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { byteAt, concatBytes, equalBytes } from '../../../../src/protocol/bytes.ts';
import type { Storage } from '../../board.ts';
import { DeviceFault } from '../../faults.ts';

const magic = Uint8Array.of(0x48, 0x42, 0x56, 0x31); // "HBV1"
const headerLength = 8;
const checksumLength = 32;
const neverWritten = 0xff;

export interface Slots {
  /** The payload that counts now, also right after a write that failed; `undefined` when there never was one. */
  read(): Uint8Array | undefined;
  /**
   * Throws what the storage throws. The new payload counts then if one slot holds it (`read` tells), otherwise the old
   * one; either is whole.
   */
  write(payload: Uint8Array): void;
}

export function slotLength(payloadLength: number): number {
  return headerLength + payloadLength + checksumLength;
}

interface Slot {
  readonly sequence: number;
  readonly payload: Uint8Array;
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === neverWritten);
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
  return { sequence: sequenceIn(body), payload: body.slice(headerLength) };
}

function sequenceIn(slot: Uint8Array): number {
  return [4, 5, 6, 7].reduce((value, offset) => value * 256 + byteAt(slot, offset), 0);
}

/** Whether a damaged slot is of a later write than the first: its header is whole, and there is more than a header. */
function isRemnant(slot: Uint8Array): boolean {
  return (
    equalBytes(slot.subarray(0, 4), magic) && sequenceIn(slot) !== 1 && !isBlank(slot.subarray(headerLength))
  );
}

interface Place {
  readonly offset: number;
  /** Holds the current payload, as far as is known. */
  good: boolean;
}

/** Where the two slots begin, in bytes: each in a sector of its own. */
function offsetsOf(storage: Storage, length: number): readonly [number, number] {
  const sector = storage.sectorBytes ?? Math.floor(storage.size / 2);
  const second = Math.ceil(length / sector) * sector;
  if (!(storage.size >= second + length)) {
    throw new RangeError(
      `storage of ${storage.size} bytes, sectors of ${sector}: two slots of ${length} bytes do not fit`,
    );
  }
  return [0, second];
}

/** Of two slots the one with the higher sequence; the first one of equals. */
function later(one: Slot | undefined, other: Slot | undefined): Slot | undefined {
  return one !== undefined && (other === undefined || one.sequence >= other.sequence) ? one : other;
}

/**
 * Opens the slots and repairs what is damaged. Throws `DeviceFault('storage-damaged')` when something was written and
 * no slot is whole, and what the storage throws when a repair fails: nothing more is written before the next start.
 */
export function openSlots(storage: Storage, payloadLength: number): Slots {
  const length = slotLength(payloadLength);
  const offsets = offsetsOf(storage, length);
  // Three times: a medium may answer twice in a row with what was there before, and an older payload must not win by that.
  const reads = [storage.read(), storage.read(), storage.read()] as const;
  const imagesAt = (offset: number): readonly Uint8Array[] =>
    reads.map((bytes) => bytes.subarray(offset, offset + length));
  const latestAt = (offset: number): Slot | undefined =>
    imagesAt(offset).map(decodeSlot).reduce(later, undefined);
  // Earlier versions kept the second slot right behind the first. It counts until it is carried over.
  const formerSecond = offsets[1] >= 2 * length ? length : undefined;
  /** The payload of a read in which both slots hold the same: that of a write that was finished. */
  const finishedIn = (bytes: Uint8Array): Slot | undefined => {
    const [one, other] = offsets.map((offset) => bytes.subarray(offset, offset + length));
    return one !== undefined && other !== undefined && equalBytes(one, other) ? decodeSlot(one) : undefined;
  };
  // A finished write goes before a later sequence in one slot: that is one that was taken back since, or never finished.
  const finished = reads.map(finishedIn).reduce(later, undefined);
  const found = [...offsets, ...(formerSecond === undefined ? [] : [formerSecond])]
    .map(latestAt)
    .reduce(later, undefined);
  let current = finished ?? found;
  const places = offsets.map((offset): Place => ({ offset, good: false }));
  const put = (place: Place, image: Uint8Array): void => {
    place.good = false;
    storage.write(place.offset, image);
    place.good = true;
  };

  if (current === undefined) {
    // The very first write may have failed: slot 1 is then still blank, and nothing was ever kept. Anything else is
    // damage, and a new device must not take its place silently.
    const neverKept = imagesAt(offsets[1]).every(isBlank) && !imagesAt(0).some(isRemnant);
    if (!neverKept) throw new DeviceFault('storage-damaged');
  } else {
    const image = encodeSlot(current);
    const heldIn = (place: Place): number =>
      imagesAt(place.offset).filter((found) => equalBytes(found, image)).length;
    for (const place of places) place.good = heldIn(place) === reads.length;
    // The worse one first, so that what holds the payload is touched only once the other holds it too; and slot 1
    // before slot 0, which shares its sector with what is carried over.
    for (const place of places.toReversed().toSorted((one, other) => heldIn(one) - heldIn(other))) {
      if (!place.good) put(place, image);
    }
    if (formerSecond !== undefined && !imagesAt(formerSecond).every(isBlank)) {
      storage.write(formerSecond, new Uint8Array(length).fill(neverWritten));
    }
  }

  let before: Slot | undefined;
  /** The highest sequence that may lie anywhere. */
  let highest = current?.sequence ?? 0;

  const write = (next: Slot): void => {
    const image = encodeSlot(next);
    highest = Math.max(highest, next.sequence);
    // The slot in doubt comes first; of two good ones the first.
    const order = places[0]?.good === true && places[1]?.good === false ? places.toReversed() : places;
    let written = 0;
    try {
      for (const place of order) {
        put(place, image);
        written += 1;
      }
    } finally {
      const whole = written === places.length;
      before = whole && next !== before ? current : undefined;
      if (written > 0) current = next;
      if (whole) highest = next.sequence;
    }
  };

  return {
    read: () => current?.payload.slice(),
    write(payload) {
      if (payload.length !== payloadLength) throw new RangeError('a payload has a fixed length');
      write(
        before !== undefined && equalBytes(before.payload, payload)
          ? before
          : // A first write that failed left nothing that could win over the next first one.
            { sequence: current === undefined ? 1 : highest + 1, payload: payload.slice() },
      );
    },
  };
}
