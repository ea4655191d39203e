import { describe, expect, it } from 'vitest';
import { takeTurns } from '../../../firmware-sim/device/turns.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function open() {
  const handled: number[] = [];
  let rests = 0;
  const turns = takeTurns<number>(
    (item, done) => {
      handled.push(item);
      done();
    },
    () => (rests += 1),
  );
  return { turns, handled, rests: () => rests };
}

describe('turns', () => {
  it('hand on the first item at once, and one more with each turn of the event loop', async () => {
    const { turns, handled, rests } = open();
    for (const item of [1, 2, 3]) turns.push(item);
    expect([handled, turns.waiting()]).toEqual([[1], 2]);
    await turn();
    expect([handled, turns.waiting(), rests()]).toEqual([[1, 2], 1, 0]);
    await turn();
    await turn();
    expect([handled, turns.waiting(), rests()]).toEqual([[1, 2, 3], 0, 1]);
    turns.push(4);
    expect(handled).toEqual([1, 2, 3, 4]);
  });

  it('wait for the answer to the one before', async () => {
    const answered: (() => void)[] = [];
    const handled: number[] = [];
    const turns = takeTurns<number>(
      (item, done) => {
        handled.push(item);
        answered.push(done);
      },
      () => undefined,
    );
    for (const item of [1, 2]) turns.push(item);
    await turn();
    expect([handled, turns.waiting()]).toEqual([[1], 1]);
    answered[0]?.();
    await turn();
    expect(handled).toEqual([1, 2]);
  });

  it('of several connections go on side by side', async () => {
    const [one, other] = [open(), open()];
    for (const item of [1, 2, 3]) {
      one.turns.push(item);
      other.turns.push(item);
    }
    await turn();
    expect([one.handled, other.handled]).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  it('end with stop: what waits is dropped', async () => {
    const { turns, handled } = open();
    for (const item of [1, 2, 3]) turns.push(item);
    turns.stop();
    turns.push(4);
    await turn();
    expect([handled, turns.waiting()]).toEqual([[1], 0]);
  });
});
