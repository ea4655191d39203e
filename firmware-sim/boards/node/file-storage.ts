/** The node board's non-volatile storage: a file, or memory that lasts as long as the process. */
import {
  closeSync,
  constants,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  realpathSync,
  writeSync,
} from 'node:fs';
import type { Storage } from '../../core/board.ts';
import { lockStorage } from './storage-lock.ts';

/** Bytes of storage on this board: what a small flash page holds, and more than the core asks for. */
export const nodeStorageSize = 4096;

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

/**
 * Opens the storage file at `path`, or makes it (mode 0600), and holds it alone until `close`. A write returns
 * when its bytes, and no others, are on the disk. Throws an `Error` for a file of another size or in use.
 */
export function fileStorage(path: string): ClosableStorage {
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600);
  try {
    // Two names for one file are one storage: the lock goes beside the real one.
    const lock = lockStorage(realpathSync(path));
    try {
      prepare(file, path);
    } catch (error) {
      lock.release();
      throw error;
    }
    let open = true;
    return {
      size: nodeStorageSize,
      read: () => readAll(file),
      write(offset, bytes) {
        checkRange(offset, bytes.length);
        writeAll(file, bytes, offset);
        fdatasyncSync(file);
      },
      close() {
        if (!open) return;
        open = false;
        closeSync(file);
        lock.release();
      },
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** Whether a file that is too short holds nothing but the filling: its process ended while it made the file. */
function wasBeingMade(file: number, size: number): boolean {
  if (size >= nodeStorageSize) return false;
  const content = new Uint8Array(size);
  return readSync(file, content, 0, size, 0) === size && content.every((byte) => byte === neverWritten);
}

/** Fills a new file, or one whose making was cut short; refuses a file of another size. */
function prepare(file: number, path: string): void {
  const stat = fstatSync(file);
  if (!stat.isFile()) throw new Error(`storage ${path} is not a file. Name a file, or leave --storage out.`);
  if (wasBeingMade(file, stat.size)) {
    writeAll(file, new Uint8Array(nodeStorageSize).fill(neverWritten), 0);
    fsyncSync(file);
  } else if (stat.size !== nodeStorageSize) {
    throw new Error(
      `storage file ${path} has ${stat.size} bytes, not ${nodeStorageSize}: it is not a storage file of this simulator. Name another file.`,
    );
  }
}

function readAll(file: number): Uint8Array {
  const content = new Uint8Array(nodeStorageSize);
  let filled = 0;
  while (filled < nodeStorageSize) {
    const count = readSync(file, content, filled, nodeStorageSize - filled, filled);
    if (count === 0) throw new Error('the storage file became shorter while it was in use');
    filled += count;
  }
  return content;
}
