/** The rules that every screen is held to (`screens/`) find what breaks them. */
import { emulateMedia } from '@web/test-runner-commands';
import { html } from 'lit';
import { assert, assertAccessible, headingOf, mount, unmountAll } from '../../fixtures/screens/mount.ts';
import { fakeCeremony } from '../../fixtures/fakes/fake-ceremony.ts';
import type { HbApp } from '../../../src/app/hb-app.ts';
import { initialApp } from '../../../src/app/pages/pages.ts';
import '../../../src/app/hb-app.ts';

describe('axe in these tests', () => {
  afterEach(unmountAll);

  it('bites: text that is too pale is found inside a shadow root', async () => {
    await emulateMedia({ colorScheme: 'light' });
    const app = await mount<HbApp>(html`<hb-app .ceremony=${fakeCeremony(initialApp)}></hb-app>`);
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
