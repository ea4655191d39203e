import type { WalletChangeMessages } from '../types/wallet-change.ts';

const stopIfNot =
  'If you don’t know of anything like that, stop: someone may have handled your device, or put another wallet on it so you send them money.';

const changed = [
  'It’s harmless if you, or someone you trust, wiped it and created or restored another wallet on it with another computer or browser.',
  `${stopIfNot} Don’t send anything to this wallet until you know why it changed.`,
];

const gone = [
  'It’s harmless if you, or someone you trust, wiped it with another computer or browser, or if its PIN was wrong three times.',
  `${stopIfNot} Your paper still opens the old wallet: restore it on a device you trust.`,
];

export const walletChangeInEnglish: WalletChangeMessages = { reasons: { changed, gone } };
