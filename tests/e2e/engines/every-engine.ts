/** What is tested in each engine alike. A test of an engine that isn't here is skipped, and its title says so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSite, type Site } from '../support/app.ts';
import type { Engine, EngineName, LaunchOptions } from './engine.ts';
import { launcherOf, type Launch } from './launchers.ts';
import { clickOn, seeHeading, seeText } from './page-eyes.ts';
import { untilFound } from './processes.ts';
import { besideProcess, connectToFrame, openChoice, walkInFrame, walkWithProcess } from './walks.ts';

/** Some 150 clicks: 7 to 20 seconds on a quiet computer. WebKit's driver waits for a picture after each. */
const longestWalkMs = 300_000;

const nameInVersion = { chromium: /chrom/i, firefox: /firefox/i, webkit: /minibrowser/i };

/** A browser and a site, for the tests of one group. */
function stageWith(
  launch: Launch,
  options?: LaunchOptions,
): { readonly engine: Engine; readonly site: Site } {
  const parts: { engine?: Engine; site?: Site } = {};
  const part = <Part>(found: Part | undefined): Part => {
    if (found === undefined) throw new Error('the browser is not started yet');
    return found;
  };
  beforeAll(async () => {
    [parts.engine, parts.site] = await Promise.all([launch(options), startSite()]);
  });
  afterAll(async () => {
    await parts.engine?.close();
    parts.site?.close();
  });
  return {
    get engine() {
      return part(parts.engine);
    },
    get site() {
      return part(parts.site);
    },
  };
}

/** Runs in the frame. */
function roomInFrame(): { width: number; sideways: number; cutOff: string[] } {
  const { clientWidth, scrollWidth } = document.documentElement;
  const cutOff = [...document.querySelectorAll('canvas, button')]
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
    .map(({ id }) => id);
  return { width: innerWidth, sideways: scrollWidth - clientWidth, cutOff };
}

/** Runs in the page. */
async function refusals(): Promise<string[]> {
  const nameOf = (error: unknown): string => (error instanceof DOMException ? error.name : 'another error');
  const storage = (): string => {
    try {
      return `kept ${localStorage.length}`;
    } catch (error) {
      return nameOf(error);
    }
  };
  return [storage(), await navigator.locks.request('test', () => 'granted').catch(nameOf)];
}

export function testInEngine(name: EngineName): void {
  const launch = launcherOf(name);
  if (launch === undefined) throw new Error(`${name} isn’t installed`);

  describe(name, () => {
    const stage = stageWith(launch);

    it(
      'leads to "Backed up" on the simulator on the page, by clicks in its frame',
      { timeout: longestWalkMs },
      async () => {
        expect(stage.engine.version).toMatch(nameInVersion[name]);
        await walkInFrame(stage.engine, stage.site.url);
      },
    );

    it('leads to "Backed up" on a simulator process', async () => {
      await walkWithProcess(stage.engine);
    });

    it('starts the simulator without its server once it says that it works offline', async () => {
      const { engine } = stage;
      const site = await startSite();
      try {
        await engine.goto(site.url);
        await seeText(engine, 'This page works offline');
      } finally {
        site.close();
      }
      await engine.goto(site.url);
      await seeText(engine, 'This page works offline');
      await connectToFrame(engine, site.url);
      await clickOn(engine, 'Create on the device');
      await seeHeading(engine, 'New wallet?');
      expect(await engine.inFrame(() => engine.run(() => self.origin))).toBe('null');
    });

    it('reads its simulator in the language of the page', async () => {
      const { engine } = stage;
      const seeLanguage = async (tag: string): Promise<void> => {
        const isThere = async (): Promise<true | undefined> =>
          (await engine.run(() => document.documentElement.lang)) === tag || undefined;
        await engine.inFrame(() => untilFound(isThere, 20_000, () => `the frame isn’t in ${tag}`));
      };
      // The browser knows nothing of it: no language that a test before has chosen, and no device.
      const site = await startSite();
      try {
        await connectToFrame(engine, site.url);
        await clickOn(engine, 'Preferences');
        await clickOn(engine, 'Deutsch');
        // A frame that isn't seen can't be scrolled to.
        await engine.run(() => history.back());
        await seeLanguage('de');
      } finally {
        site.close();
      }
    });

    it('cuts nothing of the simulator off in the narrowest window that it has', async () => {
      const { engine, site } = stage;
      await connectToFrame(engine, site.url);
      await engine.resize(320, 800);
      const room = await engine.inFrame(() => engine.run(roomInFrame));
      await engine.resize(1280, 1000);
      expect(room).toMatchObject({ sideways: 0, cutOff: [] });
      expect(room.width).toBeLessThan(500);
    });
  });

  // MiniBrowser has no such setting.
  if (name === 'webkit') return;
  describe(`${name} with site data blocked`, () => {
    const stage = stageWith(launch, { blockSiteData: true });

    it('really refuses storage and locks', async () => {
      await stage.engine.goto(stage.site.url);
      expect(await stage.engine.run(refusals)).toEqual(['SecurityError', 'SecurityError']);
    });

    it('has the simulator on the page, and the one in its own window', async () => {
      const { engine, site } = stage;
      await connectToFrame(engine, site.url);
      await besideProcess(async (_bench, url) => {
        await openChoice(engine, url);
        await clickOn(engine, 'Simulator in its own window');
        await seeHeading(engine, 'How many words?');
      });
    });

    // Of the three, Chromium alone has WebHID.
    if (name !== 'chromium') return;
    it('gets as far as to ask the browser for a USB device', async () => {
      const { engine, site } = stage;
      await openChoice(engine, site.url);
      await engine.run(() => {
        navigator.hid.requestDevice = () => Promise.resolve([]);
      });
      await clickOn(engine, 'USB device');
      await seeText(engine, 'The browser showed no list of devices');
    });
  });
}
