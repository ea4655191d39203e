/** Every screen of a stock Ledger: accessible, in both colour schemes and widths, and claiming no more than it knows. */
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { announcementFor } from '../../src/app/announcements.ts';
import { ledgerMessages } from '../../src/text/ledger.ts';
import type { HbApp } from '../../src/app/hb-app.ts';
import { fakeCeremony, type FakeCeremony } from '../fixtures/fakes/fake-ceremony.ts';
import { ledgerScreens, ledgerState, onboarding } from '../fixtures/screens/ledger-screens.ts';
import {
  assert,
  assertAccessible,
  buttonNamed,
  deepElements,
  deepText,
  headingOf,
  mount,
  unmountAll,
} from '../fixtures/screens/mount.ts';
import { onDevice } from '../fixtures/screens/screens.ts';
import '../../src/app/hb-app.ts';
import '../fixtures/screens/whole-app.ts';
import { familyPages } from '../../src/app/family-pages.ts';

// As when a device is met: it is shown once its page is there.
before(() => Promise.all(familyPages.families.map((family) => familyPages.load(family))));

async function mountApp(name: string): Promise<{ app: HbApp; ceremony: FakeCeremony }> {
  const state = ledgerScreens[name];
  if (state === undefined) throw new Error(`no screen ${name}`);
  const ceremony = fakeCeremony(onDevice(state));
  const app = await mount<HbApp>(html`<hb-app .ceremony=${ceremony}></hb-app>`);
  return { app, ceremony };
}

describe('every screen of a stock Ledger', () => {
  afterEach(unmountAll);

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 360]) {
      for (const name of Object.keys(ledgerScreens)) {
        it(`${name}, ${colorScheme}, ${width} pixels`, async () => {
          await emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await setViewport({ width, height: 800 });
          const { app } = await mountApp(name);
          await assertAccessible(app);
          assert.isAtMost(document.documentElement.scrollWidth, width, 'nothing sticks out');
          assert.notEqual(headingOf(app).textContent.trim(), '');
          for (const element of deepElements(app.shadowRoot ?? app))
            assert.isFalse(element.matches('input, textarea, select, canvas, [contenteditable]'));
        });
      }
    }
  }
});

describe('what the page says with a stock Ledger', () => {
  afterEach(unmountAll);

  it('names buttons on a model that has them, and taps on one that has none', async () => {
    const { app } = await mountApp('pin-buttons');
    assert.include(deepText(app), 'both buttons to enter it');
    assert.include(deepText(app), 'Left Down');
    unmountAll();
    const { app: touch } = await mountApp('pin-touch');
    assert.notInclude(deepText(touch), 'button');
    assert.include(deepText(touch), 'Tap the digits');
  });

  it('never speaks of buttons to somebody who has a touch screen', async () => {
    for (const name of Object.keys(ledgerScreens).filter((key) => key.endsWith('-touch'))) {
      const { app } = await mountApp(name);
      assert.notMatch(deepText(app), /\bbuttons?\b/i, name);
      unmountAll();
    }
  });

  it('tells index and total, and the rule about the words', async () => {
    const { app } = await mountApp('new-words-buttons');
    assert.equal(headingOf(app).textContent.trim(), 'Word 5 of 24');
    assert.include(deepText(app), 'No one should ever ask for these words.');
    const bar = deepElements(app.shadowRoot ?? app).find((element) =>
      element.matches('[role="progressbar"]'),
    );
    assert.equal(bar?.getAttribute('aria-valuenow'), '5');
    assert.equal(bar?.getAttribute('aria-valuemax'), '24');
  });

  it('tells that silence is near, and calls it by its name when it comes', async () => {
    const { app } = await mountApp('last-word');
    assert.include(deepText(app), ledgerMessages.soonQuiet);
    unmountAll();
    const { app: quiet } = await mountApp('quiet');
    assert.equal(headingOf(quiet).textContent.trim(), ledgerMessages.quiet.title);
  });

  it('claims no wallet ID and no genuineness, and says where to check', async () => {
    for (const name of ['set-up-before', 'set-up-new', 'set-up-restore', 'set-up-other']) {
      const { app } = await mountApp(name);
      const text = deepText(app);
      for (const { what, how } of ledgerMessages.ready.capabilities) {
        assert.include(text, what);
        assert.include(text, how);
      }
      assert.notInclude(text, 'Genuine device');
      assert.notMatch(text, /Wallet ID\b/);
      unmountAll();
    }
  });

  it('says "confirmed" only of a set-up whose confirmation it followed', async () => {
    const { app } = await mountApp('set-up-new');
    assert.include(deepText(app), 'asked for them again');
    assert.match(deepText(app), /\d\d words, the device reports/);
    unmountAll();
    const { app: before } = await mountApp('set-up-before');
    assert.notInclude(deepText(before), 'the device reports');
    unmountAll();
    for (const name of ['set-up-before', 'set-up-other', 'set-up-restore']) {
      const { app: other } = await mountApp(name);
      assert.notInclude(deepText(other), 'asked for them again', name);
      unmountAll();
    }
  });

  it('H10: says simulator for one that says so of itself', async () => {
    const { app } = await mountApp('set-up-simulated');
    assert.include(deepText(app), 'Simulator · not for real money');
    unmountAll();
    const { app: real } = await mountApp('set-up-before');
    assert.notInclude(deepText(real), 'Simulator · not for real money');
    assert.include(deepText(real), ledgerMessages.unchecked);
  });

  it('offers to close an app, once', async () => {
    const { app, ceremony } = await mountApp('app-open');
    buttonNamed(app, 'Close it on the device').click();
    assert.deepEqual(ceremony.requests, [{ kind: 'quit-app' }]);
    unmountAll();
    const { app: quitting } = await mountApp('quitting');
    assert.notInclude(deepText(quitting), 'Close it on the device');
  });

  it('offers to keep waiting, to choose again, and to leave', async () => {
    const { app, ceremony } = await mountApp('lost');
    for (const name of ['Keep waiting', 'Choose the device again', 'Choose another device'])
      buttonNamed(app, name).click();
    assert.deepEqual(ceremony.requests, [
      { kind: 'keep-waiting' },
      { kind: 'retry' },
      { kind: 'choose-another' },
    ]);
  });

  it('ends on request', async () => {
    const { app, ceremony } = await mountApp('set-up-new');
    buttonNamed(app, 'Done').click();
    assert.deepEqual(ceremony.requests, [{ kind: 'finish' }]);
  });
});

describe('what is announced', () => {
  it('has something to say on every screen; only a lost device interrupts', () => {
    for (const [name, state] of Object.entries(ledgerScreens)) {
      const said = announcementFor(onDevice(state));
      assert.isAbove(said?.text.length ?? 0, 5, name);
      assert.equal(said?.urgency, name === 'lost' ? 'alert' : 'polite', name);
    }
  });

  it('announces only the position while the user pages through words', () => {
    assert.equal(announcementFor(onDevice(ledgerState(onboarding('new-words', 7))))?.text, 'Word 7 of 24.');
  });
});
