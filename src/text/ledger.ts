import { part } from './locale/language.ts';
import type { LedgerMessages } from './types/ledger.ts';

export type { LedgerMessages } from './types/ledger.ts';

export const ledgerMessages: LedgerMessages = part('ledger');
