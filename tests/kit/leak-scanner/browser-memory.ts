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

/** Throws `MemoryNotReadable` when the kernel refuses, or when there is no such process. */
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

/**
 * The browser process, all renderers, and the processes that do graphics, network and storage. One that ends while
 * it is searched has no memory any more: it counts as gone when the browser does not name it again, and as an error
 * when it does.
 */
export async function searchBrowserMemory(browser: Browser, searcher: Searcher): Promise<MemoryReport> {
  const session = await browser.newBrowserCDPSession();
  const processes = async (): Promise<readonly { id: number; type: string }[]> =>
    (await session.send('SystemInfo.getProcessInfo')).processInfo;
  try {
    const reports: MemoryReport[] = [];
    for (const { id, type } of await processes()) {
      try {
        reports.push(searchProcessMemory(id, type, searcher));
      } catch (error) {
        if ((await processes()).some((still) => still.id === id)) throw error;
      }
    }
    return {
      searched: reports.flatMap(({ searched }) => searched),
      findings: reports.flatMap(({ findings }) => findings),
    };
  } finally {
    await session.detach();
  }
}
