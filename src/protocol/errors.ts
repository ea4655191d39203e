/**
 * The codes of all errors on the host's side. Ask `errorCode` or `isCode`, never `instanceof`: a page may hold two copies of
 * this module. What a person reads about each is in `src/text/errors.ts`. No error carries what a person entered or saw.
 */
export const errorCodes = [
  // The device went away: unplugged, switched off, or its process ended.
  'disconnected',
  // The device took the message and did not answer in time.
  'timeout',
  // The caller gave up waiting.
  'aborted',
  // The device waits for its PIN (5515).
  'locked',
  // The device is in the middle of something (6601), or computes (6602).
  'busy',
  // The person said no on the device (6985).
  'declined',
  // The device can't do that now (6986), such as create a wallet where one exists.
  'not-in-this-state',
  // The device found a fault in itself (6f00), such as a failing random source.
  'device-fault',
  // The device refused the message as malformed (6700, 6a80, 6b00).
  'refused',
  // The device doesn't know the command (6d00, 6e00): another app or another firmware answers.
  'unsupported',
  // The device refused with a status word that the protocol doesn't define: one of its maker's own.
  'unknown-refusal',
  // The answer doesn't have the layout of the protocol.
  'bad-response',
  // The device speaks another major version of the protocol.
  'other-version',
  // The device has no app, or none that takes a number of this computer into a signature.
  'cannot-protect',
  // The device signed without the computer's number, which it had been given: the signature may carry something out.
  'number-ignored',
  // The signature is of another key than the one that the device had told.
  'other-key',
  // This app hit a fault of its own, or the browser refused something that it needs.
  'app-fault',
  // The browser closed its device list before anyone could choose.
  'chooser-blocked',
  // The browser's device list was closed without a choice.
  'chooser-cancelled',
  // The browser or the operating system didn't let the page open the device.
  'permission-denied',
  // Another program or another tab holds the device.
  'in-use',
  // No device answers there.
  'not-found',
  // The browser has no WebHID.
  'no-webhid',
  // The libraries for USB devices aren't installed.
  'no-usb-driver',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export class HostblindError extends Error {
  override readonly name = 'HostblindError';
  readonly code: ErrorCode;
  /** For a developer, such as a status word. */
  readonly detail: string | undefined;

  constructor(code: ErrorCode, options?: { cause?: unknown; detail?: string }) {
    super(options?.detail === undefined ? code : `${code} (${options.detail})`, { cause: options?.cause });
    this.code = code;
    this.detail = options?.detail;
  }
}

/** The code of anything thrown, or `undefined` when it isn't one of ours. */
export function errorCode(error: unknown): ErrorCode | undefined {
  return errorCodes.find((code) => isCode(error, code));
}

/** Whether what was thrown has this code: of the catalogue, of `codedError`, or of the system, such as `EEXIST`. */
export function isCode<Code extends string>(error: unknown, code: Code): error is Coded<Code> {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}

export type Coded<Code extends string> = Error & { readonly code: Code };

/** An error that one part throws and another one catches by its code; `message` is for a person or a developer. */
export function codedError<Code extends string>(code: Code, message: string): Coded<Code> {
  return Object.assign(new Error(message), { code });
}

/** What was thrown, where it is an error of the catalogue; else a new one with the code that it has, or `otherwise`. */
export function asHostblindError(error: unknown, otherwise: ErrorCode): HostblindError {
  return isOfCatalogue(error) ? error : new HostblindError(errorCode(error) ?? otherwise, { cause: error });
}

/** Also one that another copy of this module has made. */
function isOfCatalogue(error: unknown): error is HostblindError {
  return errorCode(error) !== undefined && typeof error === 'object' && error !== null && 'detail' in error;
}

/** The name of an error that the browser made, such as `NotFoundError`: the one thing that tells those apart. */
export function foreignName(error: unknown): string | undefined {
  const named = typeof error === 'object' && error !== null && 'name' in error;
  return named && typeof error.name === 'string' ? error.name : undefined;
}
