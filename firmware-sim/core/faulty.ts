/**
 * A device whose storage or random source is broken: it says so, on the glass and on the wire, and does nothing else. In English:
 * what its storage says of a language is worth as little as the rest.
 */
import { glassInEnglish } from '../../src/text/en/glass.ts';
import type { Board, Firmware } from './board.ts';
import { createCanvas } from './glass/screens/canvas.ts';
import { canSpeak, lacks, present } from './glass/glass.ts';
import { drawSentences } from './glass/screens/screens.ts';
import { isWholeBackupFile } from './vault/copies/backup-file.ts';
import type { Control } from './wire/control.ts';
import { dispatch } from './wire/dispatch.ts';

const fault = (): 'deviceFault' => 'deviceFault';

const controlOf = (board: Board): Control => ({
  entropy: { commit: fault, mix: fault, open: fault, keep: fault },
  state: () => ({
    wallet: 'empty',
    locked: false,
    activity: 'none',
    stage: 'idle',
    position: 0,
    total: 0,
    outcome: 'fault',
    ceremony: 0,
    triesLeft: 0,
    wordCount: 0,
  }),
  info: fault,
  languages: fault,
  certificate: fault,
  isWholeFile: isWholeBackupFile,
  canSpeak: (tag) => canSpeak(board, tag),
  lacks: (kind) => lacks(board, kind),
  start: fault,
  name: fault,
  stop: fault,
  walletId: fault,
  file: fault,
  attest: fault,
});

export function createFaultyFirmware(board: Board): Firmware {
  const control = controlOf(board);
  present(board, createCanvas(), (canvas) => drawSentences(canvas, glassInEnglish.faulty));
  return {
    handle: () => undefined,
    exchange: (command) => dispatch(control, command),
    keepsPace: () => false,
    unlink: () => undefined,
    powerOff: () => undefined,
  };
}
