/**
 * A person as a rule from what the glass shows to the next press: finds the way on from any screen, however it was
 * reached. (`person.ts` follows one ceremony and stops at the first surprise; here surprises are the point.)
 */
import type { Stage } from '../../../src/protocol/public-state.ts';
import type { Action } from '../person.ts';

export interface Intent {
  /** What is entered at "Enter your PIN". */
  readonly pin: string;
  /** What is chosen as a new PIN. */
  readonly newPin: string;
  /** What is entered at "Repeat the PIN". */
  readonly repeatedPin: string;
  readonly paper: readonly string[];
  /** The code words of a backup file, as the person has them on paper. */
  readonly code?: readonly string[] | undefined;
  /** What the person wrote down in this ceremony, where its words are new; the last that is known of each position. */
  readonly written?: readonly string[] | undefined;
  /** What the dice show, as digits. */
  readonly rolls?: string | undefined;
  readonly entry: 'letters' | 'halving';
  /** At "Not backed up". */
  readonly unfinished: 'resume' | 'discard';
  /** At "All seen?". */
  readonly seen: 'done' | 'confirm';
}

export interface View {
  /** As drawn, the simulator's mark not among them. */
  readonly lines: readonly string[];
  readonly stage: Stage;
  /** Which of the listed entries the bar is on, from 0, as the pixels say. */
  readonly barRow: () => number;
}

/** `halve` is a press of left or right that depends on the word being entered, and on nothing else. */
export type PilotAction =
  Exclude<Action, { kind: 'look' }> | { readonly kind: 'halve' } | { readonly kind: 'none' };

const tapLeft = { kind: 'tap', gesture: 'left' } as const;
const tapRight = { kind: 'tap', gesture: 'right' } as const;
const tapBoth = { kind: 'tap', gesture: 'both' } as const;
const hold = { kind: 'hold', milliseconds: 1600 } as const;

const pinEntry = /^(?:[0-9]|OK|Delete)$/;

function forPin(lines: readonly string[], pin: string): PilotAction {
  const entered = lines.find((text) => text.startsWith('●') && !text.startsWith('●● '))?.length ?? 0;
  const entry = lines.find((text, index) => index > 0 && pinEntry.test(text)) ?? '';
  const wanted = entered > pin.length ? 'Delete' : (pin[entered] ?? 'OK');
  if (entry === wanted) return tapBoth;
  // The wheel goes 0 to 9, OK, Delete, and round; either of the last two is missing while it makes no sense.
  const wheel = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'OK', 'Delete'];
  const way = (wheel.indexOf(wanted) - wheel.indexOf(entry) + wheel.length) % wheel.length;
  return way > wheel.length / 2 ? tapLeft : tapRight;
}

/** Left or right for a word, by the halves that the glass names. */
export function halvingPress(lines: readonly string[], word: string): 'left' | 'right' {
  const lastOfLeft = (lines[1] ?? '').replace('◀ ', '').split(' - ').at(-1) ?? '';
  return word <= lastOfLeft ? 'left' : 'right';
}

/** The position that a title such as "Word 3 of 12" or "Code word 3 of 12" names, from 1, or 0. */
export function positionIn(title: string): number {
  return Number(/^(?:Word|Code word) (\d+) of \d+$/.exec(title)?.[1] ?? 0);
}

/** Which word a person enters at such a title: of the phrase, or of the backup code. */
export function wordToEnter(title: string, { paper, code = [] }: Pick<Intent, 'paper' | 'code'>): string {
  const words = title.startsWith('Code') ? code : paper;
  return words[positionIn(title) - 1] ?? 'abandon';
}

/** At a word that the glass shows: its position, from 1, and the word. */
export function shownWord({ lines, stage }: View): { position: number; word: string } | undefined {
  const position = stage === 'words' ? positionIn(lines[0] ?? '') : 0;
  return position === 0 ? undefined : { position, word: lines[1] ?? '' };
}

/** One roll: the wheel goes from 1 to 6, and to Delete after the first. */
function forRoll(lines: readonly string[], rolls: string): PilotAction {
  if (lines[0] !== 'Roll the dice') return tapRight;
  const roll = Number(/^Roll (\d+) of \d+$/.exec(lines[1] ?? '')?.[1] ?? 1);
  const wheel = ['1', '2', '3', '4', '5', '6', ...(roll > 1 ? ['Delete'] : [])];
  const [at, wanted] = [
    wheel.indexOf(lines[2] ?? ''),
    wheel.indexOf(rolls[(roll - 1) % rolls.length] ?? '1'),
  ];
  if (at === wanted) return tapBoth;
  return (wanted - at + wheel.length) % wheel.length > wheel.length / 2 ? tapLeft : tapRight;
}

const letterPattern = /^[a-z]$/;

/** Which of the wheel's ends is nearer cannot be seen, so it turns one way. */
function forLetters(lines: readonly string[], word: string): PilotAction {
  const typed = lines.length > 5 ? (lines[1] ?? '') : '';
  const wanted = word.startsWith(typed) ? (word[typed.length] ?? 'Delete') : 'Delete';
  const entry = lines.at(-4) ?? '';
  return entry === wanted || (!letterPattern.test(entry) && wanted === 'Delete') ? tapBoth : tapRight;
}

/** The choices in view, from the title down to the foot. */
function listed(lines: readonly string[]): readonly string[] {
  return lines.slice(
    1,
    lines.findIndex((text) => text.startsWith('◀ ')),
  );
}

/** Brings the bar to what is wanted, the nearer way while it is in view, and down the list while it is not. */
function inList({ lines, barRow }: View, wanted: string): PilotAction {
  const at = listed(lines).indexOf(wanted);
  const bar = barRow();
  if (at === bar) return tapBoth;
  return at !== -1 && at < bar ? tapLeft : tapRight;
}

function forWord(view: View, word: string): PilotAction {
  const { lines } = view;
  if (lines.at(-1)?.includes('/') === true) return { kind: 'halve' };
  if (lines.at(-1) === 'Turn ▶') return forLetters(lines, word);
  // A list that begins otherwise cannot hold the word: a letter was wrong.
  const [first = ''] = listed(lines);
  return inList(view, first === 'Delete' || first[0] === word[0] ? word : 'Delete');
}

/** Four choices. */
function forQuestion(view: View, intent: Intent): PilotAction {
  const { lines } = view;
  const asked = Number(/^What is (?:code )?word (\d+)\?$/.exec(lines[0] ?? '')?.[1] ?? 0);
  if (asked === 0) return tapRight;
  const word = intent.written?.[asked - 1] ?? intent.paper[asked - 1] ?? '';
  // A paper with another word on it: the person takes the bar's, and hopes.
  return listed(lines).includes(word) ? inList(view, word) : tapBoth;
}

/** What this person does next; `none` where the device waits for a host. */
export function pilot(view: View, intent: Intent): PilotAction {
  const { lines, stage } = view;
  const title = lines[0] ?? '';
  switch (stage) {
    case 'idle':
    case 'entropy':
      return { kind: 'none' };
    case 'dice':
      return forRoll(lines, intent.rolls ?? '1');
    case 'choose-pin':
      return forPin(lines, intent.newPin);
    case 'repeat-pin':
      return forPin(lines, intent.repeatedPin);
    case 'enter-pin':
      return forPin(lines, intent.pin);
    case 'hold':
    case 'wipe':
    case 'discard':
      return hold;
    case 'unfinished':
      return intent.unfinished === 'resume' ? tapRight : tapLeft;
    case 'entry-method':
      // Of a phrase that has one format of SeedQR only, the left button is no choice but the way back.
      return intent.entry === 'letters' && title !== 'Standard only' ? tapLeft : tapRight;
    case 'enter-words':
      return forWord(view, wordToEnter(title, intent));
    case 'written':
      return title === 'All seen?' && intent.seen === 'confirm' ? tapBoth : tapRight;
    case 'confirm':
      return forQuestion(view, intent);
    default:
      return tapRight;
  }
}
