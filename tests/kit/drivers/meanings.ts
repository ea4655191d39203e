/**
 * What `hostblind conform` asks of somebody at the device, done on a glass like the simulator's. The paper is what the person has
 * written down: it stays here, and no host sees it.
 */
import { splitMeaning } from '../../../src/conformance/catalogue/meanings.ts';
import {
  answerEveryWord,
  chooseEntry,
  copySquares,
  enterEachWord,
  look,
  readWord,
  rollDice,
  tap,
  typePin,
  type Person,
  readAddresses,
} from './person.ts';

/** Sheets that were written to the last word, and the one that is being written. */
export interface Paper {
  words: string[];
  code: string[];
  sheet: string[];
}

export const blankPaper = (): Paper => ({ words: [], code: [], sheet: [] });

const shown = /^(Word|Code word) (\d+) of (\d+)$/;

/** Writes words down up to a position, or all of them and past the last. */
function* writeDown(paper: Paper, until: number): Person<void> {
  for (;;) {
    const [title = ''] = yield* look();
    const [, name = '', at = '', of = ''] = shown.exec(title) ?? [];
    if (name === '') return;
    const position = Number(at);
    if (position === 1) paper.sheet = [];
    paper.sheet[position - 1] = yield* readWord(position);
    if (position === Number(of)) paper[name === 'Word' ? 'words' : 'code'] = paper.sheet;
    if (position >= until) return;
    yield* tap('right');
  }
}

/** As a fair die gives them; the same each time. */
const rolls = '5261435163524126341526435162341653421635243165214365246135421653';

/** A word of the list, and not the one that is on the paper. */
const other = (words: readonly string[]): readonly string[] => [
  words[0] === 'zoo' ? 'abandon' : 'zoo',
  ...words.slice(1),
];

/** All but the power, which no finger has. */
export function* actOn(text: string, paper: Paper): Person<void> {
  const asked = splitMeaning(text);
  if (asked === undefined) throw new Error(`not a meaning: ${text}`);
  if (asked.kind === 'pin') return yield* typePin(asked.pin);
  if (asked.kind === 'read') return yield* writeDown(paper, asked.position);
  switch (asked.meaning) {
    case 'agree':
    case 'next':
      return yield* tap('right');
    case 'decline':
    case 'back':
      return yield* tap('left');
    case 'hold':
      yield { kind: 'hold', milliseconds: 1_600 };
      return;
    case 'write-down':
      return yield* writeDown(paper, Number.POSITIVE_INFINITY);
    case 'confirm': {
      // Where the words were seen before, "done" is the right button.
      const [title] = yield* look();
      return yield* tap(title === 'All seen?' ? 'both' : 'right');
    }
    case 'confirm-words':
      return yield* answerEveryWord(paper.sheet);
    case 'roll-dice':
      yield* rollDice(rolls.slice(0, 50));
      return yield* tap('right');
    case 'choose-letters':
      return yield* chooseEntry('letters');
    case 'choose-standard':
      return yield* tap('left');
    case 'enter-words':
      return yield* enterEachWord(paper.words, 'letters', 'Word');
    case 'enter-other-words':
      return yield* enterEachWord(other(paper.words), 'letters', 'Word');
    case 'enter-code':
      return yield* enterEachWord(paper.code, 'letters', 'Code word');
    case 'enter-other-code':
      return yield* enterEachWord(other(paper.code), 'letters', 'Code word');
    case 'copy-squares':
      yield* copySquares();
      return;
    case 'read-addresses':
      yield* readAddresses();
      return;
    case 'power-off':
    case 'power-on':
      throw new Error('no finger switches the power');
  }
}
