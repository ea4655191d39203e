/**
 * Texts that a device says of itself, before it has proved anything. They end up in a page's own sentences, so they have to be names and
 * numbers that can't be sentences (S-5): short, of plain characters, without a URL's or a bidirectional text's.
 */

/** What an app is called: 1 to 24 of `A-Z a-z 0-9 . _ -` and spaces, beginning with a letter or digit. */
export function isAppName(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,23}$/.test(text) && !/\.[A-Za-z]{2}/.test(text);
}

/** Two to four numbers, at most 24 characters, and a mark such as `-rc1`. */
export function isVersion(text: string): boolean {
  return text.length <= 24 && /^\d+(?:\.\d+){1,3}(?:-[a-z0-9]+)*$/.test(text);
}

export const makeNameLength = 20;

/**
 * What a certificate calls a maker or a product: 1 to 20 of `A-Z a-z 0-9 . _ - & + '` and single spaces between them, beginning with a
 * letter or digit.
 */
export function isMakeName(text: string): boolean {
  const plain = /^[A-Za-z0-9][A-Za-z0-9._&+'-]*(?: [A-Za-z0-9._&+'-]+)*$/.test(text);
  return plain && text.length <= makeNameLength && !/\.[A-Za-z]{2}/.test(text);
}
