/** The health tests stand in front of everything that is drawn, from power-on to power-off (H8). */
import { describe, expect, it } from 'vitest';
import type { RandomPurpose } from '../../../../../firmware-sim/core/board.ts';
import { repetitionCutoff, startupSamples } from '../../../../../firmware-sim/core/vault/random/health.ts';
import { testedBoard } from '../../../../../firmware-sim/core/vault/random/tested-board.ts';
import { countingBytes, createCoreBoard } from '../../../../fixtures/devices/core-board.ts';
import { seededRandom } from '../../../../fixtures/devices/test-device.ts';

type Source = (purpose: RandomPurpose, length: number) => Uint8Array;

/** A sound source from its beginning: no test goes on where another one stopped. */
const soundSource = (): Source => seededRandom({ all: 'tested board' });
const stuck = (length: number): Uint8Array => new Uint8Array(length).fill(9);
const fault = expect.objectContaining({ name: 'DeviceFault', code: 'random-source' });

/** Sound at power-on; what it gives from then on can be exchanged. */
function boardWithSource() {
  let source: Source = soundSource();
  const board = createCoreBoard({ random: (purpose, length) => source(purpose, length) });
  return {
    board,
    tested: testedBoard(board),
    breakSource: (broken: Source): void => {
      source = broken;
    },
  };
}

describe('at power-on', () => {
  it('1,024 bytes are drawn for the tests, and for nothing else', () => {
    const { board } = boardWithSource();
    expect(board.draws).toMatchObject([{ purpose: 'health', length: startupSamples }]);
  });

  it.each([
    ['constant', stuck],
    ['short', (length: number) => countingBytes(length - 1)],
    [
      'stuck for six bytes at the end',
      (length: number) => soundSource()('health', length).fill(7, length - 6),
    ],
    [
      'leaning to one value',
      (length: number) => soundSource()('health', length).map((byte, at) => (at % 16 ? byte : 0)),
    ],
  ])('a source that is %s stops the device', (_, give) => {
    const board = createCoreBoard({ random: (_purpose, length) => give(length) });
    expect(() => testedBoard(board)).toThrow(fault);
  });
});

describe('from then on', () => {
  it('sound bytes pass as they are, for the purpose and the length that were asked', () => {
    const { board, tested } = boardWithSource();
    const drawn = tested.random('quiz', 20);
    expect(drawn).toBe(board.draws[1]?.bytes);
    expect(board.draws[1]).toMatchObject({ purpose: 'quiz', length: 20 });
  });

  it('a source that gets stuck stops the device at the draw that shows it', () => {
    const { tested, breakSource } = boardWithSource();
    breakSource((_, length) => stuck(length));
    expect(tested.random('pin-pad', repetitionCutoff - 1)).toHaveLength(repetitionCutoff - 1);
    expect(() => tested.random('pin-pad', 1)).toThrow(fault);
  });

  it('one that broke is not asked again whether it is well', () => {
    const { tested, breakSource } = boardWithSource();
    breakSource((_, length) => stuck(length));
    expect(() => tested.random('phrase', 32)).toThrow(fault);
    breakSource(soundSource());
    for (let draw = 0; draw < 3; draw += 1) expect(() => tested.random('phrase', 32)).toThrow(fault);
  });

  it('leaves bytes of a wrong length to the caller, who refuses them', () => {
    const { tested, breakSource } = boardWithSource();
    breakSource(() => stuck(64));
    expect(tested.random('phrase', 32)).toHaveLength(64);
    breakSource(soundSource());
    expect(tested.random('phrase', 32)).toHaveLength(32);
  });

  it('the rest of the board is the board', () => {
    const { board, tested } = boardWithSource();
    expect(tested).toEqual({ ...board, random: expect.any(Function) });
  });
});
