import { describe, expect, it } from 'vitest';
import {
  chooseNewPin,
  enterPin,
  longestPin,
  sayWiped,
  shortestPin,
  unlock,
} from '../../../../../firmware-sim/core/glass/flows/pin.ts';
import type { RandomPurpose } from '../../../../../firmware-sim/core/board.ts';
import { createGlassBench, type FlowDriver } from '../../../../fixtures/drivers/glass-driver.ts';

/** What the wheel shows: the line under the dots. */
const entry = (driver: FlowDriver<unknown>): string =>
  driver.lines().find((text) => /^([0-9]|OK|Delete)$/.test(text)) ?? '';
const dots = (driver: FlowDriver<unknown>): number =>
  driver.lines().find((text) => /^●+$/.test(text))?.length ?? 0;

/** Turns up until the wheel shows what is wanted, and enters it: entries one by one, or digits in a row. */
function enter(driver: FlowDriver<unknown>, ...wanted: readonly string[]): void {
  for (const each of wanted.flatMap((entries) =>
    /^[0-9]+$/.test(entries) ? entries.split('') : [entries],
  )) {
    for (let turns = 0; entry(driver) !== each; turns += 1) {
      if (turns > 12) throw new Error('the wheel does not offer what is wanted');
      driver.tap('right');
    }
    driver.tap('both');
  }
}

/** The whole wheel, from the entry at hand upwards. */
function wheel(driver: FlowDriver<unknown>): string[] {
  const seen: string[] = [];
  while (!seen.includes(entry(driver))) {
    seen.push(entry(driver));
    driver.tap('right');
  }
  return seen;
}

const digits = '0123456789'.split('');

function entering(random?: (purpose: string, length: number) => Uint8Array) {
  const bench = createGlassBench(random === undefined ? {} : { random });
  return { bench, driver: bench.run(enterPin(bench.glass, 'choose-pin')) };
}

/** A PIN pad that starts every digit at the same place, on an otherwise random device. */
const padFrom = (bytes: readonly number[]) => {
  const sound = createGlassBench().board;
  return (purpose: string, length: number): Uint8Array =>
    purpose === 'pin-pad' ? Uint8Array.from(bytes) : sound.random(purpose as RandomPurpose, length);
};

describe('the wheel', () => {
  it('is as long as the field asks for: 4 to 8 digits', () => {
    expect([shortestPin, longestPin]).toEqual([4, 8]);
  });

  it.each([
    [0, digits],
    [1, [...digits, 'Delete']],
    [3, [...digits, 'Delete']],
    [4, [...digits, 'OK', 'Delete']],
    [7, [...digits, 'OK', 'Delete']],
    [8, ['OK', 'Delete']],
  ])('after %i digits offers %j', (length, offered) => {
    const { driver } = entering();
    enter(driver, ...Array.from({ length }, () => '5'));
    expect(dots(driver)).toBe(length);
    const seen = wheel(driver);
    const start = offered.indexOf(seen[0] ?? '');
    expect(seen).toEqual([...offered.slice(start), ...offered.slice(0, start)]);
  });

  it('turns both ways, and around', () => {
    const { driver } = entering(padFrom([0, 0, 0, 9]));
    expect(entry(driver)).toBe('9');
    driver.tap('right');
    expect(entry(driver)).toBe('0');
    driver.tap('left', 'left');
    expect(entry(driver)).toBe('8');
  });

  it.each([
    [[0, 0, 0, 0], '0'],
    [[0, 0, 0, 7], '7'],
    [[0, 0, 1, 0], '6'],
    [[0, 1, 0, 0], '6'],
    [[1, 0, 0, 0], '6'],
    [[255, 255, 255, 255], '5'],
  ])('starts every digit where the random bytes %j say, modulo 10', (bytes, expected) => {
    const { driver } = entering(padFrom(bytes));
    for (let length = 0; length < 8; length += 1) {
      expect(entry(driver)).toBe(expected);
      enter(driver, '3');
    }
    expect(entry(driver)).toBe('OK');
  });

  it('says the nearer way to OK once there is one, from every digit', () => {
    const way = (driver: FlowDriver<unknown>): string | undefined =>
      driver.lines().find((text) => /^(◀OK|OK▶)$/.test(text));
    for (let start = 0; start < 10; start += 1) {
      const { driver } = entering(padFrom([0, 0, 0, start]));
      for (let length = 0; length < 4; length += 1) {
        expect(way(driver)).toBeUndefined();
        driver.tap('both');
      }
      // The digits are followed by OK and Delete.
      const up = 10 - start;
      expect([start, way(driver)]).toEqual([start, up <= 6 ? 'OK▶' : '◀OK']);
      for (let turns = 0; turns < Math.min(up, 12 - up); turns += 1)
        driver.tap(way(driver) === 'OK▶' ? 'right' : 'left');
      expect([entry(driver), way(driver)]).toEqual(['OK', undefined]);
    }
  });

  it('draws a new start for each digit and deletion, so presses reveal nothing (H7)', () => {
    const { bench, driver } = entering();
    const drawn = (): number => bench.board.draws.filter(({ purpose }) => purpose === 'pin-pad').length;
    expect(drawn()).toBe(1);
    enter(driver, '1', '2');
    expect(drawn()).toBe(3);
    enter(driver, 'Delete');
    expect(drawn()).toBe(4);
    driver.tap('right', 'left');
    expect(drawn()).toBe(4);
  });

  it('starts evenly over the digits', () => {
    const counts = new Map<string, number>();
    const { driver } = entering();
    for (let round = 0; round < 300; round += 1) {
      counts.set(entry(driver), (counts.get(entry(driver)) ?? 0) + 1);
      enter(driver, '1', 'Delete');
    }
    expect(counts.size).toBe(10);
    const expected = [...counts.values()].reduce((sum, count) => sum + count, 0) / 10;
    const chiSquare = [...counts.values()].reduce(
      (sum, count) => sum + (count - expected) ** 2 / expected,
      0,
    );
    // The seed is fixed; 27.88 is the bound for one chance in a thousand with 9 degrees of freedom.
    expect(chiSquare).toBeLessThan(27.88);
  });
});

describe('enterPin', () => {
  it.each(['0000', '12345', '987654', '1029384', '00000000'])('gives the digits of %s', (pin) => {
    const { driver } = entering();
    enter(driver, pin);
    expect(driver.ending()).toEqual({ kind: 'running' });
    enter(driver, 'OK');
    expect(driver.ending()).toEqual({ kind: 'returned', result: Uint8Array.from(pin, Number) });
    expect(driver.lines()).toEqual([]);
  });

  it('deletes the last digit, down to none', () => {
    const { driver } = entering();
    enter(driver, '1', '2', '3', '4', '5', 'Delete', 'Delete', 'Delete', 'Delete', 'Delete');
    expect(dots(driver)).toBe(0);
    enter(driver, '9', '8', '7', '6', 'OK');
    expect(driver.ending()).toEqual({ kind: 'returned', result: Uint8Array.of(9, 8, 7, 6) });
  });

  it('deletes from a full PIN', () => {
    const { driver } = entering();
    enter(driver, '12345678', 'Delete', '0', 'OK');
    expect(driver.ending()).toEqual({ kind: 'returned', result: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 0) });
  });

  it('shows the digit at hand and dots for the others, never what was entered', () => {
    const { bench, driver } = entering(padFrom([0, 0, 0, 0]));
    enter(driver, '7777');
    const shown = bench.board.frames.flatMap(({ lines }) => lines);
    expect(shown.filter(({ secret }) => secret).every(({ text }) => /^([0-9]|OK▶|◀OK)$/.test(text))).toBe(
      true,
    );
    expect(driver.lines().filter((text) => text.includes('7'))).toEqual([]);
  });

  it.each([
    ['choose-pin', 'Choose a PIN', '4 to 8 digits'],
    ['repeat-pin', 'Repeat the PIN', 'The same digits again'],
    ['enter-pin', 'Enter your PIN', undefined],
  ] as const)('tells the stage %s and nothing of the entry', (stage, title, body) => {
    const { state, glass, run } = createGlassBench();
    const driver = run(enterPin(glass, stage));
    expect(driver.lines()[0]).toBe(title);
    expect(driver.lines().slice(1, -4)).toEqual(body === undefined ? [] : [body]);
    const before = { ...state };
    enter(driver, '1', '2', '3');
    expect(state).toEqual(before);
    expect(state).toMatchObject({ stage, position: 0, total: 0 });
  });

  it.each(['stop', 'powerOff'] as const)('blanks the screen at %s', (how) => {
    const { driver } = entering();
    enter(driver, '1', '2', '3');
    driver[how]();
    expect(driver.lines()).toEqual([]);
  });
});

describe('chooseNewPin', () => {
  const choosing = () => {
    const bench = createGlassBench();
    return { bench, driver: bench.run(chooseNewPin(bench.glass)) };
  };

  it('takes a PIN that was entered twice', () => {
    const { driver } = choosing();
    enter(driver, '4711', 'OK');
    expect(driver.lines()[0]).toBe('Repeat the PIN');
    enter(driver, '4711', 'OK');
    expect(driver.ending()).toEqual({ kind: 'returned', result: Uint8Array.of(4, 7, 1, 1) });
  });

  it.each([
    ['4711', '4712'],
    ['4711', '3711'],
    ['4711', '47111'],
    ['4711', '47110'],
    ['47110', '4711'],
    ['00000000', '0000000'],
    ['12345678', '12345679'],
  ])('asks again for both when %s was repeated as %s', (first, second) => {
    const { driver } = choosing();
    enter(driver, first, 'OK', second, 'OK');
    expect(driver.lines()).toEqual(['PINs differ', "The two PINs don't match.", 'Choose again.', 'Again ▶']);
    driver.tap('left', 'both');
    expect(driver.lines()[0]).toBe('PINs differ');
    driver.tap('right');
    expect(driver.lines()[0]).toBe('Choose a PIN');
    enter(driver, '0815', 'OK', '0815', 'OK');
    expect(driver.ending()).toEqual({ kind: 'returned', result: Uint8Array.of(0, 8, 1, 5) });
  });
});

describe('unlock', () => {
  const locked = () => {
    const bench = createGlassBench();
    bench.vault.create(Uint8Array.of(4, 7, 1, 1), 12).close();
    return { bench, driver: bench.run(unlock(bench.glass)) };
  };

  it('opens the wallet at the right PIN', () => {
    const { bench, driver } = locked();
    expect(driver.lines().slice(0, 2)).toEqual(['Enter your PIN', '3 tries left']);
    enter(driver, '4711', 'OK');
    expect(driver.ending()).toMatchObject({ kind: 'returned', result: { kind: 'open' } });
    expect(bench.vault.triesLeft()).toBe(3);
  });

  it('counts the tries down in words, and says when the wallet is gone', () => {
    const { bench, driver } = locked();
    enter(driver, '4712', 'OK');
    expect(driver.lines()).toEqual([
      'Wrong PIN',
      '2 tries left. Then this device',
      'wipes itself.',
      'Again ▶',
    ]);
    driver.tap('left', 'both');
    expect(driver.lines()[0]).toBe('Wrong PIN');
    driver.tap('right');
    expect(driver.lines().slice(0, 2)).toEqual(['Enter your PIN', '2 tries left']);
    enter(driver, '47110', 'OK');
    expect(driver.lines()).toEqual([
      'Wrong PIN',
      'One try left. Then this',
      'device wipes itself.',
      'Again ▶',
    ]);
    driver.tap('right');
    expect(driver.lines().slice(0, 2)).toEqual(['Enter your PIN', 'Last try before the wipe']);
    enter(driver, '0000', 'OK');
    expect(driver.ending()).toEqual({ kind: 'returned', result: { kind: 'wiped' } });
    expect(bench.vault.state()).toBe('empty');
  });
});

describe('sayWiped', () => {
  it('says so until the right button', () => {
    const bench = createGlassBench();
    const driver = bench.run(sayWiped(bench.glass));
    expect(driver.lines()).toEqual([
      'Wiped',
      'Three wrong PINs: the wallet',
      'is gone. Your words can',
      'restore it.',
      'OK ▶',
    ]);
    driver.tap('left', 'both');
    expect(driver.ending()).toEqual({ kind: 'running' });
    driver.tap('right');
    expect(driver.ending()).toEqual({ kind: 'returned', result: undefined });
  });
});
