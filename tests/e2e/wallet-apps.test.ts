/**
 * Other programs and the page at one device, end to end: a program opens an app by TCP and asks, the page follows and goes back to where it
 * was; the device locks itself after five minutes without a press. None of it is a ceremony of the page's.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { lockMs } from '../../firmware-sim/core/firmware.ts';
import { toHex } from '../../src/protocol/bytes.ts';
import { messages } from '../../src/text/app.ts';
import { explanationsInEnglish } from '../../src/text/en/explanations.ts';
import { recordsInEnglish } from '../../src/text/en/records.ts';
import { settingsInEnglish } from '../../src/text/en/settings.ts';
import { chunked, command, messageRequest, pathBytes } from '../fixtures/devices/ethereum-commands.ts';
import { benchFingers } from '../kit/clients/bench-fingers.ts';
import { createWallet, enterPin, runPersonAsync } from '../kit/drivers/person.ts';
import { answerApp, readAndSign } from '../kit/drivers/signing-person.ts';
import { askForWallet, connectToProcess, inApp, seeHeading, seeHome } from './support/app.ts';
import { leaveStoppedAtBench } from './support/presses.ts';
import { sceneForEachTest } from './support/scene.ts';
import { openTcpProgram, type TcpProgram } from './support/tcp-program.ts';

const pin = '40286619';
const declined = '6985';
const asks = 'An app asks';
const { home, title: settingsTitle, open: openSettings } = settingsInEnglish;
const openEthereum = command(
  0xd8,
  Uint8Array.from('Ethereum', (letter) => letter.charCodeAt(0)),
);
const askForKey = command(0x02, pathBytes());
const askToSign = chunked(0x08, messageRequest(Uint8Array.from('Hello', (letter) => letter.charCodeAt(0))));

describe('a device with apps', () => {
  const scene = sceneForEachTest();
  let program: TcpProgram | undefined;

  afterEach(() => {
    program?.close();
  });

  /** A backed-up wallet, the page at home, and a program that has opened Ethereum. */
  async function start(): Promise<(asked: typeof askForKey) => Promise<string>> {
    const { page, bench, appUrl, simulator } = scene.stage;
    await connectToProcess(page, appUrl);
    await askForWallet(page, 12);
    await bench.waitForText('New wallet?');
    await runPersonAsync(createWallet(12, pin), benchFingers(bench));
    await seeHome(page);
    const opened = await openTcpProgram(simulator.apduPort);
    program = opened;
    const say = async ({ cla, ins, p1, p2, data }: typeof askForKey): Promise<string> =>
      toHex(await opened.exchange(Uint8Array.from([cla, ins, p1, p2, data.length, ...data])));
    expect(await say(openEthereum)).toBe('9000');
    await bench.waitForText('Ethereum');
    return say;
  }

  it('is asked by a program, and the page follows, withdraws and goes back', async () => {
    const { page, bench } = scene.stage;
    const fingers = benchFingers(bench);
    const say = await start();
    await inApp(page).getByText(home.apps).waitFor();

    const key = say(askForKey);
    await seeHeading(page, asks);
    const facts = { position: 0, total: 0, activity: 'app', wordCount: 12 } as const;
    await inApp(page).getByText(explanationsInEnglish.explanation('consent', facts)).waitFor();
    await runPersonAsync(answerApp('yes'), fingers);
    expect(await key).toMatch(/9000$/);
    await seeHome(page);

    await page.getByRole('button', { name: openSettings }).click();
    await seeHeading(page, settingsTitle);
    const refused = Promise.all(askToSign.map(say));
    await seeHeading(page, asks);
    await page.getByRole('button', { name: messages.withdraw }).click();
    expect((await refused).at(-1)).toBe(declined);
    await seeHeading(page, 'Stopped');
    await leaveStoppedAtBench(bench);
    await seeHeading(page, settingsTitle);

    const signed = Promise.all(askToSign.map(say));
    await seeHeading(page, asks);
    await runPersonAsync(readAndSign(), fingers);
    expect((await signed).at(-1)).toMatch(/^[0-9a-f]{130}9000$/);
    await seeHeading(page, settingsTitle);

    await page.getByRole('button', { name: settingsInEnglish.records.title }).click();
    const { what, results } = recordsInEnglish.ceremonies;
    await inApp(page).getByText(what.create, { exact: true }).waitFor();
    // The wallet is all that this page has asked for.
    for (const [result, count] of [
      [results.completed, 1],
      [results.cancelled, 0],
      [results.interrupted, 0],
    ] as const)
      expect(await inApp(page).getByText(result).count()).toBe(count);
  });

  it('is waited for by a page that comes while a question does', async () => {
    const { page, bench } = scene.stage;
    const say = await start();
    const key = say(askForKey);
    await seeHeading(page, asks);
    await page.reload();
    await seeHeading(page, messages.waiting.busy.title);
    await runPersonAsync(answerApp('no'), benchFingers(bench));
    expect(await key).toBe(declined);
    await seeHome(page);
  });

  it('is asked for a ceremony by the page, and closes the app', async () => {
    const { page, bench } = scene.stage;
    const say = await start();
    await page.getByRole('button', { name: home.addresses }).click();
    await seeHeading(page, 'Addresses?');
    await runPersonAsync(answerApp('no'), benchFingers(bench));
    await page.getByRole('button', { name: 'Continue' }).click();
    await seeHome(page);
    expect(await say(askForKey)).toBe('6e00');
  });

  it('locks itself, at home and in a question, and is home again after its PIN', async () => {
    const { page, bench } = scene.stage;
    const fingers = benchFingers(bench);
    const say = await start();
    await bench.advance(lockMs);
    await seeHeading(page, 'Enter your PIN');
    await inApp(page).getByText(messages.lockedItself).waitFor();
    expect(await say(openEthereum)).toBe('5515');
    await runPersonAsync(enterPin(pin), fingers);
    await seeHome(page);

    expect(await say(openEthereum)).toBe('9000');
    const key = say(askForKey);
    await seeHeading(page, asks);
    await bench.advance(lockMs);
    await seeHeading(page, 'Enter your PIN');
    await inApp(page).getByText(messages.lockedItself).waitFor();
    expect(await key).toBe(declined);
    await runPersonAsync(enterPin(pin), fingers);
    await seeHome(page);
  });
});
