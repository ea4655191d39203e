/** What is looked at in the bare root, each with its own eyes. They throw when it isn't so. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { terminalText } from '../../src/text/terminal/terminal.ts';
import { projectFolder, startInside } from './chamber.ts';
import type { BareRoot } from './bare-root.ts';

const secondMs = 1000;
const startTimeoutMs = 600 * secondMs;

/** Programs and libraries that a developer's computer has and a bare one doesn't. */
const absent = {
  programs:
    'chromium google-chrome firefox-esr WebKitWebDriver Xvfb qemu-system-x86_64 gcc cc g++ make python3 git udevadm',
  libraries: 'libusb-1.0 libhidapi libgtk-3 libX11 libnss3',
};

export function checkBare({ folder }: BareRoot): void {
  const bins = ['usr/bin', 'usr/sbin', 'usr/local/bin'].flatMap((each) => readdirSync(join(folder, each)));
  const multiarch = readdirSync(join(folder, 'usr/lib')).filter((name) => name.endsWith('-linux-gnu'));
  const libraries = multiarch.flatMap((each) => readdirSync(join(folder, 'usr/lib', each)));
  assert.deepEqual(
    absent.programs.split(' ').filter((name) => bins.includes(name)),
    [],
  );
  assert.deepEqual(
    absent.libraries.split(' ').filter((start) => libraries.some((name) => name.startsWith(start))),
    [],
  );
  assert.ok(bins.includes('node') && bins.includes('npm'));
}

/** The two commands that README gives, as they stand there, without their comments. */
export function readmeCommands(readme: string): { readonly start: string; readonly test: string } {
  const [start, test, ...more] = [...readme.matchAll(/^(npm ci && npm .*?)(?: +#.*)?$/gm)].map(
    ([, command = '']) => command,
  );
  if (start !== 'npm ci && npm start' || test !== 'npm ci && npm test' || more.length > 0)
    throw new Error(
      'README no longer gives the two commands "npm ci && npm start" and "npm ci && npm test".',
    );
  return { start, test };
}

export function clonedReadme({ folder }: BareRoot): string {
  return readFileSync(join(folder, projectFolder, 'README.md'), 'utf8');
}

/** Runs the command until the app answers, looks at what it answers, and stops it. */
export async function checkAppAnswers(root: BareRoot, command: string): Promise<void> {
  const running = startInside(root, command, { show: false });
  try {
    const [, address = ''] = await running.prints(/(http:\/\/127\.0\.0\.1:\d+\/)/, startTimeoutMs);
    const page = await fetch(address);
    assert.equal(page.status, 200);
    assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'|script-src/);
    const html = await page.text();
    assert.match(html, /<title>[^<]*Hostblind/);
    const scripts = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, source = '']) => source);
    assert.ok(scripts.length > 0, 'the page has no script');
    for (const each of [...scripts, 'simulator.html']) {
      const file = await fetch(new URL(each, address));
      assert.equal(file.status, 200, each);
      assert.ok((await file.text()).length > 1000, each);
    }
  } catch (error) {
    throw new Error(
      `${error instanceof Error ? error.message : String(error)}\n${running.output().slice(-3000)}`,
    );
  } finally {
    running.kill();
    await running.ended;
  }
}

/** `hostblind list`: works with nothing installed, whether or not this computer has a device plugged in. */
export async function checkListsDevices(root: BareRoot): Promise<void> {
  const running = startInside(root, 'npm run --silent hostblind -- list --link usb', { show: false });
  const code = await running.ended;
  const text = running.output();
  if (code === 3) assert.ok(text.split('\n').includes(terminalText.noDevice), text);
  else assert.match(text, /^usb +\/dev\/hidraw\d+/m, text);
  assert.ok(code === 0 || code === 3, `exit code ${code}: ${text}`);
}
