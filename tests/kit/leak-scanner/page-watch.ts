/**
 * Watches a page from before its first script on: what it shows, stores, logs, sends and receives is kept, and is
 * searched later, when the phrase is known. Nothing of the secret is ever sent into the browser by the scanner.
 */
import type {
  BrowserContext,
  CDPSession,
  ConsoleMessage,
  Page,
  Request,
  Response,
  WebSocket,
} from 'playwright-core';
import { readAccessibility, readDom } from './dom-text.ts';
import { createRecord, type Finding, type Sensor } from './findings.ts';
import { searchHeapSnapshot, takeHeapSnapshot } from './heap-snapshot.ts';
import { servedFiles } from './served-files.ts';
import { installNotes, readCachedBody, readStorage, type Note } from './page-script.ts';
import type { Searcher } from './searcher.ts';

export interface PageWatch {
  /** Takes DOM, accessibility tree, storage and messages as they are now. */
  look(): Promise<void>;
  /** Adds what the test itself has seen, such as the APDUs on a wire. */
  note(sensor: Sensor, place: string, content: string | Uint8Array): void;
  /** What of the secret is in all that was seen until now. */
  findings(searcher: Searcher): Finding[];
  /** What of the secret is in the page's JavaScript heap now, garbage left out. */
  heapFindings(searcher: Searcher): Promise<Finding[]>;
  /** Which sensors have seen anything at all: a scan that saw nothing proves nothing. */
  sensors(): ReadonlySet<Sensor>;
}

/** Begins to watch; the page must not have loaded anything yet. */
export async function watchPage(page: Page): Promise<PageWatch> {
  const context = page.context();
  const record = createRecord();
  const { note } = record;
  const late: Promise<void>[] = [];
  await page.addInitScript(installNotes);
  watchTraffic(context, note, late);
  watchSockets(page, note);
  context.on('console', (message: ConsoleMessage) => note('console', message.type(), message.text()));
  page.on('pageerror', (error) => note('console', 'error', `${error.message}\n${error.stack ?? ''}`));
  const session = await context.newCDPSession(page);
  const isServed = servedFiles(context.request);
  /** What a service worker keeps of the site itself is the same for every phrase; it may hold the wordlist. */
  const noteBody = async ({ place, body }: Note): Promise<void> => {
    if (body === undefined || (await isServed(body))) return;
    noteUnfolded({ place, text: '', bytes: await page.evaluate(readCachedBody, body) }, note);
  };
  return {
    note,
    async look() {
      for (const one of [...(await readDom(session)), ...(await readAccessibility(session))])
        note(one.sensor, one.place, one.content);
      for (const one of await page.evaluate(readStorage)) {
        noteUnfolded(one, note);
        await noteBody(one);
      }
      for (const { name, value } of await context.cookies()) note('storage', 'cookies', `${name}=${value}`);
      note('network', 'address', page.url());
      await Promise.all(late.splice(0));
    },
    findings: (searcher) => record.findings(searcher),
    heapFindings: async (searcher) => heapFindings(session, searcher),
    sensors: () => record.sensors(),
  };
}

type Noting = PageWatch['note'];

function noteUnfolded({ place, text, bytes }: Note, note: Noting): void {
  const [sensor, where] = place.startsWith('message ')
    ? (['message', place.slice('message '.length)] as const)
    : (['storage', place] as const);
  note(sensor, where, text);
  for (const one of bytes) note(sensor, where, Buffer.from(one, 'base64'));
}

/** Addresses, headers and bodies, both ways, of every page and worker of the context. */
function watchTraffic(context: BrowserContext, note: Noting, late: Promise<void>[]): void {
  const noteAnswer = async (response: Response): Promise<void> => {
    for (const [name, value] of Object.entries(response.headers()))
      note('network', `response header ${name}`, `${name} ${value}`);
    // A redirect or an aborted load has no body.
    const body = await response.body().catch(() => undefined);
    if (body !== undefined && !isScript(response)) note('network', 'response body', body);
  };
  context.on('request', (request: Request) => {
    note('network', 'request address', readable(request.url()));
    for (const [name, value] of Object.entries(request.headers()))
      note('network', `request header ${name}`, `${name} ${readable(value)}`);
    const body = request.postDataBuffer();
    if (body !== null) note('network', 'request body', body);
  });
  context.on('response', (response) => void late.push(noteAnswer(response)));
}

/** The site's own code and styles may hold the wordlist; they are the same for every phrase. */
function isScript(response: Response): boolean {
  return /^(text\/(html|css)|(text|application)\/javascript|application\/manifest)/.test(
    response.headers()['content-type'] ?? '',
  );
}

/** As sent and decoded, one after the other. */
function readable(text: string): string {
  try {
    return `${text}\n${decodeURIComponent(text)}`;
  } catch {
    return text;
  }
}

function watchSockets(page: Page, note: Noting): void {
  page.on('websocket', (socket: WebSocket) => {
    note('websocket', 'address', readable(socket.url()));
    socket.on('framesent', ({ payload }) => note('websocket', 'frame sent', payload));
    socket.on('framereceived', ({ payload }) => note('websocket', 'frame received', payload));
  });
}

async function heapFindings(session: CDPSession, searcher: Searcher): Promise<Finding[]> {
  const snapshot = await takeHeapSnapshot({
    send: (method, parameters) => session.send(method, parameters),
    onChunk(listener) {
      const tell = ({ chunk }: { chunk: string }): void => listener(chunk);
      session.on('HeapProfiler.addHeapSnapshotChunk', tell);
      return () => void session.off('HeapProfiler.addHeapSnapshotChunk', tell);
    },
  });
  return searchHeapSnapshot(snapshot, searcher).map((hit) => ({ sensor: 'heap', ...hit }));
}
