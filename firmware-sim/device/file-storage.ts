/** The node board's non-volatile storage: a file, or memory that lasts as long as the process. */
import { isCode } from '../../src/protocol/errors.ts';
import { storageText } from '../../src/text/simulator/storage.ts';
import {
  closeSync,
  constants,
  fchmodSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  realpathSync,
  rmSync,
  writeSync,
} from 'node:fs';
import type { Storage } from '../core/board.ts';
import { fileFault } from './file-faults.ts';
import { lockStorage } from './storage-lock.ts';

/** Bytes of storage on this board: what two small flash pages hold, and more than the core asks for. */
export const nodeStorageSize = 4096;

const halfSize = nodeStorageSize / 2;

/**
 * Where the second half begins in a file. A card may lose a whole erase block to a write that goes wrong, and blocks of
 * 8 MiB exist: the two copies of the core lie that far apart. The file is sparse, so the space between costs nothing.
 */
export const secondHalfAt = 8 << 20;

/** Bytes of a storage file; fewer are on the disk. */
export const storageFileSize = secondHalfAt + halfSize;

const neverWritten = 0xff;

export interface ClosableStorage extends Storage {
  close(): void;
}

function checkRange(offset: number, length: number): void {
  if (!Number.isSafeInteger(offset) || offset < 0 || offset + length > nodeStorageSize) {
    throw new RangeError(`a write of ${length} bytes at ${offset} does not fit in ${nodeStorageSize}`);
  }
}

export function memoryStorage(): ClosableStorage {
  const content = new Uint8Array(nodeStorageSize).fill(neverWritten);
  return {
    size: nodeStorageSize,
    sectorBytes: halfSize,
    read: () => content.slice(),
    write(offset, bytes) {
      checkRange(offset, bytes.length);
      content.set(bytes, offset);
    },
    close() {
      content.fill(0);
    },
  };
}

function writeAll(file: number, bytes: Uint8Array, offset: number): void {
  let written = 0;
  while (written < bytes.length) {
    written += writeSync(file, bytes, written, bytes.length - written, offset + written);
  }
}

function readInto(file: number, content: Uint8Array, offset: number): void {
  let filled = 0;
  while (filled < content.length) {
    const count = readSync(file, content, filled, content.length - filled, offset + filled);
    if (count === 0) throw new Error(storageText.becameShorter);
    filled += count;
  }
}

/** The bytes of a write by the half that they fall into, each with its place in the file. */
function splitWrite(offset: number, bytes: Uint8Array): readonly [place: number, part: Uint8Array][] {
  const inFirst = Math.max(0, Math.min(bytes.length, halfSize - offset));
  const parts: readonly [number, Uint8Array][] = [
    [offset, bytes.subarray(0, inFirst)],
    [secondHalfAt + Math.max(0, offset - halfSize), bytes.subarray(inFirst)],
  ];
  return parts.filter(([, part]) => part.length > 0);
}

const blankHalf = (): Uint8Array => new Uint8Array(halfSize).fill(neverWritten);

/** A file of an earlier version: 4,096 bytes in one piece, the second half of them never written. */
const formerFileSize = nodeStorageSize;

/** The halves of an open file. A former file gets its second half with the first write to it, and none before. */
function openHalves(file: number): Pick<Storage, 'read' | 'write'> {
  let isFormer = fstatSync(file).size === formerFileSize;
  return {
    read() {
      const content = new Uint8Array(nodeStorageSize).fill(neverWritten);
      readInto(file, content.subarray(0, halfSize), 0);
      if (!isFormer) readInto(file, content.subarray(halfSize), secondHalfAt);
      return content;
    },
    write(offset, bytes) {
      checkRange(offset, bytes.length);
      for (const [place, part] of splitWrite(offset, bytes)) {
        if (isFormer && place >= secondHalfAt) {
          writeAll(file, blankHalf(), secondHalfAt);
          isFormer = false;
        }
        writeAll(file, part, place);
      }
      fdatasyncSync(file);
    },
  };
}

/** Opens the file, or makes it; `isNew` says which. */
function openOrMake(path: string): { readonly file: number; readonly isNew: boolean } {
  try {
    return {
      file: openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, 0o600),
      isNew: true,
    };
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
    return { file: openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600), isNew: false };
  }
}

const othersMay = 0o077;

/** The file is its owner's alone from here on, no matter who made it or how. Windows knows no such modes. */
function closeToOthers(file: number, path: string, onNotice: (line: string) => void): void {
  const mode = fstatSync(file).mode & 0o777;
  if (process.platform === 'win32' || (mode & othersMay) === 0) return;
  try {
    fchmodSync(file, 0o600);
  } catch {
    // Looked at below: some file systems take the call and change nothing.
  }
  const octal = mode.toString(8);
  if ((fstatSync(file).mode & othersMay) !== 0) {
    throw new Error(storageText.openToOthers(path, octal));
  }
  onNotice(storageText.wasOpenToOthers(path, octal));
}

/**
 * Opens the storage file at `path`, or makes it, and holds it alone until `close`; nobody but its owner may read it
 * (mode 0600). A write returns when its bytes, and no others, are on the disk. Throws an `Error` that says what to do
 * for a file of another size, in use, or that the system refuses; nothing of a start that failed is left behind.
 * `onNotice` gets a line about what was put right, or why a write failed.
 */
export function fileStorage(
  path: string,
  onNotice: (line: string) => void = () => undefined,
): ClosableStorage {
  const inWords = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw fileFault(path, error);
    }
  };
  const { file, isNew } = inWords(() => openOrMake(path));
  try {
    return inWords(() => hold(file, path, onNotice));
  } catch (error) {
    if (isNew) rmSync(path, { force: true });
    closeSync(file);
    throw error;
  }
}

function hold(file: number, path: string, onNotice: (line: string) => void): ClosableStorage {
  if (!fstatSync(file).isFile()) {
    throw new Error(storageText.notAFile(path));
  }
  // Two names for one file are one storage: the lock goes beside the real one.
  const lock = lockStorage(realpathSync(path), file);
  try {
    closeToOthers(file, path, onNotice);
    prepare(file, path);
  } catch (error) {
    lock.release();
    throw error;
  }
  const halves = openHalves(file);
  let open = true;
  return {
    size: nodeStorageSize,
    sectorBytes: halfSize,
    read: () => halves.read(),
    write(offset, bytes) {
      try {
        halves.write(offset, bytes);
      } catch (error) {
        const fault = fileFault(path, error);
        if (fault instanceof Error) onNotice(fault.message);
        throw fault;
      }
    },
    close() {
      if (!open) return;
      open = false;
      // The note first: who finds the system's lock free finds no note of a running process.
      lock.release();
      closeSync(file);
    },
  };
}

/** Whether nothing but the filling is in the file: its process ended while it made the file. */
function wasBeingMade(file: number, size: number): boolean {
  if (size > halfSize) return size > secondHalfAt && size < storageFileSize;
  const content = new Uint8Array(size);
  readInto(file, content, 0);
  return content.every((byte) => byte === neverWritten);
}

/** Fills a new file, or one whose making was cut short; refuses a file of another size. */
function prepare(file: number, path: string): void {
  const stat = fstatSync(file);
  if (stat.size === storageFileSize || stat.size === formerFileSize) return;
  if (!wasBeingMade(file, stat.size)) {
    throw new Error(storageText.wrongSize(path, stat.size, storageFileSize));
  }
  // A file that ends within its second half has never been used: that half is filled before the core sees it.
  if (stat.size <= halfSize) writeAll(file, blankHalf(), 0);
  writeAll(file, blankHalf(), secondHalfAt);
  fsyncSync(file);
}
