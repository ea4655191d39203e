/** Puts the page together: real connectors, real storage, real clock. Everything else gets them handed in. */
// First: where the page may not run, nothing below is.
import './guard-page.ts';
import { lazyRecordStore } from '../records/lazy-store.ts';
import { createHostblindSigner } from '../devices/hostblind/hostblind-signer.ts';
import type { OpenRecomputer } from '../devices/hostblind/entropy-check/recomputer.ts';
import { platformOf } from '../transport/browser-errors.ts';
import { simulatorFrame } from '../transport/simulator/simulator-frame.ts';
import { simulatorProcess } from '../transport/simulator/simulator-process.ts';
import { startTimer } from '../transport/timer.ts';
import type { Connector } from '../transport/transport.ts';
import { webHid } from '../transport/webhid/webhid.ts';
import { webUsb } from '../transport/webusb/webusb.ts';
import { chooseLanguage } from '../text/languages.ts';
import { linkFromAddress, rememberInAddress, wirePortFromAddress } from './address.ts';
import { announce } from './announcer.ts';
import { familyPages } from './family-pages.ts';
import { losesDevice } from './leaving.ts';
import { createApp } from './pages/create-app.ts';
import { startOffline } from './start-offline.ts';
import './hb-app.ts';

/** A browser that blocks site data throws already at the sight of `localStorage`. */
function localStore(): Storage | undefined {
  try {
    return window.localStorage;
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

const frame = simulatorFrame({ frame: () => app.simulatorFrame, window });
/** The frame is rendered in the same turn as the request to open it: wait until it is in the page. */
const renderedFrame: Connector = {
  ...frame,
  async open(options) {
    await app.updateComplete;
    return frame.open(options);
  },
};

// The types say that every browser has both; many have neither, and Chrome on Android has WebUSB alone.
const { hid, usb }: { hid?: HID; usb?: USB } = navigator;
const browser = { locks: navigator.locks, platform: platformOf(navigator) };

const connectors: readonly Connector[] = [
  // WebHID first: WebUSB is for browsers that have nothing else.
  hid === undefined && usb !== undefined ? webUsb({ ...browser, usb }) : webHid({ ...browser, hid }),
  renderedFrame,
  simulatorProcess({
    openSocket: (url, subprotocol) => new WebSocket(url, subprotocol),
    locks: navigator.locks,
    port: wirePortFromAddress(location),
  }),
];

const now = (): string => new Date().toISOString();
const records = lazyRecordStore(async () => {
  const { browserRecordStore } = await import('../records/record-store.ts');
  return browserRecordStore({
    indexedDb: () => window.indexedDB,
    earlier: localStore(),
    after: startTimer,
    now,
  });
});

/** Loaded when a wallet is created: most visits create none. */
const openRecomputer: OpenRecomputer = async () =>
  (await import('../devices/hostblind/entropy-check/entropy-in-worker.ts')).recomputeInWorker();

const ceremony = createApp({
  connectors,
  createSigner: (transport) => createHostblindSigner(transport, { openRecomputer }),
  families: familyPages.families,
  beforeGuided: (family) => familyPages.load(family),
  clock: { now: () => Date.now(), after: startTimer },
  records,
  saveFile: async (file, walletId) =>
    (await import('../elements/choose-file/save-file.ts')).saveBackupFile(file, walletId),
  rememberLink: (link) => rememberInAddress(link, { location, history }),
});

for (const connector of connectors) {
  connector.onPlugIn?.(() => ceremony.dispatch({ kind: 'plugged-in', link: connector.kind }));
}

addEventListener('beforeunload', (event) => {
  if (losesDevice(ceremony.state.session)) event.preventDefault();
});

announce(ceremony, { polite: region('polite'), alert: region('alert'), after: startTimer });
app.offers = connectors.map((connector) => ({ kind: connector.kind, supported: connector.supported() }));
app.records = records;

// Where its code doesn't load, the view says so.
records.load().catch(() => {});

const link = linkFromAddress(location);
const begin = (): void => {
  app.ceremony = ceremony;
  if (link !== undefined) ceremony.dispatch({ kind: 'resume', link });
};

// Not `await`: what a language imports may wait for this file.
const loading = chooseLanguage(navigator.languages);
if (loading === undefined) begin();
else void loading.then(begin, begin);

// A development server has none. Where it may keep nothing, a browser refuses; the page then says nothing of it.
const workers = import.meta.env.PROD ? navigator.serviceWorker : undefined;
startOffline(workers, (works) => (app.worksOffline = works)).catch(() => {});
