/** The walks that every engine takes, from the first page on. */
import { createBenchClient, type BenchClient } from '../../kit/clients/bench-client.ts';
import { createWallet, runPersonAsync } from '../../kit/drivers/person.ts';
import { startSimulator } from '../../kit/clients/simulator-process.ts';
import { startSite } from '../support/app.ts';
import { benchFingers } from '../../kit/clients/bench-fingers.ts';
import type { Engine } from './engine.ts';
import { frameClicks, speakSecrets } from './frame-clicks.ts';
import { clickOn, seeHeading } from './page-eyes.ts';

const pin = '40286619';

/** Runs in the page. */
function hasAgreed(): boolean {
  try {
    return localStorage.getItem('hostblind.introduced') !== null;
  } catch {
    return false;
  }
}

/** The introduction is shown once a browser, and each time where site data is blocked. */
async function begin(engine: Engine, choice: string): Promise<void> {
  const agreed = await engine.run(hasAgreed);
  await clickOn(engine, choice);
  if (agreed) return;
  await clickOn(engine, 'I understand that no one');
  await clickOn(engine, 'Continue');
}

/** By the first page's own button, to the connected simulator on the page. */
export async function connectToFrame(engine: Engine, url: string): Promise<void> {
  await engine.goto(url);
  await begin(engine, 'Try it with the simulator');
  await seeHeading(engine, 'How many words?');
}

async function askForTwelve(engine: Engine): Promise<void> {
  await clickOn(engine, '12 words');
  await clickOn(engine, 'Create on the device');
}

/** A wallet of 12 words on the simulator on the page, by clicks, to "Backed up". */
export async function walkInFrame(engine: Engine, url: string): Promise<void> {
  await connectToFrame(engine, url);
  await askForTwelve(engine);
  await seeHeading(engine, 'New wallet?');
  await engine.inFrame(async () => {
    await speakSecrets(engine);
    await runPersonAsync(createWallet(12, '1357'), await frameClicks(engine));
  });
  await seeHeading(engine, 'Backed up');
}

/** To the list of ways, where each waits for a click. */
export async function openChoice(engine: Engine, url: string): Promise<void> {
  await engine.goto(url);
  await begin(engine, 'My device already has a wallet');
}

/** Beside a simulator process of its own; `work` gets its bench and the app's address. */
export async function besideProcess(work: (bench: BenchClient, url: string) => Promise<void>): Promise<void> {
  const simulator = await startSimulator();
  const wirePort = Number(new URL(simulator.wireUrl).port);
  const site = await startSite(wirePort);
  try {
    const bench = createBenchClient(simulator.benchUrl);
    await bench.pause();
    await work(bench, `${site.url}?process=${wirePort}`);
  } finally {
    site.close();
    await simulator.stop();
  }
}

/** The same wallet on a `firmware-sim` process, by the bench's fingers. */
export async function walkWithProcess(engine: Engine): Promise<void> {
  await besideProcess(async (bench, url) => {
    await openChoice(engine, url);
    await clickOn(engine, 'Simulator in its own window');
    await seeHeading(engine, 'How many words?');
    await askForTwelve(engine);
    await bench.waitForText('New wallet?');
    await runPersonAsync(createWallet(12, pin), benchFingers(bench));
    await seeHeading(engine, 'Backed up');
  });
}
