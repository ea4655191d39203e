/** Which drawing stands on which page of the app. */
import { emulateMedia } from '@web/test-runner-commands';
import { html } from 'lit';
import type { HbApp } from '../../src/app/hb-app.ts';
import type { AppState } from '../../src/app/pages/pages.ts';
import type { HbDeviceDrawing } from '../../src/elements/device-drawing/hb-device-drawing.ts';
import { hostblindModel } from '../../src/elements/device-drawing/hostblind.ts';
import { ledgerDrawings } from '../../src/elements/ledger/ledger-drawings.ts';
import { someDeviceModel } from '../../src/elements/device-drawing/some-device.ts';
import { familyPages } from '../../src/app/family-pages.ts';
import { ledgerModels } from '../../src/protocol/ledger/models.ts';
import { fakeCeremony } from '../fixtures/fakes/fake-ceremony.ts';
import { ledgerState, nanoX, onboarding } from '../fixtures/screens/ledger-screens.ts';
import { assert, deepElements, mount, unmountAll } from '../fixtures/screens/mount.ts';
import { settled } from '../fixtures/screens/screen-rules.ts';
import { onDevice, screens, sessionWith, statusAt, following } from '../fixtures/screens/screens.ts';
import '../../src/app/hb-app.ts';
import '../fixtures/screens/whole-app.ts';

before(() => Promise.all(familyPages.families.map((family) => familyPages.load(family))));
beforeEach(() => emulateMedia({ reducedMotion: 'reduce' }));
afterEach(unmountAll);

async function shown(state: AppState | undefined, usb = true): Promise<Element[]> {
  if (state === undefined) throw new Error('no such screen');
  const offers = [
    { kind: 'webhid', supported: usb },
    { kind: 'simulator-frame', supported: true },
  ];
  const app = await mount<HbApp>(html`<hb-app .ceremony=${fakeCeremony(state)} .offers=${offers}></hb-app>`);
  await customElements.whenDefined('hb-device-drawing');
  await settled(app);
  return deepElements(app.shadowRoot ?? app);
}

async function drawingOn(state: AppState | undefined): Promise<HbDeviceDrawing> {
  const all = await shown(state);
  const found = all.filter((element) => element.localName === 'hb-device-drawing') as HbDeviceDrawing[];
  assert.lengthOf(found, 1);
  const [only] = found;
  if (only === undefined) throw new Error('nothing is drawn');
  return only;
}

async function scenesOn(state: AppState | undefined, usb = true): Promise<(string | null)[]> {
  const all = await shown(state, usb);
  return all
    .filter(({ localName }) => localName === 'hb-scene')
    .map((element) => element.getAttribute('scene'));
}

describe('the device beside the guide', () => {
  it('is our own, before one is known and with one of our protocol', async () => {
    for (const name of ['welcome', 'on-device-words', 'backed-up']) {
      assert.strictEqual((await drawingOn(screens[name])).model, hostblindModel, name);
      unmountAll();
    }
  });

  it('is the model that a stock Ledger says it is', async () => {
    for (const model of ledgerModels) {
      const state = ledgerState(onboarding('pin', 0, { ...nanoX, model }));
      assert.strictEqual((await drawingOn(onDevice(state))).model, ledgerDrawings[model], model);
      unmountAll();
    }
  });

  it('is none in particular as long as the model is not known', async () => {
    const locked = onDevice(ledgerState({ kind: 'locked' }));
    assert.strictEqual((await drawingOn(locked)).model, someDeviceModel);
    unmountAll();
    const updating = onDevice(ledgerState({ kind: 'updater', model: 'stax' }));
    assert.strictEqual((await drawingOn(updating)).model, ledgerDrawings.stax);
  });

  it('H12: never claims how far a hold is, which no host learns', async () => {
    for (const [name, state] of Object.entries(screens).filter(([key]) =>
      /hold|discard|wipe|words/.test(key),
    )) {
      const all = await shown(state);
      for (const element of all.filter(({ localName }) => localName === 'hb-device-drawing'))
        assert.notTypeOf((element as HbDeviceDrawing).hold, 'number', name);
      unmountAll();
    }
    const held = await drawingOn(screens['on-device-hold']);
    assert.equal(held.hold, 'about');
    assert.deepEqual(held.press, ['right']);
    unmountAll();
    assert.isUndefined((await drawingOn(screens['on-device-words'])).hold);
  });
});

describe('the scenes', () => {
  it('show how a device is connected, where the browser can reach one', async () => {
    assert.deepEqual(await scenesOn(screens['choose']), ['plug-in', 'unlock', 'choose']);
    unmountAll();
    assert.deepEqual(await scenesOn(screens['choose'], false), []);
    unmountAll();
    assert.deepEqual(await scenesOn(screens['choose-not-found']), []);
  });

  it('show pencil and paper while words are written, and only then', async () => {
    assert.deepEqual(await scenesOn(screens['on-device-words']), ['writing']);
    unmountAll();
    assert.deepEqual(await scenesOn(onDevice(ledgerState(onboarding('new-words')))), ['writing']);
    unmountAll();
    for (const stage of ['hold', 'confirm', 'enter-words', 'written'] as const) {
      const session = sessionWith(following, { status: statusAt(stage) });
      assert.deepEqual(await scenesOn(onDevice({ kind: 'connected', session })), [], stage);
      unmountAll();
    }
    assert.deepEqual(await scenesOn(screens['reveal-words']), []);
  });

  it('H12: show a finished paper of a wallet that is backed up, and of no other', async () => {
    assert.deepEqual(await scenesOn(screens['celebration']), ['written']);
    unmountAll();
    for (const name of [
      'restored-asking',
      'restored-none',
      'restored-uncompared',
      'restored-different',
      'doubtful',
    ]) {
      assert.deepEqual(await scenesOn(screens[name]), [], name);
      unmountAll();
    }
  });
});
