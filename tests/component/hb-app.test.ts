import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import type { AppState } from '../../src/app/pages/pages.ts';
import type { DeviceFacts } from '../../src/session/state.ts';
import {
  assert,
  assertAccessible,
  buttonNamed,
  deepElements,
  deepFocus,
  deepText,
  headingOf,
  mount,
  unmountAll,
} from '../fixtures/screens/mount.ts';
import { fakeCeremony, type FakeCeremony } from '../fixtures/fakes/fake-ceremony.ts';
import {
  following,
  onDevice,
  screens,
  sessionWith,
  simulatorDevice,
  statusAt,
} from '../fixtures/screens/screens.ts';
import { messages } from '../../src/text/app.ts';
import { languages } from '../../src/text/languages.ts';
import type { HbApp } from '../../src/app/hb-app.ts';
import '../../src/elements/asides/all-asides.ts';
import '../../src/app/hb-app.ts';
import '../fixtures/screens/whole-app.ts';

const opening = onDevice({ kind: 'opening', link: 'simulator-frame', attempt: 'open' });
const inFrame: DeviceFacts = { ...simulatorDevice, link: 'simulator-frame' };

function wordsAt(position: number, device = inFrame): AppState {
  return onDevice({
    kind: 'connected',
    session: sessionWith(following, { status: statusAt('words', position), device }),
  });
}

function screen(name: string): AppState {
  const state = screens[name];
  if (state === undefined) throw new Error(`no screen is named ${name}`);
  return state;
}

async function mountApp(state: AppState): Promise<{ app: HbApp; ceremony: FakeCeremony }> {
  const ceremony = fakeCeremony(state);
  const app = await mount<HbApp>(html`<hb-app .ceremony=${ceremony}></hb-app>`);
  return { app, ceremony };
}

/** Elements below update one after the other; the focus moves when the last one has. */
async function settled(app: HbApp): Promise<void> {
  await app.updateComplete;
  for (const element of deepElements(app.shadowRoot ?? app))
    if ('updateComplete' in element) await element.updateComplete;
  await new Promise(requestAnimationFrame);
}

describe('<hb-app>', () => {
  afterEach(unmountAll);

  it('is accessible', async () => {
    const { app } = await mountApp(wordsAt(5));
    await assertAccessible(app);
  });

  it('can be walked through with the keyboard alone', async () => {
    const { ceremony } = await mountApp(screen('welcome'));
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    assert.deepEqual(ceremony.requests, [
      { kind: 'begin', intent: 'create' },
      { kind: 'begin', intent: 'restore' },
    ]);
  });

  it('moves the focus to the heading per step, and not per word', async () => {
    const { app, ceremony } = await mountApp(screen('on-device-hold'));
    assert.notEqual(deepFocus()?.localName, 'h1', 'a page that loads does not take the focus');
    ceremony.show(wordsAt(1, simulatorDevice));
    await settled(app);
    assert.equal(deepFocus(), headingOf(app));
    const cancel = buttonNamed(app, 'Cancel');
    cancel.focus();
    ceremony.show(wordsAt(2, simulatorDevice));
    await settled(app);
    assert.equal(headingOf(app).textContent.trim(), 'Word 2 of 24');
    assert.equal(deepFocus(), cancel);
  });

  it('leaves the focus in the frame of somebody who works there', async () => {
    const { app, ceremony } = await mountApp(wordsAt(1));
    const frame = app.simulatorFrame;
    frame?.focus();
    const status = statusAt('confirm');
    const session = sessionWith(following, { status, device: inFrame });
    ceremony.show(onDevice({ kind: 'connected', session }));
    await settled(app);
    assert.equal(deepFocus(), frame ?? null);
  });

  it('gives the simulator a frame without any right but to run its script', async () => {
    const { app } = await mountApp(wordsAt(1));
    const frame = app.simulatorFrame;
    assert.equal(frame?.getAttribute('sandbox'), 'allow-scripts');
    assert.equal(frame?.getAttribute('allow'), "hid 'none'; usb 'none'");
    assert.equal(frame?.getAttribute('title'), 'Simulated device');
  });

  it('says that it works offline once it does; the frame’s own policy isolates it then', async () => {
    const { app } = await mountApp(wordsAt(1));
    const footer = (): string => app.renderRoot.querySelector('footer p')?.textContent ?? '';
    const frame = app.simulatorFrame;
    assert.equal(footer(), messages.footer);
    assert.notMatch(footer(), /offline/i);
    app.worksOffline = true;
    await settled(app);
    assert.equal(footer(), messages.footerOffline);
    assert.equal(app.simulatorFrame, frame);
    assert.equal(frame?.getAttribute('sandbox'), 'allow-scripts allow-same-origin');
    assert.equal(frame?.getAttribute('allow'), "hid 'none'; usb 'none'");
  });

  it('keeps the simulator frame in place as states change: its device would forget', async () => {
    const { app, ceremony } = await mountApp(opening);
    const frame = app.simulatorFrame;
    const lost = onDevice({
      kind: 'lost',
      session: sessionWith(following, { status: statusAt('words'), device: inFrame }),
      phase: 'lost',
      attempt: 'pause',
      attempts: 1,
    });
    for (const state of [wordsAt(1), lost, wordsAt(2)]) {
      ceremony.show(state);
      await settled(app);
      assert.equal(app.simulatorFrame, frame);
    }
    ceremony.show(screen('choose'));
    await settled(app);
    assert.isUndefined(app.simulatorFrame);
  });

  it('H10: says "simulator" on every screen of a simulated device, from the first', async () => {
    const badge = 'Simulator · not for real money';
    for (const shown of Object.values(screens)) {
      unmountAll();
      const { app } = await mountApp(shown);
      const state = shown.session;
      const session = state.kind === 'connected' || state.kind === 'lost' ? state.session : undefined;
      const simulated = session?.device.simulator === true || (state.kind === 'alarm' && state.simulator);
      assert.equal(deepText(app).includes(badge), simulated);
      if (state.kind !== 'connected' && state.kind !== 'lost') continue;
      const { app: other } = await mountApp({
        ...shown,
        session: { ...state, session: { ...state.session, device: inFrame } },
      });
      assert.include(deepText(other), badge);
    }
    const { app } = await mountApp(opening);
    assert.include(deepText(app), badge);
  }).timeout(60_000);

  it('says what the buttons of the device do now, in the words of the device', async () => {
    const { app } = await mountApp(screen('on-device-consent'));
    const text = deepText(app);
    for (const part of ['Look at your device', 'New wallet?', 'Left No', 'Right Yes'])
      assert.include(text, part);
  });

  it('does not tell what buttons do on a device that is not there', async () => {
    const { app } = await mountApp(screen('lost'));
    assert.notInclude(deepText(app), 'Left');
    assert.include(deepText(app), 'Nothing’s lost: your device remembers where you were.');
  });

  it('keeps the screen through a blip', async () => {
    const { app } = await mountApp(screen('lost-blip'));
    assert.include(deepText(app), 'Word 5 of 24');
    assert.include(deepText(app), 'Connecting…');
  });

  it('says when another device answers than before', async () => {
    const { app } = await mountApp(screen('on-device-after'));
    assert.include(deepText(app), 'This is a different device.');
  });

  it('stops listening when it leaves the page, and listens again when it comes back', async () => {
    const { app, ceremony } = await mountApp(screen('welcome'));
    assert.equal(ceremony.listeners, 1);
    const { parentElement } = app;
    app.remove();
    assert.equal(ceremony.listeners, 0);
    parentElement?.append(app);
    assert.equal(ceremony.listeners, 1);
  });

  for (const [name, element] of [
    ['settings', 'hb-settings'],
    ['settings-rename', 'hb-rename'],
    ['copies', 'hb-copies'],
    ['check-file', 'hb-choose-file'],
    ['restore-file', 'hb-choose-file'],
    ['settings-records', 'hb-records'],
    ['quiz-start', 'hb-quiz'],
    ['length', 'hb-word-count'],
    ['backed-up', 'hb-home'],
    ['celebration', 'hb-backed-up'],
  ] as const) {
    it(`draws "${name}" by <${element}>, and no other view`, async () => {
      const { app } = await mountApp(screen(name));
      const views = [...app.renderRoot.querySelectorAll('[data-view]')].map(({ localName }) => localName);
      assert.deepEqual(views, [element]);
    });
  }

  it('has the frame of a simulator, and knows of it, only while there is one', async () => {
    const { app, ceremony } = await mountApp(screen('alarm'));
    assert.isUndefined(app.simulatorFrame);
    ceremony.show(opening);
    await app.updateComplete;
    assert.equal(app.simulatorFrame, app.renderRoot.querySelector('iframe') ?? undefined);
    assert.isDefined(app.simulatorFrame);
  });

  it('leaves the drawing of a device out of narrow pages until there is a device', async () => {
    const isEarly = async (state: AppState): Promise<boolean | undefined> => {
      unmountAll();
      const { app } = await mountApp(state);
      return app.renderRoot.querySelector('aside')?.classList.contains('early');
    };
    assert.isTrue(await isEarly(screen('welcome')));
    assert.isFalse(await isEarly(opening));
    assert.isFalse(await isEarly(screen('backed-up')));
  });

  it('draws nothing before it is given a ceremony', async () => {
    const app = await mount<HbApp>(html`<hb-app></hb-app>`);
    assert.isNull(app.shadowRoot?.querySelector('main'));
  });

  it('leads to preferences and help from every page, and covers the page with them', async () => {
    const { app, ceremony } = await mountApp(wordsAt(5));
    buttonNamed(app, 'Preferences').click();
    buttonNamed(app, 'Help and about').click();
    assert.deepEqual(ceremony.requests, [
      { kind: 'open-aside', aside: 'preferences' },
      { kind: 'open-aside', aside: 'help' },
    ]);
    const frame = app.simulatorFrame;
    ceremony.show({ ...wordsAt(5), aside: 'preferences' });
    await settled(app);
    assert.equal(headingOf(app.renderRoot.querySelector('hb-preferences') ?? app).textContent, 'Preferences');
    assert.equal(deepFocus()?.textContent, 'Preferences');
    assert.isTrue(app.renderRoot.querySelector('main')?.hidden);
    assert.equal(app.simulatorFrame, frame, 'a frame that is moved forgets its device');
    ceremony.show(wordsAt(5));
    await settled(app);
    assert.isFalse(app.renderRoot.querySelector('main')?.hidden);
  });

  it('passes a chosen theme on, and shows the one that holds', async () => {
    const { app } = await mountApp({ ...screen('welcome'), aside: 'preferences' });
    const chosen: string[] = [];
    app.theme = { theme: 'dark', choose: (theme) => chosen.push(theme), subscribe: () => () => {} };
    await settled(app);
    const radios = deepElements(app.renderRoot).filter(
      (element): element is HTMLInputElement =>
        element instanceof HTMLInputElement && element.name === 'theme',
    );
    assert.deepEqual(
      radios.map(({ checked }) => checked),
      [false, false, true],
    );
    radios[1]?.click();
    assert.deepEqual(chosen, ['light']);
  });

  it('passes a chosen language on, and says when one didn’t load', async () => {
    const { app } = await mountApp({ ...screen('welcome'), aside: 'preferences' });
    const chosen: (string | undefined)[] = [];
    app.language = {
      offered: languages,
      chosen: 'fr',
      failed: true,
      choose: (tag) => chosen.push(tag),
      subscribe: () => () => {},
    };
    await settled(app);
    await assertAccessible(app);
    const radios = deepElements(app.renderRoot).filter(
      (element): element is HTMLInputElement =>
        element instanceof HTMLInputElement && element.name === 'language',
    );
    assert.deepEqual(
      radios.map(({ checked, value }) => [checked, value]),
      [[false, ''], ...languages.map(({ tag }) => [tag === 'fr', tag])],
    );
    radios[2]?.click();
    radios[0]?.click();
    assert.deepEqual(chosen, ['de', undefined]);
    assert.include(deepText(app), 'This language didn’t load.');
  });

  it('says which language the device speaks where that is another, and asks it', async () => {
    const { app, ceremony } = await mountApp(screen('length-other-language'));
    assert.include(deepText(app), 'Your device speaks French.');
    buttonNamed(app, 'Ask it to speak English').click();
    assert.deepEqual(ceremony.requests, [{ kind: 'start', wish: { kind: 'language', tag: 'en' } }]);
  });

  it('offers a new version while nothing is under way', async () => {
    const { app, ceremony } = await mountApp(screen('welcome'));
    let asked = 0;
    const offer = (state: 'none' | 'ready' | 'other-pages') => ({
      state,
      ask: () => (asked += 1),
      subscribe: () => () => {},
    });
    const offered = (): boolean => deepText(app).includes('Use it now');
    assert.isFalse(offered());
    app.newVersion = offer('ready');
    await settled(app);
    buttonNamed(app, 'Use it now').click();
    assert.equal(asked, 1);
    await assertAccessible(app);
    app.newVersion = offer('other-pages');
    await settled(app);
    assert.include(deepText(app), 'Hostblind is open in another tab.');
    ceremony.show(wordsAt(5));
    await settled(app);
    assert.isFalse(offered());
  });

  it('offers to be installed where the browser can', async () => {
    const { app } = await mountApp(screen('welcome'));
    const labels = (): string[] =>
      [...app.renderRoot.querySelectorAll('footer button')].map(({ textContent }) => textContent.trim());
    assert.deepEqual(labels(), ['Preferences', 'Help and about']);
    let asked = 0;
    app.install = { offered: true, ask: () => (asked += 1), subscribe: () => () => {} };
    await settled(app);
    buttonNamed(app, 'Install this app').click();
    assert.equal(asked, 1);
  });

  it('offers no “Cancel” below its question whether to leave', async () => {
    const { app } = await mountApp(screen('leave'));
    const labels = deepElements(app.renderRoot)
      .filter(({ localName }) => localName === 'button')
      .map(({ textContent }) => textContent.trim());
    assert.include(labels, 'Stay');
    assert.notInclude(labels, 'Cancel');
  });
});
