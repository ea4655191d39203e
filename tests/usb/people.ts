/** What people do in front of the devices of the USB tests, by name: the guest asks for it, the host has it done. */
import {
  agreeToNewWallet,
  backUp,
  choosePin,
  confirmEveryWord,
  createWallet,
  enterPin,
  expectScreen,
  finish,
  readWord,
  reveal,
  tap,
  writeWordsDown,
  type Person,
} from '../kit/drivers/person.ts';
import { answerQuestion } from '../kit/drivers/signing-person.ts';

const pin = '8642';

/** Agrees, chooses a PIN, reveals, and writes the first words down: then something gets in between. */
function* begin(count: number): Person<string[]> {
  yield* agreeToNewWallet();
  yield* choosePin(pin);
  yield* reveal();
  const paper: string[] = [];
  for (let position = 1; position <= count; position += 1) {
    paper.push(yield* readWord(position));
    yield* tap('right');
  }
  return paper;
}

function* resume(): Person<string[]> {
  yield* expectScreen('Not backed up');
  yield* tap('right');
  yield* enterPin(pin);
  return [];
}

/** Waits until the open app asks something, reads all of it, and says yes. */
function* agreeWithProgram(): Person<string[]> {
  yield { kind: 'watch', title: 'Ethereum' };
  yield* answerQuestion('yes');
  return [];
}

function* openApp(): Person<string[]> {
  yield* expectScreen('Backed up');
  yield* tap('right');
  yield* expectScreen('Ethereum');
  yield* tap('right');
  return [];
}

/** Each gives what is on the paper then; the tests look for those words where they must not be. */
export const people = {
  'create 12': () => createWallet(12, pin),
  'begin and write three words': () => begin(3),
  'begin and write six words': () => begin(6),
  *'resume and back up 12'() {
    yield* resume();
    return yield* backUp(12);
  },
  resume,
  'open the Ethereum app': openApp,
  'say yes to a program': agreeWithProgram,
  *'write 24'() {
    yield* reveal();
    return yield* writeWordsDown(24);
  },
  /** From "all written?" on; the paper is not needed any more when it is done. */
  'confirm and finish': (paper: readonly string[]) => confirmAndFinish(paper),
} satisfies Record<string, (paper: readonly string[]) => Person<string[]>>;

function* confirmAndFinish(paper: readonly string[]): Person<string[]> {
  yield* confirmEveryWord(paper);
  yield* finish();
  return [...paper];
}

export type PersonName = keyof typeof people;

/** What the guest asks of the host, as JSON over HTTP; answers are JSON too. */
export type RoomRequest =
  /** A new, empty device, not plugged in. Answers `{ id, usbPort }`. */
  | { readonly kind: 'new' }
  /** Answers `{ paper }`. */
  | {
      readonly kind: 'person';
      readonly id: number;
      readonly name: PersonName;
      readonly paper: readonly string[];
    }
  /** Makes a wallet and opens its app; a local chain gives it coins. Answers `{ rpcPort }`. */
  | { readonly kind: 'wallet'; readonly id: number }
  | { readonly kind: 'power'; readonly id: number; readonly action: 'on' | 'off' }
  /** Ends the device's process, which pulls its cable. */
  | { readonly kind: 'end'; readonly id: number };
