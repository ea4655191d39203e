/**
 * A person who goes on with whatever is on the glass: agrees, enters the PIN, writes down, confirms, holds. They read
 * the screen and remember two things, a PIN and a paper, so that they can be put in front of any step of any ceremony.
 */
import { look, pick, pickWord, tap, turnTo, type Person } from '../person.ts';

export interface Known {
  /** The PIN that the device has now. */
  readonly pin: string;
  /** The PIN that is chosen when the device asks for a new one. */
  readonly nextPin: string;
  /** What is on the paper: filled while words are shown, read while they are asked for. */
  readonly paper: string[];
  /** The paper of a wallet that is not on the device: what a restore enters. */
  readonly otherPaper: readonly string[];
}

/** No screen takes more: a whole ceremony with two PINs and 12 words by letters is some 600 presses. */
const mostMoves = 2_000;

/** A button that leads on; the left one alone leads back, or stops. */
const leadsOn = /▶|●● /;

/** The device waits for a host: no button leads on. */
function isAtRest(lines: readonly string[]): boolean {
  return !lines.some((text) => leadsOn.test(text));
}

/** How many digits of a PIN have been entered: the dots on the glass. */
function digitsEntered(lines: readonly string[]): number {
  return lines.find((text) => /^●+$/.test(text))?.length ?? 0;
}

function* enterRest(pin: string, lines: readonly string[]): Person<void> {
  for (const digit of pin.slice(digitsEntered(lines))) yield* turnTo(digit);
  yield* turnTo('OK');
}

function* hold(): Person<void> {
  yield { kind: 'hold', milliseconds: 1_600 };
}

/** One press of the entry of a word, by whichever way was chosen; a list is picked from in one go. */
function* enterOn(word: string, lines: readonly string[]): Person<void> {
  if (lines.some((text) => /^\d+\/\d+$/.test(text))) {
    const lastOfLeft = (lines[1] ?? '').replace('◀ ', '').split(' - ').at(-1) ?? '';
    return yield* tap(word <= lastOfLeft ? 'left' : 'right');
  }
  if (lines.includes('●● Choose')) return yield* pickWord(word);
  // Title, what is typed if anything is, the letter of the wheel, and three lines of the foot.
  const typed = lines.length > 5 ? (lines[1] ?? '') : '';
  yield* tap(lines.at(-4) === word[typed.length] ? 'both' : 'right');
}

/** At a word that is shown: writes it down, or compares it with what is on the paper already. */
function* writeDown(position: number, known: Known, lines: readonly string[]): Person<void> {
  const word = lines[1] ?? '';
  const before = known.paper[position - 1];
  if (before !== undefined && before !== word)
    throw new Error(`word ${position} is not the one on the paper`);
  known.paper[position - 1] = word;
  yield* tap('right');
}

/** The word that the person enters at a position, from 1. */
export function writtenWord({ paper, otherPaper }: Known, position: number): string {
  return paper[position - 1] ?? otherPaper[position - 1] ?? '';
}

/** The next sensible thing to do. A screen that is not known here is one to read and go on from. */
function* oneThing(known: Known, lines: readonly string[]): Person<void> {
  const [title = ''] = lines;
  const word = /^Word (\d+) of \d+$/.exec(title);
  if (word !== null) {
    const position = Number(word[1]);
    if (lines.includes('Next ▶')) return yield* writeDown(position, known, lines);
    return yield* enterOn(writtenWord(known, position), lines);
  }
  const question = /^What is word (\d+)\?$/.exec(title);
  if (question !== null) return yield* pick(known.paper[Number(question[1]) - 1] ?? '');
  switch (title) {
    case 'Enter your PIN':
      return yield* enterRest(known.pin, lines);
    case 'Choose a PIN':
    case 'Repeat the PIN':
      return yield* enterRest(known.nextPin, lines);
    case 'Roll the dice':
      // Whatever number the wheel begins with: it is a random one.
      return yield* tap('both');
    case 'Hold to reveal':
    case 'Hold to wipe':
    case 'Discard wallet?':
      return yield* hold();
    default:
      return yield* tap('right');
  }
}

/**
 * Goes on until `there` says so, or until the device rests; gives whether it was `there`. Fails when that does not
 * come about, naming the title of the screen and nothing else of it.
 */
export function* goOnUntil(
  known: Known,
  there: (title: string, lines: readonly string[]) => boolean,
): Person<boolean> {
  for (let moves = 0; moves < mostMoves; moves += 1) {
    const lines = yield* look();
    if (there(lines[0] ?? '', lines)) return true;
    if (isAtRest(lines)) return false;
    yield* oneThing(known, lines);
  }
  const [title = ''] = yield* look();
  throw new Error(`nothing leads on from the screen ${JSON.stringify(title)}`);
}

/** To the screen with that title, for the first time. */
export function* goOnTo(known: Known, title: string): Person<void> {
  if (!(yield* goOnUntil(known, (shown) => shown === title)))
    throw new Error(`the device came to rest before it showed ${JSON.stringify(title)}`);
}

/** To the end: the device rests. */
export function* goOnToTheEnd(known: Known): Person<void> {
  yield* goOnUntil(known, () => false);
}
