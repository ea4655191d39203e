/** How `hostblind` ends. The same table stands in `docs/plug-in.md`, and a test compares the two. */
import type { ErrorCode } from '../protocol/errors.ts';
import { terminalText } from '../text/terminal.ts';
import type { Outcome } from '../protocol/public-state.ts';

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
  interrupted: 130,
} as const;
export type ExitName = keyof typeof exitCodes;

export const exitMeanings: Readonly<Record<ExitName, string>> = terminalText.exits;

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
  'bad-response': 'link',
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

export function exitOfOutcome(outcome: Outcome): ExitName {
  if (outcome === 'completed') return 'done';
  return outcome === 'fault' ? 'doNotUse' : 'notFinished';
}
