import { part } from './locale/language.ts';
import type { WalletChangeMessages } from './types/wallet-change.ts';

export type { WalletChangeMessages } from './types/wallet-change.ts';

export const walletChange: WalletChangeMessages = part('walletChange');
