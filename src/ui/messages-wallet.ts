/** The warning that a known device has another wallet than before, or none. */
import type { WalletChange } from '../ceremony/state.ts';
import type { NoticeText } from './messages.ts';

interface WalletMessages {
  readonly changed: NoticeText;
  readonly gone: NoticeText;
  /** Beside the two ids. */
  readonly before: string;
  readonly now: string;
  readonly none: string;
  readonly unfinished: string;
  readonly accept: string;
  readonly stop: string;
}

const stopIfNot =
  'If you know of none of this, stop: somebody may have had your device in their hands, or put another wallet on it so that you send money there.';

export const walletMessages: WalletMessages = {
  changed: {
    title: 'This device has another wallet than before',
    body: [
      'There is a harmless reason if you, or somebody you trust, wiped it and created or restored another wallet on it with another computer or browser.',
      `${stopIfNot} Do not send anything to this wallet before you know why it changed.`,
    ],
  },
  gone: {
    title: 'The wallet that was on this device is gone',
    body: [
      'There is a harmless reason if you, or somebody you trust, wiped it with another computer or browser, or if its PIN was wrong three times.',
      `${stopIfNot} Your paper still opens the wallet of before: restore it on a device that you trust.`,
    ],
  },
  before: 'Wallet before',
  now: 'Wallet now',
  none: 'None: the device is empty',
  unfinished: 'A new one, not backed up yet',
  accept: 'I know why: go on',
  stop: 'Stop',
};

export function walletChangeText({ now }: WalletChange): NoticeText {
  return typeof now === 'object' ? walletMessages.changed : walletMessages.gone;
}
