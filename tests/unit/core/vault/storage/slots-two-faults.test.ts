/** H6, two faults in a row: whatever a write does, and the next one, the old or the new payload is there, whole. */
import { describe, expect, it } from 'vitest';
import { openSlots, slotLength, type Slots } from '../../../../../firmware-sim/core/vault/storage/slots.ts';
import { equalBytes } from '../../../../../src/protocol/bytes.ts';
import { countingBytes } from '../../../../fixtures/devices/core-board.ts';
import {
  createFaultyFlash,
  plannedFaults,
  writeFaults,
  type FaultyFlash,
  type PlannedFault,
} from '../../../../fixtures/fakes/faulty-flash.ts';
import { PowerCut } from '../../../../fixtures/devices/test-device.ts';

const payloadLength = 8;
const length = slotLength(payloadLength);
const sector = 64;
const payload = (seed: number): Uint8Array => countingBytes(payloadLength, seed);

/** Writes, two writes that are taken back, and power that is cut in between. */
const flow = [1, 2, 'off', 3, 2, 4, 'off', 5, 4, 'off', 6] as const;

/** Opens until it works; a fault at one start is over at the next. */
function open(flash: FaultyFlash): Slots {
  for (let starts = 0; ; starts += 1) {
    try {
      return openSlots(flash, payloadLength);
    } catch (thrown) {
      if (!(thrown instanceof Error) || starts > 3) throw thrown;
    }
  }
}

/** Runs the flow, each write tried once. Gives what may be there: what was last kept, and what was tried since. */
function run(flash: FaultyFlash, steps: readonly (number | 'off')[] = flow): (number | undefined)[] {
  let slots = open(flash);
  let possible: (number | undefined)[] = [undefined];
  for (const step of steps) {
    if (step === 'off') {
      slots = open(flash);
      continue;
    }
    try {
      slots.write(payload(step));
      possible = [step];
    } catch (thrown) {
      possible = [...possible, step];
      if (thrown instanceof PowerCut) slots = open(flash);
    }
    expectOneOf(possible, slots.read());
  }
  return possible;
}

const payloadOf = (step: number | undefined): Uint8Array | undefined =>
  step === undefined ? undefined : payload(step);

const same = (one: Uint8Array | undefined, other: Uint8Array | undefined): boolean =>
  one === other || (one !== undefined && other !== undefined && equalBytes(one, other));

/** Asks the test runner only when it has something to say: it is asked some hundred thousand times. */
function expectOneOf(possible: readonly (number | undefined)[], found: Uint8Array | undefined): void {
  const wanted = possible.map(payloadOf);
  if (!wanted.some((each) => same(each, found))) expect(wanted).toContainEqual(found);
}

function expectWhole(flash: FaultyFlash, possible: readonly (number | undefined)[]): void {
  flash.plan.length = 0;
  const found = openSlots(flash, payloadLength).read();
  expectOneOf(possible, found);
  const [first, second] = [0, sector].map((at) => flash.bytes.subarray(at, at + length));
  if (found !== undefined && !same(first, second)) expect(first).toEqual(second);
}

/** What the flow does to a sound flash. */
function counted(): { writes: number; reads: number } {
  const flash = createFaultyFlash(sector);
  run(flash);
  return { writes: flash.writes, reads: flash.reads };
}

const faults = writeFaults([0, 20, length]);

describe('two faults in a row', () => {
  it('of any kind, at any two operations, leave the old or the new payload', () => {
    const all = plannedFaults(counted(), faults);
    let pairs = 0;
    const tryOut = (...plan: readonly PlannedFault[]): void => {
      const flash = createFaultyFlash(sector);
      flash.plan.push(...plan);
      expectWhole(flash, run(flash));
      pairs += 1;
    };
    all.forEach((first, at) => {
      tryOut(first);
      for (const second of all.slice(at + 1)) tryOut(first, second);
    });
    expect(pairs).toBeGreaterThan(10_000);
  });

  it('at any byte of slot 1, and then at any byte of slot 0, leave a whole one', () => {
    for (let inFirst = 0; inFirst <= length; inFirst += 1) {
      for (let inSecond = 0; inSecond <= length; inSecond += 1) {
        const flash = createFaultyFlash(sector);
        // Writes 0 and 1 store payload 1; write 3 is that of payload 2 into slot 1.
        flash.plan.push({ at: 3, fault: { kind: 'failed', kept: inFirst } });
        flash.plan.push({ at: 4, fault: { kind: 'cut', kept: inSecond } });
        expectWhole(flash, run(flash, [1, 2, 3]));
      }
    }
  });
});

describe('after a write that failed', () => {
  it.each([
    ['slot 0', 2, [0, sector], [0, sector]],
    ['slot 1', 3, [0, sector], [sector, 0]],
  ] as const)('the next one begins with %s, which is in doubt', (_, at, failing, next) => {
    const flash = createFaultyFlash(sector);
    const slots = openSlots(flash, payloadLength);
    slots.write(payload(1));
    const offsets: number[] = [];
    const write = flash.write.bind(flash);
    flash.write = (offset, bytes) => {
      offsets.push(offset);
      write(offset, bytes);
    };
    flash.plan.push({ at, fault: { kind: 'failed', kept: 3 } });
    expect(() => slots.write(payload(2))).toThrow('');
    expect(offsets).toEqual(failing.slice(0, at - 1));
    offsets.length = 0;
    slots.write(payload(3));
    expect(offsets).toEqual(next);
    offsets.length = 0;
    slots.write(payload(4));
    expect(offsets).toEqual([0, sector]);
  });

  it('counts for what one slot holds of it', () => {
    for (const [at, kept] of [
      [2, 1],
      [3, 2],
    ] as const) {
      const flash = createFaultyFlash(sector);
      const slots = openSlots(flash, payloadLength);
      slots.write(payload(1));
      flash.plan.push({ at, fault: { kind: 'failed', kept: 0 } });
      expect(() => slots.write(payload(2))).toThrow();
      expect(slots.read()).toEqual(payload(kept));
      expect(openSlots(flash, payloadLength).read()).toEqual(payload(kept));
    }
  });

  it('nothing of it wins over what is written later, even if all of it had arrived', () => {
    const flash = createFaultyFlash(sector);
    const slots = openSlots(flash, payloadLength);
    slots.write(payload(1));
    flash.plan.push({ at: 2, fault: { kind: 'failed', kept: length } });
    expect(() => slots.write(payload(2))).toThrow();
    slots.write(payload(1));
    slots.write(payload(3));
    expect(openSlots(flash, payloadLength).read()).toEqual(payload(3));
  });
});

describe('storage of an earlier version, with both slots in one sector', () => {
  const wide = 4 * length;
  const formerly = (...seeds: readonly [number, number]): FaultyFlash => {
    const flash = createFaultyFlash(wide);
    seeds.forEach((seed, slot) => {
      const made = createFaultyFlash(length);
      const slots = openSlots(made, payloadLength);
      for (let round = 1; round <= seed; round += 1) slots.write(payload(round));
      flash.bytes.set(made.bytes.subarray(0, length), slot * length);
    });
    return flash;
  };
  const former = (flash: FaultyFlash): Uint8Array => flash.bytes.slice(length, 2 * length);

  it.each([
    [3, 3],
    [4, 3],
    [2, 3],
  ] as const)('is carried over, from slots of sequence %i and %i', (first, second) => {
    const flash = formerly(first, second);
    const newest = payload(Math.max(first, second));
    const slots = openSlots(flash, payloadLength);
    expect(slots.read()).toEqual(newest);
    expect(flash.bytes.slice(0, length)).toEqual(flash.bytes.slice(wide, wide + length));
    // Nothing older, and no second copy of a wallet that may be wiped, stays behind.
    expect(former(flash).every((byte) => byte === 0xff)).toBe(true);
    slots.write(payload(9));
    expect(openSlots(flash, payloadLength).read()).toEqual(payload(9));
  });

  it('is carried over from its second slot alone', () => {
    const flash = formerly(3, 3);
    flash.bytes.fill(0, 0, 20);
    expect(openSlots(flash, payloadLength).read()).toEqual(payload(3));
  });

  it('is whole after any two faults while it is carried over', () => {
    const sound = formerly(4, 3);
    open(sound);
    for (const start of [formerly(4, 3), formerly(3, 3), formerly(3, 4)]) {
      const newest = payload(start.bytes[7] === 3 && start.bytes[length + 7] === 3 ? 3 : 4);
      const all = plannedFaults({ writes: sound.writes + 2, reads: sound.reads }, faults);
      for (const first of all) {
        for (const second of all) {
          const flash = createFaultyFlash(wide);
          flash.bytes.set(start.bytes);
          flash.plan.push(first, second);
          open(flash);
          flash.plan.length = 0;
          const whole = same(openSlots(flash, payloadLength).read(), newest);
          const erased = former(flash).every((byte) => byte === 0xff);
          if (!whole || !erased) expect({ first, second, whole, erased }).toBe('carried over');
        }
      }
    }
  });
});
