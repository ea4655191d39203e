/**
 * Texts for a page that is a file of markup, so that the file holds none. An element says which it takes:
 * `data-text="title"` stands in it, `data-attributes="aria-label:screen"` becomes attributes of it. `[Enter]` in a text
 * is a key. Pure; the frame's script does the same to its own document (`firmware-sim/boards/browser/page-texts.ts`).
 */
import { locale } from './language.ts';

/** `texts`: one part of the catalogue. Throws a `RangeError` for a name that it has no text for. */
export function fillMarkup(html: string, texts: object): string {
  const textOf = (name: string): string => {
    const text: unknown = Reflect.get(texts, name);
    if (typeof text !== 'string') throw new RangeError(`no text: ${name}`);
    return escapeMarkup(text);
  };
  const attributesOf = (pairs: string): string =>
    pairs
      .split(' ')
      .map((pair) => {
        const [attribute = '', name = ''] = pair.split(':');
        return `${attribute}="${textOf(name)}"`;
      })
      .join(' ');
  return html
    .replace(/(<html lang=")[^"]*/, (_, start: string) => start + new Intl.Locale(locale()).language)
    .replaceAll(/ data-attributes="([^"]*)"/g, (_, pairs: string) => ` ${attributesOf(pairs)}`)
    .replaceAll(
      / data-text="([^"]*)"([^>]*)>/g,
      (_, name: string, rest: string) => `${rest}>${withKeys(textOf(name))}`,
    );
}

function escapeMarkup(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function withKeys(text: string): string {
  return text.replaceAll(/\[([^\]]+)\]/g, '<kbd>$1</kbd>');
}
