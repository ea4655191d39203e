/**
 * The device's side of Ledger's HID framing: 64-byte output reports in, 64-byte input reports out, over a
 * firmware that knows APDUs only. It holds no timer, and answers at once what no person has to decide.
 */
import { encodeResponse, maximumCommandLength } from '../../../src/protocol/apdu/apdu.ts';
import { byteAt, readU16 } from '../../../src/protocol/bytes.ts';
import {
  assembleReport,
  frameTags,
  reportLength,
  splitIntoReports,
  type PartialMessage,
} from '../../../src/protocol/apdu/hid-framing.ts';
import { statusWords } from '../../../src/protocol/apdu/status-words.ts';
import type { TakeLate } from '../../core/board.ts';

/**
 * Programs that may be halfway through an APDU at once. Each has its own channel, so one that vanished halfway,
 * or talks at the same time, does not disturb the others; the bound keeps memory below 2 kB whatever a host sends.
 */
export const maximumChannels = 4;

export interface HidDevice {
  /** Takes an output report as the host sent it and returns the input reports that answer it, often none. */
  receive(report: Uint8Array): Uint8Array[];
  /** Forgets half-received APDUs, as when the host resets or reconfigures the device. */
  reset(): void;
}

/** What it needs of a device. */
export interface ApduLink {
  exchange(command: Uint8Array): Uint8Array | undefined;
  /** Of a device with apps. */
  ask?(command: Uint8Array, late: TakeLate): Uint8Array | 'waits' | undefined;
}

/** `late` takes reports that answer an earlier one, on its channel, once a person has decided. */
export function createHidDevice(
  link: ApduLink,
  late: (reports: readonly Uint8Array[]) => void = () => undefined,
): HidDevice {
  /** In order of last use; only channels with an APDU under way are kept. */
  const underWay = new Map<number, PartialMessage>();

  const keep = (partial: PartialMessage): void => {
    underWay.set(partial.channel, partial);
    const oldest = underWay.keys().next();
    if (underWay.size > maximumChannels && oldest.done !== true) underWay.delete(oldest.value);
  };

  const receiveApdu = (channel: number, report: Uint8Array): Uint8Array[] => {
    const step = assembleReport(underWay.get(channel), report, maximumCommandLength);
    if (step.kind === 'ignored') return [];
    underWay.delete(channel);
    switch (step.kind) {
      case 'message': {
        const answerLate: TakeLate = (answer) => late(splitIntoReports(channel, answer));
        const response =
          link.ask === undefined ? link.exchange(step.message) : link.ask(step.message, answerLate);
        return response === undefined || response === 'waits' ? [] : splitIntoReports(channel, response);
      }
      case 'too-long':
        return splitIntoReports(channel, encodeResponse(statusWords.wrongLength));
      case 'partial':
        keep(step.partial);
        return [];
      case 'out-of-sequence':
        return [];
    }
  };

  return {
    receive(report) {
      if (report.length !== reportLength) return [];
      switch (byteAt(report, 2)) {
        case frameTags.apdu:
          return receiveApdu(readU16(report, 0), report);
        case frameTags.protocolVersion:
          return [answerReport(report, Uint8Array.of(0, 0, 0, 0))];
        case frameTags.allocateChannel:
          return [answerReport(report, new Uint8Array())];
        case frameTags.ping:
          return [report.slice()];
        case frameTags.reportSize:
          return [answerReport(report, Uint8Array.of(0, 0, reportLength - 2, 1, reportLength - 2))];
        default:
          // Abort (03) among them: Ledger's firmware defines it and does not carry it out.
          return [];
      }
    },
    reset() {
      underWay.clear();
    },
  };
}

/** Channel and tag as they came, then `payload`, zero padded. */
function answerReport(report: Uint8Array, payload: Uint8Array): Uint8Array {
  const answer = new Uint8Array(reportLength);
  answer.set(report.subarray(0, 3));
  answer.set(payload, 3);
  return answer;
}
