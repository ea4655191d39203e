/** Dice: how many rolls (S3), what is made of them, and which rolls no fair die gives. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flawOf, rollsNeeded } from '../../../../../firmware-sim/core/vault/entropy/dice.ts';
import { openPhraseSource } from '../../../../../firmware-sim/core/vault/entropy/phrase-source.ts';
import { fromHex, toHex } from '../../../../../src/protocol/bytes.ts';
import { wordCounts } from '../../../../../src/protocol/public-state.ts';
import { countingBytes, createCoreBoard } from '../../../../fixtures/devices/core-board.ts';
import { asciiRolls, fairNumbers, fairRolls } from '../../../../fixtures/data/dice-rolls.ts';

const sourceBytes = countingBytes(32, 7);

/** The entropy that these rolls give with a random source whose bytes are known. */
function entropyOf(rolls: string): string {
  const board = createCoreBoard({
    random: (purpose, length) =>
      purpose === 'phrase' ? sourceBytes.slice(0, length) : countingBytes(length),
  });
  const source = openPhraseSource(board, 24);
  source.addRolls(asciiRolls(rolls));
  return toHex(source.takeEntropy());
}

function mixedWith(digest: string): string {
  const hash = createHash('sha256').update('Hostblind dice v1').update(sourceBytes);
  return hash.update(fromHex(digest)).digest('hex');
}

describe('S3: the number of rolls', () => {
  it('is the smallest that gives the bits, at most a tenth of one short', () => {
    expect(wordCounts.map(rollsNeeded)).toEqual([50, 62, 75, 87, 99]);
    for (const wordCount of wordCounts) {
      const strength = (wordCount / 3) * 32;
      expect(rollsNeeded(wordCount) * Math.log2(6)).toBeGreaterThanOrEqual(strength - 0.1);
      expect((rollsNeeded(wordCount) - 1) * Math.log2(6)).toBeLessThan(strength - 0.1);
    }
    // 99 and not 100: what is missing to 256 bits is less than a tenth of a bit.
    expect(256 - 99 * Math.log2(6)).toBeCloseTo(0.0886, 3);
  });
});

describe('S3: what is made of the rolls', () => {
  // Coldcard publishes these: SHA-256 over the rolls as a string of digits.
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['123456', '8d969eef6ecad3c29a3a629280e686cf0c3f5d5a86aff3ca12020c923adc6c92'],
  ])('is SHA-256 of the digits as ASCII: %j', (rolls, digest) => {
    expect(entropyOf(rolls)).toBe(mixedWith(digest));
  });

  it('counts a leading 1 and every roll: no two series of any length are taken for one', () => {
    expect(entropyOf(`1${'4'.repeat(47)}`)).not.toBe(entropyOf('4'.repeat(47)));
    const rolls = fc.string({ unit: fc.constantFrom('1', '2', '3', '4', '5', '6'), maxLength: 60 });
    fc.assert(
      fc.property(rolls, rolls, (one, other) => {
        expect(entropyOf(one) === entropyOf(other)).toBe(one === other);
      }),
    );
  });

  it('is never the rolls alone: the random source is in it', () => {
    const other = createCoreBoard();
    const source = openPhraseSource(other, 24);
    source.addRolls(asciiRolls('123456'));
    expect(toHex(source.takeEntropy())).not.toBe(entropyOf('123456'));
    // A test of the source comes first; what was drawn for the phrase is overwritten.
    expect(other.draws.map(({ purpose, length }) => [purpose, length])).toEqual([
      ['health', 1024],
      ['phrase', 32],
    ]);
    expect(other.draws[1]?.bytes.every((byte) => byte === 0)).toBe(true);
  });
});

const lengths = wordCounts.map(rollsNeeded);
const cut = (rolls: string, length: number): Uint8Array => asciiRolls(rolls.repeat(length).slice(0, length));

describe('S3: rolls that no fair die gives', () => {
  it.each(['1', '6', '12', '123', '123456', '654321', '112233445566', '135246', '1425364', '12345654321'])(
    'are those that repeat %s',
    (period) => {
      for (const length of lengths) expect(flawOf(cut(period, length))).toBeDefined();
    },
  );

  it('are all of one number but for a few: biased, and said so', () => {
    for (const length of lengths) {
      expect(flawOf(cut('4', length))).toBe('biased');
      expect(flawOf(asciiRolls(`123456${'4'.repeat(length - 6)}`))).toBe('biased');
    }
  });

  it('are the throws of a coin, written as two numbers, however random', () => {
    for (let coin = 0; coin < 200; coin += 1) {
      for (const length of lengths) {
        expect(flawOf(asciiRolls(fairRolls(length, `coin ${coin}`, 2)))).toBe('biased');
      }
    }
  });

  it('are random rolls said over and over: a pattern, at any period up to half of them', () => {
    for (const length of lengths) {
      for (let period = 3; period <= length / 2; period += 1) {
        expect(flawOf(cut(fairRolls(period, `block ${period}`), length))).toBeDefined();
      }
    }
  });

  it('are steps that are alike, though every number comes as often as the others', () => {
    // Ten times up, each time from another number.
    const climbing = ['123456', '234561', '345612', '456123', '561234', '612345'].join('');
    expect(flawOf(asciiRolls((climbing + climbing).slice(0, 62)))).toBe('patterned');
  });

  it('refuses rolls that step by one, two or three, though no number is too frequent', () => {
    for (const length of lengths) {
      const steps = fairNumbers(`steps ${length}`, 3);
      let face = 0;
      const rolls = Array.from({ length }, () => String(1 + (face = (face + steps.next().value) % 6))).join(
        '',
      );
      expect(flawOf(asciiRolls(rolls))).toBe('patterned');
    }
  });

  describe('repeat at a distance as often as at most 3 in 10^7 series do, over all distances', () => {
    /** Chance that so many or more of `trials` are equal, added up from whole numbers. */
    const tail = (trials: number, least: number): number => {
      let [ways, sum] = [1n, 0n];
      for (let hits = 0; hits <= trials; hits += 1) {
        if (hits >= least) sum += ways * 5n ** BigInt(trials - hits);
        ways = (ways * BigInt(trials - hits)) / BigInt(hits + 1);
      }
      return Number(sum) / 6 ** trials;
    };
    const equalAt = (rolls: string, distance: number): number =>
      rolls.split('').filter((roll, at) => at >= distance && roll === rolls[at - distance]).length;
    /** Equal pairs beyond the most that are still taken for chance; 0 and less is chance, at every distance. */
    const limits = Array.from({ length: 25 }, (_, at) => {
      let most = 0;
      while (tail(50 - at - 1, most + 1) > 3e-7 / 25) most += 1;
      return most;
    });
    const excess = (rolls: string): number =>
      Math.max(...limits.map((limit, at) => equalAt(rolls, at + 1) - limit));

    /** Fair rolls of which some are said again 7 rolls later, as many as it takes. */
    function rollsWithExcess(wanted: number): string {
      for (let series = 0; ; series += 1) {
        const rolls = fairRolls(50, `again ${series}`).split('');
        const doubled = fairNumbers(`which ${series}`);
        for (let at = 7; at < 50; at += 1) if (doubled.next().value <= 3) rolls[at] = rolls[at - 7] ?? '1';
        if (excess(rolls.join('')) === wanted) return rolls.join('');
      }
    }

    it('and are refused from there on', () => {
      expect(flawOf(asciiRolls(rollsWithExcess(0)))).toBeUndefined();
      expect(flawOf(asciiRolls(rollsWithExcess(1)))).toBe('patterned');
    });
  });

  it('are any of a length that no word count asks for', () => {
    for (const length of [0, 1, 48, 49, 51, 98, 100]) {
      expect(flawOf(asciiRolls(fairRolls(length)))).toBeDefined();
    }
  });
});

describe('a fair die', () => {
  /** The chance of each sum of squared counts, over every way to share `rolls` among six numbers. */
  function sumsOfSquares(rolls: number): Map<number, number> {
    const logFactorials = [0];
    for (let n = 1; n <= rolls; n += 1) logFactorials.push((logFactorials[n - 1] ?? 0) + Math.log(n));
    const chances = new Map<number, number>();
    /** Counts in falling order; how often each such order comes is told by the runs of equal ones. */
    const share = (left: number, parts: number, most: number, counts: readonly number[]): void => {
      if (parts === 0) {
        // 720 orders of six counts; those that swap equal counts are the same.
        let [orders, run] = [720, 1];
        for (let at = 1; at < counts.length; at += 1) {
          run = counts[at] === counts[at - 1] ? run + 1 : 1;
          orders /= run;
        }
        const log =
          (logFactorials[rolls] ?? 0) -
          counts.reduce((total, count) => total + (logFactorials[count] ?? 0), 0) -
          rolls * Math.log(6);
        const sum = counts.reduce((total, count) => total + count * count, 0);
        chances.set(sum, (chances.get(sum) ?? 0) + orders * Math.exp(log));
        return;
      }
      for (let count = Math.min(left, most); count * parts >= left; count -= 1) {
        share(left - count, parts - 1, count, [...counts, count]);
        if (count === 0) break;
      }
    };
    share(rolls, 6, rolls, []);
    return chances;
  }

  /** Rolls whose numbers have a certain sum of squares, in an order without a pattern. */
  function rollsWithCounts(counts: readonly number[]): Uint8Array {
    const sorted = counts.flatMap((count, face) => Array<number>(count).fill(face + 1));
    const order = fairNumbers('shuffle', 251);
    const keyed = sorted.map((face) => ({ face, key: order.next().value * 251 + order.next().value }));
    return asciiRolls(
      keyed
        .toSorted((one, other) => one.key - other.key)
        .map(({ face }) => face)
        .join(''),
    );
  }

  it('refuses at most 3 of 10^7 fair series as biased, by the exact tail', () => {
    const chances = sumsOfSquares(50);
    const total = [...chances.values()].reduce((sum, chance) => sum + chance, 0);
    expect(total).toBeCloseTo(1, 9);
    const tailFrom = (least: number): number =>
      [...chances].reduce((sum, [squares, chance]) => sum + (squares >= least ? chance : 0), 0);
    expect(tailFrom(766)).toBeLessThan(3e-7);
    expect(tailFrom(764)).toBeGreaterThan(3e-7);
    // 22 + 12 + 8 + 4 + 2 + 2 squares to 716; 24 + 9 + 8 + 4 + 3 + 2 to 750; 24 + 10 + 8 + 4 + 2 + 2 to 764.
    expect(flawOf(rollsWithCounts([24, 10, 8, 4, 2, 2]))).not.toBe('biased');
    expect(flawOf(rollsWithCounts([24, 11, 6, 5, 2, 2]))).toBe('biased');
  });

  it.each([
    [61, 1041],
    [62, 1070],
    [49, 743],
  ])('%i values: %i is the least sum of squares with a tail of at most 3 in 10^7', (values, least) => {
    let tail = 0;
    let found = 0;
    for (const [sum, chance] of [...sumsOfSquares(values)].toSorted(([one], [other]) => other - one)) {
      tail += chance;
      if (tail > 3e-7) break;
      found = sum;
    }
    expect(found).toBe(least);
  });

  it('no fair series in 20,000 is refused (at most one false alarm in 50 runs)', () => {
    const numbers = fairNumbers('fair series');
    let refused = 0;
    for (let series = 0; series < 20_000; series += 1) {
      const rolls = Uint8Array.from({ length: 50 }, () => 0x30 + numbers.next().value);
      if (flawOf(rolls) !== undefined) refused += 1;
    }
    expect(refused).toBe(0);
  }, 60_000);
});
