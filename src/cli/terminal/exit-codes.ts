/** How `hostblind` ends. The same table stands in `docs/terminal.md`, and a test compares the two. */
import type { ErrorCode } from '../../protocol/errors.ts';
import { terminalText } from '../../text/terminal/terminal.ts';
import type { Outcome } from '../../protocol/public-state.ts';
import { terminalCode } from './own-words.ts';

export const exitCodes = {
  done: 0,
  fault: 1,
  usage: 2,
  noDevice: 3,
  notAllowed: 4,
  notFinished: 5,
  notNow: 6,
  link: 7,
  doNotUse: 8,
  outputLost: 9,
  notConforming: 10,
  notMatching: 11,
  badFile: 12,
  interrupted: 130,
} as const;
export type ExitName = keyof typeof exitCodes;

/** Asked for when it's said, and not before: the language is chosen as the program starts. */
export function exitMeanings(): Readonly<Record<ExitName, string>> {
  return terminalText.exits;
}

const byError: Record<ErrorCode, ExitName> = {
  disconnected: 'link',
  timeout: 'link',
  aborted: 'interrupted',
  locked: 'notNow',
  busy: 'notNow',
  declined: 'notFinished',
  'not-in-this-state': 'notNow',
  'device-fault': 'doNotUse',
  refused: 'link',
  unsupported: 'link',
  'unknown-refusal': 'link',
  'bad-response': 'link',
  'other-version': 'link',
  'cannot-protect': 'notNow',
  'number-ignored': 'doNotUse',
  'other-key': 'doNotUse',
  'app-fault': 'fault',
  'chooser-blocked': 'notAllowed',
  'chooser-cancelled': 'noDevice',
  'permission-denied': 'notAllowed',
  'in-use': 'notAllowed',
  'not-found': 'noDevice',
  'no-webhid': 'noDevice',
  'no-usb-driver': 'notAllowed',
};

export function exitOfError(code: ErrorCode | undefined): ExitName {
  return code === undefined ? 'fault' : (byError[code] ?? 'fault');
}

/** Of anything thrown. */
export function exitOfFault(error: unknown): ExitName {
  const code = terminalCode(error);
  if (code === 'usage') return 'usage';
  return code === 'bad-file' ? 'badFile' : exitOfError(code);
}

const byOutcome: Partial<Record<Outcome, ExitName>> = {
  completed: 'done',
  match: 'done',
  'no-match': 'notMatching',
  'wrong-code': 'notMatching',
  'other-wallet': 'notMatching',
  fault: 'doNotUse',
};

export function exitOfOutcome(outcome: Outcome): ExitName {
  return byOutcome[outcome] ?? 'notFinished';
}
