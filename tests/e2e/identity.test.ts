/** Who made a device, in the built app: self-built, of a maker that nobody knows, and of one whose root was added to the build. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { toHex } from '../../src/protocol/bytes.ts';
import { acmeKey, acmeRoot } from '../fixtures/devices/certified-device.ts';
import {
  connectToProcess,
  inApp,
  launchBrowser,
  seeHeading,
  setStage,
  startSite,
  type Stage,
} from './support/app.ts';

let browser: Browser;
let folder: string;
let keyFile: string;
beforeAll(async () => {
  browser = await launchBrowser();
  folder = mkdtempSync(join(tmpdir(), 'hostblind-identity-'));
  keyFile = join(folder, 'acme.hex');
  writeFileSync(keyFile, toHex(acmeKey));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const named = ['--maker', 'Acme', '--product', 'Vault One'];
const selfBuilt = ['--kind', 'self-built', ...named];
const ofMaker = (): string[] => ['--kind', 'maker', '--issuer-key', keyFile, ...named];

async function withStage(flags: readonly string[], look: (stage: Stage) => Promise<void>): Promise<void> {
  const stage = await setStage(browser, flags);
  try {
    await look(stage);
  } finally {
    await stage.close();
  }
}

describe('a device that says who made it', () => {
  it('self-built: is introduced, and recognized by its key the next time', async () => {
    await withStage(selfBuilt, async ({ page, appUrl }) => {
      await connectToProcess(page, appUrl);
      await seeHeading(page, 'Self-built device');
      await inApp(page).getByText('“Vault One”').first().waitFor();
      await inApp(page).getByText('Simulator connection · not for real money').waitFor();
      await page.getByRole('button', { name: 'I know who built it: continue' }).click();
      await seeHeading(page, 'How many words?');
      await inApp(page).getByText('Self-built', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Choose another device' }).click();
      await page.getByRole('button', { name: /Simulator in its own window/ }).click();
      await seeHeading(page, 'How many words?');
    });
  });

  it('a maker’s, and nobody knows that maker', async () => {
    await withStage(ofMaker(), async ({ page, appUrl }) => {
      await connectToProcess(page, appUrl);
      await seeHeading(page, 'Unknown maker');
      await inApp(page).getByText('Its maker, so it says').waitFor();
      await inApp(page).getByText('“Acme”').waitFor();
    });
  });

  it('a maker’s, whose root was added to the build, and marked so', async () => {
    const rootsFile = join(folder, 'roots.json');
    const outDir = join(folder, 'site');
    const roots = [{ maker: acmeRoot.maker, publicKey: acmeRoot.publicKey }];
    writeFileSync(rootsFile, JSON.stringify({ format: 'hostblind-roots', version: 1, roots }));
    process.env['HOSTBLIND_ROOTS'] = rootsFile;
    try {
      const configFile = resolve(import.meta.dirname, '../../vite.config.ts');
      await build({ configFile, logLevel: 'error', build: { outDir, emptyOutDir: true } });
    } finally {
      delete process.env['HOSTBLIND_ROOTS'];
    }
    await withStage(ofMaker(), async ({ page, simulator }) => {
      const wirePort = Number(new URL(simulator.wireUrl).port);
      const site = await startSite(wirePort, { root: outDir });
      try {
        await connectToProcess(page, `${site.url}?process=${wirePort}`);
        await seeHeading(page, 'How many words?');
        await inApp(page).getByText('Acme Vault One').first().waitFor();
        await inApp(page).getByText('Acme (added to this build)').waitFor();
      } finally {
        site.close();
      }
    });
  });
});
