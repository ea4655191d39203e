/** A person who answers what an app asks: reads every screen, and says yes or no on the glass. */
import { look, tap, type Person } from './person.ts';

/** As long as a hold takes, and a little more. */
const holdMs = 1600;

/** More than the second in which a screen that a host has brought up takes no press. */
const attentionMs = 1100;

/** Waits until the screen that a program has brought up takes presses; gives its text. */
export function* attend(): Person<string[]> {
  yield { kind: 'wait', milliseconds: attentionMs };
  return yield* look();
}

/** Yes or no to a question of one screen. */
export function* answerApp(answer: 'yes' | 'no'): Person<string[]> {
  const lines = yield* attend();
  yield* tap(answer === 'yes' ? 'right' : 'left');
  return lines;
}

/** Reads on from the first screen to the last; gives the text of each. `last`: what the last one's right button says. */
function* readOn(last: string): Person<string[][]> {
  const screens = [yield* attend()];
  for (;;) {
    yield* tap('right');
    const lines = yield* look();
    screens.push(lines);
    if (lines.some((line) => line === `${last} ▶`)) return screens;
    if (screens.length > 1000) throw new Error('there is no end to it');
  }
}

/** Reads all that is to be signed, and holds the button, or refuses at the end. */
export function* readAndSign(answer: 'yes' | 'no' = 'yes'): Person<string[][]> {
  const screens = yield* readOn('Sign');
  if (answer === 'no') yield* tap('left');
  else yield { kind: 'hold', milliseconds: holdMs };
  return screens;
}

/** Compares an address; gives the screens. */
export function* compareAddress(answer: 'yes' | 'no' = 'yes'): Person<string[][]> {
  const screens = yield* readOn('Yes');
  yield* tap(answer === 'yes' ? 'right' : 'left');
  return screens;
}

/** Says yes or no to whatever a program asks, once all of it was read. */
export function* answerQuestion(answer: 'yes' | 'no'): Person<string[][]> {
  const screens = [yield* attend()];
  if (answer === 'no') {
    // A reason has one button.
    yield* tap(screens[0]?.some((line) => line.startsWith('◀ ')) === true ? 'left' : 'right');
    return screens;
  }
  for (;;) {
    const last = screens.at(-1) ?? [];
    if (last.includes('Sign ▶')) yield { kind: 'hold', milliseconds: holdMs };
    else yield* tap('right');
    if (last.some((line) => ['Sign ▶', 'Yes ▶', 'OK ▶'].includes(line))) return screens;
    screens.push(yield* look());
  }
}
