import type { Board, RandomPurpose } from '../../board.ts';
import { DeviceFault } from '../../faults.ts';

/**
 * Draws bytes from the board and refuses what cannot be random: a wrong length, or 16 bytes and more of one value
 * (a chance of 2^-120 or less for a sound source). This catches a source that is not connected, not a weak one.
 */
export function drawRandom(board: Board, purpose: RandomPurpose, length: number): Uint8Array {
  const bytes = board.random(purpose, length);
  const constant = length >= 16 && bytes.every((byte) => byte === bytes[0]);
  if (bytes.length !== length || constant) throw new DeviceFault('random-source');
  return bytes;
}
