/**
 * A host's text, in quotation marks, so that what differs looks different: with letters that every font of the glass has, and all
 * else spelled out, a space beside a space as well.
 */
export function quotedText(text: string): string {
  let written = '';
  let before = '';
  for (const character of text) {
    written += spelled(character, before);
    before = character;
  }
  return `"${written}"`;
}

function spelled(character: string, before: string): string {
  if (character === '\\' || character === '"') return `\\${character}`;
  if (character === '\n') return String.raw`\n`;
  const isPlain = character >= ' ' && character <= '~' && !(character === ' ' && before === ' ');
  return isPlain ? character : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
