/** How long a stock Ledger is given. Its set-up is slow in places, and silence is no sign that anything is wrong. */
import type { LedgerReading } from './reading.ts';

/** Milliseconds from an answer to the next question: the pace that the devices are known to bear. */
export const ledgerPollInterval = 1_000;

/** Milliseconds after which an answer that is still out is worth telling the person about. */
export const silenceAfter = 1_500;

/** So many failures in a row, and not fewer, mean that the device is lost. */
export const strikesBeforeLost = 3;

/** Milliseconds that a device may be quiet while it derives its keys, and that "keep waiting" grants. */
export const quietLimitMs = 120_000;

/** Milliseconds between two attempts to reach a device that is away. */
export const ledgerRetryMs = 1_000;

/** The last words before the silence: polling can miss the very last. */
const lastWords = 2;

/** Whether the device may stop answering from here: it derives its keys after the last word. */
export function mayGoQuiet(reading: LedgerReading): boolean {
  if (reading.kind !== 'onboarding' || reading.wordCount === undefined) return false;
  if (reading.screen !== 'confirm-words' && reading.screen !== 'restore-words') return false;
  return reading.position > reading.wordCount - lastWords;
}
