/** A write to the storage file is on the disk before it returns: after a power cut of the computer nothing is half known. */
import type * as Fs from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { fileStorage } from '../../../firmware-sim/device/file-storage.ts';

const calls = vi.hoisted((): [name: string, file: number][] => []);
vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof Fs>();
  return {
    ...fs,
    writeSync(...told: Parameters<typeof fs.writeSync>) {
      calls.push(['write', told[0]]);
      return fs.writeSync(...told);
    },
    fdatasyncSync(file: number) {
      calls.push(['flush', file]);
      fs.fdatasyncSync(file);
    },
  };
});

let folder: string | undefined;
afterEach(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true });
});

it('each write ends with a flush of the same file', () => {
  folder = mkdtempSync(join(tmpdir(), 'hostblind-flushed-'));
  const storage = fileStorage(join(folder, 'device.bin'));
  for (const offset of [0, 2_046, 4_000]) {
    calls.length = 0;
    storage.write(offset, new Uint8Array(8));
    const [names, files] = [calls.map(([name]) => name), new Set(calls.map(([, file]) => file))];
    expect(names.slice(0, -1).every((name) => name === 'write')).toBe(true);
    expect(names.length).toBeGreaterThan(1);
    expect([names.at(-1), files.size]).toEqual(['flush', 1]);
  }
  storage.close();
});
