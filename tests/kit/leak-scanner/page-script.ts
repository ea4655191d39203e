/** What runs inside the watched page. Both functions are sent there as text, so neither may use anything outside it. */

/** A value as the page hands it to the scanner: its text, and its bytes in base64. */
export interface Unfolded {
  readonly text: string;
  readonly bytes: readonly string[];
}

export interface Note extends Unfolded {
  readonly place: string;
  /** The body of a cached answer, by its hash: most are the site's own files, and large. */
  readonly body?: CachedBody | undefined;
}

export interface CachedBody {
  readonly cache: string;
  readonly url: string;
  /** SHA-256, in hexadecimal. */
  readonly hash: string;
}

interface InPage {
  readonly notes: Note[];
  readonly unfold: (value: unknown) => Unfolded;
}

/**
 * Runs before any script of the page. Notes what the page hands to windows, ports, channels and workers, and what it
 * reads out of the messages that it gets from them, and from sockets.
 */
export function installNotes(): void {
  const base64 = (bytes: Uint8Array): string => {
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  };
  const inPage: InPage = {
    notes: [],
    unfold: (value) => {
      const bytes: string[] = [];
      const plain = (_: string, item: unknown): unknown => {
        if (item instanceof ArrayBuffer) bytes.push(base64(new Uint8Array(item)));
        else if (ArrayBuffer.isView(item))
          bytes.push(base64(new Uint8Array(item.buffer, item.byteOffset, item.byteLength)));
        else if (item instanceof Map || item instanceof Set) return [...item];
        else if (typeof item === 'bigint') return item.toString();
        else return item;
        return undefined;
      };
      try {
        return { text: typeof value === 'string' ? value : (JSON.stringify(value, plain) ?? ''), bytes };
      } catch {
        return { text: String(value), bytes };
      }
    },
  };
  Object.defineProperty(window, 'leakScanner', { value: inPage });
  const note = (place: string, value: unknown): void => {
    inPage.notes.push({ place, ...inPage.unfold(value) });
  };
  type Method = (...args: unknown[]) => unknown;
  const noteCalls = (owner: object | undefined, place: string): void => {
    const post = owner === undefined ? undefined : (Reflect.get(owner, 'postMessage') as Method | undefined);
    if (owner === undefined || post === undefined) return;
    Reflect.set(owner, 'postMessage', function noted(this: unknown, ...args: unknown[]) {
      note(`posted to a ${place}`, args[0]);
      return Reflect.apply(post, this, args);
    });
  };
  noteCalls(window, 'window');
  noteCalls(MessagePort.prototype, 'port');
  noteCalls(BroadcastChannel.prototype, 'channel');
  noteCalls(Worker.prototype, 'worker');
  noteCalls(globalThis.ServiceWorker?.prototype, 'service worker');
  const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
  Object.defineProperty(MessageEvent.prototype, 'data', {
    ...data,
    get(this: MessageEvent) {
      const value: unknown = data?.get?.call(this);
      note(`received by a ${this.target?.constructor.name ?? 'handler'}`, value);
      return value;
    },
  });
  // What comes to the window is noted even if no script of the page reads it.
  window.addEventListener('message', (event: MessageEvent<unknown>) => void event.data);
}

/** Everything that the page has stored, in each kind of storage that pages have, and what it holds beside the DOM. */
export async function readStorage(): Promise<Note[]> {
  const { notes, unfold } = (window as unknown as { leakScanner: InPage }).leakScanner;
  const found: Note[] = [];
  const note = (place: string, value: unknown): void => void found.push({ place, ...unfold(value) });
  const noteBlob = async (place: string, blob: Blob): Promise<void> => note(place, await blob.arrayBuffer());
  for (const [kind, storage] of [
    ['localStorage', localStorage],
    ['sessionStorage', sessionStorage],
  ] as const) {
    for (const [name, value] of Object.entries(storage)) note(`${kind} ${name}`, [name, value]);
  }
  note('document.cookie', document.cookie);
  note('history.state', history.state);
  note('window.name', window.name);
  const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('no answer'));
    });
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await settled(indexedDB.open(name));
    note('IndexedDB, names', [name, ...database.objectStoreNames]);
    for (const storeName of database.objectStoreNames) {
      const store = database.transaction(storeName).objectStore(storeName);
      const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
      const place = `IndexedDB ${name}, store ${storeName}`;
      for (const entry of [...keys, ...(values as unknown[])]) {
        if (entry instanceof Blob) await noteBlob(place, entry);
        else note(place, entry);
      }
    }
    database.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const response = await cache.match(request);
      const place = `Cache ${name}`;
      note(place, [request.url, [...request.headers], [...(response?.headers ?? [])]]);
      if (response === undefined) continue;
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.arrayBuffer()));
      const hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      found.push({ place, text: '', bytes: [], body: { cache: name, url: request.url, hash } });
    }
  }
  const visit = async (folder: FileSystemDirectoryHandle): Promise<void> => {
    const entries = (folder as unknown as { values(): AsyncIterable<FileSystemHandle> }).values();
    for await (const entry of entries) {
      note('origin private file system, names', entry.name);
      if (entry.kind === 'directory') await visit(entry as FileSystemDirectoryHandle);
      else
        await noteBlob(
          `origin private file system, ${entry.name}`,
          await (entry as FileSystemFileHandle).getFile(),
        );
    }
  };
  await visit(await navigator.storage.getDirectory());
  return [...found, ...notes.map((one) => ({ ...one, place: `message ${one.place}` }))];
}

/** The body of a cached answer, in base64; empty when it has gone. */
export async function readCachedBody({ cache, url }: CachedBody): Promise<readonly string[]> {
  const { unfold } = (window as unknown as { leakScanner: InPage }).leakScanner;
  const response = await (await caches.open(cache)).match(url, { ignoreVary: true });
  return response === undefined ? [] : unfold(await response.arrayBuffer()).bytes;
}
