/** A message as a person reads it: as text where it is one, else byte by byte. */
import { toHex } from '../../../../src/protocol/bytes.ts';
import type { EthereumMessages } from '../../../../src/text/types/apps/ethereum.ts';
import type { KeyPath } from '../../signing-keys.ts';
import type { Field } from '../../app.ts';
import { visibleText } from './visible-text.ts';
import { accountField, textField, type Review } from './review.ts';

function messageField(message: Uint8Array, { titles, nothing }: EthereumMessages): Field {
  // A screen without a word would look like one that is missing.
  if (message.length === 0) return textField(titles.emptyMessage, nothing);
  const text = visibleText(message);
  return text === undefined
    ? textField(titles.messageInHex, toHex(message))
    : textField(titles.message, text);
}

export function reviewMessage(message: Uint8Array, path: KeyPath, text: EthereumMessages): Review {
  return {
    kind: 'readable',
    ...text.message,
    fields: [messageField(message, text), accountField(text, path)],
  };
}
