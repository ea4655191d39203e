/** Status words of the commands of this app: those of `status-words.ts`, and what clients of it know beside them. */
import { statusWords } from '../../../../src/protocol/apdu/status-words.ts';
import type { AppReply } from '../../app.ts';

export const bitcoinStatus = {
  ok: statusWords.ok,
  /** The data asks the host for something, and its answer continues the command. */
  interrupted: 0xe000,
  badData: statusWords.badData,
  /** A path where no wallet has a key. */
  notSupported: 0x6a82,
  badParameters: 0x6a86,
  wrongLength: 0x6a87,
  /** An answer to nothing. */
  badState: 0xb007,
  unknownInstruction: statusWords.unknownInstruction,
  unknownClass: statusWords.unknownClass,
} as const;

type BitcoinStatus = keyof typeof bitcoinStatus;

export function bitcoinAnswer(status: BitcoinStatus, data?: Uint8Array): AppReply {
  return { kind: 'answer', status: bitcoinStatus[status], ...(data !== undefined && { data }) };
}
