import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../../../src/protocol/bytes.ts';
import {
  assembleReport,
  firstReportData,
  laterReportData,
  reportLength,
  splitIntoReports,
  type AssemblyStep,
  type PartialMessage,
} from '../../../../src/protocol/apdu/hid-framing.ts';

const limit = 260;

/** Feeds reports as a receiver does and returns the last step. */
function feed(reports: readonly Uint8Array[], maximumLength = limit): AssemblyStep {
  let partial: PartialMessage | undefined;
  let step: AssemblyStep = { kind: 'ignored' };
  for (const report of reports) {
    step = assembleReport(partial, report, maximumLength);
    if (step.kind === 'partial') partial = step.partial;
    else if (step.kind !== 'ignored') partial = undefined;
  }
  return step;
}

function report(head: string): Uint8Array {
  const bytes = new Uint8Array(reportLength);
  bytes.set(fromHex(head));
  return bytes;
}

describe('splitIntoReports', () => {
  it('frames a short APDU as Ledger does', () => {
    const reports = splitIntoReports(0x0101, fromHex('b0010000'));
    expect(reports.map(toHex)).toEqual([`0101 05 0000 0004 b0010000`.replaceAll(' ', '').padEnd(128, '0')]);
  });

  it('counts sequence numbers and carries 57, then 59 bytes', () => {
    const message = Uint8Array.from({ length: firstReportData + laterReportData + 1 }, (_, index) => index);
    const reports = splitIntoReports(0xabcd, message);
    expect(reports.map((bytes) => toHex(bytes.subarray(0, 8)))).toEqual([
      'abcd050000007500',
      'abcd05000139' + '3a3b',
      'abcd050002740000',
    ]);
  });

  it.each([
    [0, 1],
    [57, 1],
    [58, 2],
    [57 + 59, 2],
    [57 + 59 + 1, 3],
    [260, 5],
  ])('needs for %i bytes %i reports', (length, count) => {
    expect(splitIntoReports(1, new Uint8Array(length))).toHaveLength(count);
  });

  it.each([-1, 65_536, 1.5, Number.NaN])('refuses channel %d', (channel) => {
    expect(() => splitIntoReports(channel, new Uint8Array())).toThrow(
      'a channel is a number from 0 to 65535',
    );
  });

  it('refuses a message whose length has no room in two bytes', () => {
    expect(() => splitIntoReports(1, new Uint8Array(65_536))).toThrow(
      'message of 65536 bytes: at most 65535',
    );
    expect(splitIntoReports(1, new Uint8Array(65_535))).toHaveLength(1111);
  });
});

describe('assembleReport', () => {
  it('drops the padding', () => {
    expect(feed([report('0001 05 0000 0002 9000 ffff')])).toEqual({
      kind: 'message',
      message: fromHex('9000'),
    });
  });

  it('ignores a stray continuation, such as an empty report after a message', () => {
    expect(assembleReport(undefined, report('0001 05 0001'), limit)).toEqual({ kind: 'ignored' });
  });

  it('ignores other channels, tags and lengths halfway through a message', () => {
    const [first] = splitIntoReports(7, new Uint8Array(100));
    const step = feed([first ?? new Uint8Array()]);
    const partial = step.kind === 'partial' ? step.partial : undefined;
    expect(partial).toBeDefined();
    for (const stray of ['0008 05 0001', '0008 05 0000 0001', '0007 02 0001']) {
      expect(assembleReport(partial, report(stray), limit)).toEqual({ kind: 'ignored' });
    }
    expect(assembleReport(partial, fromHex('0007 05 0001'), limit)).toEqual({ kind: 'ignored' });
    expect(assembleReport(partial, new Uint8Array(65), limit)).toEqual({ kind: 'ignored' });
  });

  it('gives a message up at a sequence number out of order', () => {
    const [first, , third] = splitIntoReports(7, new Uint8Array(150));
    expect(feed([first, third].filter((bytes) => bytes !== undefined))).toEqual({ kind: 'out-of-sequence' });
  });

  it('starts afresh at sequence 0, so that a sender that gave up is understood again', () => {
    const [half] = splitIntoReports(7, new Uint8Array(100));
    const [whole] = splitIntoReports(7, fromHex('b0010000'));
    expect(feed([half, whole].filter((bytes) => bytes !== undefined))).toEqual({
      kind: 'message',
      message: fromHex('b0010000'),
    });
  });

  it('refuses what is announced to be longer than the limit, and keeps none of it', () => {
    expect(feed([report('0001 05 0000 0105')])).toEqual({ kind: 'too-long', totalLength: 261 });
    expect(feed([report('0001 05 0000 0104')]).kind).toBe('partial');
  });
});

describe('laws of the framing', () => {
  const channels = fc.integer({ min: 0, max: 0xffff });

  it('what is split is assembled again', () => {
    fc.assert(
      fc.property(channels, fc.uint8Array({ maxLength: 1000 }), (channel, message) => {
        const reports = splitIntoReports(channel, message);
        expect(reports.every((bytes) => bytes.length === reportLength)).toBe(true);
        expect(feed(reports, 1000)).toEqual({ kind: 'message', message });
      }),
    );
  });

  it('foreign reports in between change nothing', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 260 }),
        fc.array(fc.uint8Array({ minLength: 64, maxLength: 64 }), { maxLength: 8 }),
        fc.infiniteStream(fc.nat(4)),
        (message, foreign, gaps) => {
          const own = splitIntoReports(0x1234, message);
          const [first, ...rest] = own;
          const strangers = foreign.filter((bytes) => bytes[0] !== 0x12);
          const mixed = [
            first,
            ...rest.flatMap((bytes) => [...strangers.slice(0, gaps.next().value), bytes]),
          ];
          expect(feed(mixed.filter((bytes) => bytes !== undefined))).toEqual({ kind: 'message', message });
        },
      ),
    );
  });

  it('garbage never throws and never keeps more than the limit', () => {
    const reports = fc.array(fc.oneof(fc.uint8Array({ maxLength: 70 }), nearlyValid()), { maxLength: 30 });
    fc.assert(
      fc.property(reports, (stream) => {
        let partial: PartialMessage | undefined;
        for (const bytes of stream) {
          const step = assembleReport(partial, bytes, limit);
          if (step.kind === 'partial') partial = step.partial;
          else if (step.kind !== 'ignored') partial = undefined;
          expect(partial?.received.length ?? 0).toBeLessThan(limit);
          if (step.kind === 'message') expect(step.message.length).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });

  /** Well-formed headers with small numbers, so that sequences and channels often fit by chance. */
  function nearlyValid(): fc.Arbitrary<Uint8Array> {
    return fc.tuple(fc.nat(1), fc.nat(3), fc.nat(400)).map(([channel, sequence, total]) => {
      const bytes = new Uint8Array(reportLength);
      new DataView(bytes.buffer).setUint16(0, channel);
      bytes[2] = 5;
      new DataView(bytes.buffer).setUint16(3, sequence);
      new DataView(bytes.buffer).setUint16(5, total);
      return bytes;
    });
  }
});
