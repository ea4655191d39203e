/** How a stock Ledger is operated at each screen of its set-up: a fact of the device, in whatever language it's told. */
import type { OnboardingScreen } from './onboarding-flags.ts';

export type LedgerOperation = 'turn-pages' | 'pick-option' | 'enter-digits' | 'enter-letters';

export const ledgerOperations: Readonly<Record<OnboardingScreen, LedgerOperation>> = {
  'welcome-1': 'turn-pages',
  'welcome-2': 'turn-pages',
  'welcome-3': 'turn-pages',
  'welcome-4': 'turn-pages',
  'welcome-reminder': 'turn-pages',
  'set-up-choice': 'pick-option',
  pin: 'enter-digits',
  'new-words': 'turn-pages',
  'confirm-words': 'pick-option',
  'restore-words': 'enter-letters',
  'safety-warnings': 'turn-pages',
  ready: 'turn-pages',
  'choose-name': 'enter-letters',
  'restore-by-recover': 'pick-option',
  'restore-choice': 'pick-option',
  'early-check': 'pick-option',
  'restore-by-key': 'pick-option',
};
