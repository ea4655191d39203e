/**
 * Watches everything that a page can hold or send, while the test knows the phrase from the bench: DOM with shadow
 * roots and attributes, storage of every kind, console, requests, messages between windows, and each byte on the
 * wire. `leaks` then looks for words of the phrase and for its entropy in what was seen.
 */
import { mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import type { Page } from 'playwright-core';
import { toHex } from '../../../src/protocol/bytes.ts';
import { appVocabulary, tokensOf } from './vocabulary.ts';

export interface Seen {
  readonly where: string;
  readonly text: string;
}

export interface LeakWatch {
  /** Takes the DOM and the storage as they are now. */
  look(): Promise<void>;
  readonly seen: readonly Seen[];
}

/** Installed before any script of the page: notes what crosses window messages and message ports, both ways. */
function noteMessages(): void {
  const notes: string[] = [];
  Object.defineProperty(window, 'notedMessages', { value: notes });
  const describe = (data: unknown): string => {
    if (data instanceof ArrayBuffer) return describe(new Uint8Array(data));
    if (ArrayBuffer.isView(data)) {
      const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
      const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
      return `${hex} ${String.fromCharCode(...bytes)}`;
    }
    return (
      JSON.stringify(data, (_, value: unknown) => (ArrayBuffer.isView(value) ? describe(value) : value)) ?? ''
    );
  };
  // The page's own scripts run after this one, so every port they make is watched.
  type Method = (...args: unknown[]) => unknown;
  const post = Reflect.get(MessagePort.prototype, 'postMessage') as Method;
  MessagePort.prototype.postMessage = function noted(this: MessagePort, ...args: unknown[]) {
    notes.push(describe(args[0]));
    Reflect.apply(post, this, args);
  };
  const add = Reflect.get(MessagePort.prototype, 'addEventListener') as Method;
  MessagePort.prototype.addEventListener = function watched(this: MessagePort, ...args: unknown[]) {
    Reflect.apply(add, this, ['message', (event: MessageEvent) => notes.push(describe(event.data))]);
    Reflect.apply(add, this, args);
  };
  const setter = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
  Object.defineProperty(MessagePort.prototype, 'onmessage', {
    ...setter,
    set(this: MessagePort, handler: unknown) {
      Reflect.apply(add, this, ['message', (event: MessageEvent) => notes.push(describe(event.data))]);
      setter?.set?.call(this, handler);
    },
  });
  window.addEventListener('message', (event) => notes.push(describe(event.data)));
  const cast = Reflect.get(BroadcastChannel.prototype, 'postMessage') as Method;
  BroadcastChannel.prototype.postMessage = function noted(this: BroadcastChannel, data: unknown) {
    notes.push(describe(data));
    Reflect.apply(cast, this, [data]);
  };
}

/** Runs in the page: everything in the DOM, attributes and shadow roots too, and everything stored. */
async function dumpPage(): Promise<Record<string, string>> {
  const parts: string[] = [document.title, location.href];
  const visit = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) parts.push(`${name}=${value}`);
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
        parts.push(element.value);
      for (const child of element.childNodes)
        if (child.nodeType === Node.TEXT_NODE) parts.push(child.nodeValue ?? '');
      if (element.shadowRoot !== null) {
        for (const child of element.shadowRoot.childNodes) parts.push(child.nodeValue ?? '');
        visit(element.shadowRoot);
      }
    }
  };
  visit(document);
  const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('no answer'));
    });
  const readDatabase = async (name: string): Promise<unknown[]> => {
    const database = await settled(indexedDB.open(name));
    const stores = [...database.objectStoreNames];
    const contents = await Promise.all(
      stores.map((store) => settled(database.transaction(store).objectStore(store).getAll())),
    );
    database.close();
    return [name, stores, contents];
  };
  const databases = await Promise.all(
    (await indexedDB.databases()).map(({ name = '' }) => readDatabase(name)),
  );
  const cached: string[] = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      cached.push(`${name} ${request.url} ${(await (await cache.match(request))?.text()) ?? ''}`);
    }
  }
  return {
    dom: parts.join('\n'),
    storage: JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      databases,
      cached,
      history.state,
    ]),
    messages: ((window as unknown as { notedMessages?: string[] }).notedMessages ?? []).join('\n'),
  };
}

export async function watchForLeaks(page: Page): Promise<LeakWatch> {
  const seen: Seen[] = [];
  const note = (where: string, text: string): void => void seen.push({ where, text });
  await page.addInitScript(noteMessages);
  page.on('console', (message) => note('console', message.text()));
  page.on('pageerror', (error) => note('page error', `${error.message} ${error.stack ?? ''}`));
  page.on('request', (request) => note('request', `${request.url()} ${request.postData() ?? ''}`));
  page.on('websocket', (socket) => {
    const frame = ({ payload }: { payload: string | Buffer }): void => {
      const bytes = typeof payload === 'string' ? new TextEncoder().encode(payload) : payload;
      note('wire', `${toHex(bytes)} ${String.fromCharCode(...bytes)}`);
    };
    socket.on('framesent', frame);
    socket.on('framereceived', frame);
  });
  return {
    seen,
    async look() {
      for (const [where, text] of Object.entries(await page.evaluate(dumpPage))) note(where, text);
    },
  };
}

/** Where something of the phrase was seen. Gives places and positions, never a word: it ends up in test output. */
export function leaks(seen: readonly Seen[], phrase: readonly string[]): string[] {
  const entropy = mnemonicToEntropy(phrase.join(' '), wordlist);
  const hex = toHex(entropy);
  const found = new Set<string>();
  for (const { where, text } of new Map(
    seen.map((entry) => [`${entry.where}\n${entry.text}`, entry]),
  ).values()) {
    const tokens = tokensOf(text);
    const present = new Set(tokens);
    phrase.forEach((word, index) => {
      if (present.has(word) && !appVocabulary.has(word)) found.add(`${where}: word ${index + 1}`);
    });
    const pairs = new Set(tokens.slice(1).map((token, at) => `${tokens[at]} ${token}`));
    phrase.slice(1).forEach((word, index) => {
      if (pairs.has(`${phrase[index]} ${word}`)) found.add(`${where}: words ${index + 1} and ${index + 2}`);
    });
    // Word indexes, two in a row, as a careless protocol would send them.
    const indexes = phrase.map((word) => wordlist.indexOf(word).toString(16).padStart(4, '0'));
    indexes.slice(1).forEach((index, at) => {
      if (where === 'wire' && text.includes(`${indexes[at]}${index}`))
        found.add(`${where}: indexes at ${at + 1}`);
    });
    for (let at = 0; at + 8 <= hex.length; at += 8) {
      if (text.toLowerCase().includes(hex.slice(at, at + 8)))
        found.add(`${where}: entropy at byte ${at / 2}`);
    }
  }
  return [...found];
}
