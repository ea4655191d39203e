/** The browser that the tests drive: an installed Chrome or Chromium, started quietly and without reaching out. */
import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a browser: `CHROME_PATH`, else the first of the usual places; `undefined` when there is none. */
export function findChromium() {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && named !== '') return named;
  return places.find((path) => existsSync(path));
}

/** Options for playwright-core's `chromium.launch`. Chromium's own sandbox does not run as root. */
export const browserLaunchOptions = {
  executablePath: findChromium() ?? '/usr/bin/chromium',
  headless: true,
  args: [
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    // With its sandbox, Chromium hides its memory from its own user, whom the leak scanner runs as.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : ['--allow-sandbox-debugging']),
  ],
};
