/** The built app in real Chromium, beside a real simulator process: what every end-to-end test starts from. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from 'playwright-core';
import { loopback } from '../../../src/site/ports.ts';
import { createSiteServer, listenOn } from '../../../src/site/site-server.ts';
import { browserLaunchOptions } from '../../chromium.mjs';
import { createBenchClient, type BenchClient } from '../../kit/clients/bench-client.ts';
import { startSimulator, type SimulatorProcess } from '../../kit/clients/simulator-process.ts';
import { useDevice } from './way-in.ts';

export interface Site {
  /** Ends in `/`. */
  readonly url: string;
  close(): void;
}

export interface SiteOptions {
  /** The folder of the site; the built one by default. */
  readonly root?: string | undefined;
  /** Any free one by default. */
  readonly port?: number | undefined;
}

/** Serves the built site as `npm start` does, with the headers of `npm start`. */
export async function startSite(wirePort?: number, options: SiteOptions = {}): Promise<Site> {
  const { root = resolve(import.meta.dirname, '../../../dist') } = options;
  const server = await createSiteServer({ root, wirePort });
  const port = await listenOn(server, options.port ?? 0);
  return {
    url: `http://${loopback}:${port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** For a test that answers in the server's place: what a service worker keeps would never be asked for. */
export const withoutServiceWorker = { serviceWorkers: 'block' } as const;

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(browserLaunchOptions);
}

/** How long a test waits for what must come. A busy computer makes it late, and not wrong. */
export const patienceMs = 90_000;

export interface Stage {
  readonly simulator: SimulatorProcess;
  readonly bench: BenchClient;
  readonly site: Site;
  readonly context: BrowserContext;
  readonly page: Page;
  /** The app's address, told where the simulator's wire is. */
  readonly appUrl: string;
  readonly storageFile: string;
  close(): Promise<void>;
}

/** A simulator with its storage in a file, its clock stopped, and the app open in a fresh browser profile. */
export async function setStage(
  browser: Browser,
  flags: readonly string[] = [],
  options: BrowserContextOptions = {},
): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'hostblind-'));
  const storageFile = join(folder, 'device.bin');
  const simulator = await startSimulator({ storage: storageFile, flags });
  const bench = createBenchClient(simulator.benchUrl);
  await bench.pause();
  const wirePort = Number(new URL(simulator.wireUrl).port);
  const site = await startSite(wirePort);
  const context = await browser.newContext(options);
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  return {
    simulator,
    bench,
    site,
    context,
    page,
    appUrl: `${site.url}?process=${wirePort}`,
    storageFile,
    async close() {
      await context.close();
      site.close();
      await simulator.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** From the first page to the connected device, by the way through the three simulator and device choices. */
export async function connectToProcess(page: Page, appUrl: string): Promise<void> {
  await page.goto(appUrl);
  await useDevice(page);
  await page.getByRole('button', { name: /Simulator in its own window/ }).click();
}

/** Asks for a wallet of `count` words; the device then shows its first question. */
export async function askForWallet(page: Page, count: number): Promise<void> {
  await page.getByRole('radio', { name: `${count} words` }).check({ force: true });
  await page.getByRole('button', { name: 'Create on the device' }).click();
}

/** Waits until the page's heading is `title`. */
export async function seeHeading(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Waits for the home of a device whose wallet is backed up, past the page that celebrates it once. */
export async function seeHome(page: Page): Promise<void> {
  const done = page.getByRole('button', { name: 'Done', exact: true });
  const home = page.getByRole('button', { name: 'Disconnect' });
  await done.or(home).first().waitFor();
  if (await done.isVisible()) await done.click();
  await home.waitFor();
}

/** What the page shows. The live regions beside it say some of the same sentences, a little later. */
export function inApp(page: Page): Locator {
  return page.locator('hb-app');
}
