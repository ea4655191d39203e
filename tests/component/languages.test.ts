/** Every screen in every language: nothing sticks out of the narrowest window, and no text is outside the catalogue. */
import { setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import type { HbApp } from '../../src/app/hb-app.ts';
import { initialApp, type AppState } from '../../src/app/pages/pages.ts';
import '../../src/app/copies-pages.ts';
import '../../src/elements/sign-message/hb-sign-message.ts';
import '../../src/elements/check-options/hb-check-options.ts';
import { presetNames } from '../../src/protocol/device-names.ts';
import { chooseLanguage, languages, type Language } from '../../src/text/languages.ts';
import { fakeCeremony } from '../fixtures/fakes/fake-ceremony.ts';
import { someNow, someRecords } from '../fixtures/data/some-records.ts';
import { assert, deepElements, headingOf, mount, unmountAll } from '../fixtures/screens/mount.ts';
import { settled } from '../fixtures/screens/screen-rules.ts';
import { linkOffers, screens } from '../fixtures/screens/screens.ts';
import '../fixtures/screens/whole-app.ts';
import { turnedLanguage } from '../fixtures/text/turned-language.ts';

const groups = ['first', 'rest'] as const;

async function appAt(state: AppState): Promise<HbApp> {
  const app = await mount<HbApp>(
    html`<hb-app
      .ceremony=${fakeCeremony(state)}
      .offers=${linkOffers}
      .records=${someRecords}
      .clock=${() => someNow}
    ></hb-app>`,
  );
  await settled(app);
  return app;
}

const english = languages.filter(({ tag }) => tag === 'en');

/** What reaches past the window's edge. */
function tooWide(app: HbApp): readonly string[] {
  if (document.documentElement.scrollWidth <= 320) return [];
  return deepElements(app.shadowRoot ?? app)
    .filter((element) => element.getBoundingClientRect().right > 320)
    .map(({ localName, textContent }) => `<${localName}> ${textContent.trim().slice(0, 60)}`);
}

describe('every language', () => {
  afterEach(async () => {
    unmountAll();
    await chooseLanguage(['en-GB'], groups);
  });

  for (const { tag, name } of languages.filter((language) => !english.includes(language))) {
    it(`${name} stays within 320 pixels on every screen`, async () => {
      await setViewport({ width: 320, height: 800 });
      await chooseLanguage([tag], groups);
      const wide: string[] = [];
      for (const [screen, state] of Object.entries(screens)) {
        const app = await appAt(state);
        wide.push(...tooWide(app).map((text) => `${screen}: ${text}`));
        assert.notEqual(headingOf(app).textContent.trim(), '');
        unmountAll();
      }
      assert.deepEqual(wide, []);
    }).timeout(120_000);
  }

  it('changes what is on the screen at once', async () => {
    const app = await appAt(initialApp);
    const before = headingOf(app).textContent;
    await chooseLanguage(['fr'], groups);
    await settled(app);
    assert.notEqual(headingOf(app).textContent, before);
    await chooseLanguage(['en-GB'], groups);
    await settled(app);
    assert.equal(headingOf(app).textContent, before);
  });
});

/** A language that marks each of its texts: what has no mark came from somewhere else. */
const marked: Language = turnedLanguage('en', (text) => `⟦${text}⟧`);

const isName = (text: string): boolean => presetNames.some((name) => name === text);

/** Text nodes that no catalogue has marked, and that aren't said to be the same in every language. */
function unmarked(app: HbApp): readonly string[] {
  const roots = [app, ...deepElements(app.shadowRoot ?? app)].flatMap((element) => element.shadowRoot ?? []);
  return roots.flatMap((root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const holder = node.parentElement;
      // A date is the browser's, a name the device's.
      if (!/\p{L}{2}/u.test(text) || /[⟦⟧]|, \d{4}/.test(text) || isName(text)) continue;
      if ((holder?.closest('style, [translate="no"], svg') ?? null) !== null) continue;
      found.push(text);
    }
    return found;
  });
}

describe('a language that marks its texts', () => {
  before(() => chooseLanguage(['en'], groups, [marked]));
  after(() => chooseLanguage(['en-GB'], groups));
  afterEach(unmountAll);

  it('is all there is to read on every screen, but for names', async () => {
    const found = new Set<string>();
    for (const state of Object.values(screens)) {
      for (const text of unmarked(await appAt(state))) found.add(text);
      unmountAll();
    }
    assert.deepEqual([...found], []);
  }).timeout(120_000);
});
