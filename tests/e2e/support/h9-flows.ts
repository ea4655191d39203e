/** Every flow of the device, and the ways in which it may end, for the search of the simulator's own memory. */
import { fairRolls } from '../../fixtures/data/dice-rolls.ts';
import {
  agree,
  agreeToNewWallet,
  backUp,
  choosePin,
  confirmWord,
  createWallet,
  enterPin,
  enterWords,
  expectScreen,
  mistakeWord,
  readWord,
  reveal,
  rollAllDice,
  tap,
  typePin,
  wipe,
  writeWordsDown,
  type Person,
  agreeToName,
} from '../../kit/drivers/person.ts';
import { addressFlows } from './h9-addresses.ts';
import { copiesFlows } from './h9-copies.ts';
import { newPin, pin, until, type H9Flow } from './h9-flow.ts';

const wrongPin = '99999999';

const create = { kind: 'create', wordCount: 12 } as const;
const restore = { kind: 'restore', wordCount: 12 } as const;

function* writeAll(): Person<string[]> {
  yield* agreeToNewWallet();
  yield* choosePin(pin);
  yield* reveal();
  return yield* writeWordsDown(12);
}

/** Every number that the person rolls goes into the entropy. */
function* rollAndBackUp(): Person<string[]> {
  yield* agreeToNewWallet();
  yield* rollAllDice(fairRolls(50));
  yield* choosePin(pin);
  return yield* backUp(12);
}

/** Goes back from "all written?" to the last word, which stays on the glass. */
function* lookAtTheLast(): Person<string[]> {
  const paper = yield* writeAll();
  yield* tap('left');
  yield* readWord(12);
  return paper;
}

function* firstQuestion(): Person<string[]> {
  const paper = yield* writeAll();
  yield* tap('right');
  yield* mistakeWord(1, paper);
  return paper;
}

function* atLastQuestion(): Person<string[]> {
  const paper = yield* writeAll();
  yield* tap('right');
  for (let position = 1; position < 12; position += 1) yield* confirmWord(position, paper);
  return paper;
}

function* halfOfASecondPin(): Person<void> {
  yield* agreeToNewWallet();
  yield* expectScreen('Choose a PIN');
  yield* typePin(pin);
}

function* resume(): Person<void> {
  yield* expectScreen(/./);
  yield* tap('right');
  yield* enterPin(pin);
  yield* backUp(12);
}

function* lookAgain(paper: readonly string[], to: 'end' | 'third word'): Person<void> {
  yield* agree('Show words?');
  yield* enterPin(pin);
  yield* reveal();
  for (let position = 1; position <= (to === 'end' ? 12 : 2); position += 1) yield* tap('right');
  if (to === 'third word') return;
  yield* expectScreen('All seen?');
  yield* tap('both');
  for (let position = 1; position <= 12; position += 1) yield* confirmWord(position, paper);
}

function* check(paper: readonly string[], method: 'letters' | 'halving'): Person<void> {
  yield* agree('Check backup?');
  yield* enterPin(pin);
  yield* enterWords(paper, method);
}

function* checkToTheEnd(paper: readonly string[], method: 'letters' | 'halving'): Person<void> {
  yield* check(paper, method);
  yield* tap('right');
}

function* restoreWords(paper: readonly string[], method: 'letters' | 'halving'): Person<void> {
  yield* agree('Restore?');
  yield* enterWords(paper, method);
}

function* restoreAll(paper: readonly string[], method: 'letters' | 'halving'): Person<void> {
  yield* restoreWords(paper, method);
  yield* choosePin(newPin);
  yield* expectScreen('Restored');
  yield* tap('right');
}

function* changePin(): Person<void> {
  yield* agree('Change PIN?');
  yield* enterPin(pin);
  yield* choosePin(newPin);
}

function* enterWrongPin(times: number): Person<void> {
  yield* agree('Show words?');
  for (let round = 0; round < times; round += 1) {
    yield* enterPin(wrongPin);
    yield* tap('right');
  }
}

function* wipeDevice(): Person<void> {
  yield* agree('Wipe device?');
  yield* wipe();
}

/** After the host's part, up to the end. */
function* choosePinAndBackUp(): Person<string[]> {
  yield* choosePin(pin);
  return yield* backUp(12);
}

const otherWord = (word: string | undefined): string => (word === 'zoo' ? 'zone' : 'zoo');

export const h9Flows: readonly H9Flow[] = [
  {
    name: 'create, finished',
    before: 'empty',
    request: create,
    person: () => createWallet(12, pin),
    outcome: 'completed',
  },
  {
    name: 'create with dice, finished',
    before: 'empty',
    request: { ...create, dice: true },
    person: rollAndBackUp,
    outcome: 'completed',
  },
  {
    name: 'create, cancelled at the last word',
    before: 'empty',
    request: create,
    person: lookAtTheLast,
    ending: 'cancel',
    outcome: 'cancelled',
  },
  {
    name: 'create, power lost at the last word',
    before: 'empty',
    request: create,
    person: lookAtTheLast,
    ending: 'power',
  },
  {
    name: 'create, cancelled after a wrong answer',
    before: 'empty',
    request: create,
    person: firstQuestion,
    ending: 'cancel',
    outcome: 'cancelled',
  },
  {
    name: 'create, storage failing at the last answer',
    before: 'empty',
    request: create,
    person: atLastQuestion,
    ending: 'fault',
    outcome: 'fault',
  },
  {
    name: 'create, cancelled between the two PINs',
    before: 'empty',
    request: create,
    person: halfOfASecondPin,
    ending: 'cancel',
    outcome: 'cancelled',
  },
  {
    name: 'create with the check of the randomness, finished',
    before: 'empty',
    request: { ...create, entropyCheck: true },
    hostChecksFirst: true,
    person: choosePinAndBackUp,
    outcome: 'completed',
  },
  { name: 'resume, finished', before: 'unfinished', person: resume, outcome: 'completed' },
  {
    name: 'reveal, finished',
    before: 'backed-up',
    request: { kind: 'reveal' },
    person: (paper) => lookAgain(paper, 'end'),
    outcome: 'completed',
  },
  {
    name: 'reveal, power lost at the third word',
    before: 'backed-up',
    request: { kind: 'reveal' },
    person: (paper) => lookAgain(paper, 'third word'),
    ending: 'power',
  },
  {
    name: 'reveal, one wrong PIN, cancelled',
    before: 'backed-up',
    request: { kind: 'reveal' },
    person: () => enterWrongPin(1),
    ending: 'cancel',
    outcome: 'cancelled',
  },
  {
    name: 'reveal, three wrong PINs',
    before: 'backed-up',
    request: { kind: 'reveal' },
    person: () => enterWrongPin(3),
    outcome: 'wiped',
  },
  {
    name: 'check by halving, a match',
    before: 'backed-up',
    request: { kind: 'check' },
    person: (paper) => checkToTheEnd(paper, 'halving'),
    outcome: 'match',
  },
  {
    name: 'check by letters, no match',
    before: 'backed-up',
    request: { kind: 'check' },
    person: (paper) => checkToTheEnd(paper.with(6, otherWord(paper[6])), 'letters'),
    outcome: 'no-match',
  },
  {
    name: 'check, cancelled before the last word',
    before: 'backed-up',
    request: { kind: 'check' },
    person: (paper) => until('Word 12 of 12', check(paper, 'halving')),
    ending: 'cancel',
    outcome: 'cancelled',
  },
  {
    name: 'restore by letters, finished',
    before: 'empty',
    request: restore,
    person: (paper) => restoreAll(paper, 'letters'),
    outcome: 'completed',
  },
  {
    name: 'restore, cancelled when the words are in',
    before: 'empty',
    request: restore,
    person: (paper) => restoreWords(paper, 'halving'),
    ending: 'cancel',
    outcome: 'cancelled',
  },
  {
    name: 'restore, power lost when the words are in',
    before: 'empty',
    request: restore,
    person: (paper) => restoreWords(paper, 'halving'),
    ending: 'power',
  },
  {
    name: 'change PIN, finished',
    before: 'backed-up',
    request: { kind: 'change-pin' },
    person: changePin,
    outcome: 'completed',
  },
  {
    name: 'wipe, finished',
    before: 'backed-up',
    request: { kind: 'wipe' },
    person: wipeDevice,
    outcome: 'completed',
  },
  {
    name: 'rename, finished',
    before: 'backed-up',
    request: { kind: 'rename', name: 'Desk' },
    person: () => agreeToName(pin),
    outcome: 'completed',
  },
  ...addressFlows,
  ...copiesFlows,
];
