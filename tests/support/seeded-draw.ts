import { readU16 } from '../../src/protocol/bytes.ts';
import { seededRandom } from './test-device.ts';

/** Numbers from 0 below a limit of at most 65,536, from a seed: the same ones each time. */
export function seededDraw(seed: string): (below: number) => number {
  const random = seededRandom({ all: seed });
  return (below) => {
    for (;;) {
      const drawn = readU16(random('quiz', 2), 0);
      if (drawn < 65_536 - (65_536 % below)) return drawn % below;
    }
  };
}
