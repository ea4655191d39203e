import { part } from './locale/language.ts';
import type { WalletMessages } from './types/wallet.ts';

export const walletMessages: WalletMessages = part('wallet');
