/**
 * What a browser's device interfaces throw, in our catalogue's terms: one table. The name of a `DOMException` is
 * all that is read, since the texts differ between browsers and versions.
 */
import {
  asHostblindError,
  errorCode,
  type ErrorCode,
  foreignName,
  HostblindError,
} from '../protocol/errors.ts';

/**
 * On Linux any program may share a HID device, so a refusal means missing rights (the udev rule). Elsewhere the
 * same refusal means that another program, such as a wallet, has the device open.
 */
export type Platform = 'linux' | 'other';

const codeByName: Readonly<Record<string, ErrorCode>> = {
  AbortError: 'aborted',
  /** The page is not allowed to use HID at all, or asked outside a click. */
  SecurityError: 'permission-denied',
  /** Already open in this same page. */
  InvalidStateError: 'in-use',
  /** A report could not be written: the cable is out, or the system took the device away. */
  NetworkError: 'disconnected',
  NotFoundError: 'not-found',
  NotSupportedError: 'no-webhid',
};

export function browserError(error: unknown, platform: Platform): HostblindError {
  if (errorCode(error) !== undefined) return asHostblindError(error, 'disconnected');
  const name = nameOf(error);
  const refused: ErrorCode = platform === 'linux' ? 'permission-denied' : 'in-use';
  const code = name === 'NotAllowedError' ? refused : (codeByName[name] ?? 'disconnected');
  return new HostblindError(code, { cause: error, detail: name });
}

export function nameOf(error: unknown): string {
  return foreignName(error) ?? 'unknown';
}

export function platformOf(navigator: Pick<Navigator, 'userAgent'>): Platform {
  // Android and ChromeOS have neither udev rules to install nor, today, a WebHID that shares devices so.
  return /\bLinux\b/.test(navigator.userAgent) && !/\b(Android|CrOS)\b/.test(navigator.userAgent)
    ? 'linux'
    : 'other';
}
