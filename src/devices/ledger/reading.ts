/**
 * What a stock Ledger says when it is asked where it stands. No kind of reading can carry a word: the device does not
 * tell any, and there is no field for one.
 */
import { ledgerModelOf, type LedgerModel } from '../../protocol/ledger/models.ts';
import {
  decodeOnboardingFlags,
  type LedgerWordCount,
  type OnboardingScreen,
} from '../../protocol/ledger/onboarding-flags.ts';
import type { LedgerVersion } from '../../protocol/ledger/get-version.ts';
import { isVersion } from '../../protocol/claims.ts';
import { supportFor } from './support.ts';

export interface LedgerDevice {
  readonly model: LedgerModel;
  /** Such as `2.2.3`; `undefined` where what it says is no version. */
  readonly firmware: string | undefined;
  /** It says of itself that it is a simulator. A real one cannot prove here that it is none. */
  readonly simulator: boolean;
}

export type LedgerReading =
  | {
      readonly kind: 'onboarding';
      readonly device: LedgerDevice;
      readonly screen: OnboardingScreen;
      /** While words are shown, confirmed or entered; `undefined` elsewhere and for the reserved code. */
      readonly wordCount: LedgerWordCount | undefined;
      /** From 1; 0 where no word is shown, confirmed or entered, or where the device reports an impossible one. */
      readonly position: number;
    }
  /** In its set-up, at a screen that this app does not know: newer firmware. */
  | { readonly kind: 'unknown-screen'; readonly device: LedgerDevice }
  /** It has a wallet. That is all it says: not which, and not whether a paper was written. */
  | { readonly kind: 'set-up'; readonly device: LedgerDevice }
  | { readonly kind: 'model-not-supported'; readonly device: LedgerDevice }
  | { readonly kind: 'firmware-too-old'; readonly device: LedgerDevice }
  | { readonly kind: 'locked' }
  /** `app`: what the device calls it; `undefined` for a text that isn't a name. */
  | { readonly kind: 'app-open'; readonly app: string | undefined }
  | { readonly kind: 'menu-open' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'bootloader'; readonly model: LedgerModel | undefined }
  | { readonly kind: 'updater'; readonly model: LedgerModel }
  | { readonly kind: 'recovery-mode'; readonly model: LedgerModel | undefined };

/** The end of the MCU version by which this repository's simulated Ledger gives itself away (H10). */
export const simulatorMark = '-sim';

const wordScreens: ReadonlySet<OnboardingScreen> = new Set(['new-words', 'confirm-words', 'restore-words']);

/** `undefined` for a target id that is no Ledger model known here. */
export function readingOf(version: LedgerVersion): LedgerReading | undefined {
  if (version.kind === 'bootloader') {
    const { secureElementTargetId: beside } = version;
    return { kind: 'bootloader', model: beside === undefined ? undefined : ledgerModelOf(beside) };
  }
  const model = ledgerModelOf(version.targetId);
  if (model === undefined) return undefined;
  if (version.updater) return { kind: 'updater', model };
  const flags = decodeOnboardingFlags(version.flags);
  const device: LedgerDevice = {
    model,
    firmware: isVersion(version.version) ? version.version : undefined,
    simulator: version.mcuVersion.endsWith(simulatorMark),
  };
  if (flags === undefined) return { kind: 'firmware-too-old', device };
  if (flags.recoveryMode) return { kind: 'recovery-mode', model };
  // The rest of the flags means nothing once there is a wallet: after a restart the screen reads "welcome" again.
  if (flags.onboarded) return { kind: 'set-up', device };
  const support = supportFor(model, version.version);
  if (support !== 'supported') return { kind: support, device };
  const { screen, wordCount, wordIndex } = flags;
  if (screen === undefined) return { kind: 'unknown-screen', device };
  if (!wordScreens.has(screen))
    return { kind: 'onboarding', device, screen, wordCount: undefined, position: 0 };
  const possible = wordCount !== undefined && wordIndex < wordCount;
  return { kind: 'onboarding', device, screen, wordCount, position: possible ? wordIndex + 1 : 0 };
}

export function deviceOfReading(reading: LedgerReading): LedgerDevice | undefined {
  return 'device' in reading ? reading.device : undefined;
}

/** Two readings that look the same to a user. */
export function isSameReading(left: LedgerReading, right: LedgerReading | undefined): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
