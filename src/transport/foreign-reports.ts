/**
 * Reports of another program's conversation, or left over from an earlier one of ours. Everybody who has a device open
 * sees every report, and two of Ledger's three transports end an exchange at a channel that is not theirs.
 */
import { readU16 } from '../protocol/bytes.ts';

export function isForeignReport(report: Uint8Array, channel: number): boolean {
  return report.length < 2 || readU16(report, 0) !== channel;
}
