/** Shows one screen of the app at a time: the part of the gallery that runs in the browser. */
import '../../src/ui/copies-pages.ts';
import { HbApp } from '../../src/ui/hb-app.ts';
import type { CeremonyState } from '../../src/ceremony/state.ts';
import { fakeCeremony } from '../support/fake-ceremony.ts';
import { someNow, someRecords } from '../support/some-records.ts';
import { ledgerScreens } from '../support/ledger-screens.ts';
import { linkOffers, screens } from '../support/screens.ts';
import '../../src/ui/copies-pages.ts';
import '../../src/ui/later-pages.ts';

declare global {
  interface Window {
    screenNames: readonly string[];
    showScreen(name: string): Promise<void>;
  }
}

const every: Readonly<Record<string, CeremonyState>> = {
  ...screens,
  ...Object.fromEntries(Object.entries(ledgerScreens).map(([name, state]) => [`ledger-${name}`, state])),
};

window.screenNames = Object.keys(every);
window.showScreen = async (name) => {
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
