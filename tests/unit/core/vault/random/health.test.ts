/** The health tests of NIST SP 800-90B 4.4: cutoffs, and answers known from how the tests are defined. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criticalCount } from '../../../../../firmware-sim/core/vault/random/binomial.ts';
import {
  createHealthTest,
  proportionCutoff,
  proportionWindow,
  repetitionCutoff,
  startupSamples,
} from '../../../../../firmware-sim/core/vault/random/health.ts';
import { countingBytes } from '../../../../fixtures/devices/core-board.ts';
import { seededRandom } from '../../../../fixtures/devices/test-device.ts';

describe('the cutoffs', () => {
  it('are those of H = 8 bits a byte, alpha = 2^-40, window 512', () => {
    expect({ repetitionCutoff, proportionCutoff, proportionWindow, startupSamples }).toEqual({
      repetitionCutoff: 6,
      proportionCutoff: 19,
      proportionWindow: 512,
      startupSamples: 1024,
    });
  });

  /** Exact, in whole numbers: how many of 6^trials series have at least `least` hits. */
  function tailOfSixths(trials: bigint, least: bigint): bigint {
    let [sum, ways] = [0n, 1n];
    for (let hits = 0n; hits <= trials; hits += 1n) {
      if (hits >= least) sum += ways * 5n ** (trials - hits);
      ways = (ways * (trials - hits)) / (hits + 1n);
    }
    return sum;
  }

  it.each([
    [25n, 10_000_000n],
    [49n, 166_666_667n],
    [98n, 163_333_333n],
  ])('are the smallest count that at most alpha reach (%i trials)', (trials, oneIn) => {
    const least = BigInt(criticalCount(Number(trials), 1 / 6, 1 / Number(oneIn)));
    expect(tailOfSixths(trials, least) * oneIn <= 6n ** trials).toBe(true);
    expect(tailOfSixths(trials, least - 1n) * oneIn > 6n ** trials).toBe(true);
  });

  it('count a chance of exactly alpha as small enough, and all or nothing as the ends', () => {
    // Two throws of a coin: one head or more in 3 of 4 series, two in 1 of 4.
    expect(criticalCount(2, 0.5, 0.25)).toBe(2);
    expect(criticalCount(2, 0.5, 0.75)).toBe(1);
    expect(criticalCount(2, 0.5, 0.74)).toBe(2);
    expect(criticalCount(2, 0.5, 0.24)).toBe(3);
    expect(criticalCount(2, 0.5, 1)).toBe(0);
  });

  it('fit the values that NIST gives for binary and other sources', () => {
    // SP 800-90B 4.4.2: H = 1, alpha = 2^-20, window 1,024 (binary) and 512.
    expect(criticalCount(1024, 0.5, 2 ** -20)).toBe(589);
    expect(criticalCount(512, 0.5, 2 ** -20)).toBe(311);
    expect(criticalCount(512, 2 ** -4, 2 ** -20)).toBe(62);
  });
});

const sound = (length: number, seed = 'sound'): Uint8Array => seededRandom({ all: seed })('phrase', length);

describe('the repetition count test', () => {
  it('fails at the sixth equal byte in a row, and not at the fifth', () => {
    expect(createHealthTest().passes(Uint8Array.of(1, 7, 7, 7, 7, 7, 2))).toBe(true);
    expect(createHealthTest().passes(Uint8Array.of(1, 7, 7, 7, 7, 7, 7))).toBe(false);
  });

  it('counts on from one draw to the next', () => {
    const health = createHealthTest();
    expect(health.passes(Uint8Array.of(0, 0, 0))).toBe(true);
    expect(health.passes(Uint8Array.of(0, 0))).toBe(true);
    expect(health.passes(Uint8Array.of(0))).toBe(false);
    expect(health.passes(sound(100))).toBe(false);
  });

  it('restarts its count at another byte', () => {
    const health = createHealthTest();
    for (let times = 0; times < 9; times += 1) {
      expect(health.passes(Uint8Array.of(times, times, times, times, times))).toBe(true);
    }
  });
});

describe('the adaptive proportion test', () => {
  /** A window whose first byte comes `times` times, never twice in a row; the other bytes count up. */
  function windowWith(times: number): Uint8Array {
    const bytes = Uint8Array.from({ length: proportionWindow }, (_, at) => 1 + (at % 255));
    for (let at = 0; at < times; at += 1) bytes[at * 5] = 0;
    return bytes;
  }

  it('fails when the first byte of a window comes 19 times in it, and not at 18', () => {
    expect(createHealthTest().passes(windowWith(18))).toBe(true);
    expect(createHealthTest().passes(windowWith(19))).toBe(false);
  });

  it('looks at one window after the other', () => {
    const health = createHealthTest();
    // The first window is sound; of the second one the first byte comes too often.
    expect(health.passes(windowWith(1))).toBe(true);
    expect(health.passes(windowWith(19).subarray(0, 90))).toBe(true);
    expect(health.passes(windowWith(19).subarray(90, 91))).toBe(false);
  });

  it('counts from the first byte of the window only', () => {
    // 18 in one window and 18 in the next are no 36.
    const health = createHealthTest();
    for (let windows = 0; windows < 4; windows += 1) expect(health.passes(windowWith(18))).toBe(true);
  });
});

describe('both together', () => {
  it('pass what a sound source gives, however it is cut into draws', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.nat(200), { maxLength: 60 }), (seed, lengths) => {
        const health = createHealthTest();
        for (const [index, length] of lengths.entries()) {
          expect(health.passes(sound(length, `${seed}/${index}`))).toBe(true);
        }
      }),
    );
  });

  it.each([
    ['a constant', (at: number) => (at === -1 ? 1 : 0x55)],
    ['two values in turn', (at: number) => at % 2],
    ['a counter of 16 values', (at: number) => at % 16],
    ['a slow counter', (at: number) => at >> 4],
    ['mostly zero', (at: number) => (at % 4 === 0 ? at & 0xff : 0)],
  ])('fail within the samples of the start: %s', (_, sampleAt) => {
    expect(
      createHealthTest().passes(Uint8Array.from({ length: startupSamples }, (__, at) => sampleAt(at))),
    ).toBe(false);
  });

  it('do not find a counter over all bytes: what looks even is not thereby random', () => {
    expect(createHealthTest().passes(countingBytes(startupSamples))).toBe(true);
  });
});
