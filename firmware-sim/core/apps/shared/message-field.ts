/** A message as a person reads it: as text where it is one, else byte by byte. */
import { toHex } from '../../../../src/protocol/bytes.ts';
import type { Field } from '../../app.ts';
import { visibleText } from '../../../../src/protocol/visible-text.ts';

export interface MessageTexts {
  readonly titles: {
    readonly message: string;
    readonly messageInHex: string;
    readonly emptyMessage: string;
  };
  readonly nothing: string;
}

export function messageField(message: Uint8Array, { titles, nothing }: MessageTexts): Field {
  const field = (title: string, value: string): Field => ({ title, value, shape: 'text' });
  // A screen without a word would look like one that is missing.
  if (message.length === 0) return field(titles.emptyMessage, nothing);
  const text = visibleText(message);
  return text === undefined ? field(titles.messageInHex, toHex(message)) : field(titles.message, text);
}
