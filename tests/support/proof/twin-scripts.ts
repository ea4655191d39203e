/**
 * Random scripts for twins: a ceremony to be led through, and moves that lead there, wander off, interrupt and ask
 * for other things. A script is data, so that fast-check can shrink it and print it.
 */
import fc from 'fast-check';
import { encodeCommand } from '../../../src/protocol/apdu.ts';
import { encodeCeremonyRequest, type CeremonyRequest } from '../../../src/protocol/ceremonies.ts';
import { challengeLength, encodeAttestRequest } from '../../../src/protocol/commands/attest.ts';
import {
  encodeCommitRequest,
  encodeEntropyRequest,
  encodeKeepRequest,
  encodeOpenRequest,
  entropyPartLength,
} from '../../../src/protocol/commands/entropy.ts';
import { encodeNameRequest } from '../../../src/protocol/commands/name.ts';
import { encodeReadFileRequest } from '../../../src/protocol/commands/read-file.ts';
import { encodeWalletRequest } from '../../../src/protocol/commands/wallet.ts';
import { hostblindClass, instructions } from '../../../src/protocol/instructions.ts';
import { wordCounts, type Outcome, type Stage, type WordCount } from '../../../src/protocol/public-state.ts';
import { buttonSteps, hostMessage, type Step } from '../script.ts';
import { hostPart } from './entropy-script.ts';
import { strangersFile } from './strangers-file.ts';

/** Assigned by the protocol, and in no script yet: whoever builds the ceremony adds it to `wholeCeremonies`. */
export const stagesWithoutScript: readonly Stage[] = [];
export const outcomesWithoutScript: readonly Outcome[] = [];

export const rightPin = '1357';
const otherPins = ['0000', '13570', '8642', '99999999'] as const;

/**
 * A request that carries a backup file: of the wallet that each twin's phrase makes, or, to both, a third one's. Codes
 * that differ as well show that the code does not matter; but of a restore the next screen tells whether the code was
 * right, so that random presses need the same code in both.
 */
export interface FileRequest {
  readonly kind: 'check-file' | 'restore-file';
  readonly of: 'own' | 'third';
  readonly codes: 'own' | 'same';
}

export type TwinRequest = Exclude<CeremonyRequest, { kind: FileRequest['kind'] }> | FileRequest;

/** Which wallet the twins hold at the beginning, and what their host asks for whenever they wait for one. */
export interface Setting {
  readonly wallet: 'empty' | 'unfinished' | 'backed-up';
  readonly wordCount: WordCount;
  readonly request: TwinRequest;
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
    const requests: readonly TwinRequest[] = [
      { kind: 'reveal' },
      // Twice: it has the longest way to its end.
      { kind: 'check' },
      { kind: 'check' },
      { kind: 'change-pin' },
      { kind: 'wipe' },
      { kind: 'rename', name },
      { kind: 'seed-qr' },
      { kind: 'backup-file' },
      { kind: 'check-file', of: 'own', codes: 'own' },
      { kind: 'check-file', of: 'third', codes: 'own' },
    ];
    const create: TwinRequest = { kind: 'create', wordCount };
    const onEmpty: readonly TwinRequest[] = [
      create,
      { ...create, entropyCheck: true },
      { ...create, dice: true },
      { kind: 'restore', wordCount },
      { kind: 'restore-file', of: 'own', codes: 'same' },
    ];
    return fc.constantFrom<Setting>(
      ...requests.map((request): Setting => ({ wallet: 'backed-up', wordCount, request })),
      ...onEmpty.map((request): Setting => ({ wallet: 'empty', wordCount, request })),
      { wallet: 'unfinished', wordCount, request: create },
    );
  });

/** The four messages of the entropy check; of host parts few different ones, so that one comes twice. */
export const checkMessage: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.constantFrom(encodeCommitRequest(), encodeOpenRequest(), encodeKeepRequest()),
  fc.oneof(
    { weight: 6, arbitrary: fc.nat(5).map((index) => encodeEntropyRequest(hostPart(index))) },
    { weight: 1, arbitrary: fc.constant(encodeEntropyRequest(new Uint8Array(entropyPartLength))) },
  ),
);

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
        { kind: 'create', wordCount: 12, entropyCheck: true },
        { kind: 'create', wordCount: 12, dice: true },
        { kind: 'seed-qr' },
        { kind: 'backup-file' },
        { kind: 'check-file', file: strangersFile },
        { kind: 'restore-file', file: strangersFile },
      )
      .map(encodeCeremonyRequest),
  },
  { weight: 40, arbitrary: fc.oneof(checkMessage, fc.constant(encodeReadFileRequest())) },
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
    request: TwinRequest,
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
    // Enough for 99 rolls and 24 words.
    lead: 1_600,
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
    script('empty', { kind: 'create', wordCount, entropyCheck: true }),
    script('empty', { kind: 'create', wordCount, dice: true }),
    script('empty', { kind: 'create', wordCount, dice: true, entropyCheck: true }),
    script('backed-up', { kind: 'seed-qr' }),
    script('backed-up', { kind: 'seed-qr' }, { entry: 'letters' }),
    script('backed-up', { kind: 'backup-file' }),
    script('backed-up', { kind: 'check-file', of: 'own', codes: 'own' }),
    script('backed-up', { kind: 'check-file', of: 'own', codes: 'own' }, { papers: 'first' }),
    script('backed-up', { kind: 'check-file', of: 'own', codes: 'same' }, { entry: 'letters' }),
    script('backed-up', { kind: 'check-file', of: 'own', codes: 'own' }, { papers: 'third' }),
    script('backed-up', { kind: 'check-file', of: 'third', codes: 'own' }),
    script('empty', { kind: 'restore-file', of: 'own', codes: 'own' }),
    script('empty', { kind: 'restore-file', of: 'own', codes: 'same' }, { entry: 'letters' }),
    script('empty', { kind: 'restore-file', of: 'own', codes: 'own' }, { papers: 'third' }),
  ];
});
