/** Chromium, by the same library as the rest of the end-to-end suite. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Frame, type Page } from 'playwright-core';
import { browserLaunchOptions } from '../../chromium.mjs';
import type { Engine, LaunchOptions, Plain } from './engine.ts';

/** 2: no site may keep anything, in cookies or in any other storage. */
const withoutSiteData = { profile: { default_content_setting_values: { cookies: 2 } } };

export async function launchChromium({ blockSiteData = false }: LaunchOptions = {}): Promise<Engine> {
  const profile = mkdtempSync(join(tmpdir(), 'hostblind-chromium-'));
  mkdirSync(join(profile, 'Default'));
  if (blockSiteData) writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(withoutSiteData));
  const viewport = { width: 1280, height: 1000 };
  const context = await chromium.launchPersistentContext(profile, { ...browserLaunchOptions, viewport });
  const page = context.pages()[0] ?? (await context.newPage());
  let frame: Frame | undefined;
  const corner = async (): Promise<{ x: number; y: number }> =>
    (await (await frame?.frameElement())?.boundingBox()) ?? { x: 0, y: 0 };
  return {
    version: `chromium ${context.browser()?.version() ?? ''}`.trim(),
    async goto(url) {
      await page.goto(url);
    },
    run: (work, ...args) => inPage(frame ?? page, work.toString(), args),
    async inFrame(work) {
      frame = page.frames().find((each) => each !== page.mainFrame());
      if (frame === undefined) throw new Error('the page has no frame');
      await (await frame.frameElement()).scrollIntoViewIfNeeded();
      try {
        return await work();
      } finally {
        frame = undefined;
      }
    },
    async pointer(action, { x, y }) {
      const { x: left, y: top } = await corner();
      await page.mouse.move(left + x, top + y);
      if (action !== 'up') await page.mouse.down();
      if (action !== 'down') await page.mouse.up();
    },
    resize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: () => page.screenshot(),
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** As an expression, which the browser's debugger evaluates: the page itself may not evaluate text. */
function inPage<Result>(where: Page | Frame, source: string, args: readonly Plain[]): Promise<Result> {
  return where.evaluate(`(${source})(...${JSON.stringify(args)})`);
}
