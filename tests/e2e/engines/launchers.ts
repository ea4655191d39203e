/** Which engines are installed here, and how each is started. */
import { findFirefox, findWebKit } from '../../browsers.mjs';
import { findChromium } from '../../chromium.mjs';
import { launchChromium } from './chromium.ts';
import type { Engine, EngineName, LaunchOptions } from './engine.ts';
import { launchFirefox } from './firefox.ts';
import { launchWebKit } from './webkit.ts';

export type Launch = (options?: LaunchOptions) => Promise<Engine>;

/** `undefined` where the engine isn't installed. */
export function launcherOf(name: EngineName): Launch | undefined {
  switch (name) {
    case 'chromium':
      return findChromium() === undefined ? undefined : launchChromium;
    case 'firefox': {
      const executable = findFirefox();
      return executable === undefined ? undefined : (options) => launchFirefox(executable, options);
    }
    case 'webkit': {
      const programs = findWebKit();
      return programs === undefined ? undefined : () => launchWebKit(programs);
    }
  }
}
