/** What is read on the glass before a person says yes: screen by screen, to its end; and the button that is held for a signature. */
import type { AskingMessages } from '../../../src/text/types/apps/asking.ts';
import type { StageSentences } from '../../../src/protocol/stage-facts.ts';
import type { Field, Reason } from '../app.ts';
import type { Flow } from './flow.ts';
import { holdRight, type Gesture } from './gestures.ts';
import { choose, chooseLater, type Glass } from './glass.ts';
import { drawFieldPage } from './screens/field-screen.ts';
import { pagesOf } from './screens/field-pages.ts';
import { drawHold } from './screens/screens.ts';

/** What it is, then a screen at a time, back and forth. `false` when the person leaves at the first. */
export function* readAll(
  glass: Glass,
  text: AskingMessages,
  first: StageSentences,
  fields: readonly Field[],
): Flow<boolean> {
  const pages = fields.flatMap((field) => pagesOf(field, text.place));
  if ((yield* chooseLater(glass, first)) !== 'right') return false;
  for (let at = 0; at < pages.length;) {
    const page = pages[at];
    const made: Gesture =
      page === undefined
        ? yield* choose(glass, first)
        : yield* choose(
            glass,
            { title: page.title, left: text.back, right: text.next },
            (canvas, sentences) => drawFieldPage(canvas, sentences, page),
          );
    if (made === 'left' && page === undefined) return false;
    at += made === 'left' ? -1 : 1;
  }
  return true;
}

/** Says why. Nothing leaves after it. */
export function* saidWhy(glass: Glass, text: AskingMessages, reason: Reason): Flow<undefined> {
  yield* chooseLater(glass, { ...reason, right: text.refused });
  return undefined;
}

/** What is to be signed: its name, all of it, and what the last screen asks. */
export interface ToBeSigned {
  readonly title: string;
  readonly question: string;
  readonly fields: readonly Field[];
}

/** Whether all of it was read, and the button held then. */
export function* readAndHeld(glass: Glass, text: AskingMessages, signed: ToBeSigned): Flow<boolean> {
  const first = { ...text.review, title: signed.title };
  if (!(yield* readAll(glass, text, first, signed.fields))) return false;
  const last = { title: signed.question, body: text.hold, left: text.reject, right: text.sign };
  const draw = (progress: number): void => glass.draw((canvas) => drawHold(canvas, last, progress));
  draw(0);
  return (yield* holdRight(glass, draw)) !== 'left';
}
