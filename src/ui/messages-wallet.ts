/**
 * Why a known device may have another wallet than before, or none: the harmless reasons and the bad one. Loaded when
 * there is a use for it; the warning itself, both ids and the choice are there without it (`messages.wallet`).
 */
import type { WalletChange } from '../ceremony/state.ts';

const stopIfNot =
  'If you know of none of this, stop: somebody may have had your device in their hands, or put another wallet on it so that you send money there.';

const changed = [
  'There is a harmless reason if you, or somebody you trust, wiped it and created or restored another wallet on it with another computer or browser.',
  `${stopIfNot} Do not send anything to this wallet before you know why it changed.`,
];

const gone = [
  'There is a harmless reason if you, or somebody you trust, wiped it with another computer or browser, or if its PIN was wrong three times.',
  `${stopIfNot} Your paper still opens the wallet of before: restore it on a device that you trust.`,
];

export function walletChangeReasons({ now }: WalletChange): readonly string[] {
  return typeof now === 'object' ? changed : gone;
}
