import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Button } from '../../../../firmware-sim/core/board.ts';
import type { Input } from '../../../../firmware-sim/core/glass/flow.ts';
import { gesture, holdMs, holdRight } from '../../../../firmware-sim/core/glass/gestures.ts';

type Move = { readonly turn: Button } | { readonly wait: number };

const turn = fc.constantFrom<Move>({ turn: 'left' }, { turn: 'right' });
const wait = fc.integer({ min: 0, max: 400 }).map((milliseconds): Move => ({ wait: milliseconds }));

/** Moves as inputs: a turn presses a button that is up and releases one that is down. */
function inputsOf(moves: readonly Move[], downAtFirst: readonly Button[]): Input[] {
  const down = new Set(downAtFirst);
  let at = 0;
  return moves.map((move): Input => {
    if ('wait' in move) return { kind: 'tick', at: (at += move.wait) };
    const wasDown = down.delete(move.turn);
    if (!wasDown) down.add(move.turn);
    return { kind: wasDown ? 'release' : 'press', button: move.turn, at };
  });
}

/** Feeds a flow until it ends: how, and at which input. */
function runGesture(inputs: readonly Input[]) {
  const flow = gesture();
  flow.next();
  for (const [index, input] of inputs.entries()) {
    const step = flow.next(input);
    if (step.done === true) return { made: step.value, index };
  }
  return undefined;
}

function runHold(inputs: readonly Input[], downAtFirst: readonly Button[] = []) {
  const down = new Set(downAtFirst);
  const progress: number[] = [];
  const flow = holdRight({ isDown: (button) => down.has(button) }, (part) => void progress.push(part));
  flow.next();
  for (const [index, input] of inputs.entries()) {
    if (input.kind === 'press') down.add(input.button);
    if (input.kind === 'release') down.delete(input.button);
    const step = flow.next(input);
    if (step.done === true) return { made: step.value, index, progress };
  }
  return { made: undefined, index: inputs.length, progress };
}

const press = (button: Button, at = 0): Input => ({ kind: 'press', button, at });
const release = (button: Button, at = 0): Input => ({ kind: 'release', button, at });
const tick = (at: number): Input => ({ kind: 'tick', at });
/** Ticks every 50 ms, the first 50 ms after `from`, the last at `to`. */
const ticks = (from: number, to: number): Input[] =>
  Array.from({ length: (to - from) / 50 }, (_, index) => tick(from + (index + 1) * 50));

describe('gesture', () => {
  it.each([
    ['left', [press('left'), release('left')], 'left'],
    ['right', [press('right'), release('right')], 'right'],
    [
      'both, released in either order',
      [press('left'), press('right'), release('left'), release('right')],
      'both',
    ],
    ['both, one joining', [press('right'), press('left'), release('left'), release('right')], 'both'],
    [
      'both, one pressed twice',
      [press('right'), press('left'), release('left'), press('left'), release('right'), release('left')],
      'both',
    ],
  ] as const)('knows %s', (_, inputs, made) => {
    expect(runGesture(inputs)).toEqual({ made, index: inputs.length - 1 });
  });

  it('acts on release only, however long the button is down', () => {
    expect(runGesture([press('left'), ...ticks(0, 5000)])).toBeUndefined();
    expect(runGesture([press('left'), press('right'), release('left')])).toBeUndefined();
  });

  it('does not count a button that was down at the beginning, until it has been let go', () => {
    expect(runGesture([release('right')])).toBeUndefined();
    expect(runGesture([release('right'), release('left'), press('left'), release('left')])?.made).toBe(
      'left',
    );
    // Right is still down from before: the left one alone was pressed.
    expect(runGesture([press('left'), release('right'), release('left')])).toEqual({
      made: 'left',
      index: 2,
    });
  });

  it('ignores ticks and the start of a ceremony', () => {
    const start: Input = { kind: 'start', request: { kind: 'create', wordCount: 12 } };
    expect(runGesture([start, tick(5), press('left'), start, tick(9), release('left')])?.made).toBe('left');
  });

  it('a gesture ends when every button is up, and names all that were pressed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(turn, wait), { maxLength: 20 }),
        fc.subarray<Button>(['left', 'right']),
        (moves, downAtFirst) => {
          const inputs = inputsOf(moves, downAtFirst);
          const pressed = new Set<Button>();
          const stillDown = new Set<Button>();
          let expected: ReturnType<typeof runGesture>;
          inputs.forEach((input, index) => {
            if (expected !== undefined) return;
            if (input.kind === 'press') {
              pressed.add(input.button);
              stillDown.add(input.button);
            }
            if (input.kind === 'release' && stillDown.delete(input.button) && stillDown.size === 0) {
              expected = {
                made: pressed.size === 2 ? 'both' : pressed.has('left') ? 'left' : 'right',
                index,
              };
            }
          });
          expect(runGesture(inputs)).toEqual(expected);
        },
      ),
    );
  });
});

describe('holdRight', () => {
  it('takes 1.5 seconds on the device clock', () => {
    expect(holdMs).toBe(1500);
    expect(runHold([press('right'), ...ticks(0, 1450)]).made).toBeUndefined();
    expect(runHold([press('right'), ...ticks(0, 1450), tick(1499)]).made).toBeUndefined();
    expect(runHold([press('right'), ...ticks(0, 1500)])).toMatchObject({ made: 'held', index: 30 });
  });

  it('counts from the press, wherever the clock stands', () => {
    const start = 1_000_000;
    expect(
      runHold([tick(start - 10), press('right', start), ...ticks(start, start + 1450)]).made,
    ).toBeUndefined();
    expect(runHold([tick(start - 10), press('right', start), ...ticks(start, start + 1500)]).made).toBe(
      'held',
    );
  });

  it('tells its progress from 0 to 1, and 0 again when it is broken', () => {
    const { progress } = runHold([
      press('right'),
      tick(150),
      tick(300),
      release('right', 300),
      press('right', 400),
    ]);
    expect(progress).toEqual([0, 0.1, 0.2, 0, 0]);
    expect(runHold([press('left'), release('right')]).progress).toEqual([]);
    // Time that passes while nothing is held is no progress, and leaves nothing behind to be broken.
    expect(runHold([tick(50), tick(100), press('left', 100), tick(150), tick(200)]).progress).toEqual([]);
  });

  it.each([
    ['release', [release('right', 1400), press('right', 1400)]],
    ['left button', [press('left', 1400), release('left', 1400)]],
  ] as const)('starts again at a %s: times never add up', (_, breaking) => {
    const begun = [press('right'), ...ticks(0, 1400), ...breaking];
    expect(runHold([...begun, ...ticks(1400, 2850)]).made).toBeUndefined();
  });

  it('needs a new press of the right button once the left one has come and gone', () => {
    const inputs = [
      press('right'),
      ...ticks(0, 500),
      press('left', 500),
      release('left', 500),
      ...ticks(500, 9000),
    ];
    expect(runHold(inputs).made).toBeUndefined();
    expect(
      runHold([...inputs, release('right', 9000), press('right', 9000), ...ticks(9000, 10_500)]).made,
    ).toBe('held');
  });

  it('does not count a button that is down at the beginning (H5)', () => {
    expect(runHold(ticks(0, 9000), ['right']).made).toBeUndefined();
    expect(
      runHold([...ticks(0, 1000), release('right', 1000), ...ticks(1000, 9000)], ['right']).made,
    ).toBeUndefined();
  });

  it('does not count a right button that joins the left one', () => {
    expect(runHold([press('left'), press('right'), ...ticks(0, 9000)]).made).toBeUndefined();
    expect(runHold([press('right'), ...ticks(0, 9000)], ['left']).made).toBeUndefined();
    expect(runHold([press('left'), press('right'), release('left'), ...ticks(0, 9000)]).made).toBeUndefined();
  });

  it('is not shortened by a clock that jumps, or by a board that stalls', () => {
    expect(runHold([press('right'), tick(60_000)]).made).toBeUndefined();
    const jumps = Array.from({ length: 8 }, (_, index) => tick((index + 1) * 60_000));
    expect(runHold([press('right'), ...jumps.slice(0, 7)]).made).toBeUndefined();
    expect(runHold([press('right'), ...jumps]).made).toBe('held');
  });

  it('is not shortened by a clock that goes back', () => {
    expect(runHold([press('right', 5000), tick(1000), ...ticks(1000, 2450)]).made).toBeUndefined();
    expect(runHold([press('right', 5000), tick(1000), ...ticks(1000, 2500)]).made).toBe('held');
  });

  it('gives way to a tap of the left button alone', () => {
    expect(runHold([press('left'), tick(100), release('left')])).toMatchObject({ made: 'left', index: 2 });
    expect(runHold([release('left')], ['left']).made).toBeUndefined();
    expect(runHold([press('left'), release('left')], ['right']).made).toBeUndefined();
    expect(runHold([press('right'), press('left'), release('left')]).made).toBeUndefined();
    expect(runHold([press('left'), press('right'), release('right'), release('left')]).made).toBeUndefined();
  });

  it('ignores the start of a ceremony', () => {
    const start: Input = { kind: 'start', request: { kind: 'create', wordCount: 12 } };
    expect(runHold([start, press('right'), start, ...ticks(0, 1500)]).made).toBe('held');
  });

  it('is held exactly when the right button alone was down for the last 1.5 s of ticks', () => {
    const patient = fc.array(
      fc.oneof(
        { weight: 1, arbitrary: fc.constant<Move>({ turn: 'left' }) },
        { weight: 3, arbitrary: fc.constant<Move>({ turn: 'right' }) },
        { weight: 24, arbitrary: wait },
      ),
      { minLength: 10, maxLength: 40 },
    );
    let held = 0;
    fc.assert(
      fc.property(patient, fc.subarray<Button>(['left', 'right']), (moves, downAtFirst) => {
        const inputs = inputsOf(moves, downAtFirst);
        const ends = (index: number): 'held' | 'left' | undefined => {
          const input = inputs[index];
          const lastTurn = inputs.slice(0, index).findLastIndex(({ kind }) => kind !== 'tick');
          const last = inputs[lastTurn];
          if (input === undefined || last?.kind !== 'press') return undefined;
          const other: Button = last.button === 'left' ? 'right' : 'left';
          const turns = inputs.slice(0, lastTurn).filter((each) => 'button' in each && each.button === other);
          const otherIsDown = turns.length % 2 === (downAtFirst.includes(other) ? 0 : 1);
          if (otherIsDown) return undefined;
          if (last.button === 'left') return input.kind === 'release' ? 'left' : undefined;
          const times = [last, ...inputs.slice(lastTurn + 1, index + 1)].map((each) =>
            'at' in each ? each.at : 0,
          );
          const total = times
            .slice(1)
            .reduce((sum, at, step) => sum + Math.min(at - (times[step] ?? 0), 200), 0);
          return input.kind === 'tick' && total >= 1500 ? 'held' : undefined;
        };
        const index = inputs.findIndex((_, each) => ends(each) !== undefined);
        const expected = index === -1 ? undefined : ends(index);
        const { made, index: at } = runHold(inputs, downAtFirst);
        expect([made, at]).toEqual([expected, index === -1 ? inputs.length : index]);
        if (made === 'held') held += 1;
      }),
      { numRuns: 1500, seed: 5 },
    );
    // The law says something only if holds do happen among these moves.
    expect(held).toBeGreaterThan(50);
  });
});
