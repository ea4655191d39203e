/** A board for tests of one room of the core: it counts, records and can fail, and nobody presses anything. */
import type { Board, Frame, RandomPurpose, TextLine } from '../../firmware-sim/core/board.ts';
import { createTestStorage, PowerCut, seededRandom, type TestStorage } from './test-device.ts';

export interface Draw {
  readonly purpose: RandomPurpose;
  readonly length: number;
  /** The very array that the core was handed, so that a test can see whether it is erased later. */
  readonly bytes: Uint8Array;
}

export interface ShownFrame {
  readonly pixels: Uint8Array;
  readonly lines: readonly TextLine[];
}

export interface CoreBoard extends Board {
  readonly stored: TestStorage;
  readonly draws: Draw[];
  readonly frames: ShownFrame[];
  /** The offset and the length of every write, in order. */
  readonly writes: { readonly offset: number; readonly length: number }[];
}

export interface CoreBoardOptions {
  readonly storage?: TestStorage;
  readonly random?: Board['random'];
  readonly now?: () => number;
}

export function createCoreBoard(options: CoreBoardOptions = {}): CoreBoard {
  const stored = options.storage ?? createTestStorage();
  const random = options.random ?? seededRandom({ all: 'core' });
  const draws: Draw[] = [];
  const frames: ShownFrame[] = [];
  const writes: CoreBoard['writes'] = [];
  return {
    model: 'nanosp',
    simulator: true,
    stored,
    draws,
    frames,
    writes,
    clock: { now: options.now ?? (() => 0) },
    display: {
      show: (frame: Frame) => void frames.push({ pixels: frame.pixels.slice(), lines: [...frame.lines] }),
    },
    random(purpose, length) {
      const bytes = random(purpose, length);
      draws.push({ purpose, length, bytes });
      return bytes;
    },
    storage: {
      size: stored.bytes.length,
      read: () => stored.bytes.slice(),
      write(offset, bytes) {
        writes.push({ offset, length: bytes.length });
        const allowed = Math.min(bytes.length, stored.budget);
        stored.bytes.set(bytes.subarray(0, allowed), offset);
        stored.budget -= allowed;
        stored.writtenBytes += allowed;
        if (allowed < bytes.length) throw new PowerCut('power lost while storage was written');
      },
    },
  };
}

/** Bytes from 0 up, so that every field of a record differs. */
export function countingBytes(length: number, from = 1): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (from + index) & 0xff);
}
