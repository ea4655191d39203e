/** What a person, a host and time can do at each place, with the words of the tables. */
import { encodeCommitRequest } from '../../src/protocol/entropy/entropy.ts';
import { encodeCancelRequest } from '../../src/protocol/commands/cancel.ts';
import type { Stage } from '../../src/protocol/public-state.ts';
import { fairRolls } from '../fixtures/data/dice-rolls.ts';
import { wrongCode } from '../fixtures/data/wrong-code.ts';
import { checkEntropy } from '../fixtures/devices/entropy-host.ts';
import { expectScreen, look, pick, rollDice, tap, typePin } from '../kit/drivers/person.ts';
import { ask, goOn, placeOf, type Place, type Walker } from './walker.ts';

export interface Try {
  /** In the words of the tables. */
  readonly label: string;
  readonly play: (walker: Walker) => void;
}

const wrongPin = '0000';
const rollCount = 50;

/** Stages whose screens are one to read and to answer: the buttons that the glass names are all there is. */
const interactive: readonly Stage[] = [
  'choose-pin',
  'repeat-pin',
  'enter-pin',
  'dice',
  'entropy',
  'words',
  'seed-qr',
  'confirm',
  'enter-words',
  'idle',
];

/** The names of the buttons at the foot of the glass. */
export function namedButtons(walker: Walker): { left?: string; both?: string; right?: string } {
  const named: { left?: string; both?: string; right?: string } = {};
  for (const line of walker.device.lines()) {
    const [, left] = /^◀ (.*)$/.exec(line) ?? [];
    const [, both] = /^●● (.*)$/.exec(line) ?? [];
    const [, right] = /^(.*) ▶$/.exec(line) ?? [];
    if (left !== undefined) named.left = left;
    if (both !== undefined) named.both = both;
    if (right !== undefined) named.right = right;
  }
  return named;
}

const requestLabels: Readonly<Record<string, string>> = {
  plain: ', for a create with neither flag',
  check: ', for a create with the entropy check alone',
  dice: ', for a create with dice',
  'dice and check': ', for a create with dice',
};

const rolledLabels: Readonly<Record<string, string>> = {
  dice: ', without the entropy check',
  'dice and check': ', with the entropy check',
};

/** What a press at a screen that is read depends on beside the screen. */
function condition(walker: Walker, { stage, screen }: Place, gesture: string): string {
  const { asked, notes } = walker;
  if (gesture !== 'right' || asked === undefined) return '';
  if (stage === 'consent' && asked.request.kind === 'create') return requestLabels[asked.variant] ?? '';
  if (stage === 'warning' && asked.request.kind === 'seed-qr')
    return walker.device.status().wordCount === 12 ? ', with 12 or 24 words' : ', with 15, 18 or 21 words';
  if (screen === 'All rolled?') {
    return notes.has('unfair')
      ? ', with rolls that no fair die gives'
      : `${rolledLabels[asked.variant] ?? ''}`;
  }
  return screen === 'Try again?' ? ', with nothing changed' : '';
}

function afterTap({ notes }: Walker, screen: string, name: string): void {
  if (name === 'Look') notes.add('again');
  if (screen === 'Not random') notes.delete('unfair');
}

function buttonTries(walker: Walker): Try[] {
  const place = placeOf(walker);
  const { screen } = place;
  const named = namedButtons(walker);
  // The right button first: it leads to entry by halving, where "back" is one press.
  return (['right', 'left', 'both'] as const).flatMap((gesture) => {
    const name = named[gesture];
    if (name === undefined) return [];
    if (gesture === 'right' && name === 'Hold')
      return [
        {
          label: 'right, held for 1.5 s',
          play: ({ device }: Walker) => void device.fingers({ kind: 'hold', milliseconds: 1_600 }),
        },
      ];
    return [
      {
        label: `${gesture} ("${name}")${condition(walker, place, gesture)}`,
        play(at: Walker) {
          at.device.person(tap(gesture));
          afterTap(at, screen, name);
        },
      },
    ];
  });
}

const goingOn = (label: string): Try => ({ label, play: (walker) => goOn(walker) });

function pinTries(walker: Walker, stage: Stage): Try[] {
  if (stage === 'choose-pin') return [goingOn('4 to 8 digits and OK')];
  const enterWrong = (label: string): Try => ({
    label,
    play: ({ device }) => device.person(typePin(wrongPin)),
  });
  if (stage === 'repeat-pin') return [goingOn('the same PIN'), enterWrong('another PIN')];
  const { asked } = walker;
  const about =
    asked?.request.kind !== 'check-file'
      ? ''
      : asked.variant === 'other'
        ? ', and the file names another wallet'
        : ', and the file names this wallet';
  const last = walker.device.status().triesLeft === 1;
  return [
    goingOn(`the right PIN${about}`),
    enterWrong(last ? 'the third wrong PIN' : 'a wrong PIN, not the third'),
  ];
}

/** Before the first word, by the button that goes back. */
const leaving: Try = {
  label: 'back, at the first word',
  play({ device }) {
    device.person(
      (function* back() {
        const lines = yield* look();
        yield* tap(lines.includes('●● Change') ? 'left' : 'both');
        yield* expectScreen('Stop entering?');
      })(),
    );
  },
};

/** Words 1 and 2 the other way round, as a person may copy them. */
const swapped = (paper: readonly string[]): string[] => {
  const [first = '', second = '', ...rest] = paper;
  return [second, first, ...rest];
};

function wordTries(walker: Walker): Try[] {
  const { activity } = walker.device.status();
  if (walker.notes.has('again')) return [goingOn('right, past the last word'), leaving];
  const wrong = (label: string, change: Partial<Walker['known']>): Try => ({
    label,
    play: (at) => goOn(at, { ...at.known, ...change }),
  });
  const { known } = walker;
  switch (activity) {
    case 'check':
      return [
        goingOn("the last word; they are the wallet's"),
        wrong("the last word; they aren't the wallet's", { paper: swapped(known.paper) }),
        leaving,
      ];
    case 'restore':
    case 'identify':
      return [
        goingOn('the last word; their checksum is right'),
        wrong("the last word; it isn't", { otherPaper: swapped(known.otherPaper) }),
        leaving,
      ];
    default:
      return [
        goingOn(
          walker.asked?.variant === 'forged'
            ? 'the last code word; they open the file, and the wallet in it has another ID than the file says'
            : 'the last code word; they open the file',
        ),
        wrong("the last code word; they have a wrong checksum, or don't open the file", {
          fileCode: wrongCode,
        }),
        leaving,
      ];
  }
}

function confirmTries(walker: Walker): Try[] {
  const choose = (which: 'wrong' | 'again') =>
    function* choosing() {
      if (which === 'again') {
        // The bar is on the first of five entries: one up is the last.
        yield* tap('left');
        return yield* tap('both');
      }
      const lines = yield* look();
      const asked = Number(/(\d+) of \d+\?$/.exec(lines[0] ?? '')?.[1] ?? 0);
      const paper = lines[0]?.startsWith('Code') === true ? walker.known.newCode : walker.known.paper;
      yield* pick(lines.slice(1, 5).find((text) => text !== paper[asked - 1]) ?? '');
    };
  return [
    goingOn('both ("Choose"), the last word right'),
    {
      label: 'both ("Choose"), a wrong word',
      play: ({ device }) => device.person(choose('wrong')()),
    },
    {
      label: 'both ("Choose"), at "Show the words again"',
      play: ({ device }) => device.person(choose('again')()),
    },
  ];
}

/** From whichever roll the device is at. */
const rollOn = (rolls: string) =>
  function* rolling() {
    const [, place = ''] = yield* expectScreen('Roll the dice');
    const next = Number(/^Roll (\d+) of/.exec(place)?.[1] ?? 1);
    yield* rollDice(rolls.slice(next - 1));
  };

const diceTries: readonly Try[] = [
  {
    label: 'both ("Enter"), the last roll',
    play: ({ device }) => device.person(rollOn(fairRolls(rollCount))()),
  },
  {
    label: 'both ("Enter"), the last roll',
    play(walker) {
      const { device, notes } = walker;
      if (device.lines().some((line) => line.startsWith('Roll 1 of'))) notes.add('unfair');
      device.person(rollOn('1'.repeat(rollCount))());
    },
  },
];

const entropyTries: readonly Try[] = [
  {
    label: 'the host keeps a candidate (`C8 14`)',
    play: ({ device }) => void checkEntropy((command) => device.exchange(command), 1, 12),
  },
  { label: 'left ("Stop")', play: ({ device }) => device.person(tap('left')) },
  { label: 'two minutes without a step of the host', play: ({ device }) => device.tick(120_100) },
  {
    label: 'the random source fails at a commit (`C8 11`)',
    play(walker) {
      walker.breakRandom();
      walker.device.exchange(encodeCommitRequest());
    },
  },
];

const turning = (stage: 'words' | 'seed-qr', first: string, last: string): Try[] => [
  goingOn(`right ("Next"), at ${last}`),
  {
    label: `left ("Back"), at ${first}`,
    play({ device }) {
      device.person(expectScreen(stage === 'words' ? /^(Word|Code word) 1 of / : 'SeedQR'));
      device.person(tap('left'));
    },
  },
];

export const cancelTry: Try = {
  label: 'cancel (`C8 03`)',
  play: ({ device }) => void device.exchange(encodeCancelRequest()),
};

/** All that can be done, but for a cancel, at a screen that takes presses. */
export function triesAt(walker: Walker): readonly Try[] {
  const { stage, screen, activity } = placeOf(walker);
  if (activity === 'none')
    return walker.asks.map((asked) => ({ label: 'asked for', play: (at) => ask(at, asked) }));
  switch (screen === '' && interactive.includes(stage) ? stage : '') {
    case 'choose-pin':
    case 'repeat-pin':
    case 'enter-pin':
      return pinTries(walker, stage);
    case 'dice':
      return diceTries;
    case 'entropy':
      return entropyTries;
    case 'words':
      return turning('words', 'the first', 'the last');
    case 'seed-qr':
      return turning('seed-qr', 'the whole code', 'the last block');
    case 'confirm':
      return confirmTries(walker);
    case 'enter-words':
      return wordTries(walker);
    default:
      return buttonTries(walker);
  }
}
