/**
 * `E0 01 00 00`, getVersion: what a stock Ledger is and, in its flags, where its set-up stands. Answered without an
 * app open, before the set-up as well as after it.
 *
 * `target id u32`, then fields of one length byte and a value each: version, flags, MCU version, and a tail that
 * depends on model and firmware. The tail carries no tags and is not needed here, so reading stops where the data does.
 */
import { concatBytes, u16 } from '../bytes.ts';
import { encodeCommand } from '../apdu/apdu.ts';
import { HostblindError } from '../errors.ts';
import { isSecureElement } from './models.ts';

export const ledgerClass = 0xe0;
export const getVersionInstruction = 0x01;

export type LedgerVersion =
  | {
      readonly kind: 'secure-element';
      readonly targetId: number;
      /** Such as `2.2.3`; `0.0.0` where very old firmware says nothing. */
      readonly version: string;
      /** An update is being installed: the small system that does it answers. */
      readonly updater: boolean;
      /** As they came: four bytes on any firmware that can be followed. */
      readonly flags: Uint8Array;
      readonly mcuVersion: string;
    }
  | {
      readonly kind: 'bootloader';
      readonly targetId: number;
      /** Of the secure element beside it, where the bootloader reports it. */
      readonly secureElementTargetId: number | undefined;
    };

export function encodeGetVersionRequest(): Uint8Array {
  return encodeCommand(ledgerClass, getVersionInstruction);
}

function readU32(bytes: Uint8Array, offset = 0): number | undefined {
  return bytes.length < offset + 4
    ? undefined
    : new DataView(bytes.buffer, bytes.byteOffset + offset, 4).getUint32(0);
}

/** The fields in order, up to the first that is not whole. */
function lengthValueFields(data: Uint8Array, offset: number): Uint8Array[] {
  const fields: Uint8Array[] = [];
  for (let at = offset; at < data.length;) {
    const length = data[at] ?? 0;
    const end = at + 1 + length;
    if (end > data.length) break;
    fields.push(data.slice(at + 1, end));
    at = end;
  }
  return fields;
}

/** Some firmware ends its texts in a NUL. */
function asText(bytes: Uint8Array | undefined): string {
  return String.fromCharCode(...(bytes ?? [])).replace(/\0+$/, '');
}

/** Lenient: throws `bad-response` only where not even a target id arrived. */
export function decodeGetVersion(data: Uint8Array): LedgerVersion {
  const targetId = readU32(data);
  if (targetId === undefined) throw new HostblindError('bad-response', { detail: `${data.length} bytes` });
  const [version, flags, third, fourth] = lengthValueFields(data, 4);
  if (!isSecureElement(targetId)) {
    return {
      kind: 'bootloader',
      targetId,
      secureElementTargetId: fourth === undefined ? undefined : readU32(fourth),
    };
  }
  const text = asText(version);
  const silent = text === '';
  return {
    kind: 'secure-element',
    targetId,
    version: silent ? '0.0.0' : text,
    updater: text.includes('-osu'),
    flags: silent ? new Uint8Array() : (flags ?? new Uint8Array()),
    mcuVersion: silent ? '' : asText(third),
  };
}

export interface VersionFields {
  readonly targetId: number;
  readonly version: string;
  readonly flags: Uint8Array;
  readonly mcuVersion: string;
  /** Values of the tail, each without its length byte. */
  readonly tail: readonly Uint8Array[];
}

function field(value: Uint8Array): Uint8Array {
  return concatBytes(Uint8Array.of(value.length), value);
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0) & 0x7f);
}

/** The data of the answer, without its status word. */
export function encodeVersion({ targetId, version, flags, mcuVersion, tail }: VersionFields): Uint8Array {
  return concatBytes(
    u16(targetId >>> 16),
    u16(targetId & 0xffff),
    field(ascii(version)),
    field(flags),
    field(ascii(mcuVersion)),
    ...tail.map(field),
  );
}

/** The data of a bootloader's answer: its own target and version, then those of the secure element. */
export function encodeBootloaderVersion(secureElement: { targetId: number; version: string }): Uint8Array {
  const { targetId, version } = secureElement;
  return concatBytes(
    Uint8Array.of(0x05, 0x01, 0x00, 0x03),
    field(ascii('1.16')),
    field(Uint8Array.of(0, 0, 0, 0)),
    field(ascii(version)),
    field(concatBytes(u16(targetId >>> 16), u16(targetId & 0xffff))),
  );
}
