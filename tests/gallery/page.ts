/** Shows one screen of the app at a time: the part of the gallery that runs in the browser. */
import { HbApp } from '../../src/app/hb-app.ts';
import type { AppState } from '../../src/app/pages/pages.ts';
import { familyPages } from '../../src/app/family-pages.ts';
import { loadProofTexts } from '../../src/text/proof-loader.ts';
import { fakeCeremony } from '../fixtures/fakes/fake-ceremony.ts';
import { someNow, someRecords } from '../fixtures/data/some-records.ts';
import { ledgerScreens } from '../fixtures/screens/ledger-screens.ts';
import { linkOffers, onDevice, screens } from '../fixtures/screens/screens.ts';
import '../../src/app/copies-pages.ts';
import '../../src/app/later-pages.ts';

declare global {
  interface Window {
    screenNames: readonly string[];
    showScreen(name: string): Promise<void>;
  }
}

const every: Readonly<Record<string, AppState>> = {
  ...screens,
  ...Object.fromEntries(
    Object.entries(ledgerScreens).map(([name, state]) => [`ledger-${name}`, onDevice(state)]),
  ),
};

/** What the app loads before it shows such a screen. */
const loaded = Promise.all([
  ...familyPages.families.map((family) => familyPages.load(family)),
  loadProofTexts(),
]);

window.screenNames = Object.keys(every);
window.showScreen = async (name) => {
  await loaded;
  const state = every[name];
  if (state === undefined) throw new Error('there is no such screen');
  const app = new HbApp();
  app.ceremony = fakeCeremony(state);
  app.offers = linkOffers;
  app.records = someRecords;
  app.clock = () => someNow;
  document.querySelector('hb-app')?.remove();
  document.body.append(app);
  await app.updateComplete;
  // Two frames: the elements inside draw themselves after the app has.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
};
