/** Real Chromium in the guest: headed, on a display that only exists in memory, with the permission that a policy gives. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { browserLaunchOptions } from '../../chromium.mjs';

const display = ':99';

/** Where the app is allowed by policy, and where it has to ask: one server, two origins. */
export const sitePort = 8080;
export const clientPort = 8081;
export const walletPort = 8082;
export const allowedSite = `http://localhost:${sitePort}/`;
export const askingSite = `http://127.0.0.1:${sitePort}/`;
export const clientPage = `http://localhost:${clientPort}/`;
export const walletPage = `http://localhost:${walletPort}/`;

/** Ledger's vendor id and the Nano S Plus, decimal as the policies want them. */
const device = { vendor_id: 0x2c97, product_id: 0x5000 };

function writePolicy(): void {
  const urls = [allowedSite, clientPage, walletPage];
  const devices = [device];
  const policy = {
    WebHidAllowDevicesForUrls: [{ devices, urls }],
    WebUsbAllowDevicesForUrls: [{ devices, urls }],
  };
  for (const folder of ['/etc/chromium/policies/managed', '/etc/opt/chrome/policies/managed']) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/hostblind.json`, JSON.stringify(policy));
  }
}

export async function startBrowser(framebuffer: string): Promise<Browser> {
  writePolicy();
  mkdirSync(framebuffer, { recursive: true });
  spawn(
    '/usr/bin/Xvfb',
    [display, '-screen', '0', '1280x800x24', '-fbdir', framebuffer, '-nolisten', 'tcp'],
    {
      stdio: 'ignore',
    },
  );
  while (!existsSync('/tmp/.X11-unix/X99')) {
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
  process.env['DISPLAY'] = display;
  return chromium.launch({
    ...browserLaunchOptions,
    headless: false,
    args: [
      ...browserLaunchOptions.args,
      '--disable-dev-shm-usage',
      '--window-size=1280,800',
      '--window-position=0,0',
    ],
    timeout: 90_000,
  });
}

/** Keys as a person's keyboard sends them, to whatever the browser shows in front, its own bubbles too. */
export async function typeKeys(...keys: string[]): Promise<void> {
  for (const key of keys) {
    await new Promise<void>((resolve, reject) => {
      spawn('/usr/bin/xdotool', ['key', key], { stdio: 'ignore' })
        .once('error', reject)
        .once('exit', () => resolve());
    });
  }
}
