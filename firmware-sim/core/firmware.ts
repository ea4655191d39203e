import type { Board, Firmware } from './board.ts';
export function createFirmware(board: Board): Firmware {
  void board;
  throw new Error('being written');
}
