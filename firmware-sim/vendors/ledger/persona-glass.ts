/** The glass of the persona: drawing, and the three ways in which it asks something. */
import type { Board } from '../../core/board.ts';
import { createCanvas, type Canvas } from '../../core/glass/screens/canvas.ts';
import type { Flow } from '../../core/glass/flow.ts';
import { gesture } from '../../core/glass/gestures.ts';
import { drawPin, drawSentences, drawSimulatorMark } from '../../core/glass/screens/screens.ts';
import { erase } from '../../core/vault/memory/erase.ts';
import type { PersonaState } from './persona-state.ts';

export interface PersonaGlass {
  readonly board: Board;
  readonly state: PersonaState;
  draw(paint: (canvas: Canvas) => void): void;
  /** What draws the picture of now again, after something else was in front of it. */
  keepPicture(): () => void;
}

export function createPersonaGlass(board: Board, state: PersonaState): PersonaGlass {
  const canvas = createCanvas();
  let last: (canvas: Canvas) => void = () => undefined;
  const show = (paint: (canvas: Canvas) => void): void => {
    canvas.clear();
    paint(canvas);
    // Always: there is no persona that is not a simulator (H10).
    drawSimulatorMark(canvas);
    board.display.show(canvas.frame);
  };
  return {
    board,
    state,
    draw(paint) {
      last = paint;
      show(paint);
    },
    keepPicture() {
      const kept = last;
      return () => {
        last = kept;
        show(kept);
      };
    },
  };
}

export interface Sentences {
  readonly title: string;
  readonly body?: string;
  readonly left?: string;
  readonly right?: string;
  readonly both?: string;
}

/** Shows sentences and waits for one of the gestures that they name. */
export function* askPersona(glass: PersonaGlass, sentences: Sentences): Flow<'left' | 'right' | 'both'> {
  glass.draw((canvas) => drawSentences(canvas, sentences));
  for (;;) {
    const made = yield* gesture();
    if (sentences[made] !== undefined) return made;
  }
}

/** One option at a time, as a Ledger with two buttons shows them: left and right turn, both choose. */
export function* chooseOption(glass: PersonaGlass, title: string, options: readonly string[]): Flow<number> {
  let at = 0;
  for (;;) {
    const body = options[at] ?? '';
    const made = yield* askPersona(glass, { title, body, left: 'Back', both: 'Choose', right: 'Next' });
    if (made === 'both') return at;
    at = (at + (made === 'right' ? 1 : -1) + options.length) % options.length;
  }
}

export const personaShortestPin = 4;
export const personaLongestPin = 8;
const digitCount = 10;

/** One digit (0 to 9) a byte; the caller erases it. Every digit starts at a random number. */
export function* enterDigits(glass: PersonaGlass, title: string, note: string): Flow<Uint8Array> {
  const entered = new Uint8Array(personaLongestPin);
  let length = 0;
  try {
    for (;;) {
      const wheel = [
        ...(length < personaLongestPin
          ? Array.from({ length: digitCount }, (_, digit) => String(digit))
          : []),
        ...(length >= personaShortestPin ? ['OK'] : []),
        ...(length > 0 ? ['Delete'] : []),
      ];
      // A single byte's bias towards the first six digits tells nothing: the start is not the digit.
      let at = length < personaLongestPin ? (glass.board.random('pin-pad', 1)[0] ?? 0) % digitCount : 0;
      for (;;) {
        const entry = wheel[at] ?? 'OK';
        glass.draw((canvas) =>
          drawPin(canvas, {
            sentences: { title, left: 'Down', right: 'Up', both: 'Enter' },
            entered: length,
            entry,
            note,
          }),
        );
        const made = yield* gesture();
        if (made === 'both') break;
        at = (at + (made === 'right' ? 1 : -1) + wheel.length) % wheel.length;
      }
      const chosen = wheel[at];
      if (chosen === 'OK') return entered.slice(0, length);
      if (chosen === 'Delete') entered[(length -= 1)] = 0;
      else entered[length++] = at;
    }
  } finally {
    erase(entered);
  }
}
