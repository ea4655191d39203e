/** Another maker's device, written from the documents alone: the built app in real Chromium leads it to "Backed up", as self-built. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { toHex } from '../../src/protocol/bytes.ts';
import { formatWalletId } from '../../src/protocol/entropy/wallet-id.ts';
import { serve } from '../reference-device/serve.mjs';
import { watchPage } from '../kit/leak-scanner/page-watch.ts';
import {
  askForWallet,
  connectToProcess,
  inApp,
  launchBrowser,
  seeHeading,
  seeHome,
  startSite,
} from './support/app.ts';
import { untilKept } from './support/kept-records.ts';
import { expectCleanPage, searcherFor } from './support/leaks.ts';

const pin = '40286619';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('a device of another maker', () => {
  it('is led to a backup, and the page never holds a word', async () => {
    const served = await serve({ wirePort: 0 });
    const { person, ports, device } = served;
    const wirePort = ports['wire'] ?? 0;
    const site = await startSite(wirePort);
    const page = await browser.newPage();
    try {
      const watch = await watchPage(page);
      await connectToProcess(page, `${site.url}?process=${wirePort}`);
      await seeHeading(page, 'Self-built device');
      await inApp(page).getByText('“Device One”').first().waitFor();
      await inApp(page).getByText('“Reference”').first().waitFor();
      await page.getByRole('button', { name: 'I know who built it: continue' }).click();
      await askForWallet(page, 12);
      await seeHeading(page, 'New wallet?');
      await person.does('agree');
      await seeHeading(page, 'Choose a PIN');
      await person.does(`choose-pin ${pin}`);
      await seeHeading(page, 'Pen and paper');
      await person.does('next');
      await seeHeading(page, 'Hold to reveal');
      await person.does('hold');
      await seeHeading(page, 'Word 1 of 12');
      await person.does('read 5');
      await seeHeading(page, 'Word 5 of 12');
      await person.does('write-down');
      await seeHeading(page, 'All written?');
      await person.does('confirm-words');
      await seeHeading(page, 'Backed up');
      await person.does('next');
      await seeHome(page);
      const walletId = device.exchange(Buffer.from('c805000000', 'hex')).subarray(0, 16);
      await inApp(page)
        .getByText(formatWalletId(Uint8Array.from(walletId)))
        .waitFor();
      await watch.look();
      await expectCleanPage(watch, searcherFor([...person.paper.words], [pin]));
      const { wallets } = await untilKept(page, (kept) => kept.wallets.length > 0);
      expect(wallets).toMatchObject([{ walletId: toHex(walletId) }]);
    } finally {
      await page.close();
      site.close();
      served.close();
    }
  });
});
