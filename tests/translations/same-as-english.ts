/** Which texts of a language are still the English ones, and which of its sentences break when something is told to them. Pure. */

/** What a name, a product or a command is in every language; sentences have a space and a small letter. */
const isSentence = (text: string): boolean => /\p{L}{2} \p{L}|[.?!]$/u.test(text);

/** In the place of whatever a sentence is told: a number, a text, a list, an object with any field. It says 7. */
function standIn(): unknown {
  const self: unknown = new Proxy(() => undefined, {
    get(_, name) {
      if (name === Symbol.toPrimitive) return (hint: string) => (hint === 'number' ? 7 : '7');
      if (name === Symbol.iterator) return () => ['7', '7'].values();
      return name === 'length' ? 2 : self;
    },
    apply: () => self,
    has: () => true,
  });
  return self;
}

/** `undefined`: it wants a name of its own, such as a stage's, and not just anything. */
function answerOf(sentence: (...told: readonly unknown[]) => unknown): unknown {
  try {
    return sentence(...Array.from({ length: 4 }, standIn));
  } catch {
    return undefined;
  }
}

interface Found {
  /** What is a text by itself, not what a function makes: of that, much is names and numbers. */
  readonly texts: Map<string, string>;
  /** Functions that give no answer to a stand-in. */
  readonly silent: string[];
}

function look(value: unknown, path: string, found: Found): void {
  if (typeof value === 'string' && !path.includes('()')) found.texts.set(path, value);
  if (typeof value === 'function') {
    const answer = answerOf(value as (...told: readonly unknown[]) => unknown);
    // The stand-in itself came back: nothing of the answer is a sentence.
    if (answer === undefined) found.silent.push(path);
    else if (typeof answer !== 'function') look(answer, `${path}()`, found);
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, entry] of Object.entries(value)) look(entry, path === '' ? key : `${path}.${key}`, found);
}

function lookAt(catalogue: object): Found {
  const found: Found = { texts: new Map(), silent: [] };
  look(catalogue, '', found);
  return found;
}

/** Functions that give no sentence to a stand-in: each wants one of certain names. */
export function unheard(catalogue: object): readonly string[] {
  return lookAt(catalogue).silent;
}

/** `english`, `other`: the same part, or a whole catalogue, in both. */
export function sameAsEnglish(english: object, other: object): readonly string[] {
  const [originals, translated] = [lookAt(english).texts, lookAt(other).texts];
  return [...translated]
    .filter(([path, text]) => originals.get(path) === text && isSentence(text))
    .map(([path, text]) => `${path}: "${text}"`);
}

/** What English has and the other lacks. The compiler says so too; this says it in one list. */
export function missing(english: object, other: object): readonly string[] {
  const [originals, translated] = [lookAt(english).texts, lookAt(other).texts];
  return [...originals.keys()].filter((path) => !translated.has(path));
}
