/** The board as the firmware uses it: everything that is drawn passes the health tests first (H8). */
import type { Board } from '../../board.ts';
import { DeviceFault } from '../../faults.ts';
import { createHealthTest, startupSamples } from './health.ts';
import { drawRandom } from './random.ts';

/**
 * Tests the random source and puts the tests in front of it for good. A test that fails once stays failed until the
 * power is cut: a source that broke is not asked again whether it is well. Throws `DeviceFault('random-source')`,
 * now or at the draw that shows the fault.
 */
export function testedBoard(board: Board): Board {
  const health = createHealthTest();
  const tested: Board = {
    ...board,
    random(purpose, length) {
      const bytes = board.random(purpose, length);
      // Bytes of a wrong length were never promised to be random; `drawRandom` refuses them.
      if (bytes.length === length && !health.passes(bytes)) throw new DeviceFault('random-source');
      return bytes;
    },
  };
  drawRandom(tested, 'health', startupSamples);
  return tested;
}
