/**
 * What the persona keeps without power: that it has a wallet, and how to check its PIN. The words themselves are not
 * kept: this device signs nothing, so nothing needs them after the set-up.
 */
import { byteAt, concatBytes, equalBytes } from '../../../src/protocol/bytes.ts';
import type { Board } from '../../core/board.ts';
import { stretchOf } from '../../core/vault/keys/stretch.ts';
import { erase } from '../../core/vault/memory/erase.ts';

export const personaPinTries = 3;
const rounds = 10_000;
const saltLength = 16;
const checkLength = 32;

/** `mark (1) tries left (1) salt (16) PIN check (32)`. The mark is written last and wiped first, so that it is never half there. */
const markOfPersona = 0x4c;
const neverWritten = 0xff;
const triesOffset = 1;
const saltOffset = 2;
const recordLength = saltOffset + saltLength + checkLength;

/** One digit (0 to 9) a byte, checked against without being kept. */
export interface PinCheck {
  readonly salt: Uint8Array;
  readonly check: Uint8Array;
}

function stretch(board: Board, pin: Uint8Array, salt: Uint8Array): Uint8Array {
  const digits = pin.map((digit) => 0x30 + digit);
  try {
    return stretchOf(board)('sha256', digits, salt, rounds, checkLength);
  } finally {
    erase(digits);
  }
}

export function createPinCheck(board: Board, pin: Uint8Array): PinCheck {
  const salt = board.random('seal', saltLength);
  return { salt, check: stretch(board, pin, salt) };
}

export function isRightPin(board: Board, { salt, check }: PinCheck, pin: Uint8Array): boolean {
  return equalBytes(stretch(board, pin, salt), check);
}

export interface StoredPersona {
  readonly pin: PinCheck;
  readonly triesLeft: number;
}

/** `undefined` for a device without a wallet. Throws an `Error` for storage that another kind of device wrote. */
export function readPersona({ storage }: Board): StoredPersona | undefined {
  const content = storage.read();
  const mark = byteAt(content, 0);
  if (mark === neverWritten) return undefined;
  if (mark !== markOfPersona) {
    throw new Error('the storage file belongs to another kind of device. Name another file.');
  }
  return {
    pin: {
      salt: content.slice(saltOffset, saltOffset + saltLength),
      check: content.slice(saltOffset + saltLength, recordLength),
    },
    triesLeft: byteAt(content, triesOffset),
  };
}

export function writePersona({ storage }: Board, { salt, check }: PinCheck): void {
  storage.write(triesOffset, concatBytes(Uint8Array.of(personaPinTries), salt, check));
  storage.write(0, Uint8Array.of(markOfPersona));
}

/** Written before a PIN is compared, so that cutting the power gives no further try. */
export function writeTries({ storage }: Board, triesLeft: number): void {
  storage.write(triesOffset, Uint8Array.of(triesLeft));
}

export function wipePersona({ storage }: Board): void {
  storage.write(0, Uint8Array.of(neverWritten));
  storage.write(triesOffset, new Uint8Array(recordLength - triesOffset).fill(neverWritten));
}
