/** Ways to a step that many ceremonies share, by meaning: to a screen, halfway into a PIN, after a slip. */
import type { CeremonyRequest } from '../../../src/protocol/ceremonies.ts';
import type { Outcome, WalletState } from '../../../src/protocol/public-state.ts';
import { expectScreen, tap, turnTo, turnWheelTo, typePin, type Person } from '../person.ts';
import { enteredWord, goOnTo, type Known } from './go-on.ts';

/** The devices that ceremonies begin with. `locked` and `unfinished` have just been switched on. */
export type Beginning = 'new' | 'unfinished' | 'locked' | 'unlocked';

export interface Ceremony {
  readonly from: Beginning;
  /** What a host asks for; without it the device begins by itself. */
  readonly request: CeremonyRequest | undefined;
  /** How it ends when nothing disturbs it. */
  readonly end: { readonly wallet: WalletState; readonly outcome: Outcome };
}

export interface Way {
  /** Told apart where there is more than one way to a step. */
  readonly by?: string;
  /** Where a host asks for something in particular. */
  readonly request?: CeremonyRequest;
  /** Where it is not where the ceremony usually begins. */
  readonly from?: Beginning;
  /** From the first screen of the ceremony to the step. */
  lead(known: Known): Person<unknown>;
  /** Storage fails from here on, and the person goes on until the device says so. For a device alone. */
  readonly thenStorageFails?: true;
  /** Where it is not how the ceremony usually ends. */
  readonly end?: Ceremony['end'];
}

export const to = (title: string): Way => ({ lead: (known) => goOnTo(known, title) });

/** Two digits of the PIN are in. */
export const halfway = (title: string): Way => ({
  *lead(known) {
    yield* goOnTo(known, title);
    const pin = title === 'Enter your PIN' ? known.pin : known.nextPin;
    for (const digit of pin.slice(0, 2)) yield* turnTo(digit);
  },
});

const wrongPin = '0000';

const afterWrongPins = (count: number): Way => ({
  *lead(known) {
    yield* goOnTo(known, 'Enter your PIN');
    for (let tries = 1; tries <= count; tries += 1) {
      yield* typePin(wrongPin);
      if (tries < count) yield* tap('right');
    }
  },
});

export const twoWrongPins = afterWrongPins(2);
export const threeWrongPins: Way = { ...afterWrongPins(3), end: { wallet: 'empty', outcome: 'wiped' } };

const pinsDiffer: Way = {
  *lead(known) {
    yield* goOnTo(known, 'Repeat the PIN');
    yield* typePin(wrongPin);
  },
};

/** Four words are in, and a part of the fifth; `Code word` where they are those of a backup code. */
export const enteringWords = (by: 'letters' | 'halving', name: 'Word' | 'Code word' = 'Word'): Way => ({
  by,
  *lead(known) {
    yield* goOnTo(known, 'How to enter?');
    yield* tap(by === 'letters' ? 'left' : 'right');
    yield* goOnTo(known, `${name} 5 of 12`);
    const lines = yield* expectScreen(`${name} 5 of 12`);
    const wanted = enteredWord(known, name, 5);
    if (by === 'letters') return yield* turnWheelTo(wanted.slice(0, 1));
    const lastOfLeft = (lines[1] ?? '').split(' - ').at(-1) ?? '';
    yield* tap(wanted <= lastOfLeft ? 'left' : 'right');
  },
});

/** The person took the paper with the recovery phrase for the one with the code. */
export const aWrongCode = (wallet: 'empty' | 'backed-up'): Way => ({
  by: 'a wrong code',
  lead: (known) => goOnTo({ ...known, fileCode: known.otherPaper }, 'Wrong code'),
  end: { wallet, outcome: 'wrong-code' },
});

/** A slip in the confirmation: the device shows that word again. */
export const afterASlip = (name: 'word' | 'code word' = 'word'): Way => ({
  by: 'a slip',
  *lead(known) {
    const question = `What is ${name} 3?`;
    yield* goOnTo(known, question);
    const lines = yield* expectScreen(question);
    const written = name === 'word' ? known.paper : known.newCode;
    for (let at = 1; lines[at] === written[2]; at += 1) yield* tap('right');
    yield* tap('both');
    yield* expectScreen('Not that one');
    yield* tap('right');
    yield* expectScreen(/^(Word|Code word) 3 is$/);
  },
});

/** Every word was confirmed, with a slip: the device asks for all of them once more. */
export const onceMore = (name: 'word' | 'code word' = 'word'): Way => ({
  by: 'once more',
  *lead(known) {
    yield* afterASlip(name).lead(known);
    yield* goOnTo(known, 'Once more');
  },
});

/** In the middle of the ceremony the storage fails, and nothing that was there is lost. */
export const fault = (title: string, wallet: 'empty' | 'backed-up'): Way => ({
  ...to(title),
  thenStorageFails: true,
  end: { wallet, outcome: 'fault' },
});

/** Likewise, and behind the fault the device asks whether to resume. */
export const faultInBackup = (title: string): Way => ({ ...to(title), thenStorageFails: true });

/** The screens of a backup are the same wherever it belongs to. */
export const backup = (ceremony: 'create' | 'resume'): Record<string, readonly Way[]> => ({
  [`${ceremony} warning unfinished`]: [to('Pen and paper')],
  [`${ceremony} hold unfinished`]: [to('Hold to reveal')],
  [`${ceremony} words unfinished`]: [to('Word 5 of 12')],
  [`${ceremony} written unfinished`]: [to('All written?')],
  [`${ceremony} confirm unfinished`]: [to('What is word 3?'), afterASlip(), onceMore()],
  [`${ceremony} finish backed up`]: [to('Backed up')],
});

/** Ceremonies that ask for the PIN first. */
export const pinFirst = (
  ceremony: 'reveal' | 'check' | 'change-pin' | 'seed-qr' | 'backup-file' | 'check-file',
  question: string,
): Record<string, readonly Way[]> => ({
  [`${ceremony} consent backed up`]: [to(question)],
  [`${ceremony} enter-pin backed up`]: [halfway('Enter your PIN')],
  [`${ceremony} wrong-pin backed up`]: [twoWrongPins],
  [`${ceremony} wiped nothing`]: [threeWrongPins],
  [`${ceremony} fault backed up`]: [fault('Enter your PIN', 'backed-up')],
});

/** The words are shown again, and the person wants to be asked for them. */
export const confirmAgain: Way = {
  *lead(known) {
    yield* goOnTo(known, 'All seen?');
    yield* tap('both');
    yield* goOnTo(known, 'What is word 3?');
  },
};

export const choosingPin = (
  ceremony: 'create' | 'restore' | 'restore-file' | 'change-pin',
  holds: string,
) => ({
  [`${ceremony} choose-pin ${holds}`]: [halfway('Choose a PIN')],
  [`${ceremony} repeat-pin ${holds}`]: [halfway('Repeat the PIN')],
  [`${ceremony} pins-differ ${holds}`]: [pinsDiffer],
});

export const discarding: Way = {
  *lead(known) {
    yield* goOnTo(known, 'Not backed up');
    yield* tap('left');
  },
  end: { wallet: 'empty', outcome: 'discarded' },
};
