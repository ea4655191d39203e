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
  /** The code of a backup file that is being made: filled and read as `paper` is. */
  readonly newCode: string[];
  /** The code of the backup file that a host gives the device to check, or to restore from. */
  readonly fileCode: readonly string[];
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
function* writeDown(paper: string[], position: number, lines: readonly string[]): Person<void> {
  const word = lines[1] ?? '';
  const before = paper[position - 1];
  if (before !== undefined && before !== word)
    throw new Error(`word ${position} is not the one on the paper`);
  paper[position - 1] = word;
  yield* tap('right');
}

/** The word that the person enters at a position, from 1: of a phrase, or of the code of a file. */
export function enteredWord(known: Known, name: string, position: number): string {
  const { paper, otherPaper, fileCode } = known;
  const word = name === 'Word' ? (paper[position - 1] ?? otherPaper[position - 1]) : fileCode[position - 1];
  return word ?? '';
}

/** The next sensible thing to do. A screen that is not known here is one to read and go on from. */
function* oneThing(known: Known, lines: readonly string[]): Person<void> {
  const [title = ''] = lines;
  const [, name = '', at] = /^(Word|Code word) (\d+) of \d+$/.exec(title) ?? [];
  if (at !== undefined) {
    const paper = name === 'Word' ? known.paper : known.newCode;
    if (lines.includes('Next ▶')) return yield* writeDown(paper, Number(at), lines);
    return yield* enterOn(enteredWord(known, name, Number(at)), lines);
  }
  const [, asked, question] = /^What is (word|code word) (\d+)\?$/.exec(title) ?? [];
  if (question !== undefined) {
    const paper = asked === 'word' ? known.paper : known.newCode;
    return yield* pick(paper[Number(question) - 1] ?? '');
  }
  switch (title) {
    case 'Backup code':
      // A new file has a new code, and it takes a new sheet of paper.
      known.newCode.length = 0;
      return yield* tap('right');
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
    const [title = ''] = lines;
    if (there(title, lines)) return true;
    if (title === 'Randomness') {
      // Nobody presses here: a host, if there is one, checks how the device draws its randomness.
      const after = yield { kind: 'watch', title };
      if (after.some(({ text }) => text === title)) return false;
      continue;
    }
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
