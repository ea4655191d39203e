/** The hooks that most end-to-end files begin with: one browser for the file, a stage for each of its tests. */
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser, setStage, type Stage } from './app.ts';

export interface Scene {
  readonly browser: Browser;
  readonly stage: Stage;
}

/** To be called once, at the top of a file; what it gives is there from the first test on. */
export function sceneForEachTest(): Scene {
  let browser: Browser;
  let stage: Stage;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });
  beforeEach(async () => {
    stage = await setStage(browser);
  });
  afterEach(async () => {
    await stage.close();
  });
  return {
    get browser() {
      return browser;
    },
    get stage() {
      return stage;
    },
  };
}
