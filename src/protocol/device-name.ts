/**
 * What a person may call a device. A name comes from a host and stands on the device's own screen, so it has to stay a
 * label: short, of plain letters, and without the words that a device would use to give an instruction (H2).
 */

/** Characters of a name. */
export const longestName = 12;

/** Refused where a word of the name is one of them: too short to be looked for inside others. */
export const refusedWords: readonly string[] = [
  'app',
  'hold',
  'id',
  'key',
  'keys',
  'new',
  'no',
  'not',
  'now',
  'ok',
  'pc',
  'pin',
  'say',
  'send',
  'sim',
  'tell',
  'web',
  'yes',
];

/** Refused wherever they are, spaces and hyphens left out, digits read as the letters that they look like. */
export const refusedParts: readonly string[] = [
  'authentic',
  'backed',
  'backup',
  'cancel',
  'cheat',
  'click',
  'code',
  'computer',
  'confirm',
  'device',
  'email',
  'enter',
  'error',
  'genuin',
  'hostblind',
  'legacy',
  'login',
  'mnemonic',
  'official',
  'open',
  'phone',
  'photo',
  'phrase',
  'press',
  'random',
  'recover',
  'reset',
  'restore',
  'reveal',
  'secret',
  'secur',
  'seed',
  'share',
  'show',
  'support',
  'trust',
  'type',
  'typing',
  'unlock',
  'update',
  'upgrade',
  'verif',
  'visit',
  'wallet',
  'warning',
  'website',
  'wipe',
  'word',
  'wrong',
];

const lookAlikes: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
};

const asRead = (name: string): string =>
  name.toLowerCase().replaceAll(/[0134578]/g, (digit) => lookAlikes[digit] ?? digit);

function readsLikeAnInstruction(name: string): boolean {
  const words = asRead(name).split(/[ -]/);
  const together = words.join('');
  return (
    words.some((word) => refusedWords.includes(word)) || refusedParts.some((part) => together.includes(part))
  );
}

/** The form of a name alone: 1 to 12 of `A-Z a-z 0-9 -`, one or two words parted by one space. */
export function hasNameForm(name: string): boolean {
  return name.length <= longestName && /^[A-Za-z0-9-]+(?: [A-Za-z0-9-]+)?$/.test(name);
}

/** Whether a device takes it: its form, and nothing in it that reads like an instruction. */
export function isDeviceName(name: string): boolean {
  return hasNameForm(name) && !readsLikeAnInstruction(name);
}
