/**
 * The ceremonies as a person goes through them: what is done, and where the device then is. All stages of docs/interruptions.md are in
 * here but the faults, which no person brings about; tests/unit/conformance/journeys.test.ts holds the two together.
 */
import type { CeremonyRequest } from '../../protocol/ceremonies.ts';
import type { Capability } from '../../protocol/commands/info.ts';
import type { Activity, Outcome, Stage, WalletState } from '../../protocol/public-state.ts';
import type { Meaning } from '../catalogue/meanings.ts';
import type { Rest } from './expected.ts';
import { kitName, kitWordCount, strangeFile } from './messages.ts';

export const kitPin = '1234';
const otherPin = '4321';

/** `cancel` and `keep` are the host's doing. */
export type Deed = Meaning | 'cancel' | 'keep';

export interface Station {
  readonly stage: Stage;
  readonly holds: WalletState;
  /** How the device comes here from the station before. */
  readonly by: readonly Deed[];
  /** Where it is the word at this position. */
  readonly position?: number;
  /** PIN tries left, where they changed. */
  readonly tries?: number;
}

export interface JourneyEnd {
  readonly by: readonly Deed[];
  readonly rest: Rest;
  /** `undefined`: whatever was told before. */
  readonly outcome: Outcome | undefined;
}

export type JourneyRequest =
  | CeremonyRequest
  /** With the backup file that the device has released last. */
  | { readonly kind: 'check-file' | 'restore-file'; readonly file: 'own' }
  /** To another language that the device can speak. */
  | { readonly kind: 'language'; readonly tag: 'other' };

export interface Journey {
  readonly name: string;
  readonly activity: Activity;
  readonly from: Rest;
  /** Without it the device begins by itself. */
  readonly request?: JourneyRequest;
  readonly needs: readonly Capability[];
  readonly stations: readonly Station[];
  readonly end: JourneyEnd;
  /** Loses a wallet by wrong PINs: a new one has to be made after it, so that a person is spared most of them. */
  readonly costly?: true;
}

const right: Meaning = `pin ${kitPin}`;
const wrong: Meaning = `pin ${otherPin}`;

type Before = Omit<Station, 'by' | 'holds'>;

/** A station by what is done before it. */
const station =
  (holds: WalletState) =>
  (stage: Stage, by: readonly Deed[], more: Partial<Before> = {}): Station => ({
    stage,
    holds,
    by,
    ...more,
  });
const empty = station('empty');
const unfinished = station('unfinished-backup');
const backedUp = station('backed-up');

const completed = (rest: Rest, ...by: readonly Deed[]): JourneyEnd => ({ by, rest, outcome: 'completed' });
const cancelled = (rest: Rest): JourneyEnd => ({ by: ['next'], rest, outcome: 'cancelled' });
const declined = (rest: Rest, ...by: readonly Deed[]): JourneyEnd => ({ by, rest, outcome: 'declined' });

const create = { kind: 'create', wordCount: kitWordCount } as const;

const newPin = (at: typeof empty, first: readonly Deed[]): readonly Station[] => [
  at('choose-pin', first),
  at('repeat-pin', [right]),
  at('pins-differ', [wrong]),
  at('choose-pin', ['next']),
  at('repeat-pin', [right]),
];

const shownWords = (at: typeof empty, first: readonly Deed[]): readonly Station[] => [
  at('warning', first),
  at('hold', ['next']),
  at('words', ['hold'], { position: 1 }),
  at('words', ['read 5'], { position: 5 }),
  at('written', ['write-down']),
];

/** From the warning to the words confirmed. */
const backup = (first: readonly Deed[]): readonly Station[] => [
  ...shownWords(unfinished, first),
  unfinished('confirm', ['confirm']),
  backedUp('finish', ['confirm-words']),
];

const pinAfterSlip = [
  backedUp('enter-pin', ['agree']),
  backedUp('wrong-pin', [wrong], { tries: 2 }),
  backedUp('enter-pin', ['next']),
];

const question = backedUp('consent', []);
const emptyQuestion = empty('consent', []);

/** A ceremony of a wallet that is backed up. */
const ofWallet = (
  name: string,
  request: JourneyRequest & { readonly kind: Activity },
  needs: readonly Capability[],
  stations: readonly Station[],
  end: JourneyEnd,
): Journey => ({
  name,
  activity: request.kind,
  from: 'unlocked',
  request,
  needs,
  stations: [question, ...stations],
  end,
});

const pinFirst: readonly (readonly [JourneyRequest & { readonly kind: Activity }, Capability])[] = [
  [{ kind: 'reveal' }, 'reveal'],
  [{ kind: 'check' }, 'check'],
  [{ kind: 'change-pin' }, 'change-pin'],
  [{ kind: 'seed-qr' }, 'seed-qr'],
  [{ kind: 'addresses' }, 'addresses'],
  [{ kind: 'backup-file' }, 'backup-file'],
  [{ kind: 'check-file', file: strangeFile }, 'backup-file'],
  [{ kind: 'rename', name: kitName }, 'rename'],
];

const threeWrongPins = [
  backedUp('wrong-pin', [wrong], { tries: 2 }),
  backedUp('enter-pin', ['next']),
  backedUp('wrong-pin', [wrong], { tries: 1 }),
  backedUp('enter-pin', ['next']),
  empty('wiped', [wrong]),
];
const wipedEnd: JourneyEnd = { by: ['next'], rest: 'empty', outcome: 'wiped' };

/** A new wallet, from nothing to the end: how the kit comes to one. */
export const createJourney: Journey = {
  name: 'create',
  activity: 'create',
  from: 'empty',
  request: create,
  needs: ['create'],
  stations: [emptyQuestion, ...newPin(empty, ['agree']), ...backup([right])],
  end: completed('unlocked', 'next'),
};

/** To an unfinished backup. */
export const beginJourney: Journey = {
  name: 'create-cancelled',
  activity: 'create',
  from: 'empty',
  request: create,
  needs: ['create'],
  stations: [
    emptyQuestion,
    empty('choose-pin', ['agree']),
    empty('repeat-pin', [right]),
    unfinished('warning', [right]),
    unfinished('stopped', ['cancel']),
  ],
  end: cancelled('unfinished'),
};

export const resumeJourney: Journey = {
  name: 'resume',
  activity: 'resume',
  from: 'unfinished',
  needs: [],
  stations: [
    unfinished('unfinished', []),
    unfinished('enter-pin', ['next']),
    unfinished('wrong-pin', [wrong], { tries: 2 }),
    unfinished('enter-pin', ['next']),
    ...backup([right]),
  ],
  end: completed('unlocked', 'next'),
};

/** The right PIN, and no more: it gives the tries back. */
export const retriedJourney: Journey = {
  ...resumeJourney,
  name: 'resume-cancelled-at-warning',
  stations: [
    unfinished('unfinished', []),
    unfinished('enter-pin', ['next']),
    unfinished('warning', [right]),
    unfinished('stopped', ['cancel']),
  ],
  end: cancelled('unfinished'),
};

export const discardJourney: Journey = {
  name: 'resume-discarded',
  activity: 'resume',
  from: 'unfinished',
  needs: [],
  stations: [unfinished('unfinished', []), unfinished('discard', ['back'])],
  end: { by: ['hold'], rest: 'empty', outcome: 'discarded' },
};

export const unlockJourney: Journey = {
  name: 'unlock',
  activity: 'unlock',
  from: 'locked',
  needs: [],
  stations: [
    backedUp('enter-pin', []),
    backedUp('wrong-pin', [wrong], { tries: 2 }),
    backedUp('enter-pin', ['next']),
  ],
  end: { by: [right], rest: 'unlocked', outcome: undefined },
};

export const unlockWipedJourney: Journey = {
  name: 'unlock-wiped',
  activity: 'unlock',
  from: 'locked',
  needs: [],
  stations: [backedUp('enter-pin', []), ...threeWrongPins],
  end: wipedEnd,
  costly: true,
};

export const wipeJourney: Journey = ofWallet(
  'wipe',
  { kind: 'wipe' },
  ['wipe'],
  [backedUp('wipe', ['agree'])],
  completed('empty', 'hold'),
);

export const fileJourney: Journey = ofWallet(
  'backup-file',
  { kind: 'backup-file' },
  ['backup-file'],
  [
    ...pinAfterSlip,
    ...shownWords(backedUp, [right]),
    backedUp('confirm', ['confirm']),
    backedUp('finish', ['confirm-words']),
  ],
  completed('unlocked', 'next'),
);

const entry: readonly Station[] = [
  ...pinAfterSlip,
  backedUp('entry-method', [right]),
  backedUp('enter-words', ['choose-letters']),
];

const language = {
  activity: 'language',
  request: { kind: 'language', tag: 'other' },
  needs: ['language'],
} as const;
/** It asks twice, in both languages. */
const bothQuestions = (at: typeof empty): readonly Station[] => [at('consent', []), at('consent', ['agree'])];

/** There and back, so that the person who acts can read what comes after it. */
const onLanguage: readonly Journey[] = [
  {
    ...language,
    name: 'language-empty-cancelled',
    from: 'empty',
    stations: [...bothQuestions(empty), empty('stopped', ['cancel'])],
    end: cancelled('empty'),
  },
  {
    ...language,
    name: 'language-cancelled',
    from: 'unlocked',
    stations: [...bothQuestions(backedUp).slice(0, 1), backedUp('stopped', ['cancel'])],
    end: cancelled('unlocked'),
  },
  {
    ...language,
    name: 'language-declined',
    from: 'unlocked',
    stations: bothQuestions(backedUp),
    end: declined('unlocked', 'decline'),
  },
  ...['language', 'language-back'].map((name): Journey => ({
    ...language,
    name,
    from: 'unlocked',
    stations: bothQuestions(backedUp),
    end: completed('unlocked', 'agree'),
  })),
];

const onEmpty: readonly Journey[] = [
  ...onLanguage.filter(({ from }) => from === 'empty'),
  { ...createJourney, name: 'create-declined', stations: [emptyQuestion], end: declined('empty', 'decline') },
  {
    name: 'rename-empty',
    activity: 'rename',
    from: 'empty',
    request: { kind: 'rename', name: kitName },
    needs: ['rename'],
    stations: [emptyQuestion],
    end: completed('empty', 'agree'),
  },
  {
    name: 'rename-empty-cancelled',
    activity: 'rename',
    from: 'empty',
    request: { kind: 'rename', name: kitName },
    needs: ['rename'],
    stations: [emptyQuestion, empty('stopped', ['cancel'])],
    end: cancelled('empty'),
  },
  {
    ...createJourney,
    name: 'create-with-dice',
    request: { ...create, dice: true },
    needs: ['create', 'entropy-check'],
    stations: [
      emptyQuestion,
      empty('dice', ['agree']),
      empty('choose-pin', ['roll-dice']),
      empty('stopped', ['cancel']),
    ],
    end: cancelled('empty'),
  },
  {
    ...createJourney,
    name: 'create-checked',
    request: { ...create, entropyCheck: true },
    needs: ['create', 'entropy-check'],
    stations: [
      emptyQuestion,
      empty('entropy', ['agree']),
      empty('choose-pin', ['keep']),
      empty('stopped', ['cancel']),
    ],
    end: cancelled('empty'),
  },
  {
    ...createJourney,
    name: 'create-stopped-in-check',
    request: { ...create, entropyCheck: true },
    needs: ['create', 'entropy-check'],
    stations: [emptyQuestion, empty('entropy', ['agree'])],
    end: { by: ['back'], rest: 'empty', outcome: 'stopped' },
  },
];

const onUnfinished: readonly Journey[] = [
  beginJourney,
  {
    ...discardJourney,
    name: 'resume-kept',
    end: { by: ['back'], rest: 'unfinished', outcome: 'stopped' },
  },
  {
    ...resumeJourney,
    name: 'resume-cancelled',
    stations: [
      unfinished('unfinished', []),
      unfinished('enter-pin', ['next']),
      unfinished('stopped', ['cancel']),
    ],
    end: cancelled('unfinished'),
  },
  resumeJourney,
];

const onWallet: readonly Journey[] = [
  unlockJourney,
  ...onLanguage.filter(({ from }) => from === 'unlocked'),
  ofWallet(
    'reveal',
    { kind: 'reveal' },
    ['reveal'],
    [...pinAfterSlip, ...shownWords(backedUp, [right]), backedUp('confirm', ['confirm'])],
    completed('unlocked', 'confirm-words'),
  ),
  ofWallet('check', { kind: 'check' }, ['check'], [...entry, backedUp('result', ['enter-words'])], {
    by: ['next'],
    rest: 'unlocked',
    outcome: 'match',
  }),
  ofWallet(
    'check-mismatch',
    { kind: 'check' },
    ['check'],
    [
      backedUp('enter-pin', ['agree']),
      backedUp('entry-method', [right]),
      backedUp('enter-words', ['choose-letters']),
      backedUp('result', ['enter-other-words']),
    ],
    { by: ['next'], rest: 'unlocked', outcome: 'no-match' },
  ),
  ofWallet(
    'change-pin',
    { kind: 'change-pin' },
    ['change-pin'],
    [...pinAfterSlip, ...newPin(backedUp, [right])],
    completed('unlocked', right),
  ),
  ofWallet(
    'seed-qr',
    { kind: 'seed-qr' },
    ['seed-qr'],
    [
      ...pinAfterSlip,
      backedUp('warning', [right]),
      backedUp('entry-method', ['next']),
      backedUp('hold', ['choose-standard']),
      backedUp('seed-qr', ['hold']),
      backedUp('written', ['copy-squares']),
    ],
    completed('unlocked', 'next'),
  ),
  ofWallet(
    'addresses',
    { kind: 'addresses' },
    ['addresses'],
    [...pinAfterSlip, backedUp('addresses', [right])],
    completed('unlocked', 'read-addresses'),
  ),
  fileJourney,
  ofWallet(
    'check-file',
    { kind: 'check-file', file: 'own' },
    ['backup-file'],
    [...entry, backedUp('result', ['enter-code'])],
    { by: ['next'], rest: 'unlocked', outcome: 'match' },
  ),
  ofWallet(
    'check-file-wrong-code',
    { kind: 'check-file', file: 'own' },
    ['backup-file'],
    [
      backedUp('enter-pin', ['agree']),
      backedUp('entry-method', [right]),
      backedUp('enter-words', ['choose-letters']),
      backedUp('result', ['enter-other-code']),
    ],
    { by: ['next'], rest: 'unlocked', outcome: 'wrong-code' },
  ),
  ofWallet(
    'check-file-of-another',
    { kind: 'check-file', file: strangeFile },
    ['backup-file'],
    [backedUp('enter-pin', ['agree']), backedUp('result', [right])],
    { by: ['next'], rest: 'unlocked', outcome: 'other-wallet' },
  ),
  ofWallet(
    'rename',
    { kind: 'rename', name: kitName },
    ['rename'],
    pinAfterSlip,
    completed('unlocked', right),
  ),
  ...pinFirst.map(([request, needs]) =>
    ofWallet(
      `${request.kind}-cancelled`,
      request,
      [needs],
      [backedUp('enter-pin', ['agree']), backedUp('stopped', ['cancel'])],
      cancelled('unlocked'),
    ),
  ),
  ofWallet(
    'wipe-declined',
    { kind: 'wipe' },
    ['wipe'],
    [backedUp('wipe', ['agree'])],
    declined('unlocked', 'back'),
  ),
  ofWallet(
    'wipe-cancelled',
    { kind: 'wipe' },
    ['wipe'],
    [backedUp('wipe', ['agree']), backedUp('stopped', ['cancel'])],
    cancelled('unlocked'),
  ),
  wipeJourney,
];

const restoring = { activity: 'restore', from: 'empty', needs: ['restore'] } as const;
const restoringFile = { activity: 'restore-file', from: 'empty', needs: ['backup-file'] } as const;
const restoreRequest = { kind: 'restore', wordCount: kitWordCount } as const;
const restoreFileRequest = { kind: 'restore-file', file: 'own' } as const;
const toEntry: readonly Station[] = [
  emptyQuestion,
  empty('entry-method', ['agree']),
  empty('enter-words', ['choose-letters']),
];

const identifying = {
  activity: 'identify',
  from: 'empty',
  needs: ['addresses'],
  request: { kind: 'identify', wordCount: kitWordCount },
} as const;

/** The paper is that of the wallet before. */
const onRestore: readonly Journey[] = [
  {
    ...identifying,
    name: 'identify-cancelled',
    stations: [...toEntry, empty('stopped', ['cancel'])],
    end: cancelled('empty'),
  },
  {
    ...identifying,
    name: 'identify-stopped',
    stations: [...toEntry, empty('addresses', ['enter-words'])],
    end: { by: ['back'], rest: 'empty', outcome: 'stopped' },
  },
  {
    ...identifying,
    name: 'identify',
    stations: [...toEntry, empty('addresses', ['enter-words'])],
    end: completed('empty', 'read-addresses'),
  },
  {
    ...restoring,
    name: 'restore-cancelled',
    request: restoreRequest,
    stations: [...toEntry, empty('stopped', ['cancel'])],
    end: cancelled('empty'),
  },
  {
    ...restoring,
    name: 'restore',
    request: restoreRequest,
    stations: [
      ...toEntry,
      empty('result', ['enter-words']),
      ...newPin(empty, ['next']),
      backedUp('finish', [right]),
    ],
    end: completed('unlocked', 'next'),
  },
  {
    ...restoring,
    name: 'restore-cancelled-at-the-end',
    request: restoreRequest,
    stations: [
      ...toEntry,
      empty('result', ['enter-words']),
      empty('choose-pin', ['next']),
      empty('repeat-pin', [right]),
      backedUp('finish', [right]),
      backedUp('stopped', ['cancel']),
    ],
    end: cancelled('locked'),
  },
  {
    ...restoringFile,
    name: 'restore-file-wrong-code',
    request: restoreFileRequest,
    stations: [...toEntry, empty('result', ['enter-other-code'])],
    end: { by: ['next'], rest: 'empty', outcome: 'wrong-code' },
  },
  {
    ...restoringFile,
    name: 'restore-file-cancelled',
    request: restoreFileRequest,
    stations: [emptyQuestion, empty('entry-method', ['agree']), empty('stopped', ['cancel'])],
    end: cancelled('empty'),
  },
  {
    ...restoringFile,
    name: 'restore-file',
    request: restoreFileRequest,
    stations: [...toEntry, ...newPin(empty, ['enter-code']), backedUp('finish', [right])],
    end: completed('unlocked', 'next'),
  },
  {
    ...restoringFile,
    name: 'restore-file-cancelled-at-the-end',
    request: restoreFileRequest,
    stations: [
      ...toEntry,
      empty('choose-pin', ['enter-code']),
      empty('repeat-pin', [right]),
      backedUp('finish', [right]),
      backedUp('stopped', ['cancel']),
    ],
    end: cancelled('locked'),
  },
];

const lateCancels: readonly Journey[] = [
  {
    ...createJourney,
    name: 'create-cancelled-at-the-end',
    stations: [
      emptyQuestion,
      empty('choose-pin', ['agree']),
      empty('repeat-pin', [right]),
      ...backup([right]),
      backedUp('stopped', ['cancel']),
    ],
    end: cancelled('locked'),
  },
  {
    ...resumeJourney,
    name: 'resume-cancelled-at-the-end',
    stations: [
      unfinished('unfinished', []),
      unfinished('enter-pin', ['next']),
      ...backup([right]),
      backedUp('stopped', ['cancel']),
    ],
    end: cancelled('locked'),
  },
];

const wiping: readonly Journey[] = [
  unlockWipedJourney,
  {
    ...resumeJourney,
    name: 'resume-wiped',
    stations: [
      unfinished('unfinished', []),
      unfinished('enter-pin', ['next']),
      unfinished('wrong-pin', [wrong], { tries: 2 }),
      unfinished('enter-pin', ['next']),
      unfinished('wrong-pin', [wrong], { tries: 1 }),
      unfinished('enter-pin', ['next']),
      empty('wiped', [wrong]),
    ],
    end: wipedEnd,
    costly: true,
  },
  ...pinFirst.map(([request, needs]): Journey => ({
    ...ofWallet(
      `${request.kind}-wiped`,
      request,
      [needs],
      [backedUp('enter-pin', ['agree']), ...threeWrongPins],
      wipedEnd,
    ),
    costly: true,
  })),
];

/** Journeys that a device goes on which makes no wallets: the kit has no phrase of its own that a person could enter. */
export function needsNoWallet({ from, activity }: Journey): boolean {
  return from === 'empty' && !['restore', 'restore-file', 'identify'].includes(activity);
}

/** In the order in which few wallets have to be made. */
export const journeys: readonly Journey[] = [
  ...onEmpty,
  createJourney,
  ...onWallet.slice(0, -1),
  wipeJourney,
  ...onRestore,
  ...onUnfinished,
  discardJourney,
  ...lateCancels,
  ...wiping,
];
