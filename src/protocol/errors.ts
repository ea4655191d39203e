/**
 * The one catalogue of errors on the host's side. Compare `error.code`, never `instanceof`: a page may hold
 * two copies of this module. No entry ever carries what a person entered or saw.
 */
export const errorCatalogue = {
  disconnected: {
    when: 'The device went away: unplugged, switched off, or its process ended.',
    todo: 'Plug the device in again. Nothing is lost: the device knows where you were.',
  },
  timeout: {
    when: 'The device took the message and did not answer in time.',
    todo: 'Unplug the device, wait a moment and plug it in again.',
  },
  aborted: { when: 'The caller gave up waiting.', todo: 'Nothing to do.' },
  locked: { when: 'The device waits for its PIN (5515).', todo: 'Enter your PIN on the device.' },
  busy: {
    when: 'The device is in the middle of something (6601).',
    todo: 'Finish or stop what the device shows.',
  },
  declined: { when: 'The person said no on the device (6985).', todo: 'Start again when you are ready.' },
  'not-in-this-state': {
    when: 'The device cannot do that now (6986), for example create a wallet where one exists.',
    todo: 'Look at the device: it says what it waits for.',
  },
  'device-fault': {
    when: 'The device found a fault in itself (6f00), for example a failing random source.',
    todo: 'Do not use this device for a wallet.',
  },
  refused: {
    when: 'The device refused the message as malformed (6700, 6a80, 6b00).',
    todo: 'Update this app.',
  },
  unsupported: {
    when: 'The device does not know the command (6d00, 6e00): another app or another firmware answers.',
    todo: 'Open Hostblind on the device, or update its firmware.',
  },
  'bad-response': {
    when: 'The answer does not have the layout that the protocol asks for.',
    todo: 'Update the device or this app.',
  },
  'chooser-cancelled': { when: 'The browser’s device list was closed without a choice.', todo: '' },
  'permission-denied': {
    when: 'The browser or the operating system did not let the page open the device.',
    todo: 'Allow the device in the site settings. On Linux, install the udev rule.',
  },
  'in-use': {
    when: 'Another program or another tab holds the device.',
    todo: 'Close other wallet programs and other tabs that use the device.',
  },
  'not-found': {
    when: 'No device answers there.',
    todo: 'Plug the device in, or start the simulator.',
  },
  'no-webhid': {
    when: 'This browser has no WebHID.',
    todo: 'Use Chrome, Edge or another Chromium browser on a computer, or the simulator.',
  },
  'no-usb-driver': {
    when: 'The libraries for USB devices are not installed for this computer.',
    todo: 'Run npm ci in the folder of Hostblind, or use --link process.',
  },
} as const;

export type ErrorCode = keyof typeof errorCatalogue;

export class HostblindError extends Error {
  override readonly name = 'HostblindError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, options?: { cause?: unknown; detail?: string }) {
    super(
      options?.detail === undefined
        ? errorCatalogue[code].when
        : `${errorCatalogue[code].when} (${options.detail})`,
      {
        cause: options?.cause,
      },
    );
    this.code = code;
  }
}

/** The catalogue code of anything thrown, or `undefined` when it is not one of ours. */
export function errorCode(error: unknown): ErrorCode | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  const { code } = error;
  return typeof code === 'string' && Object.hasOwn(errorCatalogue, code) ? (code as ErrorCode) : undefined;
}
