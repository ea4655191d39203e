/** The flows that show addresses, for the search of the simulator's own memory. */
import {
  agree,
  enterPin,
  enterWords,
  expectScreen,
  readAddresses,
  tap,
  type Person,
} from '../../kit/drivers/person.ts';
import { pin, until, type H9Flow } from './h9-flow.ts';

function* showOwn(): Person<void> {
  yield* agree('Addresses?');
  yield* enterPin(pin);
  yield* readAddresses();
}

function* enterPaper(paper: readonly string[], method: 'letters' | 'halving'): Person<void> {
  yield* agree('Which wallet?');
  yield* enterWords(paper, method);
}

const identify = { kind: 'identify', wordCount: 12 } as const;

export const addressFlows: readonly H9Flow[] = [
  {
    name: 'addresses, to the end',
    before: 'backed-up',
    request: { kind: 'addresses' },
    person: showOwn,
    outcome: 'completed',
  },
  {
    // Words and keys are gone while the person compares.
    name: 'addresses, power lost at the first',
    before: 'backed-up',
    request: { kind: 'addresses' },
    person: () => until('Ethereum, account 1', showOwn()),
    ending: 'power',
  },
  {
    name: 'addresses of a paper by letters, to the end',
    before: 'empty',
    request: identify,
    *person(paper) {
      yield* enterPaper(paper, 'letters');
      yield* readAddresses();
    },
    outcome: 'completed',
  },
  {
    name: 'addresses of a paper by halving, cancelled at the first',
    before: 'empty',
    request: identify,
    *person(paper) {
      yield* enterPaper(paper, 'halving');
      yield* tap('right');
      yield* expectScreen('Ethereum, account 1');
    },
    ending: 'cancel',
    outcome: 'cancelled',
  },
  {
    name: 'addresses of a paper that doesn’t fit, cancelled where the device says so',
    before: 'empty',
    request: identify,
    *person(paper) {
      const [first = '', second = '', ...rest] = paper;
      yield* enterPaper([second, first, ...rest], 'halving');
      yield* expectScreen("Words don't fit");
    },
    ending: 'cancel',
    outcome: 'cancelled',
  },
];
