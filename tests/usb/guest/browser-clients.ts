/** Ledger's two browser transports, as published, each through a ceremony, in a page of their own. */
import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import type { BrowserClient } from '../client-page/client.ts';
import { clientPage } from './browser.ts';
import type { PluggedDevice } from './plugged-device.ts';

export async function createWalletOverBrowserClient(
  browser: Browser,
  client: BrowserClient,
  device: PluggedDevice,
): Promise<void> {
  const context = await browser.newContext();
  let person: Promise<unknown> | undefined;
  try {
    const page = await context.newPage();
    await page.exposeFunction('onStage', (stage: string) => {
      if (stage === 'consent') person ??= device.person('create 12');
    });
    await page.goto(clientPage);
    await page.waitForFunction(() => typeof window.createWallet === 'function');
    const outcome = await page.evaluate(
      (name) => window.createWallet(name, (stage) => window.onStage(stage)),
      client,
    );
    await person;
    assert.equal(outcome, 'completed');
  } finally {
    // A person whose device was taken away has nothing more to say than the failure itself.
    person?.catch(() => undefined);
    await context.close();
  }
}
