/**
 * The browsers beside Chromium in which the end-to-end suite walks through the app, each from Debian's packages:
 * Firefox ESR, driven by its own Marionette, and WebKitGTK's MiniBrowser, driven by WebKitWebDriver on a display that
 * nobody sees.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

function onPath(/** @type {string} */ program) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
}

/** `FIREFOX_PATH`, else `firefox-esr`. Any Firefox of 128 or later will do. */
export function findFirefox() {
  const named = process.env.FIREFOX_PATH;
  if (named !== undefined && named !== '') return named;
  return onPath('firefox-esr');
}

const architectures = /** @type {const} */ ({ x64: 'x86_64', arm64: 'aarch64' });

/** What it takes to drive WebKitGTK; `undefined` when a part of it is missing. */
export function findWebKit() {
  const triplet = `${architectures[/** @type {'x64'} */ (process.arch)] ?? process.arch}-linux-gnu`;
  const driver = onPath('WebKitWebDriver');
  const display = onPath('Xvfb');
  const browser = ['4.1', '6.0', '4.0']
    .flatMap((api) => [`/usr/lib/${triplet}/webkit2gtk-${api}`, `/usr/lib/${triplet}/webkitgtk-${api}`])
    .map((folder) => join(folder, 'MiniBrowser'))
    .find((file) => existsSync(file));
  if (driver === undefined || display === undefined || browser === undefined) return undefined;
  return { driver, display, browser };
}

const walks = 'tests/e2e/engines';

/** @type {readonly { name: string, find: () => unknown, packages: readonly string[], walk: string }[]} */
const engines = [
  { name: 'Firefox', find: findFirefox, packages: ['firefox-esr'], walk: `${walks}/firefox.test.ts` },
  {
    name: 'WebKitGTK',
    find: findWebKit,
    packages: ['webkit2gtk-driver', 'xvfb'],
    walk: `${walks}/webkit.test.ts`,
  },
];

/** The test files whose browser isn't here; `npm test` names those browsers at its end. */
export function walksWithoutBrowser() {
  return engines.filter(({ find }) => find() === undefined).map(({ walk }) => walk);
}

/**
 * On Debian as root installs what is missing. Gives a sentence for each engine that isn't there in the end: its walks
 * aren't run, and count neither as passed nor as failed.
 */
export function ensureEngines() {
  const missing = engines.filter(({ find }) => find() === undefined);
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (missing.length > 0 && canInstall) {
    const packages = missing.flatMap((engine) => engine.packages);
    console.log(`Installing Debian’s ${packages.join(', ')}: the app is tested in those browsers too.`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]])
      spawnSync('apt-get', args, { stdio: 'inherit', env });
  }
  return engines
    .filter(({ find }) => find() === undefined)
    .map(
      ({ name, packages }) =>
        `Not run: the walks in ${name}, which isn’t here. On Debian: sudo apt-get install ${packages.join(' ')}`,
    );
}
