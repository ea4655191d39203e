/** A message that a person reads before it is signed. */
import type { EthereumMessages } from '../../../../src/text/types/apps/ethereum.ts';
import type { KeyPath } from '../../signing-keys.ts';
import { messageField } from '../shared/message-field.ts';
import { accountField, type Review } from './review.ts';

export function reviewMessage(message: Uint8Array, path: KeyPath, text: EthereumMessages): Review {
  return {
    kind: 'readable',
    ...text.message,
    fields: [messageField(message, text), accountField(text, path)],
  };
}
