/** Puts the page together: real connectors, real storage, real clock. Everything else gets them handed in. */
import { createCeremony } from './ceremony/run.ts';
import { createTrustStore } from './ceremony/trust-store.ts';
import { lazyRecordStore } from './records/lazy-store.ts';
import { createHostblindSigner } from './signer/hostblind-signer.ts';
import { createLedgerSigner } from './signer/ledger/ledger-signer.ts';
import type { OpenRecomputer } from './signer/recomputer.ts';
import { platformOf } from './transport/browser-errors.ts';
import { simulatorFrame } from './transport/simulator-frame.ts';
import { simulatorProcess } from './transport/simulator-process.ts';
import { startTimer } from './transport/timer.ts';
import type { Connector } from './transport/transport.ts';
import { webHid } from './transport/webhid.ts';
import { webUsb } from './transport/webusb.ts';
import { linkFromAddress, rememberInAddress, wirePortFromAddress } from './ui/address.ts';
import { announce } from './ui/announcer.ts';
import './ui/hb-app.ts';

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

const records = lazyRecordStore(async () => {
  const { browserRecordStore } = await import('./records/record-store.ts');
  return browserRecordStore({ indexedDb: () => window.indexedDB, earlier: localStore(), after: startTimer });
});

/** Loaded when a wallet is created: most visits create none. */
const openRecomputer: OpenRecomputer = async () =>
  (await import('./signer/entropy-in-worker.ts')).recomputeInWorker();

const ceremony = createCeremony({
  connectors,
  createSigner: (transport) => createHostblindSigner(transport, { openRecomputer }),
  createLedgerSigner: (transport) => createLedgerSigner(transport),
  clock: { now: () => Date.now(), after: startTimer },
  records,
  saveFile: async (file, walletId) => (await import('./ui/save-file.ts')).saveBackupFile(file, walletId),
  trust: createTrustStore(localStore()),
  rememberLink: (link) => rememberInAddress(link, { location, history }),
});

for (const connector of connectors) {
  connector.onPlugIn?.(() => ceremony.dispatch({ kind: 'plugged-in', link: connector.kind }));
}

announce(ceremony, { polite: region('polite'), alert: region('alert'), after: startTimer });
app.offers = connectors.map((connector) => ({ kind: connector.kind, supported: connector.supported() }));
app.records = records;
app.ceremony = ceremony;

void records.load();

const link = linkFromAddress(location);
if (link !== undefined) ceremony.dispatch({ kind: 'resume', link });
