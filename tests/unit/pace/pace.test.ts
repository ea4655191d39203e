import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slotMs, withoutPace } from '../../../firmware-sim/pace/pace.ts';
import { createManualPace } from '../../fixtures/fakes/manual-pace.ts';

/** Within a look at the clock, or two. */
const about = (milliseconds: number) => expect.closeTo(milliseconds, 1);

function open() {
  let paced = true;
  const world = createManualPace(() => paced);
  const did: [what: string, atMs: number][] = [];
  const note = (what: string): void => void did.push([what, world.now()]);
  return {
    ...world,
    did,
    setPaced: (on: boolean) => void (paced = on),
    press: (what = 'press', workMs = 0) =>
      world.pace.input(() => {
        note(what);
        world.busy(workMs);
      }),
    /** A press that decides on a command that has waited. */
    decide: (what: string, workMs = 0) =>
      world.pace.input(() => {
        world.busy(workMs);
        world.pace.late(() => note(`answer to ${what}`));
      }),
    ask: (what = 'ask', workMs = 0) =>
      world.pace.exchange(
        () => {
          note(what);
          world.busy(workMs);
        },
        () => note(`answer to ${what}`),
      ),
  };
}

const answers = ({ did }: ReturnType<typeof open>): number[] =>
  did.filter(([what]) => what.startsWith('answer')).map(([, atMs]) => atMs);

describe('a device that needs no pace', () => {
  it('does everything at once', () => {
    const device = open();
    device.setPaced(false);
    device.until(3);
    device.press();
    device.ask();
    expect(device.did.map(([what]) => what)).toEqual(['press', 'ask', 'answer to ask']);
    expect(device.did.every(([, atMs]) => atMs < 3.1)).toBe(true);
  });

  it('has a grid that it can do without', () => {
    const did: string[] = [];
    withoutPace.input(() => did.push('press'));
    withoutPace.exchange(
      () => 'ask',
      (answer) => did.push(answer),
    );
    withoutPace.late(() => did.push('late'));
    withoutPace.flush();
    expect(did).toEqual(['press', 'ask', 'late']);
  });
});

describe('a device that keeps pace', () => {
  it('takes a command right after a beat, and answers on the next one', () => {
    const device = open();
    device.until(3);
    device.ask();
    device.until(100);
    expect(answers(device)).toEqual([about(20)]);
  });

  it('takes a press at once while no host waits and no beat is near', () => {
    const device = open();
    device.until(12);
    device.press('far');
    expect(device.did).toEqual([['far', about(12)]]);
    device.until(14);
    device.press('near');
    expect(device.did).toHaveLength(1);
    device.until(22);
    device.ask();
    device.press('behind a question');
    expect(device.did).toHaveLength(2);
    device.until(100);
    expect(device.did.map(([what]) => what)).toEqual([
      'far',
      'near',
      'ask',
      'behind a question',
      'answer to ask',
    ]);
  });

  it('takes presses and commands in the order in which they came', () => {
    const device = open();
    device.until(5);
    device.press('press 1');
    device.ask();
    device.press('press 2');
    device.until(100);
    expect(device.did.map(([what]) => what)).toEqual(['press 1', 'ask', 'press 2', 'answer to ask']);
  });

  it('answers on the same beat however long the work takes, up to eight milliseconds', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 7.9, noNaN: true }), (workMs) => {
        const device = open();
        device.ask('ask', workMs);
        device.until(100);
        return Math.abs((answers(device)[0] ?? 0) - 20) < 0.1;
      }),
    );
  });

  it('answers a whole number of slots later after longer work', () => {
    const device = open();
    device.ask('ask', 17);
    device.until(100);
    expect(answers(device)).toEqual([about(30)]);
  });

  it('tells nothing of a press: its moment and its work change no answer’s beat', () => {
    const moment = fc.double({ min: 0, max: 60, noNaN: true });
    const press = fc.record({ atMs: moment, workMs: fc.double({ min: 0, max: 3, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 6 }), fc.array(press, { maxLength: 2 }), (asks, presses) => {
        const [quiet, pressed] = [open(), open()];
        const happenings = [
          ...asks.map((atMs) => ({ atMs, act: () => [quiet, pressed].forEach((each) => each.ask()) })),
          ...presses.map(({ atMs, workMs }) => ({ atMs, act: () => pressed.press('press', workMs) })),
        ].toSorted((one, other) => one.atMs - other.atMs);
        for (const { atMs, act } of happenings) {
          for (const device of [quiet, pressed]) device.until(atMs);
          act();
        }
        for (const device of [quiet, pressed]) device.until(500);
        const beats = (device: typeof quiet) => answers(device).map((atMs) => Math.round(atMs / slotMs));
        expect(beats(pressed)).toEqual(beats(quiet));
        for (const atMs of answers(pressed))
          expect(Math.abs(atMs - Math.round(atMs / slotMs) * slotMs)).toBeLessThan(0.1);
      }),
      { numRuns: 1000 },
    );
  });

  it('that is woken late answers on the beat after', () => {
    const device = open();
    device.late(2.5);
    device.ask();
    device.until(100);
    expect(answers(device)[0]).toBeGreaterThan(0);
    for (const atMs of answers(device)) expect(atMs).toEqual(about(Math.round(atMs / slotMs) * slotMs));
  });

  it('keeps pace until its last answer has left', () => {
    const device = open();
    device.ask('first');
    device.until(12);
    device.setPaced(false);
    device.ask('second');
    device.until(17);
    expect(answers(device)).toEqual([]);
    device.until(100);
    expect(answers(device)).toEqual([about(20), about(30)]);
    device.ask('third');
    expect(answers(device)).toHaveLength(3);
  });

  it('does at once what waits, if it is told so; answers keep their beat', () => {
    const device = open();
    device.until(5);
    device.press();
    device.ask();
    device.pace.flush();
    expect(device.did.map(([what]) => what)).toEqual(['press', 'ask']);
    device.until(100);
    expect(answers(device)).toEqual([about(10)]);
  });
});

describe('an answer that a person has decided on', () => {
  it.each([true, false])('leaves on a beat, whether the device keeps pace or not: %s', (isPaced) => {
    const device = open();
    device.setPaced(isPaced);
    device.until(12);
    device.decide('a question');
    expect(answers(device)).toEqual([]);
    device.until(100);
    expect(answers(device)).toEqual([about(20)]);
  });

  it.each([
    ['done at once', { from: 0, to: 2.9, most: 4.9, beat: 20 }],
    ['done on a beat', { from: 3.1, to: 7.9, most: 7.9, beat: 30 }],
  ])('leaves on one beat, whatever the work of its press took: %s', (_, { from, to, most, beat }) => {
    const moment = fc.double({ min: from, max: to, noNaN: true });
    fc.assert(
      fc.property(moment, fc.double({ min: 0, max: most, noNaN: true }), (atMs, workMs) => {
        const device = open();
        device.until(10 + atMs);
        device.decide('a question', workMs);
        device.until(100);
        return Math.abs((answers(device)[0] ?? 0) - beat) < 0.1;
      }),
    );
  });

  it('leaves a whole number of slots later after longer work, such as a signature’s', () => {
    for (const workMs of [9, 15, 25, 31.4]) {
      const device = open();
      device.until(11);
      device.decide('a question', workMs);
      device.until(200);
      const [left = 0] = answers(device);
      expect(left).toEqual(about(Math.ceil((11 + workMs + 2) / slotMs) * slotMs));
    }
  });

  it('leaves in its turn, and moves no other answer to another beat', () => {
    const device = open();
    device.until(5);
    device.ask('one');
    device.decide('a question', 2);
    device.ask('two');
    device.until(100);
    const quiet = open();
    quiet.until(5);
    quiet.ask('one');
    quiet.ask('two');
    quiet.until(100);
    const beatsOf = (which: typeof device): [string, number][] =>
      which.did
        .filter(([what]) => /answer to (?:one|two)/.test(what))
        .map(([what, atMs]) => [what, Math.round(atMs)]);
    expect(beatsOf(device)).toEqual(beatsOf(quiet));
    expect(answers(device)).toHaveLength(3);
  });

  it('keeps its beat when what waits is done at once', () => {
    const device = open();
    device.until(12);
    device.decide('a question');
    device.pace.flush();
    expect(answers(device)).toEqual([]);
    device.until(100);
    expect(answers(device)).toEqual([about(20)]);
  });
});
