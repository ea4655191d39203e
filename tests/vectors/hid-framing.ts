/** `hid-framing.json`: streams of 64-byte reports to a device, and the reports that it answers each with. */
import { createHidDevice, maximumChannels } from '../../firmware-sim/ports/usbip/hid-device.ts';
import { encodeCommand, maximumCommandLength } from '../../src/protocol/apdu/apdu.ts';
import {
  firstReportData,
  frameTags,
  laterReportData,
  reportLength,
  splitIntoReports,
} from '../../src/protocol/apdu/hid-framing.ts';
import { hostblindClass, instructions } from '../../src/protocol/apdu/instructions.ts';
import { concatBytes, toHex } from '../../src/protocol/bytes.ts';
import { encodeCancelRequest } from '../../src/protocol/commands/cancel.ts';
import { encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import { createTestDevice } from '../fixtures/devices/test-device.ts';
import type { Vectors } from './files.ts';

interface Stream {
  readonly name: string;
  readonly reports: readonly Uint8Array[];
  /** What the device answers its commands with, where it is not a device but the framing alone. */
  readonly answers?: readonly Uint8Array[];
}

const channel = 0x1234;
const status = encodeStatusRequest();
const cancel = encodeCancelRequest();
const counting = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => index & 0xff);

/** A command of so many bytes that every device refuses with 6A80 in every state: no backup file begins like this. */
const commandOf = (length: number): Uint8Array =>
  encodeCommand(hostblindClass, instructions.checkFile, counting(length - 5));

const split = (message: Uint8Array, on: number = channel): Uint8Array[] => splitIntoReports(on, message);

/** The reports of a message at these places. */
const partsOf = (message: Uint8Array, ...places: number[]): Uint8Array[] => {
  const reports = split(message);
  return places.map((place) => reports[place] ?? new Uint8Array());
};

const control = (tag: number, ...rest: number[]): Uint8Array => {
  const report = new Uint8Array(reportLength);
  report.set([channel >> 8, channel & 0xff, tag, ...rest]);
  return report;
};

/** A first report may announce any length, also one that no command has. */
function announced(length: number): Uint8Array[] {
  return split(new Uint8Array(length).fill(0xc8));
}

const paddedWith = (byte: number, report: Uint8Array, from: number): Uint8Array =>
  report.slice().fill(byte, from);

const long = commandOf(150);
const [edge, further] = [firstReportData, firstReportData + laterReportData];
const lastEdge = further + laterReportData;
const lengths = [edge, edge + 1, further, further + 1, lastEdge, lastEdge + 1, maximumCommandLength];

const streams: readonly Stream[] = [
  { name: 'a command and an answer in one report each', reports: split(status) },
  { name: 'one command after the other', reports: [...split(status), ...split(cancel), ...split(status)] },
  ...lengths.map((length) => ({ name: `a command of ${length} bytes`, reports: split(commandOf(length)) })),
  {
    name: 'a length of 261 bytes: refused at its first report, and the next command is understood',
    reports: [...announced(maximumCommandLength + 1), ...split(status)],
  },
  { name: 'a length of 65,535 bytes', reports: [...announced(0xffff).slice(0, 2), ...split(status)] },
  { name: 'a length of zero: an empty command', reports: split(new Uint8Array()) },
  {
    name: 'padding that is not zero is not read',
    reports: [paddedWith(0xaa, split(status)[0] ?? new Uint8Array(), 7 + status.length)],
  },
  {
    name: 'an empty report after a whole command is ignored',
    reports: [...split(status), control(frameTags.apdu, 0, 1)],
  },
  {
    name: 'a later report with no first one is ignored',
    reports: [...partsOf(long, 1, 2), ...split(status)],
  },
  {
    name: 'out of sequence: the command is dropped, and nothing is said',
    reports: [...partsOf(long, 0, 2), ...partsOf(long, 1, 2), ...split(long)],
  },
  { name: 'a report twice: the command is dropped', reports: [...partsOf(long, 0, 1, 1, 2), ...split(long)] },
  { name: 'a first report again starts over', reports: [...partsOf(long, 0, 1), ...split(status)] },
  {
    name: 'two channels, report by report',
    reports: [0, 1, 2]
      .flatMap((place) => [1, 2].map((on) => splitIntoReports(on, commandOf(120 + on))[place] ?? []))
      .flatMap((report) => (report instanceof Uint8Array ? [report] : [])),
  },
  {
    name: 'a command on another channel while one is incomplete',
    reports: [...partsOf(long, 0, 1), ...split(status, 0x4321), ...partsOf(long, 2)],
  },
  {
    name: `a ${maximumChannels + 1}th channel: the one idle longest is forgotten`,
    reports: [0, 1, 2].flatMap((place) =>
      Array.from({ length: maximumChannels + 1 }, (_, on) => split(long, on)[place] ?? new Uint8Array()),
    ),
  },
  { name: 'the lowest channel and the highest', reports: [...split(status, 0), ...split(status, 0xffff)] },
  {
    name: 'tag 00: version',
    reports: [control(frameTags.protocolVersion), control(frameTags.protocolVersion, 0xff, 0xff)],
  },
  {
    name: 'tag 01: channel',
    reports: [control(frameTags.allocateChannel), control(frameTags.allocateChannel, 0xff, 0xff)],
  },
  { name: 'tag 02: ping', reports: [control(frameTags.ping), control(frameTags.ping, 0xca, 0xfe, 0x01)] },
  { name: 'tag 08: MTU', reports: [control(frameTags.reportSize), control(frameTags.reportSize, 0xff)] },
  {
    name: 'a ping amid a command does not disturb it',
    reports: [...partsOf(long, 0), control(frameTags.ping, 0x01), ...partsOf(long, 1, 2)],
  },
  {
    name: 'other tags are ignored, abort among them',
    reports: [
      ...partsOf(long, 0),
      ...[0x03, 0x04, 0x06, 0x07, 0x09, 0xff].map((tag) => control(tag)),
      ...partsOf(long, 1, 2),
    ],
  },
  {
    name: 'reports of another length are ignored',
    reports: [
      ...partsOf(long, 0),
      new Uint8Array(),
      ...partsOf(long, 1).map((report) => report.slice(0, reportLength - 1)),
      ...partsOf(long, 1).map((report) => concatBytes(report, Uint8Array.of(0))),
      ...partsOf(long, 1, 2),
    ],
  },
];

/** The longest answer: 253 bytes and the status word. */
const answerLengths = [2, edge, edge + 1, further, further + 1, lastEdge, lastEdge + 1, 255];

const answers: readonly Stream[] = answerLengths.map((length) => ({
  name: `an answer of ${length} bytes`,
  reports: split(status),
  answers: [concatBytes(counting(length - 2), Uint8Array.of(0x90, 0x00))],
}));

function played({ name, reports, answers: given }: Stream) {
  const device = createTestDevice();
  const exchanges: { command: string; answer: string }[] = [];
  const left = [...(given ?? [])];
  const framed = createHidDevice({
    exchange(command) {
      const answer = given === undefined ? device.exchange(command) : (left.shift() ?? new Uint8Array());
      exchanges.push({ command: toHex(command), answer: toHex(answer) });
      return answer;
    },
  });
  const steps = reports.map((report) => ({ in: toHex(report), out: framed.receive(report).map(toHex) }));
  return { name, exchanges, steps };
}

export function framingVectors(): Vectors {
  return {
    description:
      'Streams of HID reports. `exchanges` are the commands that the framing hands on and their answers, `steps` each report that a device ' +
      'gets and the reports that it answers with at once. `streams` hold for every device that has just been switched on and holds nothing; ' +
      '`answers` are for the framing alone, with answers as long as given.',
    streams: streams.map(played),
    answers: answers.map(played),
  };
}
