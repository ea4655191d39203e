/** Where the entropy of a phrase comes from, and in which order: random source, dice, host's part. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openingLast } from '../../../../fixtures/devices/last-candidate.ts';
import {
  openPhraseSource,
  type PhraseSource,
} from '../../../../../firmware-sim/core/vault/entropy/phrase-source.ts';
import { concatBytes } from '../../../../../src/protocol/bytes.ts';
import { wordCounts } from '../../../../../src/protocol/public-state.ts';
import { createCoreBoard } from '../../../../fixtures/devices/core-board.ts';
import { asciiRolls, fairRolls } from '../../../../fixtures/data/dice-rolls.ts';
import { hostPart } from '../../../../fixtures/devices/entropy-host.ts';

const sha256 = (...parts: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(
    createHash('sha256')
      .update(concatBytes(...parts))
      .digest(),
  );
const diceLabel = Uint8Array.from(Buffer.from('Hostblind dice v1', 'ascii'));

/** A source, and what the board gave for the phrase so far, as it was before it was erased. */
function sourceOn(wordCount: (typeof wordCounts)[number]) {
  const given: Uint8Array[] = [];
  const sound = createCoreBoard();
  const board = createCoreBoard({
    random(purpose, length) {
      const bytes = sound.random(purpose, length);
      if (purpose === 'phrase') given.push(bytes.slice());
      return bytes;
    },
  });
  const purposes = (): string[] => board.draws.map(({ purpose, length }) => `${purpose} ${length}`);
  return { source: openPhraseSource(board, wordCount), board, given, purposes };
}

function begun(source: PhraseSource): ReturnType<typeof openingLast> {
  source.beginCheck();
  const candidates = source.candidates();
  if (candidates === undefined) throw new Error('no check has begun');
  return openingLast(candidates);
}

describe('the entropy of a phrase', () => {
  it.each(wordCounts)('for %i words is what the random source gives, tested just before', (wordCount) => {
    const { source, given, purposes } = sourceOn(wordCount);
    const bytes = (wordCount / 3) * 4;
    expect(source.wordCount).toBe(wordCount);
    expect(source.takeEntropy()).toEqual(given[0]);
    expect(purposes()).toEqual(['health 1024', `phrase ${bytes}`]);
  });

  it.each(wordCounts)('for %i words with dice is the hash of both, cut to length', (wordCount) => {
    const { source, given, purposes } = sourceOn(wordCount);
    const rolls = asciiRolls(fairRolls(50));
    source.addRolls(rolls);
    const entropy = source.takeEntropy();
    expect(purposes()).toEqual(['health 1024', 'phrase 32']);
    expect(entropy).toEqual(
      sha256(diceLabel, given[0] ?? new Uint8Array(), sha256(rolls)).slice(0, (wordCount / 3) * 4),
    );
  });
});

describe('with a check', () => {
  it('there are no candidates before it has begun', () => {
    expect(sourceOn(12).source.candidates()).toBeUndefined();
  });

  it('the entropy is that of the kept candidate, and nothing more is drawn', () => {
    const { source, given, purposes } = sourceOn(12);
    const candidates = begun(source);
    candidates.commit();
    candidates.mix(hostPart(1));
    candidates.open();
    candidates.commit();
    candidates.mix(hostPart(2));
    candidates.keep();
    expect(source.takeEntropy()).toEqual(sha256(given[1] ?? new Uint8Array(), hostPart(2)).slice(0, 16));
    expect(purposes()).toEqual(['health 1024', 'phrase 32', 'health 1024', 'phrase 32']);
  });

  it('there is no entropy as long as none is kept: the check cannot be gone around', () => {
    const { source, board } = sourceOn(12);
    const candidates = begun(source);
    const take = (): unknown => source.takeEntropy();
    expect(take).toThrow('no candidate is kept');
    candidates.commit();
    expect(take).toThrow('no candidate is kept');
    candidates.mix(hostPart(1));
    expect(take).toThrow('no candidate is kept');
    candidates.keep();
    expect(source.takeEntropy()).toHaveLength(16);
    // Once: a second phrase would need a second check.
    expect(take).toThrow('no candidate is kept');
    expect(board.draws).toHaveLength(2);
  });

  it('each candidate has the dice in it, when they were rolled', () => {
    const { source, given } = sourceOn(24);
    const rolls = asciiRolls(fairRolls(99));
    source.addRolls(rolls);
    const candidates = begun(source);
    for (const number of [1, 2]) {
      candidates.commit();
      candidates.mix(hostPart(number));
      expect(candidates.open()).toEqual(
        sha256(diceLabel, given[number - 1] ?? new Uint8Array(), sha256(rolls)),
      );
    }
  });

  it('without dice a candidate is what the random source gave, all of its 32 bytes', () => {
    const { source, given } = sourceOn(12);
    const candidates = begun(source);
    candidates.commit();
    candidates.mix(hostPart(1));
    expect(candidates.open()).toEqual(given[0]);
    expect(given[0]).toHaveLength(32);
  });

  it('nothing can be resumed after it was erased', () => {
    const { source } = sourceOn(12);
    const candidates = begun(source);
    candidates.commit();
    candidates.mix(hostPart(1));
    candidates.keep();
    source.erase();
    expect(() => source.takeEntropy()).toThrow('no candidate is kept');
    expect(candidates.commit()).toBe('notInThisState');
  });
});
