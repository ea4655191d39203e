/** Firefox without a window, in a profile of its own, driven by Marionette. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine, LaunchOptions } from './engine.ts';
import { connectMarionette, type Marionette } from './marionette.ts';
import { startProgram, untilFound } from './processes.ts';
import { remotePage, type Command, type Remote } from './remote-page.ts';

const startLimitMs = 45_000;

/** Quiet: nothing is looked up, reported or offered. */
const quiet: Readonly<Record<string, boolean | number | string>> = {
  // Any free port; Firefox writes which one into its profile.
  'marionette.port': 0,
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.systemAddon.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'services.settings.server': 'http://127.0.0.1:1/',
  'toolkit.telemetry.enabled': false,
};

/** 2: no site may keep anything, in cookies or in any other storage. */
const withoutSiteData = { 'network.cookie.cookieBehavior': 2 };

function writeProfile({ blockSiteData = false }: LaunchOptions): string {
  const profile = mkdtempSync(join(tmpdir(), 'hostblind-firefox-'));
  const settings = { ...quiet, ...(blockSiteData ? withoutSiteData : {}) };
  const lines = Object.entries(settings).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join(''));
  return profile;
}

function activePort(profile: string): number | undefined {
  try {
    const port = Number(readFileSync(join(profile, 'MarionetteActivePort'), 'utf8'));
    return port > 0 ? port : undefined;
  } catch {
    return undefined;
  }
}

export async function launchFirefox(executable: string, options: LaunchOptions = {}): Promise<Engine> {
  const profile = writeProfile(options);
  const args = ['--marionette', '--no-remote', '--headless', '--profile', profile, 'about:blank'];
  const program = startProgram(executable, args, { MOZ_HEADLESS_WIDTH: '1280', MOZ_HEADLESS_HEIGHT: '1000' });
  const close = async (): Promise<void> => {
    await program.end();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const marionette = await untilFound(
      async () => {
        const port = activePort(profile);
        return port === undefined ? undefined : connectMarionette(port);
      },
      startLimitMs,
      () => `Firefox does not start: ${program.output()}`,
    );
    return await remotePage(await openSession(marionette, close));
  } catch (error) {
    await close();
    throw error;
  }
}

interface Session {
  readonly capabilities: { readonly browserName: string; readonly browserVersion: string };
}

async function openSession(marionette: Marionette, close: () => Promise<void>): Promise<Remote> {
  const session = (await marionette.send('WebDriver:NewSession', {})) as Session;
  const { browserName, browserVersion } = session.capabilities;
  return {
    version: `${browserName} ${browserVersion}`,
    pointsFrom: 'frame',
    async send(command) {
      const answer = (await marionette.send(`WebDriver:${command.name}`, parametersOf(command))) as {
        value?: unknown;
      };
      return answer.value;
    },
    async close() {
      marionette.close();
      await close();
    },
  };
}

function parametersOf({ name, ...parameters }: Command): unknown {
  if (name === 'SwitchToFrame' && !('element' in parameters)) return { id: null };
  return name === 'TakeScreenshot' ? { full: false } : parameters;
}
