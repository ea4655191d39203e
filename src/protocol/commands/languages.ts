/**
 * `C8 09`: the language that the glass is in, and all that it can be in: `tag | count | tags`, two bytes a tag (`language-tag.ts`). Another
 * one is asked for as a ceremony (`ceremonies.ts`).
 */
import { encodeCommand } from '../apdu/apdu.ts';
import { hostblindClass, instructions } from '../apdu/instructions.ts';
import { byteAt, concatBytes } from '../bytes.ts';
import { HostblindError } from '../errors.ts';
import { isLanguageTag, languageTagLength } from '../language-tag.ts';

/** So that the answer stays far below what a response holds. */
export const mostLanguages = 100;

export interface DeviceLanguages {
  readonly spoken: string;
  /** All of them, the spoken one among them. */
  readonly offered: readonly string[];
}

export function encodeLanguagesRequest(): Uint8Array {
  return encodeCommand(hostblindClass, instructions.languages);
}

const bytesOf = (tag: string): Uint8Array => Uint8Array.from(tag, (character) => character.charCodeAt(0));

export function encodeLanguages({ spoken, offered }: DeviceLanguages): Uint8Array {
  return concatBytes(bytesOf(spoken), Uint8Array.of(offered.length), ...offered.map(bytesOf));
}

/** Throws `bad-response` for what is too short or no tag, and for a language that is spoken and not offered. Trailing bytes are ignored. */
export function decodeLanguages(data: Uint8Array): DeviceLanguages {
  const head = languageTagLength + 1;
  if (data.length < head) throw new HostblindError('bad-response');
  const count = byteAt(data, languageTagLength);
  if (data.length < head + count * languageTagLength) throw new HostblindError('bad-response');
  const tagAt = (offset: number): string =>
    String.fromCharCode(...data.subarray(offset, offset + languageTagLength));
  const spoken = tagAt(0);
  const offered = Array.from({ length: count }, (_, index) => tagAt(head + index * languageTagLength));
  const isRight = count <= mostLanguages && offered.every(isLanguageTag) && offered.includes(spoken);
  if (!isRight) throw new HostblindError('bad-response');
  return { spoken, offered };
}
