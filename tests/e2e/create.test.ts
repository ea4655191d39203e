/** The main job, end to end: built app, real Chromium, real simulator process. The host never sees a word. */
import { describe, expect, it } from 'vitest';
import { responseData } from '../../src/protocol/apdu/apdu.ts';
import { fromHex, toHex } from '../../src/protocol/bytes.ts';
import { decodeStatus, encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import { glassText } from '../../src/text/glass.ts';
import { formatWalletId } from '../../src/protocol/entropy/wallet-id.ts';
import { createWallet, runPersonAsync } from '../kit/drivers/person.ts';
import { askForWallet, connectToProcess, inApp, seeHeading, seeHome } from './support/app.ts';
import { sceneForEachTest } from './support/scene.ts';
import { benchFingers } from '../kit/clients/bench-fingers.ts';
import { watchPage } from '../kit/leak-scanner/page-watch.ts';
import { expectCleanBrowser, expectCleanPage, searcherFor, whenTheLastWordShows } from './support/leaks.ts';
import { untilKept } from './support/kept-records.ts';
import { picture } from './support/picture.ts';

/** Eight digits, so that they are not found by chance. */
const pin = '40286619';

const scene = sceneForEachTest();

describe('create a wallet', () => {
  it.each([12, 24])(
    'of %i words, backed up and confirmed on the device; the page never holds a word',
    async (count) => {
      const { page, bench, appUrl } = scene.stage;
      const watch = await watchPage(page);
      await connectToProcess(page, appUrl);
      await askForWallet(page, count);
      await bench.waitForText('New wallet?');

      // The page follows every step and every word that is shown: the device's own sentence is its heading.
      const followed: string[] = [];
      let scans = 0;
      const scanMemory = whenTheLastWordShows(bench, count, async (shown) => {
        scans += 1;
        await expectCleanBrowser(scene.browser, searcherFor(shown, [pin]));
      });
      const fingers = benchFingers(bench, async () => {
        const status = decodeStatus(responseData(await bench.apdu(encodeStatusRequest())));
        const { title } = glassText.stage(status.stage, status);
        // The check is over before anyone could read its heading.
        const led = status.activity === 'create' && status.stage !== 'entropy';
        if (led && followed.at(-1) !== title) {
          followed.push(title);
          await seeHeading(page, title);
          if (title === 'Word 5 of 24') await picture(page, 'words');
        }
        await watch.look();
        await scanMemory();
      });
      const paper = await runPersonAsync(createWallet(count, pin), fingers);

      await seeHome(page);
      expect(scans).toBe(1);
      await expectCleanPage(watch, searcherFor(paper, [pin]));
      await expectCleanBrowser(scene.browser, searcherFor(paper, [pin]));
      expect(followed).toEqual([
        'Choose a PIN',
        'Repeat the PIN',
        'Pen and paper',
        'Hold to reveal',
        ...paper.map((_, index) => `Word ${index + 1} of ${count}`),
        'All written?',
        'Confirm words',
        'Backed up',
      ]);

      const response = await bench.apdu(fromHex('C805000000'));
      const walletId = formatWalletId(response.slice(0, 16));
      await inApp(page).getByText(walletId).waitFor();
      await inApp(page).getByText(String(new Date().getFullYear())).first().waitFor();
      const { wallets } = await untilKept(page, (kept) => kept.wallets.length > 0);
      expect(wallets).toMatchObject([{ walletId: toHex(response.slice(0, 16)) }]);
    },
  );
});
