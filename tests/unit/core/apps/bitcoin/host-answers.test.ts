/** What a host answers, in one part or in many: all of it and nothing else, or nothing. */
import { describe, expect, it } from 'vitest';
import {
  leafAt,
  longLeafAt,
  preimage,
} from '../../../../../firmware-sim/core/apps/bitcoin/host/host-answers.ts';
import { createBitcoinHost, sha256, sizeBytes } from '../../../../fixtures/bitcoin/bitcoin-host.ts';
import { answering, leadTalk, type Bend } from '../../../../fixtures/bitcoin/psbt-readers.ts';

/** Numbered, so that bytes out of order are seen. */
const numbered = (length: number): Buffer => Buffer.from(Array.from({ length }, (_, at) => (at * 7) % 251));

function readLong(length: number, most = length, bend?: Bend) {
  const host = createBitcoinHost();
  const root = host.keep([Buffer.of(1), numbered(length), Buffer.of(2)]);
  const requests: Uint8Array[] = [];
  const answer = answering(host, bend);
  const read = leadTalk(longLeafAt(root, 3, 1, most), (request) => {
    requests.push(request);
    return answer(request);
  });
  return { read, asked: requests.map(([kind = 0]) => kind) };
}

describe('a leaf of any length', () => {
  it.each([0, 1, 251, 252, 253, 500, 501, 502, 4_096, 70_000])('is read whole: %i bytes', (length) => {
    expect(readLong(length).read).toEqual(Uint8Array.from(numbered(length)));
  });

  it('is asked for in one piece, and then for more of it', () => {
    expect(readLong(250).asked).toEqual([0x41, 0x40]);
    expect(readLong(600).asked).toEqual([0x41, 0x40, 0xa0, 0xa0]);
  });

  it('is not asked for beyond the limit', () => {
    expect(readLong(600, 599)).toEqual({ read: 'tooLong', asked: [0x41, 0x40] });
    expect(readLong(10, 9)).toEqual({ read: 'tooLong', asked: [0x41, 0x40] });
    const huge: Bend = (answer, [kind]) =>
      kind === 0x40 ? Buffer.from([0xfe, 0xff, 0xff, 0xff, 0xff, 1, 0]) : answer;
    expect(readLong(600, 600, huge)).toEqual({ read: 'tooLong', asked: [0x41, 0x40] });
  });

  const later =
    (bend: (answer: Buffer) => Uint8Array): Bend =>
    (answer, [kind], at) =>
      kind === 0xa0 && at === 2 ? bend(answer) : answer;

  it.each<[string, Bend]>([
    ['no answer', later(() => Buffer.alloc(0))],
    ['a count alone', later(() => Buffer.of(0))],
    ['a part without bytes', later(() => Buffer.of(0, 1))],
    ['a part of fewer bytes than it says', later((answer) => answer.subarray(0, -1))],
    ['a part of more bytes than it says', later((answer) => Buffer.concat([answer, Buffer.of(1)]))],
    [
      'elements of two bytes',
      later((answer) => Buffer.from([(answer.length - 2) / 2, 2, ...answer.subarray(2)])),
    ],
    ['elements of no bytes', later((answer) => Buffer.from([answer[0] ?? 0, 0, ...answer.subarray(2)]))],
    ['more than there was to come', later(() => Buffer.concat([Buffer.of(250, 1), Buffer.alloc(250)]))],
    ['another byte', later((answer) => Buffer.from([...answer.subarray(0, -1), 0xff]))],
    [
      'a length that is too small',
      (answer, [kind]) => (kind === 0x40 ? Buffer.concat([sizeBytes(499), answer.subarray(3)]) : answer),
    ],
    [
      'a first part that is longer than it says',
      (answer, [kind]) => (kind === 0x40 ? Buffer.concat([answer, Buffer.of(1)]) : answer),
    ],
    [
      'a first part that is longer than the whole',
      (answer, [kind]) => (kind === 0x40 ? Buffer.concat([sizeBytes(10), answer.subarray(3)]) : answer),
    ],
    ['an empty first answer', (answer, [kind]) => (kind === 0x40 ? Buffer.alloc(0) : answer)],
    ['a length and nothing else', (answer, [kind]) => (kind === 0x40 ? answer.subarray(0, 3) : answer)],
    [
      'another leaf',
      (answer, [kind]) =>
        kind === 0x41 ? Buffer.from([...sha256(Buffer.of(0, 1)), ...answer.subarray(32)]) : answer,
    ],
    [
      'another proof',
      (answer, [kind]) => (kind === 0x41 ? Buffer.from([...answer.subarray(0, -1), 0]) : answer),
    ],
    [
      'a proof of fewer steps',
      (answer, [kind]) =>
        kind === 0x41 ? Buffer.from([...answer.subarray(0, 32), 1, 1, ...answer.subarray(34, 66)]) : answer,
    ],
  ])('isn’t read of %s', (_, bend) => {
    expect(readLong(499).read).toBeInstanceOf(Uint8Array);
    expect(readLong(499, 1_000, bend).read).toBeUndefined();
  });

  it('is a leaf and no node: a preimage that begins with another byte isn’t read', () => {
    const host = createBitcoinHost();
    const node = host.know(Buffer.concat([Buffer.of(1), numbered(300)]));
    const bend: Bend = (answer, [kind]) => (kind === 0x41 ? Buffer.concat([node, Buffer.of(0, 0)]) : answer);
    host.keep([Buffer.of(1)]);
    const answer = answering(host);
    const read = leadTalk(longLeafAt(node, 1, 0, 1_000), (request) =>
      request[0] === 0x41 ? bend(Buffer.alloc(0), request, 0) : answer(request),
    );
    expect(read).toBeUndefined();
  });
});

describe('what fits into one answer', () => {
  it('is asked for once, and nothing that is longer', () => {
    const host = createBitcoinHost();
    const [short, long] = [numbered(252), numbered(300)];
    expect(leadTalk(preimage(host.know(short)), answering(host))).toEqual(Uint8Array.from(short));
    const asked: number[] = [];
    const read = leadTalk(preimage(host.know(long)), (request) => {
      asked.push(request[0] ?? 0);
      return host.answer(request);
    });
    expect(read).toBeUndefined();
    expect(asked).toEqual([0x40]);
    const root = host.keep([long]);
    expect(leadTalk(leafAt(root, 1, 0), answering(host))).toBeUndefined();
  });
});
