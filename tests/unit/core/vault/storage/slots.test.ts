import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Storage } from '../../../../../firmware-sim/core/board.ts';
import { DeviceFault } from '../../../../../firmware-sim/core/faults.ts';
import { openSlots, slotLength } from '../../../../../firmware-sim/core/vault/storage/slots.ts';
import { countingBytes } from '../../../../fixtures/devices/core-board.ts';
import { PowerCut } from '../../../../fixtures/devices/test-device.ts';

const payloadLength = 24;
const length = slotLength(payloadLength);
const payload = (seed: number): Uint8Array => countingBytes(payloadLength, seed);

interface Flash extends Storage {
  readonly bytes: Uint8Array;
  /** Bytes until the power goes. */
  budget: number;
  readonly offsets: number[];
}

function createFlash(size = 2 * length): Flash {
  const bytes = new Uint8Array(size).fill(0xff);
  const offsets: number[] = [];
  const flash: Flash = {
    size,
    bytes,
    budget: Number.POSITIVE_INFINITY,
    offsets,
    read: () => bytes.slice(),
    write(offset, image) {
      offsets.push(offset);
      const allowed = Math.min(image.length, flash.budget);
      bytes.set(image.subarray(0, allowed), offset);
      flash.budget -= allowed;
      if (allowed < image.length) throw new PowerCut();
    },
  };
  return flash;
}

/** Runs until it ends or the power goes after `budget` bytes; the storage then works again. */
function cutAfter(flash: Flash, budget: number, work: () => void): 'ended' | 'cut' {
  flash.budget = budget;
  try {
    work();
    return 'ended';
  } catch (thrown) {
    if (!(thrown instanceof PowerCut)) throw thrown;
    return 'cut';
  } finally {
    flash.budget = Number.POSITIVE_INFINITY;
  }
}

const read = (flash: Flash): Uint8Array | undefined => openSlots(flash, payloadLength).read();
const slotImages = (flash: Flash) => [flash.bytes.slice(0, length), flash.bytes.slice(length, 2 * length)];

function writtenFlash(...payloads: readonly Uint8Array[]): Flash {
  const flash = createFlash();
  const slots = openSlots(flash, payloadLength);
  for (const each of payloads) slots.write(each);
  return flash;
}

describe('openSlots', () => {
  it('reads nothing from storage that was never written, and writes nothing to it', () => {
    const flash = createFlash();
    expect(read(flash)).toBeUndefined();
    expect(flash.offsets).toEqual([]);
  });

  it('refuses storage with no room for two slots', () => {
    expect(() => openSlots(createFlash(2 * length - 1), payloadLength)).toThrow(
      /two slots of 64 bytes do not fit/,
    );
    expect(() => openSlots({ ...createFlash(600), sectorBytes: 560 }, payloadLength)).toThrow(RangeError);
    expect(read(createFlash(2 * length))).toBeUndefined();
  });

  it('leaves the storage behind its two slots alone', () => {
    const flash = { ...createFlash(2 * length + 50), sectorBytes: length };
    const slots = openSlots(flash, payloadLength);
    slots.write(payload(1));
    expect(flash.bytes.subarray(2 * length).every((byte) => byte === 0xff)).toBe(true);
    flash.bytes.fill(7, 2 * length);
    expect(read(flash)).toEqual(payload(1));
  });

  it.each([
    [undefined, 4096, 2048],
    [512, 4096, 512],
    [4096, 8192, 4096],
    // A sector smaller than a slot: the next one that slot 0 does not reach.
    [40, 4096, 80],
    [8 << 20, (8 << 20) + length, 8 << 20],
  ])('puts slot 1 into another sector (of %s bytes, storage of %i) at %i', (sectorBytes, size, offset) => {
    const flash = createFlash(size);
    openSlots(sectorBytes === undefined ? flash : { ...flash, sectorBytes }, payloadLength).write(payload(1));
    expect(flash.offsets).toEqual([0, offset]);
  });

  it.each([0, payloadLength - 1, payloadLength + 1])('refuses a payload of %i bytes', (wrongLength) => {
    const flash = writtenFlash(payload(1));
    const slots = openSlots(flash, payloadLength);
    expect(() => slots.write(new Uint8Array(wrongLength))).toThrow(
      new RangeError('a payload has a fixed length'),
    );
    expect(slots.read()).toEqual(payload(1));
    expect(read(flash)).toEqual(payload(1));
  });

  it('keeps copies: what the caller does to its arrays changes nothing', () => {
    const slots = openSlots(createFlash(), payloadLength);
    const mine = payload(1);
    slots.write(mine);
    mine.fill(0);
    slots.read()?.fill(0);
    expect(slots.read()).toEqual(payload(1));
  });
});

describe('the layout of a slot', () => {
  it('is magic, sequence, payload and SHA-256, twice the same', () => {
    const flash = writtenFlash(payload(1), payload(2), payload(3));
    const [first, second] = slotImages(flash);
    expect(first).toEqual(second);
    expect(new TextDecoder().decode(first?.subarray(0, 4))).toBe('HBV1');
    expect(first?.subarray(4, 8)).toEqual(Uint8Array.of(0, 0, 0, 3));
    expect(first?.subarray(8, 8 + payloadLength)).toEqual(payload(3));
    expect(slotLength(payloadLength)).toBe(4 + 4 + payloadLength + 32);
  });

  it('writes slot 0 before slot 1', () => {
    expect(writtenFlash(payload(1), payload(2)).offsets).toEqual([0, length, 0, length]);
  });

  it('counts its writes through all four bytes, across power-ons', () => {
    const flash = writtenFlash(payload(1));
    for (let round = 2; round <= 260; round += 1) openSlots(flash, payloadLength).write(payload(round));
    expect(flash.bytes.subarray(4, 8)).toEqual(Uint8Array.of(0, 0, 1, 4));
  });

  it('takes the higher sequence where both slots are whole, wherever it is', () => {
    for (const [older, newer] of [
      [1, 2],
      // Byte by byte, so that a field read in the wrong order or cut short shows.
      [0xff, 0x100],
      [0xffff, 0x10000],
      [0xffffff, 0x1000000],
    ] as const) {
      const images = [older, newer].map((sequence) => imageWith(sequence, payload(sequence)));
      for (const order of [images, images.toReversed()]) {
        const flash = createFlash();
        order.forEach((image, slot) => flash.bytes.set(image, slot * length));
        expect(read(flash)).toEqual(payload(newer));
        expect(slotImages(flash)).toEqual([images[1], images[1]]);
      }
    }
  });

  it('takes slot 0, which is written first, where both are whole and count the same', () => {
    const flash = createFlash();
    flash.bytes.set(imageWith(7, payload(1)));
    flash.bytes.set(imageWith(7, payload(2)), length);
    expect(read(flash)).toEqual(payload(1));
  });
});

/** A whole slot with a sequence number that no test could reach by writing. */
function imageWith(sequence: number, content: Uint8Array): Uint8Array {
  const flash = createFlash();
  const template = openSlots(flash, payloadLength);
  template.write(content);
  const body = flash.bytes.slice(0, length - 32);
  new DataView(body.buffer).setUint32(4, sequence);
  const image = new Uint8Array(length);
  image.set(body);
  image.set(sha256(body), length - 32);
  return image;
}

describe('power loss', () => {
  it.each(Array.from({ length: 2 * length + 1 }, (_, budget) => budget))(
    'after byte %i of a write leaves the old or the new payload, whole',
    (budget) => {
      const flash = writtenFlash(payload(1));
      const slots = openSlots(flash, payloadLength);
      const ending = cutAfter(flash, budget, () => slots.write(payload(2)));
      expect(ending).toBe(budget < 2 * length ? 'cut' : 'ended');
      // As soon as slot 0 is whole the new one counts; until then the old one does.
      expect(read(flash)).toEqual(payload(budget < length ? 1 : 2));
      const [first, second] = slotImages(flash);
      expect(first).toEqual(second);
    },
  );

  it.each(Array.from({ length: 2 * length + 1 }, (_, budget) => budget))(
    'after byte %i of the very first write leaves nothing or the payload, whole',
    (budget) => {
      const flash = createFlash();
      const slots = openSlots(flash, payloadLength);
      cutAfter(flash, budget, () => slots.write(payload(1)));
      expect(read(flash)).toEqual(budget < length ? undefined : payload(1));
      // A device that starts over there can write again.
      openSlots(flash, payloadLength).write(payload(2));
      expect(read(flash)).toEqual(payload(2));
    },
  );

  it('during a repair is harmless at every byte, for either slot', () => {
    for (const damaged of [0, 1]) {
      for (let budget = 0; budget <= length; budget += 1) {
        const flash = writtenFlash(payload(1), payload(2));
        flash.bytes.fill(0, damaged * length, damaged * length + 20);
        cutAfter(flash, budget, () => void openSlots(flash, payloadLength));
        expect(read(flash)).toEqual(payload(2));
      }
    }
  });

  it('again and again, in any sequence of writes, never leaves anything but old or new', () => {
    const step = fc.record({ seed: fc.nat(255), budget: fc.nat(3 * length) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const flash = createFlash();
        let kept: Uint8Array | undefined;
        for (const { seed, budget } of steps) {
          const ending = cutAfter(flash, budget, () => openSlots(flash, payloadLength).write(payload(seed)));
          const now = read(flash);
          if (ending === 'ended') expect(now).toEqual(payload(seed));
          else expect([kept, payload(seed)]).toContainEqual(now);
          kept = now;
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('taking a write back', () => {
  it('leaves storage byte for byte as it was', () => {
    const flash = writtenFlash(payload(1), payload(2));
    const before = flash.bytes.slice();
    const slots = openSlots(flash, payloadLength);
    for (let round = 0; round < 3; round += 1) {
      slots.write(payload(3));
      expect(flash.bytes).not.toEqual(before);
      slots.write(payload(2));
      expect(flash.bytes).toEqual(before);
    }
    slots.write(payload(1));
    expect(read(flash)).toEqual(payload(1));
    expect(flash.bytes.subarray(4, 8)).toEqual(Uint8Array.of(0, 0, 0, 3));
  });

  it.each(Array.from({ length: 2 * length + 1 }, (_, budget) => budget))(
    'is whole when power goes after byte %i',
    (budget) => {
      const flash = writtenFlash(payload(1));
      const slots = openSlots(flash, payloadLength);
      slots.write(payload(2));
      cutAfter(flash, budget, () => slots.write(payload(1)));
      expect([payload(1), payload(2)]).toContainEqual(read(flash));
      if (budget <= length) expect(read(flash)).toEqual(payload(2));
      if (budget === 2 * length) expect(read(flash)).toEqual(payload(1));
      const [first, second] = slotImages(flash);
      expect(first).toEqual(second);
    },
  );
});

describe('damage', () => {
  it.each(Array.from({ length }, (_, at) => at))('at byte %i of either slot is repaired', (at) => {
    for (const slot of [0, 1]) {
      const flash = writtenFlash(payload(1), payload(2));
      const whole = slotImages(flash);
      flash.bytes[slot * length + at] = (flash.bytes[slot * length + at] ?? 0) ^ 0x10;
      expect(read(flash)).toEqual(payload(2));
      expect(slotImages(flash)).toEqual(whole);
    }
  });

  it('repairs only what is damaged', () => {
    const flash = writtenFlash(payload(1));
    for (const slot of [0, 1]) {
      flash.offsets.length = 0;
      flash.bytes[slot * length] = 0;
      read(flash);
      expect(flash.offsets).toEqual([slot * length]);
    }
    flash.offsets.length = 0;
    read(flash);
    expect(flash.offsets).toEqual([]);
  });

  it('in both slots stops the device, and changes nothing', () => {
    fc.assert(
      fc.property(fc.nat(length - 1), fc.nat(length - 1), fc.nat(7), (inFirst, inSecond, bit) => {
        const flash = writtenFlash(payload(1), payload(2));
        for (const at of [inFirst, length + inSecond]) flash.bytes[at] = (flash.bytes[at] ?? 0) ^ (1 << bit);
        const before = flash.bytes.slice();
        const open = () => openSlots(flash, payloadLength);
        expect(open).toThrow(DeviceFault);
        expect(open).toThrow(expect.objectContaining({ code: 'storage-damaged' }));
        expect(flash.bytes).toEqual(before);
      }),
    );
  });

  it('is not taken for a new device, even if one byte of slot 1 is all that is left', () => {
    const flash = createFlash();
    flash.bytes[2 * length - 1] = 0;
    expect(() => openSlots(flash, payloadLength)).toThrow(DeviceFault);
  });

  it('leaves no older payload behind once a write has ended', () => {
    const flash = writtenFlash(payload(100), payload(1));
    const older = Buffer.from(payload(100));
    expect(Buffer.from(flash.bytes).includes(older)).toBe(false);
  });
});
