/**
 * Ledger's HID framing, both directions: a message (an APDU) travels in 64-byte reports of
 * `channel (2) tag (1) sequence (2) [total length (2), first report only] data`, zero padded.
 * The first report carries 57 bytes of the message, each later one 59. Pure.
 */
import { byteAt, readU16 } from '../bytes.ts';

export const reportLength = 64;
export const firstReportData = 57;
export const laterReportData = 59;
/** Host libraries draw a channel from 0 to 0xfffe; a device takes any and answers on the same. */
const maximumChannel = 0xffff;

export const frameTags = {
  protocolVersion: 0x00,
  allocateChannel: 0x01,
  ping: 0x02,
  /** Defined by the framing, and refused by every device. */
  abort: 0x03,
  apdu: 0x05,
  reportSize: 0x08,
} as const;

/** Splits a message of 0 to 65,535 bytes into reports; throws `RangeError` for a longer one or a bad channel. */
export function splitIntoReports(channel: number, message: Uint8Array): Uint8Array[] {
  if (!Number.isInteger(channel) || channel < 0 || channel > maximumChannel) {
    throw new RangeError('a channel is a number from 0 to 65535');
  }
  if (message.length > 0xffff) throw new RangeError(`message of ${message.length} bytes: at most 65535`);
  const reports: Uint8Array[] = [];
  let offset = 0;
  do {
    const report = new Uint8Array(reportLength);
    const fields = new DataView(report.buffer);
    fields.setUint16(0, channel);
    fields.setUint8(2, frameTags.apdu);
    fields.setUint16(3, reports.length);
    if (reports.length === 0) fields.setUint16(5, message.length);
    const header = reportLength - dataLengthOf(reports.length);
    const part = message.subarray(offset, offset + dataLengthOf(reports.length));
    report.set(part, header);
    offset += part.length;
    reports.push(report);
  } while (offset < message.length);
  return reports;
}

/** A message of which some reports are still to come. At most `maximumLength` bytes are kept of it. */
export interface PartialMessage {
  readonly channel: number;
  readonly nextSequence: number;
  readonly totalLength: number;
  readonly received: Uint8Array;
}

export type AssemblyStep =
  /** The last report of a message: all of it, without padding. */
  | { readonly kind: 'message'; readonly message: Uint8Array }
  /** More reports must follow. */
  | { readonly kind: 'partial'; readonly partial: PartialMessage }
  /** Not for this assembly: another channel or tag, no 64 bytes, or a continuation of nothing. It changes nothing. */
  | { readonly kind: 'ignored' }
  /** A continuation out of order: the message is given up, and the next first report starts afresh. */
  | { readonly kind: 'out-of-sequence' }
  /** A first report that announces more than `maximumLength` bytes: none of it is kept. */
  | { readonly kind: 'too-long'; readonly totalLength: number };

/**
 * Takes one report. `partial` is what the step before returned, or `undefined` between messages.
 *
 * Sequence 0 always starts a new message, so a sender that gave up halfway is understood again at once.
 * A later sequence with no message under way is ignored: some hosts send an empty report after a complete one.
 */
export function assembleReport(
  partial: PartialMessage | undefined,
  report: Uint8Array,
  maximumLength: number,
): AssemblyStep {
  if (report.length !== reportLength || byteAt(report, 2) !== frameTags.apdu) return { kind: 'ignored' };
  const channel = readU16(report, 0);
  const sequence = readU16(report, 3);
  if (partial !== undefined && partial.channel !== channel) return { kind: 'ignored' };
  if (sequence === 0) {
    const totalLength = readU16(report, 5);
    if (totalLength > maximumLength) return { kind: 'too-long', totalLength };
    return append({ channel, nextSequence: 0, totalLength, received: new Uint8Array() }, report);
  }
  if (partial === undefined) return { kind: 'ignored' };
  return sequence === partial.nextSequence ? append(partial, report) : { kind: 'out-of-sequence' };
}

function append(partial: PartialMessage, report: Uint8Array): AssemblyStep {
  const header = reportLength - dataLengthOf(partial.nextSequence);
  const missing = partial.totalLength - partial.received.length;
  const part = report.subarray(header, header + missing);
  const received = new Uint8Array(partial.received.length + part.length);
  received.set(partial.received);
  received.set(part, partial.received.length);
  if (received.length === partial.totalLength) return { kind: 'message', message: received };
  return { kind: 'partial', partial: { ...partial, nextSequence: partial.nextSequence + 1, received } };
}

function dataLengthOf(sequence: number): number {
  return sequence === 0 ? firstReportData : laterReportData;
}
