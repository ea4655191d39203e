/**
 * What reads as a sentence, in code and in files of markup. Of markup, nothing that a person reads may stand there at all: elements name
 * their texts (`src/text/locale/markup.ts`). Part of `npm run check:house`, since the linter reads no markup.
 */

const sentence = /(?:^|[^\w-])[A-Za-z][a-z’']+[,:;]? [A-Za-z]?[a-z’']+/;

/** Braces hold a style sheet; a colon and minus a calendar's own line; sources a policy, `charset` a media type; `sudo` is typed. */
const language = /[{}]|^[A-Z]+:-|-src 'none'|; charset=|^sudo /;

/** Two words or more, once what is filled in is left out. */
export function readsAsSentence(/** @type {string} */ text) {
  // Names of products are proper names.
  const isName = text.split(/\s+/).every((word) => /^[A-Z0-9]/.test(word));
  return !isName && !language.test(text) && sentence.test(text);
}

/** What is drawn on a device is no sentence of ours to translate. */
const wordmark = 'hostblind';

const read = /\s(?:aria-label|aria-description|title|alt|placeholder|value)="([^"]*)"/g;

/** Texts that a person reads in a page: between its tags, and in its attributes. */
export function textsInMarkup(/** @type {string} */ html) {
  const markup = html.replaceAll(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>/g, '');
  const between = markup.replaceAll(/<[^>]*>/g, '\0').split('\0');
  const attributes = [...markup.matchAll(read)].map(([, text = '']) => text);
  const described = [...markup.matchAll(/\sname="description"\s+content="([^"]*)"/g)].map(
    ([, text = '']) => text,
  );
  return [...between, ...attributes, ...described]
    .map((text) => text.trim().replaceAll(/\s+/g, ' '))
    .filter((text) => /\p{L}/u.test(text) && text !== wordmark);
}
