/**
 * The page of `docs/examples/viem` in Chromium: viem, Ledger's Ethereum library and its WebHID transport as published, a device in this
 * process and a chain that accepts what was sent.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sirv from 'sirv';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { localRecipient, openExampleChain } from '../fixtures/wallets/chain-example.ts';
import { openEthereumDevice, type EthereumDevice } from '../fixtures/wallets/ethereum-device.ts';
import { softWallet } from '../fixtures/wallets/examples.ts';
import { serveChain, type ChainServer } from '../kit/wallets/chain-server.ts';
import type { LocalChain } from '../kit/wallets/local-chain.ts';
import { launchBrowser } from './support/app.ts';
import { plugIn } from './support/late-hid.ts';

let browser: Browser;
let built: string;
let site: Server;
let siteUrl: string;

beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'viem-page-'));
  await build({
    configFile: false,
    root: resolve(import.meta.dirname, '../../docs/examples/viem'),
    logLevel: 'error',
    build: { outDir: built, target: 'es2022', chunkSizeWarningLimit: 1000 },
  });
  site = createServer(sirv(built)).listen(0, '127.0.0.1');
  await once(site, 'listening');
  siteUrl = `http://localhost:${(site.address() as AddressInfo).port}/`;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  site.closeAllConnections();
  site.close();
  await rm(built, { recursive: true });
});

let device: EthereumDevice;
let chain: LocalChain;
let node: ChainServer;
let page: Page;
let asked: string[];
let errors: string[];

beforeEach(async () => {
  device = await openEthereumDevice('app');
  chain = await openExampleChain();
  node = await serveChain(chain);
  page = await browser.newPage();
  asked = [];
  errors = [];
  page.on('request', (request) => asked.push(new URL(request.url()).hostname));
  page.on('pageerror', (error) => errors.push(error.message));
  await plugIn(page, device.reports);
  await page.goto(`${siteUrl}?rpc=${encodeURIComponent(node.url)}`);
});
afterEach(async () => {
  await page.close();
  node.close();
  await device.close();
});

/** Presses a button of the page, and waits for what the page says of it then. */
async function press(name: string, output: string, said: RegExp | string): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.locator(output).filter({ hasText: said }).waitFor();
}

it('signs in and sends, and asks nobody but the node', async () => {
  const { person } = device;
  await person.accepting(() => press('Connect', '#address', softWallet.address));
  await person.accepting(() => press('Sign in', '#signed-in', 'Signed in'));
  await page.getByLabel('To').fill(localRecipient);
  await page.getByLabel('Amount').fill('1.25');
  await person.accepting(() => press('Send', '#sent', /^success: 0x[0-9a-f]{64}$/));
  expect(person.asked()).toBe(3);
  const balance = await chain.request({ method: 'eth_getBalance', params: [localRecipient, 'latest'] });
  expect(BigInt(String(balance))).toBe(1_250_000_000_000_000_000n);
  expect([...new Set(asked)].toSorted()).toEqual(['127.0.0.1', 'localhost']);
  expect(errors).toEqual([]);
});

it('says that the person refused, and sends nothing', async () => {
  const { person } = device;
  await person.accepting(() => press('Connect', '#address', softWallet.address));
  await page.getByLabel('To').fill(localRecipient);
  await page.getByLabel('Amount').fill('1');
  await person.refusing(() => press('Send', '#sent', /0x6985/));
  const params = [softWallet.address, 'latest'];
  expect(await chain.request({ method: 'eth_getTransactionCount', params })).toBe('0x0');
});
