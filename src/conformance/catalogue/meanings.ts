/**
 * What a person does at a device, by meaning and not by button, since another maker's device has other buttons. The text is what a
 * command of the maker's gets as its arguments: docs/conformance.md has a row for each.
 */
export const plainMeanings = [
  'agree',
  'decline',
  'next',
  'back',
  'hold',
  'write-down',
  'confirm',
  'confirm-words',
  'roll-dice',
  'choose-letters',
  'choose-standard',
  'enter-words',
  'enter-other-words',
  'enter-code',
  'enter-other-code',
  'copy-squares',
  'read-addresses',
  'power-off',
  'power-on',
] as const;

export type PlainMeaning = (typeof plainMeanings)[number];
export type Meaning = PlainMeaning | `pin ${string}` | `read ${number}`;

/** A meaning taken apart: what to do, and a PIN or a position. */
export type SplitMeaning =
  | { readonly kind: 'plain'; readonly meaning: PlainMeaning }
  | { readonly kind: 'pin'; readonly pin: string }
  | { readonly kind: 'read'; readonly position: number };

/** `undefined` for what is none. */
export function splitMeaning(text: string): SplitMeaning | undefined {
  const plain = plainMeanings.find((each) => each === text);
  if (plain !== undefined) return { kind: 'plain', meaning: plain };
  const [, pin] = /^pin (\d{4,8})$/.exec(text) ?? [];
  if (pin !== undefined) return { kind: 'pin', pin };
  const [, position] = /^read (\d{1,2})$/.exec(text) ?? [];
  return position === undefined ? undefined : { kind: 'read', position: Number(position) };
}
