/** Every screen of the app, light and dark, wide and narrow: axe, size of targets for a finger, nothing to type into. */
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { assertTargets, settled } from '../support/screen-rules.ts';
import { someNow, someRecords } from '../support/some-records.ts';
import { linkOffers, screens } from '../support/screens.ts';
import { assert, assertAccessible, deepElements, headingOf, mount, unmountAll } from '../support/mount.ts';
import { fakeCeremony } from '../support/fake-ceremony.ts';
import type { HbApp } from '../../src/ui/hb-app.ts';
import '../../src/ui/copies-pages.ts';
import { loadProofTexts } from '../../src/ui/proof-texts.ts';
import '../../src/ui/hb-check-options.ts';
import '../../src/ui/hb-app.ts';
import '../../src/ui/later-pages.ts';

describe('every screen', () => {
  before(loadProofTexts);
  afterEach(unmountAll);

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 360]) {
      for (const [name, state] of Object.entries(screens)) {
        it(`${name}, ${colorScheme}, ${width} pixels`, async () => {
          await emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await setViewport({ width, height: 800 });
          const app = await mount<HbApp>(
            html`<hb-app
              .ceremony=${fakeCeremony(state)}
              .offers=${linkOffers}
              .records=${someRecords}
              .clock=${() => someNow}
            ></hb-app>`,
          );
          await settled(app);
          await assertAccessible(app);

          const all = deepElements(app.shadowRoot ?? app);
          assert.isAtMost(document.documentElement.scrollWidth, width, 'nothing sticks out');
          assert.notEqual(headingOf(app).textContent.trim(), '');
          assert.lengthOf(
            all.filter(({ localName }) => localName === 'h1'),
            1,
          );
          for (const element of all) {
            const typed = element.matches(
              'textarea, select, canvas, [contenteditable], input:not([type="radio"])',
            );
            assert.isFalse(typed, `<${element.localName}> can take or show a word`);
          }
          assertTargets(all);
        });
      }
    }
  }
});

describe('axe in these tests', () => {
  afterEach(unmountAll);

  it('bites: text that is too pale is found inside a shadow root', async () => {
    await emulateMedia({ colorScheme: 'light' });
    const app = await mount<HbApp>(html`<hb-app .ceremony=${fakeCeremony({ kind: 'welcome' })}></hb-app>`);
    await assertAccessible(app);
    headingOf(app).style.color = '#dddddd';
    let report = '';
    try {
      await assertAccessible(app);
    } catch (error) {
      report = String(error);
    }
    assert.include(report, 'color-contrast');
  });
});
