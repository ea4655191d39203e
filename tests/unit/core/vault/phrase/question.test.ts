import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { lookAlikes } from '../../../../fixtures/data/look-alikes.ts';
import { phraseFromEntropy, wordlistLength } from '../../../../../firmware-sim/core/vault/phrase/phrase.ts';
import {
  choiceCount,
  makeQuestion,
  questionBlockLength,
  type Question,
} from '../../../../../firmware-sim/core/vault/phrase/question.ts';
import { seededRandom } from '../../../../fixtures/devices/test-device.ts';

/** Random bytes for the next question, of a stream that begins with each test. */
let block: () => Uint8Array;
beforeEach(() => {
  const random = seededRandom({ all: 'question' });
  block = () => random('quiz', questionBlockLength);
});
const blocks = fc.uint8Array({ minLength: questionBlockLength, maxLength: questionBlockLength });
const phrases = fc
  .constantFrom(16, 20, 24, 28, 32)
  .chain((length) => fc.uint8Array({ minLength: length, maxLength: length }))
  .map(phraseFromEntropy);

/** The wrong choices, and of which kind one of them can be said to be. */
function decoysOf({ choices, right }: Question): number[] {
  return [...choices].filter((_, place) => place !== right);
}

/** The block that has `values` (32 bits each, big-endian) for place, own word, look-alike, random word and order. */
function blockOf(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(questionBlockLength);
  values.forEach((value, index) => new DataView(bytes.buffer).setUint32(index * 4, value));
  return bytes;
}

const everyIndex = Array.from({ length: wordlistLength }, (_, index) => index);

/** Pearson's statistic against equal chances. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

describe('makeQuestion', () => {
  const phrase = phraseFromEntropy(Uint8Array.from({ length: 32 }, (_, index) => index * 7 + 1));

  it.each([0, 1, 2, 3])(
    'offers four different words with the right one in place, for each word (%i)',
    (part) => {
      for (let wordIndex = part; wordIndex < wordlistLength; wordIndex += 4) {
        const around = Uint16Array.of(
          wordIndex,
          (wordIndex + 1) % wordlistLength,
          (wordIndex + 700) % wordlistLength,
        );
        const { choices, right } = makeQuestion(around, 0, block());
        expect(choices).toHaveLength(choiceCount);
        expect(new Set(choices).size).toBe(choiceCount);
        expect(choices[right]).toBe(wordIndex);
        for (const choice of choices) expect(choice).toBeLessThan(wordlistLength);
      }
    },
  );

  it('offers a word of the phrase and a look-alike, for any phrase, position and block', () => {
    fc.assert(
      fc.property(phrases, fc.nat(23), blocks, (words, at, bytes) => {
        const position = at % words.length;
        const answer = words[position] ?? -1;
        const question = makeQuestion(words, position, bytes);
        expect(question.choices[question.right]).toBe(answer);
        expect(new Set(question.choices).size).toBe(choiceCount);
        const decoys = decoysOf(question);
        const own = new Set([...words].filter((word) => word !== answer));
        const alike = new Set(lookAlikes(answer));
        // Some assignment of the decoys to the kinds must exist: one own word, and another that is a look-alike,
        // unless every look-alike is taken by the own word.
        const fits = decoys.some(
          (ownWord) =>
            (own.size === 0 || own.has(ownWord)) &&
            decoys.some(
              (word) => word !== ownWord && (alike.has(word) || [...alike].every((each) => each === ownWord)),
            ),
        );
        expect(fits).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('takes each kind from its own bytes of the block, big-endian, modulo the choices', () => {
    const answer = phrase[3] ?? -1;
    const own = [...phrase].filter((word) => word !== answer);
    const alike = lookAlikes(answer).filter((word) => word !== own[2]);
    const others = Array.from({ length: wordlistLength }, (_, index) => index).filter(
      (word) => ![answer, own[2], alike[1]].includes(word),
    );
    const question = makeQuestion(phrase, 3, blockOf(2, 2, 1, 1000, 0));
    expect(question).toEqual({
      right: 2,
      choices: Uint16Array.of(own[2] ?? -1, alike[1] ?? -1, answer, others[1000] ?? -1),
    });
    const wrapped = blockOf(
      2 + 4 * 0x01010101,
      2 + own.length * 0x10001,
      1 + alike.length * 0x10001,
      1000,
      6,
    );
    expect(makeQuestion(phrase, 3, wrapped)).toEqual(question);
  });

  it.each([
    ['a low answer and a high own word', Uint16Array.of(3, 1500)],
    ['a high answer and a low own word', Uint16Array.of(1500, 3)],
    ['neighbours in the list', Uint16Array.of(701, 700)],
  ])('draws every word that is not taken once, as the random one: %s', (_, words) => {
    const fixed = new Set(makeQuestion(words, 0, blockOf(3, 0, 0, 2000, 0)).choices.subarray(0, 2));
    const drawn = Array.from({ length: wordlistLength - 3 }, (__, value) => {
      const { choices } = makeQuestion(words, 0, blockOf(3, 0, 0, value, 0));
      expect(new Set(choices.subarray(0, 2))).toEqual(fixed);
      return choices[2] ?? -1;
    });
    const taken = new Set([words[0], ...fixed]);
    expect(drawn).toEqual(everyIndex.filter((index) => !taken.has(index)));
  });

  it('orders the decoys in all six ways', () => {
    const orders = [0, 1, 2, 3, 4, 5].map(
      (order) => makeQuestion(phrase, 0, blockOf(3, 5, 1, 40, order)).choices,
    );
    expect(new Set(orders.map(String)).size).toBe(6);
    expect(new Set(orders.map((choices) => String([...choices].toSorted((a, b) => a - b)))).size).toBe(1);
  });

  it('places the right word by the block alone, for any phrase and position (H1)', () => {
    fc.assert(
      fc.property(phrases, phrases, fc.nat(11), fc.nat(11), blocks, (one, other, here, there, bytes) => {
        expect(makeQuestion(one, here, bytes).right).toBe(makeQuestion(other, there, bytes).right);
      }),
      { numRuns: 80 },
    );
  });

  it('places the right word and orders the wrong ones evenly', () => {
    const places = [0, 0, 0, 0];
    const orders = new Map<string, number>();
    const rounds = 400;
    for (let round = 0; round < rounds; round += 1) {
      const { right } = makeQuestion(phrase, 5, block());
      places[right] = (places[right] ?? 0) + 1;
      const bytes = block();
      bytes.set(blockOf(0, 0, 0, 0).subarray(0, 16));
      const key = String(makeQuestion(phrase, 5, bytes).choices);
      orders.set(key, (orders.get(key) ?? 0) + 1);
    }
    // The seed is fixed: these are the bounds for one chance in a thousand, with 3 and 5 degrees of freedom.
    expect(chiSquare(places)).toBeLessThan(16.27);
    expect(orders.size).toBe(6);
    expect(chiSquare([...orders.values()])).toBeLessThan(20.52);
  });

  it('draws all of the other words of the phrase as own words', () => {
    const answer = phrase[0] ?? -1;
    const others = [...new Set(phrase)].filter((word) => word !== answer);
    const seen = new Set<number>();
    for (let index = 0; index < phrase.length; index += 1) {
      for (const word of decoysOf(makeQuestion(phrase, 0, blockOf(0, index, 0, 0, 0)))) seen.add(word);
    }
    for (const word of others) expect(seen.has(word)).toBe(true);
  });
});

describe('phrases of repeated words', () => {
  const abandon = phraseFromEntropy(new Uint8Array(16));
  const zoo = phraseFromEntropy(new Uint8Array(32).fill(0xff));

  it.each([
    ['abandon eleven times and about', abandon],
    ['zoo 23 times and vote', zoo],
    ['one word only', new Uint16Array(12).fill(1234)],
    ['two words in turn', Uint16Array.from({ length: 12 }, (_, index) => (index % 2) * 2047)],
  ])('are asked like any other: %s', (_, phrase) => {
    for (let position = 0; position < phrase.length; position += 1) {
      for (let round = 0; round < 10; round += 1) {
        const question = makeQuestion(phrase, position, block());
        expect(new Set(question.choices).size).toBe(choiceCount);
        expect(question.choices[question.right]).toBe(phrase[position]);
        const others = [...phrase].filter((word) => word !== phrase[position]);
        if (others.length > 0) expect(decoysOf(question).some((word) => others.includes(word))).toBe(true);
      }
    }
  });

  it('never offer a repeated word as wrong', () => {
    for (let round = 0; round < 50; round += 1) {
      const question = makeQuestion(abandon, 4, block());
      expect(decoysOf(question)).not.toContain(0);
    }
  });

  it('fall back on any word where no other own word exists', () => {
    const alone = new Uint16Array(12).fill(500);
    const seen = new Set(
      Array.from({ length: 8 }, (_, step) =>
        String(makeQuestion(alone, 0, blockOf(0, step * 250, 0, 0, 0)).choices),
      ),
    );
    expect(seen.size).toBe(8);
  });
});

describe('a position outside the phrase', () => {
  it.each([-1, 12])('is refused: %i', (position) => {
    expect(() => makeQuestion(new Uint16Array(12), position, block())).toThrow(
      new RangeError('no such position in the phrase'),
    );
  });
});
