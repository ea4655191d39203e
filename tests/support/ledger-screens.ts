/** Every screen of the app while a stock Ledger is connected, as a state. */
import {
  sessionOf,
  type LedgerContact,
  type LedgerJourney,
  type LedgerState,
} from '../../src/ceremony/ledger-state.ts';
import { onboardingScreens, type OnboardingScreen } from '../../src/protocol/ledger/onboarding-flags.ts';
import type { LedgerDevice, LedgerReading } from '../../src/signer/ledger/reading.ts';

export const nanoX: LedgerDevice = { model: 'nanox', firmware: '2.5.0', simulator: false };
export const stax: LedgerDevice = { model: 'stax', firmware: '1.8.0', simulator: false };
export const simulatedNanoX: LedgerDevice = { ...nanoX, simulator: true };

const wordScreens: ReadonlySet<OnboardingScreen> = new Set(['new-words', 'confirm-words', 'restore-words']);

export function onboarding(
  screen: OnboardingScreen,
  position = 5,
  device: LedgerDevice = nanoX,
): Extract<LedgerReading, { kind: 'onboarding' }> {
  const words = wordScreens.has(screen);
  return {
    kind: 'onboarding',
    device,
    screen,
    wordCount: words ? 24 : undefined,
    position: words ? position : 0,
  };
}

export function away(particulars: Partial<Extract<LedgerContact, { kind: 'away' }>> = {}): LedgerContact {
  return { kind: 'away', strikes: 3, attempt: 'pause', patient: false, expired: false, ...particulars };
}

export function ledgerState(
  reading: LedgerReading,
  contact: LedgerContact = { kind: 'here' },
  journey: Partial<LedgerJourney> = {},
): LedgerState {
  const session = sessionOf('webhid', reading);
  return { kind: 'ledger', session: { ...session, journey: { ...session.journey, ...journey } }, contact };
}

const setUp: LedgerReading = { kind: 'set-up', device: nanoX };

export const conditionReadings: readonly LedgerReading[] = [
  { kind: 'unknown-screen', device: nanoX },
  { kind: 'model-not-supported', device: { ...nanoX, model: 'nanos' } },
  { kind: 'firmware-too-old', device: { ...nanoX, firmware: '2.1.0' } },
  { kind: 'locked' },
  { kind: 'app-open', app: 'Bitcoin' },
  { kind: 'menu-open' },
  { kind: 'busy' },
  { kind: 'bootloader', model: 'nanox' },
  { kind: 'updater', model: 'nanox' },
  { kind: 'recovery-mode', model: undefined },
];

export const ledgerScreens: Readonly<Record<string, LedgerState>> = {
  ...Object.fromEntries(
    onboardingScreens.flatMap((screen) => [
      [`${screen}-buttons`, ledgerState(onboarding(screen))],
      [`${screen}-touch`, ledgerState(onboarding(screen, 5, stax))],
    ]),
  ),
  'last-word': ledgerState(onboarding('confirm-words', 24)),
  'words-without-place': ledgerState(onboarding('new-words', 0)),
  quiet: ledgerState(onboarding('confirm-words', 24), { kind: 'silent' }),
  'quiet-restore': ledgerState(onboarding('restore-words', 24), away({ strikes: 1 })),
  waiting: ledgerState(onboarding('new-words'), away({ patient: true })),
  lost: ledgerState(onboarding('new-words'), away()),
  restarted: ledgerState(onboarding('welcome-1'), { kind: 'here' }, { restarted: true }),
  'set-up-before': ledgerState(setUp),
  'set-up-new': ledgerState(
    setUp,
    { kind: 'here' },
    { finished: true, way: 'new', confirmed: true, wordCount: 24 },
  ),
  'set-up-restore': ledgerState(setUp, { kind: 'here' }, { finished: true, way: 'restore', wordCount: 12 }),
  'set-up-other': ledgerState(setUp, { kind: 'here' }, { finished: true }),
  'set-up-simulated': ledgerState({ kind: 'set-up', device: simulatedNanoX }),
  ...Object.fromEntries(conditionReadings.map((reading) => [reading.kind, ledgerState(reading)])),
  'locked-waiting': ledgerState({ kind: 'locked' }, away({ patient: true })),
  quitting: {
    ...ledgerState({ kind: 'app-open', app: 'Bitcoin' }),
    session: { ...sessionOf('webhid', { kind: 'app-open', app: 'Bitcoin' }), quitting: true },
  },
};
