/** The page of `docs/examples/viem`, as it is: a wallet made of published libraries, and a device on the USB. */
import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { walletPage } from './browser.ts';
import type { PluggedDevice } from './plugged-device.ts';

const recipient = '0x4fd01a0d9d2f3b1ce0aa4bbb5b4a8a0b9eb0c9d1';

export async function useWalletPage(browser: Browser, device: PluggedDevice): Promise<void> {
  const rpc = await device.wallet();
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const press = async (name: string, output: string): Promise<string> => {
      await page.getByRole('button', { name }).click();
      await device.person('say yes to a program');
      const place = page.locator(output);
      await place.filter({ hasNotText: 'Look at the device' }).filter({ hasText: /./ }).waitFor();
      return place.innerText();
    };
    await page.goto(`${walletPage}?rpc=${encodeURIComponent(rpc)}`);
    assert.match(await press('Connect', '#address'), /^0x[0-9a-fA-F]{40}$/);
    assert.equal(await press('Sign in', '#signed-in'), 'Signed in');
    await page.getByLabel('To').fill(recipient);
    await page.getByLabel('Amount').fill('1.25');
    assert.match(await press('Send', '#sent'), /^success: 0x[0-9a-f]{64}$/);
  } finally {
    await context.close();
  }
}
