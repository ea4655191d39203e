/** The words on the persona's glass: shown once, then asked for one by one. Indexes in an array that is erased. */
import type { Flow } from '../../core/glass/flow.ts';
import { gesture } from '../../core/glass/gestures.ts';
import { drawChoices, drawWord } from '../../core/glass/screens/screens.ts';
import { wordText } from '../../core/vault/phrase/phrase.ts';
import { makeQuestion, questionBlockLength } from '../../core/vault/phrase/question.ts';
import { askPersona, type PersonaGlass } from './persona-glass.ts';

/** Tells the wire which word is on the glass, from index 0. */
function at({ state }: PersonaGlass, screen: 'new-words' | 'confirm-words', index: number): void {
  state.screen = screen;
  state.wordIndex = index;
}

function* showWord(glass: PersonaGlass, phrase: Uint16Array, index: number): Flow<'left' | 'right'> {
  at(glass, 'new-words', index);
  const title = `Word ${index + 1} of ${phrase.length}`;
  const sentences = { title, left: 'Back', right: 'Next' };
  glass.draw((canvas) =>
    drawWord(canvas, { sentences, word: wordText(phrase[index] ?? 0), note: undefined }),
  );
  for (;;) {
    const made = yield* gesture();
    if (made !== 'both') return made;
  }
}

/** From the word at `first` to the last and to "all written"; back and forth as the person likes. */
export function* showPersonaWords(glass: PersonaGlass, phrase: Uint16Array, first: number): Flow<void> {
  let index = first;
  for (;;) {
    if (index < phrase.length) {
      index = Math.max(0, index + ((yield* showWord(glass, phrase, index)) === 'right' ? 1 : -1));
    } else {
      const body = `Next you confirm all ${phrase.length} words.`;
      const made = yield* askPersona(glass, { title: 'All written?', body, left: 'Back', right: 'Confirm' });
      if (made === 'right') return;
      index -= 1;
    }
  }
}

/** `showPersonaWords` when the person asked to see the word again, at its index. */
function* confirmWord(
  glass: PersonaGlass,
  phrase: Uint16Array,
  index: number,
): Flow<'right' | 'wrong' | 'again'> {
  at(glass, 'confirm-words', index);
  const block = glass.board.random('quiz', questionBlockLength);
  const { choices, right } = makeQuestion(phrase, index, block);
  const title = `Confirm word ${index + 1}`;
  const texts = Array.from(choices, wordText);
  let cursor = 0;
  try {
    for (;;) {
      const drawn = cursor;
      glass.draw((canvas) =>
        drawChoices(canvas, { title, choices: texts, escape: 'Show again', cursor: drawn, foot: {} }),
      );
      const made = yield* gesture();
      if (made === 'both') break;
      cursor = (cursor + (made === 'right' ? 1 : -1) + texts.length + 1) % (texts.length + 1);
    }
    if (cursor === texts.length) return 'again';
    return cursor === right ? 'right' : 'wrong';
  } finally {
    choices.fill(0);
    texts.length = 0;
  }
}

/** Asks for every word in turn; a wrong one, and one that is not known any more, is shown again first. */
export function* confirmWords(glass: PersonaGlass, phrase: Uint16Array): Flow<void> {
  for (let index = 0; index < phrase.length;) {
    const result = yield* confirmWord(glass, phrase, index);
    if (result === 'right') {
      index += 1;
      continue;
    }
    if (result === 'wrong')
      yield* askPersona(glass, { title: 'Not that one', body: 'See it once more.', right: 'Show' });
    yield* showWord(glass, phrase, index);
  }
}
