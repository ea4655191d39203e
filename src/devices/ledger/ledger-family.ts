/** Stock Ledgers, as a family: they lead through their own set-up, and say which screen they show. */
import { guidedView, sealFamily, type Family, type Guided, type GuidedView } from '../family.ts';
import { createLedgerSigner } from './ledger-signer.ts';
import {
  beginSeen,
  isAnotherDevice,
  journeyAfterAbsence,
  ledgerScreen,
  ledgerStep,
  withReading,
  type LedgerSeen,
} from './ledger-state.ts';
import { ledgerRetryMs, mayGoQuiet, quietLimitMs, strikesBeforeLost } from './patience.ts';
import type { LedgerReading } from './reading.ts';

const ledger: Family<LedgerSeen, LedgerReading> = {
  id: 'ledger',
  patience: { retryMs: ledgerRetryMs, strikesBeforeLost, quietLimitMs },
  connect: createLedgerSigner,
  begin: beginSeen,
  next: withReading,
  isAnother: isAnotherDevice,
  afterAbsence: (seen) => ({ ...seen, journey: journeyAfterAbsence(seen.journey) }),
  mayGoQuiet: ({ reading }) => mayGoQuiet(reading),
  isDone: ({ reading }) => reading.kind === 'set-up',
  isSimulator: ({ device }) => device?.simulator === true,
  step: ledgerStep,
  screen: ledgerScreen,
  askedToQuit: (seen) =>
    seen.reading.kind === 'app-open' && !seen.quitting ? { ...seen, quitting: true } : undefined,
  quitFailed: (seen) => ({ ...seen, quitting: false }),
};

export const ledgerFamily = sealFamily(ledger);

/** One stock Ledger in a session. */
export type LedgerState = Guided<LedgerSeen>;

export function ledgerViewOf(state: LedgerState): GuidedView {
  return guidedView(ledger, state);
}
