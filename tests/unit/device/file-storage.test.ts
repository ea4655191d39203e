import {
  chmodSync,
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
  secondHalfAt,
  storageFileSize,
} from '../../../firmware-sim/device/file-storage.ts';
import { fileFault } from '../../../firmware-sim/device/file-faults.ts';
import { encodeHolder, thisHolder } from '../../../firmware-sim/device/lock-holder.ts';

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
    expect(statSync(path).size).toBe(storageFileSize);
    // Sparse: what lies between the halves takes no room.
    expect(statSync(path).blocks * 512).toBeLessThan(1 << 20);
    expect(readdirSync(folder)).toEqual(['device.bin']);
  });

  it('holds the bytes as soon as a write returns, before it is closed', () => {
    const storage = fileStorage(path);
    storage.write(4000, Uint8Array.of(7, 8));
    const place = secondHalfAt + 4000 - nodeStorageSize / 2;
    expect([...readFileSync(path).subarray(place - 1, place + 3)]).toEqual([0xff, 7, 8, 0xff]);
    storage.close();
  });

  it.each([512, 8 << 20])('keeps its halves in different sectors of %i bytes', (sector) => {
    const storage = fileStorage(path);
    expect(storage.sectorBytes).toBe(nodeStorageSize / 2);
    for (const [half, byte] of [1, 2].entries()) {
      storage.write((half * nodeStorageSize) / 2, new Uint8Array(nodeStorageSize / 2).fill(byte));
    }
    storage.close();
    const file = readFileSync(path);
    const places = (byte: number) => new Set([file.indexOf(byte), file.lastIndexOf(byte)]);
    const sectors = [1, 2].map((byte) => [...places(byte)].map((at) => Math.floor(at / sector)));
    expect(sectors[0]?.some((each) => sectors[1]?.includes(each) === true)).toBe(false);
  });

  it('writes across the middle into both halves', () => {
    const storage = fileStorage(path);
    storage.write(nodeStorageSize / 2 - 2, Uint8Array.of(1, 2, 3));
    expect([...storage.read().subarray(2045, 2051)]).toEqual([0xff, 1, 2, 3, 0xff, 0xff]);
    storage.close();
    const file = readFileSync(path);
    expect([...file.subarray(2046, 2048), file[secondHalfAt]]).toEqual([1, 2, 3]);
  });

  it('opens a file of an earlier version, and grows it when its second half is written', () => {
    const former = new Uint8Array(nodeStorageSize).fill(0xff);
    former.set([5, 6, 7], 244);
    writeFileSync(path, former);
    const storage = fileStorage(path);
    expect(storage.read()).toEqual(former);
    storage.write(244, Uint8Array.of(8));
    expect(statSync(path).size).toBe(nodeStorageSize);
    storage.write(3000, Uint8Array.of(9));
    expect(statSync(path).size).toBe(storageFileSize);
    storage.close();
    const again = fileStorage(path);
    expect(again.read()).toEqual(former.with(244, 8).with(3000, 9));
    again.close();
  });

  it('whose making was cut short is made to its end, and no more of it is touched', () => {
    const used = new Uint8Array(secondHalfAt + 100);
    used.fill(3, 0, 2048);
    for (const content of [new Uint8Array(100).fill(0xff), new Uint8Array(2048).fill(0xff), used]) {
      writeFileSync(path, content);
      const storage = fileStorage(path);
      const read = storage.read();
      expect(read[0]).toBe(content === used ? 3 : 0xff);
      expect(read.subarray(2048).every((byte) => byte === 0xff)).toBe(true);
      storage.close();
      expect(statSync(path).size).toBe(storageFileSize);
    }
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
    expect(() => fileStorage(path)).toThrow(/has 8 bytes, not \d+: it isn't a storage file/);
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

describe.runIf(process.platform === 'linux')('the lock of the system', () => {
  it('holds where the note is gone, and goes with its process', async () => {
    writeFileSync(path, '');
    // A process of which nothing is known here: another container's, as far as this one can tell.
    const other = spawn('flock', [path, 'sh', '-c', 'echo held; exec cat'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await once(other.stdout, 'data');
    expect(() => fileStorage(path)).toThrow(
      `storage file ${path} is in use by another simulator, perhaps in another container. Stop it, or name another file.`,
    );
    other.stdin.end();
    await once(other, 'close');
    fileStorage(path).close();
    expect(readdirSync(folder)).toEqual(['device.bin']);
  });

  it('that is free again frees the note of a killed process in another namespace', () => {
    fileStorage(path).close();
    const here = thisHolder(true);
    writeFileSync(`${path}.lock`, encodeHolder({ ...here, namespace: 'pid:[7]' }));
    fileStorage(path).close();
    expect(readdirSync(folder)).toEqual(['device.bin']);
  });
});

describe.skipIf(process.platform === 'win32')('what others may do with a storage file', () => {
  it.each([0o666, 0o640, 0o604])('is nothing: mode %o is put right, and said', (mode) => {
    fileStorage(path).close();
    chmodSync(path, mode);
    const notices: string[] = [];
    fileStorage(path, (line) => notices.push(line)).close();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(notices).toEqual([
      `storage file ${path} was open to other users (mode ${mode.toString(8)}). Now only you can open it (mode 600).`,
    ]);
    fileStorage(path, (line) => notices.push(line)).close();
    expect(notices).toHaveLength(1);
  });
});

describe('what the system refuses', () => {
  it.each([
    ['ENOSPC', 'the disk is full. Make room, then start again.'],
    ['EROFS', 'its disk is read-only. Name a file somewhere else.'],
    ['EXDEV', 'EXDEV. Name another file.'],
  ])('is said in words, with the name of the file and what to do: %s', (code, words) => {
    const error = Object.assign(new Error(`${code}: no space left on device, write`), {
      code,
      syscall: 'write',
    });
    expect(fileFault('device.bin', error)).toEqual(new Error(`storage file device.bin: ${words}`));
  });

  it('leaves what is no word of the system as it is', () => {
    const own = new Error('storage file a.bin is in use by process 7.');
    expect(fileFault('a.bin', own)).toBe(own);
    // A mistake in a call has a code of Node's own, and no call to the system.
    const mistake = Object.assign(new RangeError('out of range'), { code: 'ERR_OUT_OF_RANGE' });
    expect(fileFault('a.bin', mistake)).toBe(mistake);
    expect(fileFault('a.bin', 'no error at all')).toBe('no error at all');
  });

  it('names a folder that is not there', () => {
    expect(() => fileStorage(join(folder, 'none/device.bin'))).toThrow(
      /device\.bin: its folder doesn't exist\. Create the folder, or name another file\.$/,
    );
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

  it('names a process that runs here, though it holds no lock of the system', () => {
    const note = encodeHolder(thisHolder(false));
    writeFileSync(`${path}.lock`, note);
    expect(() => fileStorage(path)).toThrow(`in use by process ${process.pid}`);
    expect(readFileSync(`${path}.lock`, 'utf8')).toBe(note);
    // Nothing is left of a start that failed.
    expect(readdirSync(folder)).toEqual(['device.bin.lock']);
  });

  it('does not go on holding a file that it has refused', () => {
    writeFileSync(path, 'too short');
    expect(() => fileStorage(path)).toThrow();
    truncateSync(path, 0);
    fileStorage(path).close();
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

  it('names the lock file, and no process to stop, where nothing can be known', () => {
    writeFileSync(`${path}.lock`, `${process.pid}\n`);
    const open = () => fileStorage(path);
    expect(open).toThrow(/may be in use: .*device\.bin\.lock names process \d+.*delete .*device\.bin\.lock/);
    expect(open).not.toThrow(/Stop that process/);
    writeFileSync(`${path}.lock`, `7 12 another-boot pid:[1] another-computer flock\n`);
    expect(open).toThrow(/there's no way to know from here/);
    writeFileSync(`${path}.lock`, `${process.pid}\n`);
    linkSync(`${path}.lock`, join(folder, 'kept'));
    expect(readFileSync(join(folder, 'kept'), 'utf8')).toBe(`${process.pid}\n`);
  });
});
