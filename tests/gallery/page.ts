/** Shows one screen of the app at a time: the part of the gallery that runs in the browser. */
import { render, type TemplateResult } from 'lit';
import { HbApp } from '../../src/app/hb-app.ts';
import type { AppState } from '../../src/app/pages/pages.ts';
import { chooseLanguage, languages } from '../../src/text/languages.ts';
import { familyPages } from '../../src/app/family-pages.ts';
import { fakeCeremony } from '../fixtures/fakes/fake-ceremony.ts';
import { someNow, someRecords } from '../fixtures/data/some-records.ts';
import { drawingSheets } from '../fixtures/screens/drawn-devices.ts';
import { ledgerScreens } from '../fixtures/screens/ledger-screens.ts';
import { linkOffers, onDevice, screens } from '../fixtures/screens/screens.ts';
import '../../src/elements/asides/all-asides.ts';
import '../../src/app/copies-pages.ts';
import '../../src/elements/sign-message/hb-sign-message.ts';
import '../fixtures/screens/whole-app.ts';

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
  chooseLanguage(navigator.languages, ['first', 'rest']),
  ...familyPages.families.map((family) => familyPages.load(family)),
]);

window.screenNames = [...Object.keys(every), ...Object.keys(drawingSheets)];
window.showScreen = async (name) => {
  await loaded;
  document.querySelector('hb-app, #sheet')?.remove();
  const sheet = drawingSheets[name];
  if (sheet !== undefined) showSheet(sheet);
  else await showState(every[name]);
  // Two frames: the elements inside draw themselves after the app has.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
};

function showSheet(sheet: TemplateResult): void {
  const holder = document.createElement('div');
  holder.id = 'sheet';
  document.body.append(holder);
  render(sheet, holder);
}

async function showState(state: AppState | undefined): Promise<void> {
  if (state === undefined) throw new Error('there is no such screen');
  const app = new HbApp();
  app.ceremony = fakeCeremony(state);
  app.language = { ...app.language, offered: languages };
  app.offers = linkOffers;
  app.records = someRecords;
  app.clock = () => someNow;
  document.body.append(app);
  await app.updateComplete;
}
