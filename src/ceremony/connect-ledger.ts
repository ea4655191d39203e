/** The beginning of every session with a stock Ledger. */
import type { LedgerReading } from '../signer/ledger/reading.ts';
import type { LinkKind } from '../transport/transport.ts';
import type { Reduced } from './events.ts';
import { sessionOf } from './ledger-state.ts';
import type { CeremonyState } from './state.ts';

/** A stock Ledger has answered where a device was opened. `swapped`: in place of the one before. */
export function connectLedger(
  link: LinkKind,
  reading: LedgerReading,
  swapped = false,
): Reduced<CeremonyState> {
  return [
    { kind: 'ledger', session: sessionOf(link, reading, swapped), contact: { kind: 'here' } },
    [{ kind: 'remember', link }, { kind: 'follow-ledger' }],
  ];
}
