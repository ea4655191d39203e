/** A family that only tests know, on the page: a longer list is all that it takes. */
import { html } from 'lit';
import { announcementFor } from '../../src/app/announcements.ts';
import { createFamilyPages, type FamilyPages } from '../../src/app/family-pages.ts';
import type { HbApp } from '../../src/app/hb-app.ts';
import type { GuidedState } from '../../src/devices/family.ts';
import { lampFamily, type LampReading } from '../fixtures/families/lamp-family.ts';
import { fakeCeremony } from '../fixtures/fakes/fake-ceremony.ts';
import {
  assert,
  assertAccessible,
  buttonNamed,
  deepText,
  headingOf,
  mount,
  unmountAll,
} from '../fixtures/screens/mount.ts';
import { onDevice } from '../fixtures/screens/screens.ts';
import '../fixtures/screens/whole-app.ts';

const pages: FamilyPages = createFamilyPages([
  { family: lampFamily.family, load: () => import('../fixtures/families/lamp-page.ts') },
]);

function lampState(lamp: LampReading, swapped = false): GuidedState {
  const seen = { lamp, quitting: false };
  return lampFamily.seal({ link: 'webhid', swapped, seen, contact: { kind: 'here' } });
}

describe('a family that only tests know', () => {
  before(() => pages.load(lampFamily.family));
  afterEach(unmountAll);

  it('has its view, its panel and its sentences on the page', async () => {
    const ceremony = fakeCeremony(onDevice(lampState('off', true)));
    const app = await mount<HbApp>(html`<hb-app .ceremony=${ceremony} .pages=${pages}></hb-app>`);
    await assertAccessible(app);
    assert.equal(headingOf(app).textContent.trim(), 'The lamp is off');
    assert.include(deepText(app), 'This is another lamp.');
    assert.include(deepText(app), 'A lamp');
    assert.include(deepText(app), 'Simulator · not for real money');
    assert.equal(announcementFor(onDevice(lampState('lit')), pages)?.text, 'The lamp is lit.');
  });

  it('has its notice in place of the view, and passes on what is asked', async () => {
    const ceremony = fakeCeremony(onDevice(lampState('in-app')));
    const app = await mount<HbApp>(html`<hb-app .ceremony=${ceremony} .pages=${pages}></hb-app>`);
    assert.equal(headingOf(app).textContent.trim(), 'The lamp is busy');
    buttonNamed(app, 'Quit').click();
    assert.deepEqual(ceremony.requests, [{ kind: 'quit-app' }]);
  });

  it('is shown once its page has been loaded', async () => {
    const late = createFamilyPages([
      { family: lampFamily.family, load: () => import('../fixtures/families/lamp-page.ts') },
    ]);
    const ceremony = fakeCeremony(onDevice(lampState('off')));
    const app = await mount<HbApp>(html`<hb-app .ceremony=${ceremony} .pages=${late}></hb-app>`);
    await late.load(lampFamily.family);
    await app.updateComplete;
    app.requestUpdate();
    await app.updateComplete;
    assert.equal(headingOf(app).textContent.trim(), 'The lamp is off');
  });
});
