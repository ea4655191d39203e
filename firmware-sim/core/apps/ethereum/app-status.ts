/** Status words of the commands of this app: those of `status-words.ts`, and what clients of it know beside them. */
import { statusWords } from '../../../../src/protocol/apdu/status-words.ts';
import type { AppReply } from '../../app.ts';

export const appStatus = {
  ok: statusWords.ok,
  unknownTransactionType: 0x6501,
  /** A continuation of nothing. */
  wrongOrder: 0x6980,
  notInstalled: 0x6984,
  badData: statusWords.badData,
  tooLong: 0x6a84,
  badParameters: statusWords.badParameters,
  unknownInstruction: statusWords.unknownInstruction,
  unknownClass: statusWords.unknownClass,
} as const;

export type AppStatus = keyof typeof appStatus;

export function answerStatus(status: AppStatus, data?: Uint8Array): AppReply {
  return { kind: 'answer', status: appStatus[status], ...(data !== undefined && { data }) };
}

/** Clients send these on the way to what they want, and go on: they end nothing. */
const harmless: readonly number[] = [appStatus.ok, appStatus.notInstalled, appStatus.unknownInstruction];

export function isRefusal(reply: AppReply): boolean {
  return reply.kind === 'refuse' || (reply.kind === 'answer' && !harmless.includes(reply.status));
}

export function isTooLong(reply: AppReply): boolean {
  return reply.kind === 'answer' && reply.status === appStatus.tooLong;
}
