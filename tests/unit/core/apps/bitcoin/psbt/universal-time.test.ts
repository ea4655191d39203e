/** Dates of locktimes, against the calendar of the language. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeUniversalTime } from '../../../../../../firmware-sim/core/apps/bitcoin/psbt/universal-time.ts';

const day = 86_400;
const expected = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().replace('T', ' ').replace('.000Z', ' UTC');

describe('a time', () => {
  it('is written as a date and the time of day', () => {
    expect(writeUniversalTime(0)).toBe('1970-01-01 00:00:00 UTC');
    expect(writeUniversalTime(500_000_000)).toBe('1985-11-05 00:53:20 UTC');
    expect(writeUniversalTime(2 ** 32 - 1)).toBe('2106-02-07 06:28:15 UTC');
  });

  it('is of the right day, on each that four bytes can tell', () => {
    for (let at = 0; at < 2 ** 32; at += day)
      if (writeUniversalTime(at) !== expected(at)) expect(writeUniversalTime(at)).toBe(expected(at));
    expect(Math.floor((2 ** 32 - 1) / day)).toBe(49_710);
  });

  it('is of the right second', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 32 - 1), (seconds) => {
        expect(writeUniversalTime(seconds)).toBe(expected(seconds));
      }),
      { numRuns: 200 },
    );
  });
});
