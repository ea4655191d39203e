/** Puts the page together: real connectors, real storage, real clock. Everything else gets them handed in. */
// First: where the page may not run, nothing below is.
import './start/guard-page.ts';
import { createUpdateOffer } from '../offline/update.ts';
import { lazyRecordStore } from '../records/lazy-store.ts';
import { startTimer } from '../transport/timer.ts';
import { linkFromAddress, rememberInAddress } from './address.ts';
import { followHistory } from './start/browser-history.ts';
import { loadDevicePart } from './device-part-loader.ts';
import { atFirstTouch } from './start/first-touch.ts';
import { frameMemory } from './start/frame-memory.ts';
import { installOffer } from './start/install-offer.ts';
import { askBeforeLeaving, losesDevice } from './start/leaving.ts';
import { initialApp } from './pages/pages.ts';
import { followPlugIns } from './start/plug-ins.ts';
import { localPreferences } from './start/preferences.ts';
import { startApp, type App } from './start/start-app.ts';
import { startOffline } from './start/start-offline.ts';
import { languageSwitch } from './start/language-choice.ts';
import { themeSwitch } from './start/theme.ts';
import { linkOffersOf } from './start/usb-offer.ts';
import './hb-app.ts';

/** A browser that blocks site data throws already at the sight of its storage. */
function storeOf(name: 'localStorage' | 'sessionStorage'): Storage | undefined {
  try {
    return window[name];
  } catch {
    return undefined;
  }
}

function region(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`index.html has no #${id}`);
  return element;
}

const app = document.querySelector('hb-app');
if (app === null) throw new Error('index.html has no <hb-app>');

const preferences = localPreferences(storeOf('localStorage'));
const theme = themeSwitch(preferences, document);
const language = languageSwitch({ preferences, page: document, asked: () => navigator.languages });
const frame = frameMemory(storeOf('sessionStorage'));
const now = (): string => new Date().toISOString();
const records = lazyRecordStore(async () => {
  const { browserRecordStore } = await import('../records/record-store.ts');
  return browserRecordStore({
    indexedDb: () => window.indexedDB,
    earlier: storeOf('localStorage'),
    after: startTimer,
    now,
  });
});

const keepIntroduced = (): void => preferences.set('introduced', 'yes');

const ceremony = startApp({
  initial: {
    ...initialApp,
    ...(preferences.get('introduced') === 'yes' && { introduced: true }),
    ...(frame.ended() && { frameEnded: true }),
  },
  keepIntroduced,
  async load() {
    const part = await loadDevicePart();
    const connectors = part.connectLinks({
      window,
      navigator,
      frame: () => app.simulatorFrame,
      drawn: () => app.updateComplete,
      handedLanguage: () => ceremony.dispatch({ kind: 'read-languages' }),
    });
    return (initial): App => {
      const whole = part.createApp({
        initial,
        keepIntroduced,
        forgetChoices() {
          preferences.clear();
          theme.forget();
          void language.forget();
        },
        connectors,
        createSigner: part.createSigner,
        signMessage: part.signMessage,
        families: part.familyPages.families,
        beforeGuided: (family) => part.familyPages.load(family),
        clock: { now: () => Date.now(), after: startTimer },
        records,
        saveFile: async (file, walletId) =>
          (await import('../elements/choose-file/save-file.ts')).saveBackupFile(file, walletId),
        rememberLink: (link) => rememberInAddress(link, { location, history }),
      });
      followPlugIns(whole, connectors);
      part.announce(whole, { polite: region('polite'), alert: region('alert'), after: startTimer });
      return whole;
    };
  },
});

const mayLose = askBeforeLeaving(window);
ceremony.subscribe(() => {
  const loses = losesDevice(ceremony.state.session);
  frame.note(loses);
  mayLose(loses);
});
followHistory(ceremony, { history, onMove: (listener) => addEventListener('popstate', listener) });

app.offers = linkOffersOf(navigator);
app.records = records;
app.theme = theme;
app.language = language;
app.install = installOffer(window);
const update = createUpdateOffer();
app.newVersion = update;

const link = linkFromAddress(location);
const begin = (): void => {
  app.ceremony = ceremony;
  if (link !== undefined) ceremony.dispatch({ kind: 'resume', link });
  atFirstTouch(window, () => ceremony.prepare());
  // A person who was here before sees their devices at once. Where the code of the records doesn't load, the view says so.
  records.load().then(
    () => {
      const { devices, wallets } = records.view.book;
      if (devices.length + wallets.length > 0) ceremony.prepare();
    },
    () => {},
  );
};

// Not `await`: what a language imports may wait for this file.
void language.begin().then(begin, () => (region('not-loaded').hidden = false));

// A development server has none. Where it may keep nothing, a browser refuses; the page then says nothing of it.
const workers = import.meta.env.PROD ? navigator.serviceWorker : undefined;
startOffline(workers, {
  tell: (works) => (app.worksOffline = works),
  follow: (browser) => update.follow(browser),
  reload: () => location.reload(),
}).catch(() => {});
