/** Showing the phrase: word by word, back and forth, at the person's own pace; no host and no timer moves it. */
import type { HeldWords } from '../../vault/phrase/held-words.ts';
import type { Flow } from '../flow.ts';
import { gesture, holdRight } from '../gestures.ts';
import { choose, type Glass } from '../glass.ts';
import { drawHold, drawWord, type ButtonSentences } from '../screens/screens.ts';

/** Waits for the hold that reveals; `left` leads back. */
export function* holdToReveal(glass: Glass): Flow<'held' | 'left'> {
  const sentences = glass.enter('hold');
  const draw = (progress: number): void => glass.draw((canvas) => drawHold(canvas, sentences, progress));
  draw(0);
  return yield* holdRight(glass, draw);
}

/** Shows the word at a position from 1 and waits for the way to go. */
export function* showWord(
  glass: Glass,
  words: HeldWords,
  position: number,
  sentences: ButtonSentences,
): Flow<'left' | 'right'> {
  const earlier = words.sameAs(position);
  try {
    glass.draw((canvas) =>
      drawWord(canvas, {
        sentences,
        word: words.word(position),
        note: earlier === 0 ? undefined : glass.text.sameAs(glass.state.activity, earlier),
      }),
    );
    for (;;) {
      const made = yield* gesture();
      if (made !== 'both' && sentences[made] !== undefined) return made;
    }
  } finally {
    glass.blank();
  }
}

/** From the first word to the screen after the last: `left` when the person went back past the first. */
export function* showWords(glass: Glass, words: HeldWords): Flow<'right' | 'both' | 'left'> {
  let position = 1;
  while (position >= 1) {
    if (position > words.wordCount) {
      const made = yield* choose(glass, glass.enter('written'));
      if (made !== 'left') return made;
      position -= 1;
      continue;
    }
    position +=
      (yield* showWord(glass, words, position, glass.enter('words', position))) === 'right' ? 1 : -1;
  }
  return 'left';
}
