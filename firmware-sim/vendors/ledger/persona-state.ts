/**
 * What the glass of the persona writes and its wire reads. No field can carry a word: the wire tells which screen is
 * shown and which word, as a stock Ledger does.
 */
import type { LedgerWordCount, OnboardingScreen } from '../../../src/protocol/ledger/onboarding-flags.ts';

export interface PersonaState {
  screen: OnboardingScreen;
  wordCount: LedgerWordCount;
  /** From 0. */
  wordIndex: number;
  /** It has a wallet. */
  onboarded: boolean;
  /** The PIN has been chosen or entered since power-on. */
  pinValidated: boolean;
  locked: boolean;
  /** The app that is open. */
  app: string | undefined;
  /** The device's own menu is in front. */
  menuOpen: boolean;
  /** It derives its keys and answers nothing. */
  deriving: boolean;
}

export function createPersonaState(): PersonaState {
  return {
    screen: 'welcome-1',
    wordCount: 24,
    wordIndex: 0,
    onboarded: false,
    pinValidated: false,
    locked: false,
    app: undefined,
    menuOpen: false,
    deriving: false,
  };
}
