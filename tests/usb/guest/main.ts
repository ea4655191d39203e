/** All USB tests, in the guest. Started by `run-tests.sh` with: the folder of what was built, the share, the proof, the port of the host's device room, and part of a name. */
import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { createSiteServer } from '../../../src/site/site-server.ts';
import { appOverWebHid, appOverWebUsb, appThroughChooser } from './app-tests.ts';
import { createWalletOverBrowserClient } from './browser-clients.ts';
import { clientPort, sitePort, startBrowser, walletPort } from './browser.ts';
import { createWalletOverNodeClient } from './node-clients.ts';
import { plugIn, type PluggedDevice } from './plugged-device.ts';
import { createReport } from './report.ts';
import { useWalletPage } from './wallet-page.ts';
import { attachByItself, createWithTerminal } from './terminal.ts';

const [built = '', share = '', proof = '', room = '', only = ''] = process.argv.slice(2);
const report = createReport(proof, only);
const simulatorCommand = join(built, 'dist-cli/firmware-sim.js');
const hostblindCommand = join(built, 'dist-cli/hostblind.js');

const framebuffer = '/tmp/framebuffer';
const site = await createSiteServer({ root: join(built, 'dist') });
site.listen(sitePort, '127.0.0.1');
const clients = await createSiteServer({ root: join(built, 'client-page') });
clients.listen(clientPort, '127.0.0.1');
// The page is somebody else's: it has none of this site's headers.
const walletSite = createServer(sirv(join(built, 'wallet-page')));
walletSite.listen(walletPort, '127.0.0.1');

async function withDevice(use: (device: PluggedDevice) => Promise<void>): Promise<void> {
  const device = await plugIn(Number(room));
  try {
    await use(device);
  } finally {
    await device.unplug();
  }
}

await report.test('firmware-sim --usb --attach plugs itself in, again after a power cut', () =>
  attachByItself(simulatorCommand, hostblindCommand),
);
await report.test('Linux’s HID files: the hostblind command, cable pulled in the middle of the words', () =>
  withDevice((device) => createWithTerminal(hostblindCommand, device)),
);
await report.test('Ledger’s hw-transport-node-hid, unmodified, through a ceremony', () =>
  withDevice((device) => createWalletOverNodeClient('@ledgerhq/hw-transport-node-hid', device)),
);
await report.test('Ledger’s hw-transport-node-hid-singleton, unmodified, through a ceremony', () =>
  withDevice((device) => createWalletOverNodeClient('@ledgerhq/hw-transport-node-hid-singleton', device)),
);
// Not earlier: on an emulated processor its start would starve everything else.
const browser = await startBrowser(framebuffer);
report.note(`Chromium ${browser.version()}`);
await report.test('WebHID: the built app, 24 words, cable pulled in the middle of the words', () =>
  withDevice((device) => appOverWebHid(browser, device, share)),
);
await report.test('WebUSB: the built app where there is no WebHID', () =>
  withDevice((device) => appOverWebUsb(browser, device, share)),
);
await report.test('WebHID: the built app, the device picked in Chrome’s own list', () =>
  withDevice((device) =>
    appThroughChooser(browser, device, {
      share,
      onChooser: () => copyFileSync(join(framebuffer, 'Xvfb_screen0'), join(share, 'chooser.xwd')),
    }),
  ),
);
for (const client of ['webhid', 'webusb'] as const) {
  await report.test(`Ledger’s hw-transport-${client}, unmodified, through a ceremony`, () =>
    withDevice((device) => createWalletOverBrowserClient(browser, client, device)),
  );
}
await report.test('a wallet’s page: viem, hw-app-eth, hw-transport-webhid, a chain that accepts', () =>
  withDevice((device) => useWalletPage(browser, device)),
);
assert.ok(browser.isConnected());
report.finish();
process.exit();
