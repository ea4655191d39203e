import {
  linkSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  existsSync,
  readdirSync,
  mkdirSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  fileStorage,
  memoryStorage,
  nodeStorageSize,
} from '../../../firmware-sim/boards/node/file-storage.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hostblind-storage-'));
  path = join(folder, 'device.bin');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe.each([
  ['in memory', () => memoryStorage()],
  ['in a file', () => fileStorage(path)],
])('storage %s', (_, open) => {
  it('reads as 0xff where nothing was written', () => {
    const storage = open();
    expect(storage.size).toBe(nodeStorageSize);
    expect(storage.read()).toEqual(new Uint8Array(nodeStorageSize).fill(0xff));
    storage.close();
  });

  it('keeps what is written, and gives out copies', () => {
    const storage = open();
    storage.write(10, Uint8Array.of(1, 2, 3));
    storage.read().fill(0);
    expect(storage.read().slice(9, 14)).toEqual(Uint8Array.of(0xff, 1, 2, 3, 0xff));
    storage.close();
  });

  it.each([
    [-1, 1],
    [nodeStorageSize, 1],
    [nodeStorageSize - 1, 2],
    [0.5, 1],
  ])('refuses a write at %d of %d bytes', (offset, length) => {
    const storage = open();
    expect(() => storage.write(offset, new Uint8Array(length))).toThrow(RangeError);
    expect(storage.read()).toEqual(new Uint8Array(nodeStorageSize).fill(0xff));
    storage.close();
  });
});

describe('a storage file', () => {
  it('is made for its owner only', () => {
    fileStorage(path).close();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(path).size).toBe(nodeStorageSize);
    expect(readdirSync(folder)).toEqual(['device.bin']);
  });

  it('holds the bytes as soon as a write returns, before it is closed', () => {
    const storage = fileStorage(path);
    storage.write(4000, Uint8Array.of(7, 8));
    expect([...readFileSync(path).subarray(3999, 4003)]).toEqual([0xff, 7, 8, 0xff]);
    storage.close();
  });

  it('is the same after any writes as memory would be', () => {
    const write = fc.record({
      offset: fc.nat(nodeStorageSize - 64),
      bytes: fc.uint8Array({ maxLength: 64 }),
    });
    fc.assert(
      fc.property(fc.array(write, { maxLength: 5 }), (writes) => {
        rmSync(path, { force: true });
        const [file, memory] = [fileStorage(path), memoryStorage()];
        for (const { offset, bytes } of writes) {
          file.write(offset, bytes);
          memory.write(offset, bytes);
        }
        file.close();
        const again = fileStorage(path);
        expect(again.read()).toEqual(memory.read());
        again.close();
      }),
      { numRuns: 25 },
    );
  });

  it('takes a file that was made and never filled for a new one', () => {
    writeFileSync(path, '');
    const storage = fileStorage(path);
    expect(storage.read()[0]).toBe(0xff);
    storage.close();
  });

  it('refuses a file of another size and leaves it as it is', () => {
    writeFileSync(path, 'a letter');
    expect(() => fileStorage(path)).toThrow(/has 8 bytes, not 4096: it is not a storage file/);
    expect(readFileSync(path, 'utf8')).toBe('a letter');
    expect(readdirSync(folder)).toEqual(['device.bin']);
  });

  it('refuses a folder', () => {
    mkdirSync(path);
    expect(() => fileStorage(path)).toThrow();
  });

  it('says so when it shrinks under the device', () => {
    const storage = fileStorage(path);
    truncateSync(path, 10);
    expect(() => storage.read()).toThrow(/became shorter/);
    storage.close();
  });
});

describe('one process per storage file', () => {
  it('refuses a second opener, by any name of the file, and lets it in after close', () => {
    const storage = fileStorage(path);
    const alias = join(folder, 'alias.bin');
    symlinkSync(path, alias);
    expect(() => fileStorage(path)).toThrow(`in use by process ${process.pid}`);
    expect(() => fileStorage(alias)).toThrow(/Stop that process, or name another file/);
    storage.close();
    storage.close();
    const again = fileStorage(alias);
    again.close();
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it('takes over from a process that is gone', async () => {
    const gone = spawn(process.execPath, ['-e', '0']);
    await once(gone, 'exit');
    writeFileSync(`${path}.lock`, `${gone.pid} 12345\n`);
    const storage = fileStorage(path);
    expect(readFileSync(`${path}.lock`, 'utf8')).toMatch(new RegExp(`^${process.pid} `));
    storage.close();
    expect(readdirSync(folder)).toEqual(['device.bin']);
  });

  it('takes over from a process whose id another process has by now', () => {
    writeFileSync(`${path}.lock`, `${process.pid} 1\n`);
    fileStorage(path).close();
  });

  it.each(['', 'garbage', '-1 0', '0 0', '1e999 0'])('takes over a lock that names nobody: %j', (content) => {
    writeFileSync(`${path}.lock`, content);
    fileStorage(path).close();
    expect(readdirSync(folder)).toEqual(['device.bin']);
  });

  it('a running process of any start time holds where start times cannot be read', () => {
    writeFileSync(`${path}.lock`, `${process.pid}\n`);
    expect(() => fileStorage(path)).toThrow(/in use/);
    linkSync(`${path}.lock`, join(folder, 'kept'));
    expect(readFileSync(join(folder, 'kept'), 'utf8')).toBe(`${process.pid}\n`);
  });
});
