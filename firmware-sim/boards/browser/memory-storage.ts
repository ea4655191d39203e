/**
 * Storage that is gone when the page is. A frame of opaque origin has no storage of its own, and anything it handed
 * to the page around it would be stored by the host: so it keeps nothing.
 */
import type { Storage } from '../../core/board.ts';

const memoryStorageSize = 4096;

export function createMemoryStorage(size = memoryStorageSize): Storage {
  const bytes = new Uint8Array(size).fill(0xff);
  return {
    size,
    read: () => bytes.slice(),
    write(offset, written) {
      bytes.set(written, offset);
    },
  };
}
