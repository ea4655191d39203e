import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { entropyToMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { searchBrowserMemory, searchProcessMemory } from '../../../kit/leak-scanner/browser-memory.ts';
import { readProcessMemory, secretBearing } from '../../../kit/leak-scanner/process-memory.ts';
import { createSearcher } from '../../../kit/leak-scanner/searcher.ts';

const entropy = Buffer.from('c1e24f8d0b7a93561fd2847ab9603e5c', 'hex');
const phrase = entropyToMnemonic(entropy, wordlist).split(' ');
let child: ChildProcessWithoutNullStreams | undefined;

/** A process that says when it is ready, and then waits for its stdin to end. */
async function processThat(does: string): Promise<number> {
  child = spawn(process.execPath, ['-e', `${does}; process.stdin.resume(); process.stdout.write('ready')`]);
  await once(child.stdout, 'data');
  return child.pid ?? 0;
}

afterEach(() => void child?.stdin.end());

describe('the memory of a process', () => {
  it('is searched: entropy that the process holds is found, with the place', async () => {
    const masked = [...entropy].map((byte) => byte ^ 0x5a);
    const pid = await processThat(
      `globalThis.kept = Buffer.alloc(5e6); kept.set(${JSON.stringify(masked)}.map((byte) => byte ^ 0x5a), 4e6)`,
    );
    const { searched, findings } = searchProcessMemory(pid, 'child', createSearcher({ phrase }));
    expect(searched).toEqual([{ kind: 'child', pid, bytes: expect.any(Number) as number }]);
    expect(findings).toContainEqual({
      sensor: 'memory',
      place: expect.stringMatching(/^child process, /) as string,
      part: 'bytes 1 to 8 of the entropy',
      encoding: 'bytes',
    });
  });

  it('is clean without', async () => {
    const pid = await processThat('');
    const { searched, findings } = searchProcessMemory(pid, 'child', createSearcher({ phrase }));
    expect(searched[0]?.bytes).toBeGreaterThan(1_000_000);
    expect(findings).toEqual([]);
  });

  it('comes in chunks that overlap, so that nothing is cut in two', async () => {
    const pid = await processThat('globalThis.kept = Buffer.alloc(9e6, 0x61)');
    const overlap = 100;
    let overlapped = 0;
    let last: { region: string; end: string } | undefined;
    for (const { region, bytes } of readProcessMemory(pid, overlap)) {
      const begin = Buffer.from(bytes.subarray(0, overlap)).toString('latin1');
      if (last?.region === region && last.end === begin && bytes.length > overlap) overlapped += 1;
      last = { region, end: Buffer.from(bytes.subarray(-overlap)).toString('latin1') };
    }
    expect(overlapped).toBeGreaterThanOrEqual(2);
  });

  it('that may not be read is an error that says what to do, not a clean result', () => {
    expect(() => [...readProcessMemory(2 ** 22 + 1, 1)]).toThrow(
      expect.objectContaining({
        name: 'MemoryNotReadable',
        message: expect.stringMatching(/cannot be read .*kernel\.yama\.ptrace_scope/) as string,
      }) as Error,
    );
  });
});

describe('a process of the browser that ends while the browser is searched', () => {
  const never = 2 ** 22 + 1;

  /** A browser that names its processes so, each time that it is asked. */
  function browserNaming(...lists: readonly (readonly number[])[]): Browser {
    let asked = 0;
    const send = async () => ({
      processInfo: (lists[Math.min(asked++, lists.length - 1)] ?? []).map((id) => ({ id, type: 'renderer' })),
    });
    const session = { send, detach: async () => undefined };
    return { newBrowserCDPSession: async () => session } as unknown as Browser;
  }

  it('is left out, and the others are searched', async () => {
    const pid = await processThat('');
    const report = await searchBrowserMemory(browserNaming([never, pid], [pid]), createSearcher({ phrase }));
    expect(report.searched.map((process) => process.pid)).toEqual([pid]);
  });

  it('is an error when the browser still names it', async () => {
    await expect(
      searchBrowserMemory(browserNaming([never]), createSearcher({ phrase })),
    ).rejects.toMatchObject({ name: 'MemoryNotReadable' });
  });
});

describe('which mappings are read', () => {
  it.each([
    ['7f0000000000-7f0000001000 rw-p 00000000 00:00 0 ', true],
    ['7f0000000000-7f0000001000 rw-p 00000000 00:00 0                          [heap]', true],
    ['7f0000000000-7f0000001000 r--p 00000000 00:00 0                          [anon:v8]', true],
    [
      '7f0000000000-7f0000001000 rw-s 00000000 00:01 7                          /memfd:shared (deleted)',
      true,
    ],
    ['7f0000000000-7f0000001000 r--s 00000000 00:01 7                          /dev/shm/x (deleted)', true],
    ['7f0000000000-7f0000001000 rw-p 00002000 08:01 99                         /usr/lib/libc.so.6', true],
    ['7f0000000000-7f0000001000 r--p 00002000 08:01 99                         /usr/lib/libc.so.6', false],
    ['7f0000000000-7f0000001000 r-xp 00002000 08:01 99                         /usr/bin/node', false],
    ['7f0000000000-7f0000001000 ---p 00000000 00:00 0 ', false],
    ['7f0000000000-7f0000001000 r--p 00000000 00:00 0                          [vvar]', false],
  ])('%s: %s', (line, isRead) => {
    expect(secretBearing(line).length === 1).toBe(isRead);
  });
});
