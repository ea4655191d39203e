/**
 * Command and response APDUs (ISO/IEC 7816-4, short form without Le): `CLA INS P1 P2 [Lc data]` and
 * `[data] SW1 SW2`. Data is at most 255 bytes in a command and 253 in a response.
 */
import { byteAt, concatBytes, readU16, u16 } from '../bytes.ts';
import { HostblindError, type ErrorCode } from '../errors.ts';
import { statusWords, type StatusWord } from './status-words.ts';

export const maximumCommandData = 255;
export const maximumCommandLength = 5 + maximumCommandData;
export const maximumResponseData = 253;

export interface CommandApdu {
  readonly cla: number;
  readonly ins: number;
  readonly p1: number;
  readonly p2: number;
  readonly data: Uint8Array;
}

/** Encodes a command; `data` is at most 255 bytes, else `RangeError`. A command without data ends in `Lc = 0`. P2 is 0. */
export function encodeCommand(
  cla: number,
  ins: number,
  data: Uint8Array = new Uint8Array(),
  p1 = 0,
): Uint8Array {
  if (data.length > maximumCommandData)
    throw new RangeError(`command data of ${data.length} bytes: at most 255`);
  return concatBytes(Uint8Array.of(cla, ins, p1, 0, data.length), data);
}

/** Parses a command, or `undefined` when its length and its Lc byte disagree (answer 6700). Four bytes are accepted. */
export function parseCommand(bytes: Uint8Array): CommandApdu | undefined {
  if (bytes.length < 4) return undefined;
  const data = bytes.subarray(5);
  if (bytes.length > 4 && byteAt(bytes, 4) !== data.length) return undefined;
  return { cla: byteAt(bytes, 0), ins: byteAt(bytes, 1), p1: byteAt(bytes, 2), p2: byteAt(bytes, 3), data };
}

export function encodeResponse(status: StatusWord, data: Uint8Array = new Uint8Array()): Uint8Array {
  if (data.length > maximumResponseData)
    throw new RangeError(`response data of ${data.length} bytes: at most 253`);
  return concatBytes(data, u16(status));
}

const codeByStatus: ReadonlyMap<number, ErrorCode> = new Map([
  [statusWords.locked, 'locked'],
  [statusWords.busy, 'busy'],
  [statusWords.computing, 'busy'],
  [statusWords.wrongLength, 'refused'],
  [statusWords.declined, 'declined'],
  [statusWords.notInThisState, 'not-in-this-state'],
  [statusWords.unknownApp, 'refused'],
  [statusWords.badData, 'refused'],
  [statusWords.badParameters, 'refused'],
  [statusWords.unknownInstruction, 'unsupported'],
  [statusWords.unknownClass, 'unsupported'],
  [statusWords.deviceFault, 'device-fault'],
]);

/** The data of a successful response; any other status word becomes the error of the catalogue. */
export function responseData(bytes: Uint8Array): Uint8Array {
  if (bytes.length < 2) throw new HostblindError('bad-response', { detail: `${bytes.length} bytes` });
  const status = readU16(bytes, bytes.length - 2);
  if (status === statusWords.ok) return bytes.subarray(0, -2);
  const detail = status.toString(16).padStart(4, '0');
  throw new HostblindError(codeByStatus.get(status) ?? 'unknown-refusal', { detail });
}
