/**
 * Random scripts for twins: a ceremony to be led through, and moves that lead there, wander off, interrupt and ask
 * for other things. A script is data, so that fast-check can shrink it and print it.
 */
import fc from 'fast-check';
import { encodeCommand } from '../../../src/protocol/apdu.ts';
import { encodeCeremonyRequest, type CeremonyRequest } from '../../../src/protocol/ceremonies.ts';
import { challengeLength, encodeAttestRequest } from '../../../src/protocol/commands/attest.ts';
import { encodeNameRequest } from '../../../src/protocol/commands/name.ts';
import { encodeWalletRequest } from '../../../src/protocol/commands/wallet.ts';
import { hostblindClass, instructions } from '../../../src/protocol/instructions.ts';
import { wordCounts, type Outcome, type Stage, type WordCount } from '../../../src/protocol/public-state.ts';
import { buttonSteps, hostMessage, type Step } from '../script.ts';

/** Assigned by the protocol, and in no script yet: whoever builds the ceremony adds it to `wholeCeremonies`. */
export const stagesWithoutScript: readonly Stage[] = ['entropy', 'dice', 'seed-qr'];
export const outcomesWithoutScript: readonly Outcome[] = ['wrong-code', 'other-wallet'];

export const rightPin = '1357';
const otherPins = ['0000', '13570', '8642', '99999999'] as const;

/** Which wallet the twins hold at the beginning, and what their host asks for whenever they wait for one. */
export interface Setting {
  readonly wallet: 'empty' | 'unfinished' | 'backed-up';
  readonly wordCount: WordCount;
  readonly request: CeremonyRequest;
}

export type Move =
  /** So many presses as the ceremony wants them. */
  | { readonly kind: 'go'; readonly presses: number }
  /** Anything that two buttons can do. */
  | { readonly kind: 'slip'; readonly steps: readonly Step[] }
  | { readonly kind: 'message'; readonly command: Uint8Array }
  | { readonly kind: 'stall'; readonly milliseconds: number }
  | { readonly kind: 'replug' };

export interface TwinScript {
  readonly setting: Setting;
  readonly pin: string;
  readonly newPin: string;
  readonly repeatedPin: string;
  readonly entry: 'letters' | 'halving';
  readonly unfinished: 'resume' | 'discard';
  readonly seen: 'done' | 'confirm';
  /** Each person enters the own words, or both the first one's, or both a third one's. */
  readonly papers: 'own' | 'first' | 'third';
  /** Two different phrases out of a pool. */
  readonly phrases: readonly [number, number];
  readonly randomness: number;
  /** Presses along the ceremony before the first move, so that many scripts begin deep inside. */
  readonly lead: number;
  readonly moves: readonly Move[];
}

export const phrasePool = 6;

const settings: fc.Arbitrary<Setting> = fc
  .tuple(fc.constantFrom(12, ...wordCounts), fc.constantFrom('Desk', 'x', '0123456789abcdef'))
  .chain(([wordCount, name]) => {
    const requests: readonly CeremonyRequest[] = [
      { kind: 'reveal' },
      // Twice: it has the longest way to its end.
      { kind: 'check' },
      { kind: 'check' },
      { kind: 'change-pin' },
      { kind: 'wipe' },
      { kind: 'rename', name },
    ];
    const create: CeremonyRequest = { kind: 'create', wordCount };
    const restore: CeremonyRequest = { kind: 'restore', wordCount };
    return fc.constantFrom<Setting>(
      ...requests.map((request): Setting => ({ wallet: 'backed-up', wordCount, request })),
      { wallet: 'empty', wordCount, request: create },
      { wallet: 'empty', wordCount, request: restore },
      { wallet: 'unfinished', wordCount, request: create },
    );
  });

/** Every request as it should be; what a host can ask with data of its own; every instruction that there is. */
export const everySortOfMessage: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 60, arbitrary: hostMessage },
  {
    weight: 30,
    arbitrary: fc
      .constantFrom<CeremonyRequest>(
        { kind: 'reveal' },
        { kind: 'check' },
        { kind: 'change-pin' },
        { kind: 'wipe' },
        { kind: 'rename', name: 'Other' },
        { kind: 'restore', wordCount: 12 },
      )
      .map(encodeCeremonyRequest),
  },
  { weight: 10, arbitrary: fc.constant(encodeNameRequest()) },
  {
    weight: 30,
    arbitrary: fc
      .tuple(fc.constantFrom(...Object.values(instructions)), fc.uint8Array({ maxLength: 34 }))
      .map(([instruction, data]) => encodeCommand(hostblindClass, instruction, data)),
  },
  // Two signatures take longer than a whole script; they know no wallet.
  { weight: 1, arbitrary: fc.constant(encodeAttestRequest(new Uint8Array(challengeLength).fill(5))) },
);

const go = (most: number): fc.Arbitrary<Move> =>
  fc.integer({ min: 1, max: most }).map((presses) => ({ kind: 'go', presses }));

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 120, arbitrary: go(6) },
  { weight: 60, arbitrary: go(40) },
  { weight: 5, arbitrary: go(400) },
  { weight: 80, arbitrary: buttonSteps.map((steps): Move => ({ kind: 'slip', steps })) },
  { weight: 80, arbitrary: everySortOfMessage.map((command): Move => ({ kind: 'message', command })) },
  { weight: 10, arbitrary: fc.nat(20_000).map((milliseconds): Move => ({ kind: 'stall', milliseconds })) },
  { weight: 7, arbitrary: fc.constant<Move>({ kind: 'replug' }) },
);

const pin = fc.oneof(
  { weight: 5, arbitrary: fc.constant(rightPin) },
  { weight: 1, arbitrary: fc.constantFrom(...otherPins) },
);

const phrase = fc.nat(phrasePool - 1);

export const twinScript: fc.Arbitrary<TwinScript> = fc.record({
  setting: settings,
  pin,
  newPin: fc.constantFrom(rightPin, '8642'),
  repeatedPin: fc.oneof(
    { weight: 6, arbitrary: fc.constant('same') },
    { weight: 1, arbitrary: fc.constantFrom(...otherPins) },
  ),
  entry: fc.constantFrom('letters', 'halving'),
  unfinished: fc.constantFrom('resume', 'resume', 'discard'),
  seen: fc.constantFrom('done', 'confirm'),
  papers: fc.constantFrom('own', 'own', 'first', 'third', 'third'),
  phrases: fc
    .tuple(phrase, fc.integer({ min: 1, max: phrasePool - 1 }))
    .map(([one, apart]): [number, number] => [one, (one + apart) % phrasePool]),
  randomness: fc.nat(999_999),
  lead: fc.oneof(
    { weight: 14, arbitrary: fc.nat(30) },
    { weight: 1, arbitrary: fc.integer({ min: 50, max: 300 }) },
  ),
  moves: fc.array(move, { minLength: 1, maxLength: 6, size: 'max' }),
});

/** Each ceremony from end to end, without a slip: what random scripts reach by luck, these reach always. */
export const wholeCeremonies: readonly TwinScript[] = wordCounts.flatMap((wordCount) => {
  const script = (
    wallet: Setting['wallet'],
    request: CeremonyRequest,
    change: Partial<TwinScript> = {},
  ): TwinScript => ({
    setting: { wallet, wordCount, request },
    pin: rightPin,
    newPin: '8642',
    repeatedPin: 'same',
    entry: 'halving',
    unfinished: 'resume',
    seen: 'confirm',
    papers: 'own',
    phrases: [0, 1],
    randomness: wordCount,
    lead: 800,
    moves: [{ kind: 'message', command: encodeWalletRequest() }, { kind: 'replug' }],
    ...change,
  });
  return [
    script('empty', { kind: 'create', wordCount }),
    script('empty', { kind: 'restore', wordCount }),
    script('empty', { kind: 'restore', wordCount }, { entry: 'letters', papers: 'third' }),
    script('unfinished', { kind: 'create', wordCount }),
    script('unfinished', { kind: 'create', wordCount }, { unfinished: 'discard' }),
    script('backed-up', { kind: 'reveal' }),
    script('backed-up', { kind: 'reveal' }, { seen: 'done' }),
    script('backed-up', { kind: 'check' }),
    script('backed-up', { kind: 'check' }, { papers: 'first' }),
    script('backed-up', { kind: 'check' }, { entry: 'letters', papers: 'first' }),
    script('backed-up', { kind: 'check' }, { entry: 'letters', papers: 'third' }),
    script('backed-up', { kind: 'change-pin' }),
    script('backed-up', { kind: 'change-pin' }, { repeatedPin: '0000' }),
    script('backed-up', { kind: 'wipe' }),
    script('backed-up', { kind: 'rename', name: 'Desk' }),
    script('backed-up', { kind: 'reveal' }, { pin: '0000' }),
  ];
});
