/** How `hostblind` ends. The same table stands in `docs/plug-in.md`, and a test compares the two. */
import type { ErrorCode } from '../protocol/errors.ts';
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
  interrupted: 130,
} as const;
export type ExitName = keyof typeof exitCodes;

export const exitMeanings: Record<ExitName, string> = {
  done: 'It was done.',
  fault: 'A fault of the program itself.',
  usage: 'The command line was not understood.',
  noDevice: 'No device is there, or the simulator is not running.',
  notAllowed: 'The device is there and may not be opened: no permission, no USB libraries, or in use.',
  notFinished: 'It ended on the device without a backup: declined, stopped, cancelled, discarded or wiped.',
  notNow:
    'The device cannot do that now: it has a wallet, is locked or is busy, or there is nothing to cancel.',
  link: 'The device went away or gave no proper answer.',
  doNotUse:
    'The device could not prove what it is, failed the entropy check, or found a fault in itself. Do not use it.',
  interrupted: 'Ctrl-C. The device was asked to stop.',
};

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
