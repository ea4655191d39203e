/**
 * What a person presses at a question: y, n, the letters of their language for it, and Enter. Pure. Nothing else is read, shown or kept,
 * so that nobody gets used to typing next to their words: what is typed otherwise only spoils the answer, and isn't remembered.
 */

/** One small letter each. */
interface AnswerKeys {
  readonly yes: string;
  readonly no: string;
}

/** `none`: Enter alone. */
export type Answer = 'yes' | 'no' | 'none';

/** What was pressed since the question came; `spoiled`: something else than an answer. */
export type Pressed = '' | 'yes' | 'no' | 'spoiled';

export type AfterKeys =
  | { readonly kind: 'pressed'; readonly pressed: Pressed }
  | { readonly kind: 'answer'; readonly answer: Answer }
  /** Enter after something that is no answer: it is asked again. */
  | { readonly kind: 'refused' }
  /** Ctrl-C. */
  | { readonly kind: 'interrupt' };

/** They answer in every language: many people know them from other programs. */
const everywhere: AnswerKeys = { yes: 'y', no: 'n' };

function meaningOf(letter: string, { yes, no }: AnswerKeys): 'yes' | 'no' | undefined {
  if (letter === yes || letter === everywhere.yes) return 'yes';
  return letter === no || letter === everywhere.no ? 'no' : undefined;
}

function afterKey(pressed: Pressed, key: string, own: AnswerKeys): AfterKeys {
  switch (key) {
    case '\u0003':
      return { kind: 'interrupt' };
    case '\r':
    case '\n':
      return pressed === 'spoiled'
        ? { kind: 'refused' }
        : { kind: 'answer', answer: pressed === '' ? 'none' : pressed };
    case '\u007F':
    case '\b':
      return { kind: 'pressed', pressed: '' };
    default: {
      const meant = pressed === '' ? meaningOf(key.toLowerCase(), own) : undefined;
      return { kind: 'pressed', pressed: meant ?? 'spoiled' };
    }
  }
}

/** `keys`: what a terminal sends at a time: one key, an arrow's whole sequence, or what was pasted. `own`: the language's. */
export function afterKeys(pressed: Pressed, keys: string, own: AnswerKeys): AfterKeys {
  // Arrows and the like are no letters.
  if (keys.startsWith('\u001B')) return { kind: 'pressed', pressed };
  let now: AfterKeys = { kind: 'pressed', pressed };
  for (const key of keys) {
    if (now.kind !== 'pressed') return now;
    now = afterKey(now.pressed, key, own);
  }
  return now;
}
