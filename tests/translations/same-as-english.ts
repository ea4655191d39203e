/** Which texts of a language are still the English ones. Functions are asked with stand-ins for what they are told. Pure. */

/** What a name, a product or a command is in every language; sentences have a space and a small letter. */
const isSentence = (text: string): boolean => /\p{L}{2} \p{L}|[.?!]$/u.test(text);

function texts(value: unknown, path: string, found: Map<string, string>): void {
  if (typeof value === 'string') found.set(path, value);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, entry] of Object.entries(value)) texts(entry, path === '' ? key : `${path}.${key}`, found);
}

/** `english`, `other`: the same part, or a whole catalogue, in both. Only what is a text by itself, not what a function makes. */
export function sameAsEnglish(english: object, other: object): readonly string[] {
  const [originals, translated] = [new Map<string, string>(), new Map<string, string>()];
  texts(english, '', originals);
  texts(other, '', translated);
  return [...translated]
    .filter(([path, text]) => originals.get(path) === text && isSentence(text))
    .map(([path, text]) => `${path}: "${text}"`);
}

/** What English has and the other lacks. The compiler says so too; this says it in one list. */
export function missing(english: object, other: object): readonly string[] {
  const [originals, translated] = [new Map<string, string>(), new Map<string, string>()];
  texts(english, '', originals);
  texts(other, '', translated);
  return [...originals.keys()].filter((path) => !translated.has(path));
}
