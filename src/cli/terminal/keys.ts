/**
 * What a person presses at a question: y, n, and Enter. Pure. Nothing else is read, shown or kept, so that nobody gets used to typing
 * next to their words: what is typed otherwise only spoils the answer, and isn't remembered.
 */

/** `none`: Enter alone. */
export type Answer = 'yes' | 'no' | 'none';

/** What was pressed since the question came; `spoiled`: something else than an answer. */
export type Pressed = '' | 'y' | 'n' | 'spoiled';

export type AfterKeys =
  | { readonly kind: 'pressed'; readonly pressed: Pressed }
  | { readonly kind: 'answer'; readonly answer: Answer }
  /** Enter after something that is no answer: it is asked again. */
  | { readonly kind: 'refused' }
  /** Ctrl-C. */
  | { readonly kind: 'interrupt' };

const answers = { '': 'none', y: 'yes', n: 'no' } as const;

function afterKey(pressed: Pressed, key: string): AfterKeys {
  switch (key) {
    case '\u0003':
      return { kind: 'interrupt' };
    case '\r':
    case '\n':
      return pressed === 'spoiled' ? { kind: 'refused' } : { kind: 'answer', answer: answers[pressed] };
    case '\u007F':
    case '\b':
      return { kind: 'pressed', pressed: '' };
    default: {
      const letter = key.toLowerCase();
      const fits = pressed === '' && (letter === 'y' || letter === 'n');
      return { kind: 'pressed', pressed: fits ? letter : 'spoiled' };
    }
  }
}

/** `keys`: what a terminal sends at a time: one key, an arrow's whole sequence, or what was pasted. */
export function afterKeys(pressed: Pressed, keys: string): AfterKeys {
  // Arrows and the like are no letters.
  if (keys.startsWith('\u001B')) return { kind: 'pressed', pressed };
  let now: AfterKeys = { kind: 'pressed', pressed };
  for (const key of keys) {
    if (now.kind !== 'pressed') return now;
    now = afterKey(now.pressed, key);
  }
  return now;
}
