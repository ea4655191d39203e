import type { LedgerJourney } from '../../devices/ledger/ledger-state.ts';

/** What the page may say about a finished set-up: no more than it has seen the flags say. */
export function deviceReadyKind({
  finished,
  way,
  confirmed,
}: LedgerJourney): 'new' | 'restore' | 'other' | 'before' {
  if (!finished) return 'before';
  if (way === 'new' && confirmed) return 'new';
  return way === 'restore' ? 'restore' : 'other';
}
