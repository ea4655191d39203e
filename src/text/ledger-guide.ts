import { part } from './locale/language.ts';
import type { LedgerGuide } from './types/ledger-guide.ts';

export type { LedgerGuide } from './types/ledger-guide.ts';

export const ledgerGuide: LedgerGuide = part('ledgerGuide');
