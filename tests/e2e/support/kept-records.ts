/** What the app has kept in the browser, read past its own code. */
import type { Page } from 'playwright-core';
import { workerFile } from '../../../src/offline/precache.ts';
import { readStorage, type CachedBody } from '../../kit/leak-scanner/page-script.ts';
import { servedFiles } from '../../kit/leak-scanner/served-files.ts';
import type { CeremonyRecord, DeviceRecord, WalletRecord } from '../../../src/records/book.ts';

export interface KeptRecords {
  readonly ceremonies: readonly CeremonyRecord[];
  readonly devices: readonly DeviceRecord[];
  readonly wallets: readonly WalletRecord[];
}

/** Runs in the page; nothing is made where nothing is. */
async function readAll(): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = { ceremonies: [], devices: [], wallets: [] };
  if (!(await indexedDB.databases()).some(({ name }) => name === 'hostblind')) return found;
  const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('no answer'));
    });
  const database = await settled(indexedDB.open('hostblind'));
  for (const name of database.objectStoreNames)
    found[name] = await settled(database.transaction(name).objectStore(name).getAll());
  database.close();
  return found;
}

export async function keptRecords(page: Page): Promise<KeptRecords> {
  return (await page.evaluate(readAll)) as unknown as KeptRecords;
}

/** Waits until what is kept fits: the page writes beside the ceremony, and not before it goes on. */
export async function untilKept(page: Page, fits: (kept: KeptRecords) => boolean): Promise<KeptRecords> {
  for (;;) {
    const kept = await keptRecords(page);
    if (fits(kept)) return kept;
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
}

/**
 * Every place where a page can keep something, with what is in it; empty when nothing is but the app itself, as the site sends it to
 * everybody.
 */
export async function everythingStored(page: Page): Promise<unknown[]> {
  const isServed = servedFiles(page.context().request);
  const storage = await page.evaluate(readStorage);
  const ofOthers: CachedBody[] = [];
  for (const { body } of storage) if (body !== undefined && !(await isServed(body))) ofOthers.push(body);
  const elsewhere = await page.evaluate(
    async (ownWorker) => [
      ...Object.entries(localStorage),
      ...Object.entries(sessionStorage),
      ...document.cookie.split(';').filter((cookie) => cookie !== ''),
      ...(await indexedDB.databases()),
      ...(await navigator.serviceWorker.getRegistrations())
        .map(({ active }) => active?.scriptURL ?? 'none')
        .filter((address) => !address.endsWith(`/${ownWorker}`)),
    ],
    workerFile,
  );
  return [...elsewhere, ...ofOthers];
}
