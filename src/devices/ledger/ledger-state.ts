/**
 * Where a person is in the set-up of a stock Ledger. The device leads and says which screen it shows; this is what the
 * page makes of it. Plain data, and no field that could hold a word.
 */
import type { LedgerWordCount, OnboardingScreen } from '../../protocol/ledger/onboarding-flags.ts';
import { mayGoQuiet } from './patience.ts';
import { deviceOfReading, type LedgerDevice, type LedgerReading } from './reading.ts';
import type { GuidedView } from '../family.ts';
import type { Step } from '../steps.ts';

/** How the device gets its words; `undefined` until it shows. */
export type LedgerWay = 'new' | 'restore' | 'recover' | 'key' | undefined;

/** What this page has seen of the set-up that is under way, or that has just ended. */
export interface LedgerJourney {
  readonly way: LedgerWay;
  /** The PIN, or something after it, was reached: "welcome" after that means that the device restarted. */
  readonly begun: boolean;
  /** It started over: whatever was written down before is void. */
  readonly restarted: boolean;
  /** Words were asked for again on the device, all up to the last two at least. */
  readonly confirmed: boolean;
  /** Of the words shown, confirmed or entered. */
  readonly wordCount: LedgerWordCount | undefined;
  /** This page saw the device go from no wallet to a wallet. */
  readonly finished: boolean;
}

export const noJourney: LedgerJourney = {
  way: undefined,
  begun: false,
  restarted: false,
  confirmed: false,
  wordCount: undefined,
  finished: false,
};

/** What was seen of one Ledger. */
export interface LedgerSeen {
  /** Unknown until the device has said: not while it is locked or has an app open. */
  readonly device: LedgerDevice | undefined;
  /** The last thing that the device said. */
  readonly reading: LedgerReading;
  readonly journey: LedgerJourney;
  /** The app was asked to quit. */
  readonly quitting: boolean;
}

const ways: Partial<Record<OnboardingScreen, LedgerWay>> = {
  'new-words': 'new',
  'confirm-words': 'new',
  'restore-words': 'restore',
  'restore-choice': 'restore',
  'restore-by-recover': 'recover',
  'restore-by-key': 'key',
};

const welcomeScreens: ReadonlySet<OnboardingScreen> = new Set([
  'welcome-1',
  'welcome-2',
  'welcome-3',
  'welcome-4',
  'welcome-reminder',
]);

export function isWelcome(screen: OnboardingScreen): boolean {
  return welcomeScreens.has(screen);
}

const beginnings: ReadonlySet<OnboardingScreen> = new Set([
  'pin',
  'new-words',
  'confirm-words',
  'restore-words',
  'restore-by-recover',
  'restore-by-key',
  'safety-warnings',
  'ready',
]);

/** What the page has seen, with one reading more. */
export function journeyWith(journey: LedgerJourney, reading: LedgerReading): LedgerJourney {
  if (reading.kind === 'set-up')
    return journey.begun && !journey.finished ? { ...journey, finished: true } : journey;
  if (reading.kind !== 'onboarding') return journey;
  const { screen, wordCount } = reading;
  if (isWelcome(screen)) {
    const restarted = journey.begun || journey.restarted;
    return { ...noJourney, restarted };
  }
  const begun = journey.begun || beginnings.has(screen);
  const way = screen === 'set-up-choice' ? undefined : (ways[screen] ?? journey.way);
  return {
    way,
    begun,
    // Said until the person has started over.
    restarted: journey.restarted && !begun,
    confirmed: journey.confirmed || (screen === 'confirm-words' && mayGoQuiet(reading)),
    wordCount: wordCount ?? journey.wordCount,
    finished: false,
  };
}

/**
 * The device was gone altogether, and what comes back may be another of the same model: what was seen of its words is
 * not held to be true of it any more.
 */
export function journeyAfterAbsence(journey: LedgerJourney): LedgerJourney {
  return { ...journey, way: undefined, confirmed: false, wordCount: undefined };
}

const stepOfScreen: Record<OnboardingScreen, Step> = {
  'welcome-1': 'prepare',
  'welcome-2': 'prepare',
  'welcome-3': 'prepare',
  'welcome-4': 'prepare',
  'welcome-reminder': 'prepare',
  'set-up-choice': 'prepare',
  'early-check': 'prepare',
  'choose-name': 'prepare',
  pin: 'pin',
  'new-words': 'write',
  'confirm-words': 'confirm',
  'restore-choice': 'write',
  'restore-words': 'write',
  'restore-by-recover': 'write',
  'restore-by-key': 'write',
  'safety-warnings': 'backed-up',
  ready: 'backed-up',
};

/** After the PIN has been set, the choice does not lead back to the beginning. */
export function ledgerStep({ reading, journey }: LedgerSeen, view: GuidedView): Step {
  if (reading.kind === 'set-up') return 'backed-up';
  if (reading.kind !== 'onboarding') return 'prepare';
  const { screen } = reading;
  // The last word is entered; what follows is the device's own check of it.
  if (view === 'quiet' && screen === 'restore-words') return 'confirm';
  if (screen === 'set-up-choice' && journey.begun) return 'pin';
  return stepOfScreen[screen];
}

/** The screen that the device says it shows, or the condition that it is in. */
export function ledgerScreen({ reading }: LedgerSeen): string {
  return reading.kind === 'onboarding' ? reading.screen : reading.kind;
}

/** A stock Ledger that has just answered. */
export function beginSeen(reading: LedgerReading): LedgerSeen {
  return {
    device: deviceOfReading(reading),
    reading,
    journey: journeyWith(noJourney, reading),
    quitting: false,
  };
}

/** Another model, or no wallet where there was one: what was said of the first one does not hold for it. */
export function isAnotherDevice(
  { device, reading: last, journey }: LedgerSeen,
  reading: LedgerReading,
): boolean {
  const now = deviceOfReading(reading);
  const had = last.kind === 'set-up' || journey.finished;
  if (had && reading.kind === 'onboarding') return true;
  return device !== undefined && now !== undefined && device.model !== now.model;
}

export function withReading(seen: LedgerSeen, reading: LedgerReading): LedgerSeen {
  return {
    device: deviceOfReading(reading) ?? seen.device,
    reading,
    journey: journeyWith(seen.journey, reading),
    quitting: seen.quitting && reading.kind === 'app-open',
  };
}
