/** Finds the browser that the tests drive; on Debian as root it installs one; elsewhere it says exactly what to do. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './chromium.mjs';

/** Gives the path of a Chrome or Chromium; throws with what to do. */
export async function ensureBrowser() {
  const found = findChromium();
  if (found !== undefined) return found;
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (canInstall) {
    console.log('No Chrome or Chromium is installed: installing Debian’s package chromium.');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
      spawnSync('apt-get', args, { stdio: 'inherit', env });
    }
    const installed = findChromium();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    [
      'The tests need Chrome or Chromium and found none.',
      'On Debian or Ubuntu: sudo apt-get install chromium',
      'Elsewhere install Chrome, or name a browser: CHROME_PATH=/path/to/chrome npm test',
    ].join('\n'),
  );
}
