import { describe, expect, it } from 'vitest';
import { drawRandom } from '../../../../../firmware-sim/core/vault/random/random.ts';
import { DeviceFault } from '../../../../../firmware-sim/core/faults.ts';
import { countingBytes, createCoreBoard } from '../../../../fixtures/devices/core-board.ts';

const boardThatGives = (bytes: Uint8Array) => createCoreBoard({ random: () => bytes });

describe('drawRandom', () => {
  it('hands on what the board gives, for the purpose and length asked', () => {
    const board = createCoreBoard({ random: (_, length) => countingBytes(length) });
    expect(drawRandom(board, 'quiz', 20)).toEqual(countingBytes(20));
    expect(board.draws).toMatchObject([{ purpose: 'quiz', length: 20 }]);
  });

  it.each([
    ['too few', countingBytes(31)],
    ['too many', countingBytes(33)],
    ['none', new Uint8Array()],
    ['zeros', new Uint8Array(32)],
    ['ones', new Uint8Array(32).fill(0xff)],
    ['one value', new Uint8Array(32).fill(0x5a)],
  ])('stops the device at %s of 32 bytes', (_, bytes) => {
    const draw = () => drawRandom(boardThatGives(bytes), 'phrase', 32);
    expect(draw).toThrow(DeviceFault);
    expect(draw).toThrow(expect.objectContaining({ name: 'DeviceFault', code: 'random-source' }));
    expect(draw).toThrow('device fault: random-source');
  });

  it.each([16, 32, 48])('takes %i bytes of which one differs', (length) => {
    for (const at of [0, length - 1]) {
      const bytes = new Uint8Array(length);
      bytes[at] = 1;
      expect(drawRandom(boardThatGives(bytes), 'phrase', length)).toEqual(bytes);
    }
  });

  it('takes equal bytes where that is no sign of a fault: fewer than 16', () => {
    expect(drawRandom(boardThatGives(new Uint8Array(15)), 'pin-pad', 15)).toEqual(new Uint8Array(15));
    expect(() => drawRandom(boardThatGives(new Uint8Array(16)), 'pin-pad', 16)).toThrow(DeviceFault);
  });

  it('still asks short draws for their length', () => {
    expect(() => drawRandom(boardThatGives(new Uint8Array(3)), 'pin-pad', 4)).toThrow(DeviceFault);
  });
});
