/** Bytes that a person is to read, so that two that differ look different. */

const escapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

const isAscii = (character: string): boolean => character >= '!' && character <= '~';

/** A space at either end of a line, or beside another, can't be seen. */
const isSeen = (character: string | undefined): boolean =>
  character !== undefined && !' \n\r\t'.includes(character);

function escaped(characters: readonly string[], at: number): string {
  const [before, character = '', after] = [characters[at - 1], characters[at], characters[at + 1]];
  if (character === ' ' && isSeen(before) && isSeen(after)) return ' ';
  // A line goes on elsewhere: the space is where it may be broken, and its own spaces are spelled out.
  if (character === '\n') return after === undefined ? '\\n' : '\\n ';
  return (
    escapes.get(character) ??
    (isAscii(character) ? character : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
  );
}

/**
 * UTF-8 with what ASCII prints as it is, and all else spelled out: `\n`, `\\`, `\u{e9}`. `undefined` for bytes that are no text,
 * or have control characters in them.
 */
export function visibleText(bytes: Uint8Array): string | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
  const characters = Array.from(text);
  const isControl = (character: string): boolean =>
    !escapes.has(character) && (character < ' ' || character === '\u007f');
  return characters.some(isControl) ? undefined : characters.map((_, at) => escaped(characters, at)).join('');
}
