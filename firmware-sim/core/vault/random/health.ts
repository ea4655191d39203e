/**
 * Health tests of the random source: the repetition count test and the adaptive proportion test of NIST SP 800-90B,
 * 4.4.1 and 4.4.2, over bytes. They find a source that is stuck, counts slowly or leans to one value. No test finds
 * a generator that is predictable and looks random; against that stand the entropy check and the dice.
 */
import { criticalCount } from './binomial.ts';

/**
 * Claimed min-entropy, bits a byte. A board has to give uniform bytes from a cryptographic generator, so anything less
 * than 8 would only make the tests blunter.
 */
const claimedEntropy = 8;

/**
 * Chance of a false alarm: 2^-40 a byte in the first test, 2^-40 a window in the second. A start and a new wallet
 * with nine candidates draw some 13,000 bytes, so that a million wallets together raise a false alarm with a chance of
 * about one in a hundred. (The standard recommends 2^-20 to 2^-40.)
 */
export const alphaBits = 40;

/** Bytes in a window of the adaptive proportion test, for samples that are not single bits. */
export const proportionWindow = 512;

/** Equal bytes in a row that are a failure: 1 + ceil(40 / 8) = 6. */
export const repetitionCutoff = 1 + Math.ceil(alphaBits / claimedEntropy);

/** Bytes of a window equal to its first one that are a failure: 19. */
export const proportionCutoff = criticalCount(proportionWindow, 2 ** -claimedEntropy, 2 ** -alphaBits);

/** Bytes that are tested before anything is drawn for use (SP 800-90B 4.3, 10). */
export const startupSamples = 1024;

export interface HealthTest {
  /** Feeds bytes in the order drawn; false as soon as one of the tests fails, and from then on. */
  passes(bytes: Uint8Array): boolean;
}

/**
 * Both tests over one stream. Of what it was fed it keeps two bytes, the last one and the first one of the window,
 * which later bytes push out.
 */
export function createHealthTest(): HealthTest {
  let failed = false;
  let last = -1;
  let repetitions = 0;
  let first = 0;
  let equal = 0;
  let inWindow = 0;

  const take = (sample: number): void => {
    repetitions = sample === last ? repetitions + 1 : 1;
    last = sample;
    if (repetitions >= repetitionCutoff) failed = true;

    if (inWindow === 0) [first, equal] = [sample, 1];
    else if (sample === first) equal += 1;
    if (equal >= proportionCutoff) failed = true;
    inWindow = (inWindow + 1) % proportionWindow;
  };

  return {
    passes(bytes) {
      for (const sample of bytes) if (!failed) take(sample);
      return !failed;
    },
  };
}
