import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHidDevice, maximumChannels } from '../../../../firmware-sim/ports/usbip/hid-device.ts';
import { fromHex, toHex } from '../../../../src/protocol/bytes.ts';
import { assembleReport, reportLength, splitIntoReports } from '../../../../src/protocol/apdu/hid-framing.ts';
import { createEchoDevice, echoOf } from '../../../kit/conformance/echo-device.ts';

function report(head: string): Uint8Array {
  const bytes = new Uint8Array(reportLength);
  bytes.set(fromHex(head));
  return bytes;
}

/** The one message in a list of reports, as hexadecimal with its channel. */
function answerOf(reports: readonly Uint8Array[]): string | undefined {
  let step: ReturnType<typeof assembleReport> = { kind: 'ignored' };
  for (const bytes of reports) {
    step = assembleReport(step.kind === 'partial' ? step.partial : undefined, bytes, 0xffff);
  }
  const channel = reports[0]?.slice(0, 2);
  return step.kind === 'message' && channel !== undefined
    ? `${toHex(channel)}: ${toHex(step.message)}`
    : undefined;
}

function setUp() {
  const echo = createEchoDevice();
  return { echo, device: createHidDevice(echo) };
}

describe('an APDU by HID reports', () => {
  it('is answered on the channel it came on', () => {
    const { device } = setUp();
    expect(answerOf(device.receive(report('beef 05 0000 0004 b0010000')))).toBe('beef: 000001b09000');
  });

  it('may take several reports each way', () => {
    const { device, echo } = setUp();
    const command = Uint8Array.from({ length: 200 }, (_, index) => index);
    const reports = splitIntoReports(3, command);
    const answers = reports.map((bytes) => device.receive(bytes));
    expect(answers.slice(0, -1)).toEqual([[], [], []]);
    expect(answerOf(answers.at(-1) ?? [])).toBe(`0003: ${toHex(echoOf(command))}`);
    expect(echo.received).toEqual([command]);
  });

  it('accepts an APDU of 260 bytes, refuses 261 with 6700, and understands the next', () => {
    const { device, echo } = setUp();
    const [longest, tooLong] = [new Uint8Array(260).fill(1), new Uint8Array(261).fill(2)];
    for (const bytes of splitIntoReports(1, longest)) device.receive(bytes);
    expect(echo.received).toHaveLength(1);

    const answers = splitIntoReports(1, tooLong).map((bytes) => device.receive(bytes));
    expect(answers.map(answerOf)).toEqual(['0001: 6700', undefined, undefined, undefined, undefined]);
    expect(answerOf(device.receive(report('0001 05 0000 0004 b0010000')))).toBe('0001: 000001b09000');
    expect(echo.received).toHaveLength(2);
  });

  it('ignores the empty trailing report that some hosts send', () => {
    const { device, echo } = setUp();
    device.receive(report('0001 05 0000 0004 b0010000'));
    expect(device.receive(report('0001 05 0001'))).toEqual([]);
    expect(echo.received).toHaveLength(1);
  });

  it('out of sequence is given up without an answer, and a first report starts afresh', () => {
    const { device, echo } = setUp();
    const [first, second, third] = splitIntoReports(1, new Uint8Array(150));
    for (const bytes of [first, third, second, third]) {
      expect(device.receive(bytes ?? new Uint8Array())).toEqual([]);
    }
    expect(echo.received).toEqual([]);
    expect(answerOf(device.receive(report('0001 05 0000 0001 aa')))).toBe('0001: aa9000');
  });

  it('with a length of zero reaches the firmware, which refuses it', () => {
    const { device, echo } = setUp();
    device.receive(report('0001 05 0000 0000'));
    expect(echo.received).toEqual([new Uint8Array()]);
  });

  it('of one program is not disturbed by another on its own channel', () => {
    const { device } = setUp();
    const mine = splitIntoReports(1, new Uint8Array(100).fill(1));
    const other = splitIntoReports(2, new Uint8Array(100).fill(2));
    expect([mine[0], other[0]].map((bytes) => device.receive(bytes ?? new Uint8Array()))).toEqual([[], []]);
    expect(answerOf(device.receive(other[1] ?? new Uint8Array()))).toBe(`0002: ${'02'.repeat(100)}9000`);
    expect(answerOf(device.receive(mine[1] ?? new Uint8Array()))).toBe(`0001: ${'01'.repeat(100)}9000`);
  });

  it('that stays half-sent on many channels is forgotten, the oldest first', () => {
    const { device } = setUp();
    const halves = Array.from({ length: maximumChannels + 1 }, (_, channel) =>
      splitIntoReports(channel, new Uint8Array(100)),
    );
    for (const [first] of halves) device.receive(first ?? new Uint8Array());
    const answers = halves.map(([, second]) => answerOf(device.receive(second ?? new Uint8Array())));
    expect(answers.map((answer) => answer !== undefined)).toEqual([false, true, true, true, true]);
  });

  it('half-sent is forgotten by a reset', () => {
    const { device } = setUp();
    const [first, second] = splitIntoReports(1, new Uint8Array(100));
    device.receive(first ?? new Uint8Array());
    device.reset();
    expect(device.receive(second ?? new Uint8Array())).toEqual([]);
  });
});

describe('the other tags', () => {
  it.each([
    ['protocol version: four zero bytes', '1234 00 ffff', '1234 00 00000000'],
    ['allocate channel: channel and tag come back', '1234 01 ffff', '1234 01'],
    ['ping: all of it comes back', '1234 02 cafe0102', '1234 02 cafe0102'],
    ['report size: 62, in two bytes and in one', '1234 08', '1234 08 00 003e 01 3e'],
  ])('%s', (_name, question, answer) => {
    expect(setUp().device.receive(report(question))).toEqual([report(answer)]);
  });

  it.each(['03', '04', '06', '07', '09', 'ff'])('%s is refused silently', (tag) => {
    expect(setUp().device.receive(report(`1234 ${tag}`))).toEqual([]);
  });

  it.each([0, 1, 3, 63, 65])('a report of %i bytes is ignored', (length) => {
    expect(setUp().device.receive(new Uint8Array(length).fill(2))).toEqual([]);
  });
});

describe('laws of the device side', () => {
  it('no stream of reports makes it throw, or passes a command longer than 260 bytes', () => {
    const header = fc.tuple(fc.nat(6), fc.constantFrom(0, 1, 2, 3, 5, 8), fc.nat(5), fc.nat(300));
    fc.assert(
      fc.property(fc.array(header, { maxLength: 60 }), (headers) => {
        const { device, echo } = setUp();
        for (const [channel, tag, sequence, total] of headers) {
          const bytes = new Uint8Array(reportLength);
          const view = new DataView(bytes.buffer);
          view.setUint16(0, channel);
          view.setUint8(2, tag);
          view.setUint16(3, sequence);
          view.setUint16(5, total);
          for (const answer of device.receive(bytes)) {
            expect(answer).toHaveLength(reportLength);
            expect(answer.slice(0, 2)).toEqual(bytes.slice(0, 2));
          }
        }
        expect(echo.received.every((command) => command.length <= 260)).toBe(true);
        const [fresh] = splitIntoReports(9, fromHex('b0010000'));
        expect(answerOf(device.receive(fresh ?? new Uint8Array()))).toBe('0009: 000001b09000');
      }),
    );
  });
});
