/** Searches the memory of every process of a browser, or of one process. */
import type { Browser } from 'playwright-core';
import type { Finding } from './findings.ts';
import { readProcessMemory } from './process-memory.ts';
import { unique, type Searcher } from './searcher.ts';

export interface SearchedProcess {
  /** Such as "browser" or "renderer". */
  readonly kind: string;
  readonly pid: number;
  /** Bytes of memory that were searched. */
  readonly bytes: number;
}

export interface MemoryReport {
  readonly searched: readonly SearchedProcess[];
  readonly findings: readonly Finding[];
}

/** Throws `MemoryNotReadable` when the kernel refuses; a process that is gone has no memory. */
export function searchProcessMemory(pid: number, kind: string, searcher: Searcher): MemoryReport {
  const findings: Finding[] = [];
  let bytes = 0;
  for (const chunk of readProcessMemory(pid, searcher.longest - 1)) {
    bytes += chunk.bytes.length;
    const place = searcher.mask(`${kind} process, ${chunk.region}`);
    for (const hit of searcher.inBytes(chunk.bytes)) findings.push({ sensor: 'memory', place, ...hit });
  }
  return { searched: [{ kind, pid, bytes }], findings: unique(findings) };
}

/** The browser process, all renderers, and the processes that do graphics, network and storage. */
export async function searchBrowserMemory(browser: Browser, searcher: Searcher): Promise<MemoryReport> {
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const reports = processInfo.map(({ id, type }) => searchProcessMemory(id, type, searcher));
    return {
      searched: reports.flatMap(({ searched }) => searched),
      findings: reports.flatMap(({ findings }) => findings),
    };
  } finally {
    await session.detach();
  }
}
