/** `B0 01 00 00`: name and version, answered alike by every app on a Ledger-like device. */
import { byteAt, concatBytes } from '../bytes.ts';
import { encodeCommand } from '../apdu/apdu.ts';
import { HostblindError } from '../errors.ts';
import { appNameInstruction, commonClass } from '../apdu/instructions.ts';

export interface AppName {
  readonly name: string;
  readonly version: string;
}

export function encodeAppNameRequest(): Uint8Array {
  return encodeCommand(commonClass, appNameInstruction);
}

/** `01`, length and ASCII name, length and ASCII version, `01` and one flags byte (0). */
export function encodeAppName({ name, version }: AppName): Uint8Array {
  const ascii = (text: string): Uint8Array =>
    Uint8Array.from(text, (character) => character.charCodeAt(0) & 0x7f);
  return concatBytes(
    Uint8Array.of(1, name.length),
    ascii(name),
    Uint8Array.of(version.length),
    ascii(version),
    Uint8Array.of(1, 0),
  );
}

/** Throws `bad-response` for another format byte or a length that points past the end. */
export function decodeAppName(data: Uint8Array): AppName {
  const read = (offset: number): { text: string; end: number } => {
    const length = byteAt(data, offset);
    const end = offset + 1 + length;
    if (end > data.length) throw new RangeError('text runs past the end');
    return { text: String.fromCharCode(...data.subarray(offset + 1, end)), end };
  };
  try {
    if (byteAt(data, 0) !== 1) throw new RangeError('unknown format');
    const name = read(1);
    return { name: name.text, version: read(name.end).text };
  } catch (cause) {
    throw new HostblindError('bad-response', { cause });
  }
}
