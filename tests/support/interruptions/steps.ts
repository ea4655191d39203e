/**
 * How a person comes to each row of `docs/interruptions.md`. A new step takes a row there and a line here; a new
 * ceremony an entry in `ceremonies` too. Used on a device alone and on the simulator behind a browser alike.
 */
import type { CeremonyKind, CeremonyRequest } from '../../../src/protocol/ceremonies.ts';
import type { Activity, Outcome, WalletState } from '../../../src/protocol/public-state.ts';
import { expectScreen, look, tap, turnTo, turnWheelTo, typePin, type Person } from '../person.ts';
import { goOnTo, writtenWord, type Known } from './go-on.ts';

/** The devices that ceremonies begin with. `locked` and `unfinished` have just been switched on. */
export type Beginning = 'new' | 'unfinished' | 'locked' | 'unlocked';

export interface Ceremony {
  readonly from: Beginning;
  /** What a host asks for; without it the device begins by itself. */
  readonly request: CeremonyRequest | undefined;
  /** How it ends when nothing disturbs it. */
  readonly end: { readonly wallet: WalletState; readonly outcome: Outcome };
}

const kept = { from: 'unlocked', end: { wallet: 'backed-up', outcome: 'completed' } } as const;

const ceremonies: Readonly<Record<CeremonyKind | 'none' | 'unlock' | 'resume', Ceremony>> = {
  none: { from: 'unlocked', request: undefined, end: { wallet: 'backed-up', outcome: 'none' } },
  create: {
    from: 'new',
    request: { kind: 'create', wordCount: 12 },
    end: { wallet: 'backed-up', outcome: 'completed' },
  },
  unlock: { from: 'locked', request: undefined, end: { wallet: 'backed-up', outcome: 'none' } },
  resume: { from: 'unfinished', request: undefined, end: { wallet: 'backed-up', outcome: 'completed' } },
  reveal: { ...kept, request: { kind: 'reveal' } },
  check: { from: 'unlocked', request: { kind: 'check' }, end: { wallet: 'backed-up', outcome: 'match' } },
  restore: {
    from: 'new',
    request: { kind: 'restore', wordCount: 12 },
    end: { wallet: 'backed-up', outcome: 'completed' },
  },
  'change-pin': { ...kept, request: { kind: 'change-pin' } },
  wipe: { from: 'unlocked', request: { kind: 'wipe' }, end: { wallet: 'empty', outcome: 'completed' } },
  rename: { ...kept, request: { kind: 'rename', name: 'Desk' } },
};

export function ceremonyOf(activity: Activity): Ceremony {
  const ceremony = activity in ceremonies ? ceremonies[activity as keyof typeof ceremonies] : undefined;
  if (ceremony === undefined) throw new Error(`steps.ts knows no ceremony ${activity}`);
  return ceremony;
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

const to = (title: string): Way => ({ lead: (known) => goOnTo(known, title) });

/** Two digits of the PIN are in. */
const halfway = (title: string): Way => ({
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

const twoWrongPins = afterWrongPins(2);
const threeWrongPins: Way = { ...afterWrongPins(3), end: { wallet: 'empty', outcome: 'wiped' } };

const pinsDiffer: Way = {
  *lead(known) {
    yield* goOnTo(known, 'Repeat the PIN');
    yield* typePin(wrongPin);
  },
};

/** Four words are in, and a part of the fifth. */
const enteringWords = (by: 'letters' | 'halving'): Way => ({
  by,
  *lead(known) {
    yield* goOnTo(known, 'How to enter?');
    yield* tap(by === 'letters' ? 'left' : 'right');
    yield* goOnTo(known, 'Word 5 of 12');
    if (by === 'letters') return yield* turnWheelTo(writtenWord(known, 5).slice(0, 1));
    const lines = yield* expectScreen('Word 5 of 12');
    const lastOfLeft = (lines[1] ?? '').split(' - ').at(-1) ?? '';
    yield* tap(writtenWord(known, 5) <= lastOfLeft ? 'left' : 'right');
  },
});

/** A slip in the confirmation: the device shows that word again. */
const afterASlip: Way = {
  by: 'a slip',
  *lead(known) {
    yield* goOnTo(known, 'What is word 3?');
    const lines = yield* expectScreen('What is word 3?');
    for (let at = 1; lines[at] === known.paper[2]; at += 1) yield* tap('right');
    yield* tap('both');
    yield* expectScreen('Not that one');
    yield* tap('right');
    yield* expectScreen('Word 3 is');
  },
};

/** In the middle of the ceremony the storage fails, and nothing that was there is lost. */
const fault = (title: string, wallet: 'empty' | 'backed-up'): Way => ({
  ...to(title),
  thenStorageFails: true,
  end: { wallet, outcome: 'fault' },
});

/** Likewise, and behind the fault the device asks whether to resume. */
const faultInBackup = (title: string): Way => ({ ...to(title), thenStorageFails: true });

/** The screens of a backup are the same wherever it belongs to. */
const backup = (ceremony: 'create' | 'resume'): Record<string, readonly Way[]> => ({
  [`${ceremony} warning unfinished`]: [to('Pen and paper')],
  [`${ceremony} hold unfinished`]: [to('Hold to reveal')],
  [`${ceremony} words unfinished`]: [to('Word 5 of 12')],
  [`${ceremony} written unfinished`]: [to('All written?')],
  [`${ceremony} confirm unfinished`]: [to('What is word 3?'), afterASlip],
  [`${ceremony} finish backed up`]: [to('Backed up')],
});

/** Ceremonies that ask for the PIN first. */
const pinFirst = (
  ceremony: 'reveal' | 'check' | 'change-pin',
  question: string,
): Record<string, readonly Way[]> => ({
  [`${ceremony} consent backed up`]: [to(question)],
  [`${ceremony} enter-pin backed up`]: [halfway('Enter your PIN')],
  [`${ceremony} wrong-pin backed up`]: [twoWrongPins],
  [`${ceremony} wiped nothing`]: [threeWrongPins],
  [`${ceremony} fault backed up`]: [fault('Enter your PIN', 'backed-up')],
});

/** The words are shown again, and the person wants to be asked for them. */
const confirmAgain: Way = {
  *lead(known) {
    yield* goOnTo(known, 'All seen?');
    yield* tap('both');
    yield* goOnTo(known, 'What is word 3?');
  },
};

const choosingPin = (ceremony: 'create' | 'restore' | 'change-pin', holds: string) => ({
  [`${ceremony} choose-pin ${holds}`]: [halfway('Choose a PIN')],
  [`${ceremony} repeat-pin ${holds}`]: [halfway('Repeat the PIN')],
  [`${ceremony} pins-differ ${holds}`]: [pinsDiffer],
});

const discarding: Way = {
  *lead(known) {
    yield* goOnTo(known, 'Not backed up');
    yield* tap('left');
  },
  end: { wallet: 'empty', outcome: 'discarded' },
};

export const ways: Readonly<Record<string, readonly Way[]>> = {
  'none idle nothing': [{ from: 'new', lead: look, end: { wallet: 'empty', outcome: 'none' } }],
  'none idle backed up': [{ lead: look }],

  'create consent nothing': [to('New wallet?')],
  'create dice nothing': [
    {
      request: { kind: 'create', wordCount: 12, dice: true },
      *lead(known) {
        yield* goOnTo(known, 'Roll the dice');
        for (let rolls = 0; rolls < 3; rolls += 1) yield* tap('both');
      },
    },
  ],
  'create entropy nothing': [
    { ...to('Randomness'), request: { kind: 'create', wordCount: 12, entropyCheck: true } },
  ],
  ...choosingPin('create', 'nothing'),
  'create fault nothing': [fault('Repeat the PIN', 'empty')],
  ...backup('create'),
  'create fault unfinished': [faultInBackup('What is word 12?')],

  'resume unfinished unfinished': [to('Not backed up')],
  'resume discard unfinished': [discarding],
  'resume enter-pin unfinished': [halfway('Enter your PIN')],
  'resume wrong-pin unfinished': [twoWrongPins],
  'resume wiped nothing': [threeWrongPins],
  ...backup('resume'),
  'resume fault unfinished': [faultInBackup('Enter your PIN')],

  'unlock enter-pin backed up': [halfway('Enter your PIN')],
  'unlock wrong-pin backed up': [twoWrongPins],
  'unlock wiped nothing': [threeWrongPins],
  'unlock fault backed up': [fault('Enter your PIN', 'backed-up')],

  ...pinFirst('reveal', 'Show words?'),
  'reveal warning backed up': [to('Pen and paper')],
  'reveal hold backed up': [to('Hold to reveal')],
  'reveal words backed up': [to('Word 5 of 12')],
  'reveal written backed up': [to('All seen?')],
  'reveal confirm backed up': [confirmAgain],

  ...pinFirst('check', 'Check backup?'),
  'check entry-method backed up': [to('How to enter?')],
  'check enter-words backed up': [enteringWords('letters'), enteringWords('halving')],
  'check result backed up': [to('They match')],

  'restore consent nothing': [to('Restore?')],
  'restore entry-method nothing': [to('How to enter?')],
  'restore enter-words nothing': [enteringWords('letters'), enteringWords('halving')],
  ...choosingPin('restore', 'nothing'),
  'restore finish backed up': [to('Restored')],
  'restore fault nothing': [fault('Repeat the PIN', 'empty')],

  ...pinFirst('change-pin', 'Change PIN?'),
  ...choosingPin('change-pin', 'backed up'),

  'wipe consent backed up': [to('Wipe device?')],
  'wipe wipe backed up': [to('Hold to wipe')],
  'wipe fault backed up': [fault('Hold to wipe', 'backed-up')],

  'rename consent nothing': [
    { ...to('Rename?'), from: 'new', end: { wallet: 'empty', outcome: 'completed' } },
  ],
  'rename consent backed up': [to('Rename?')],
  'rename fault nothing': [{ ...fault('Rename?', 'empty'), from: 'new' }],
  'rename fault backed up': [fault('Rename?', 'backed-up')],
};
