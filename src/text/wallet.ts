import { errorMessages } from './errors.ts';
import { part } from './locale/language.ts';
import type { NoticeText } from './types/app.ts';
import type { ErrorMessages } from './types/errors.ts';
import type { SigningMessages } from './types/signing.ts';
import type { WalletMessages } from './types/wallet.ts';

export const walletMessages: WalletMessages = part('wallet');

/** Of the page on which a message is signed with the wallet. */
export const signingMessages: SigningMessages = part('signing');

/** Why nothing was signed, as far as this page knows, and what to do. */
export function signingFailure(code: keyof ErrorMessages): NoticeText {
  const { title, failures } = signingMessages.failed;
  const { when, todo } = errorMessages[code];
  return { title, body: failures[code] ?? [when, todo].filter((sentence) => sentence !== '') };
}
