/** Every screen of the app on the narrowest phone: nothing sticks out, and a finger finds every target. */
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import type { HbApp } from '../../src/app/hb-app.ts';
import { fakeCeremony } from '../fixtures/fakes/fake-ceremony.ts';
import { assert, deepElements, mount, unmountAll } from '../fixtures/screens/mount.ts';
import { assertTargets, settled } from '../fixtures/screens/screen-rules.ts';
import { linkOffers, screens } from '../fixtures/screens/screens.ts';
import { someNow, someRecords } from '../fixtures/data/some-records.ts';
import '../../src/elements/asides/all-asides.ts';
import '../../src/app/hb-app.ts';
import '../fixtures/screens/whole-app.ts';

describe('every screen at 320 pixels', () => {
  afterEach(unmountAll);

  for (const [name, state] of Object.entries(screens)) {
    it(`${name}, 320 pixels`, async () => {
      await emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await setViewport({ width: 320, height: 640 });
      const app = await mount<HbApp>(
        html`<hb-app
          .ceremony=${fakeCeremony(state)}
          .offers=${linkOffers}
          .records=${someRecords}
          .clock=${() => someNow}
        ></hb-app>`,
      );
      await settled(app);
      assert.isAtMost(document.documentElement.scrollWidth, 320, 'nothing sticks out');
      assertTargets(deepElements(app.shadowRoot ?? app));
    });
  }
});
