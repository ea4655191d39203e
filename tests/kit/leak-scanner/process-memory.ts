/**
 * Reads the memory of another process by `/proc/PID/mem`: every page that is present and that the process could have
 * written a secret to. Linux only; who may read is the kernel's decision (ptrace(2), "access mode checking").
 */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

const pageLength = 4096;
const chunkLength = 4 * 1024 * 1024;
/** Address and length of what `/proc/PID/pagemap` holds about one page; the two highest bits mean present and swapped. */
const pagemapEntry = 8;

export interface MemoryRegion {
  /** Address of the first byte. */
  readonly start: number;
  readonly end: number;
  /** Such as `[heap]`, `[anon:v8]`, a file, or "anonymous". */
  readonly name: string;
}

const advice =
  'The leak scanner reads the memory of the processes that it watches, so it needs their owner’s rights: run the ' +
  'tests as the same user as the browser, with kernel.yama.ptrace_scope 0 or 1 (sudo sysctl kernel.yama.ptrace_scope=1), ' +
  'start Chromium with --allow-sandbox-debugging, or run as root (CAP_SYS_PTRACE in a container).';

class MemoryNotReadable extends Error {
  override readonly name = 'MemoryNotReadable';
}

function notReadable(pid: number, cause: unknown): MemoryNotReadable {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
  const where = process.platform === 'linux' ? '' : ' Memory is read on Linux only.';
  return new MemoryNotReadable(`The memory of process ${pid} cannot be read (${code}).${where} ${advice}`, {
    cause,
  });
}

/** Mappings that a secret can be in: all that can be read, but for files that the process only reads. */
export function secretBearing(maps: string): MemoryRegion[] {
  return maps.split('\n').flatMap((line): MemoryRegion[] => {
    const match = /^([\da-f]+)-([\da-f]+) (r)(.)..? \S+ \S+ (\d+)\s*(.*)$/.exec(line);
    if (match === null) return [];
    const [, start = '', end = '', , write, inode, path = ''] = match;
    const fileOnlyRead = inode !== '0' && write !== 'w' && !/^\/(dev\/shm|memfd:)/.test(path);
    if (fileOnlyRead || path === '[vvar]' || path === '[vsyscall]') return [];
    return [{ start: Number.parseInt(start, 16), end: Number.parseInt(end, 16), name: path || 'anonymous' }];
  });
}

/** Runs of pages that are present or swapped out; a page that was never touched holds zeros. */
function* presentRuns(pagemap: number, region: MemoryRegion): Generator<{ start: number; end: number }> {
  const pages = (region.end - region.start) / pageLength;
  const entries = Buffer.alloc(Math.min(pages, 1 << 16) * pagemapEntry);
  let start = -1;
  for (let page = 0; page < pages; page += 1) {
    const within = page % (1 << 16);
    if (within === 0)
      readSync(pagemap, entries, 0, entries.length, (region.start / pageLength + page) * pagemapEntry);
    const present = (entries[within * pagemapEntry + 7] ?? 0) & 0xc0;
    const address = region.start + page * pageLength;
    if (present !== 0 && start === -1) start = address;
    if (present === 0 && start !== -1) {
      yield { start, end: address };
      start = -1;
    }
  }
  if (start !== -1) yield { start, end: region.end };
}

export interface MemoryChunk {
  readonly region: string;
  /** Valid until the next chunk. */
  readonly bytes: Uint8Array;
}

/**
 * The process's memory in chunks of up to 4 MiB; the end of one is repeated at the begin of the next by `overlap`
 * bytes. Throws `MemoryNotReadable`, which says what to do, when the kernel refuses.
 */
export function* readProcessMemory(pid: number, overlap: number): Generator<MemoryChunk> {
  const files: number[] = [];
  const open = (name: string): number => {
    const file = openSync(`/proc/${pid}/${name}`, 'r');
    files.push(file);
    return file;
  };
  try {
    let maps: string;
    let [memory, pagemap] = [0, 0];
    try {
      maps = readFileSync(`/proc/${pid}/maps`, 'utf8');
      [memory, pagemap] = [open('mem'), open('pagemap')];
    } catch (cause) {
      throw notReadable(pid, cause);
    }
    const buffer = Buffer.alloc(chunkLength + overlap);
    for (const region of secretBearing(maps)) {
      for (const run of presentRuns(pagemap, region))
        yield* readRun(memory, buffer, overlap, region.name, run);
    }
  } finally {
    for (const file of files) closeSync(file);
  }
}

function* readRun(
  memory: number,
  buffer: Buffer,
  overlap: number,
  region: string,
  run: { start: number; end: number },
): Generator<MemoryChunk> {
  let kept = 0;
  for (let address = run.start; address < run.end;) {
    let length = 0;
    try {
      length = readSync(memory, buffer, kept, Math.min(chunkLength, run.end - address), address);
    } catch {
      // Unmapped since the map was read, or a device's memory: nothing of the process is there.
    }
    if (length === 0) return;
    address += length;
    const bytes = buffer.subarray(0, kept + length);
    yield { region, bytes };
    kept = Math.min(overlap, bytes.length);
    buffer.copyWithin(0, bytes.length - kept, bytes.length);
  }
}
