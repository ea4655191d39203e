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
    withoutPace.flush();
    expect(did).toEqual(['press', 'ask']);
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
