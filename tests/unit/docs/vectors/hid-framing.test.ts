/** The published HID streams: replayed on our device, and read by framing that shares nothing with ours. */
import { describe, expect, it } from 'vitest';
import vectors from '../../../../docs/vectors/hid-framing.json' with { type: 'json' };
import { createHidDevice } from '../../../../firmware-sim/ports/usbip/hid-device.ts';
import { fromHex, toHex } from '../../../../src/protocol/bytes.ts';
import { bytesOf } from '../../../fixtures/data/independent-phrase.ts';
import { createTestDevice } from '../../../fixtures/devices/test-device.ts';

type Stream = (typeof vectors.streams)[number];

/** Every message in the reports of tag 05, by the rules of docs/protocol.md, with the channel before it. */
function messagesIn(reports: readonly string[], longest = 65_535): string[] {
  const messages: string[] = [];
  const open = new Map<string, { left: number; next: number; text: string }>();
  for (const report of reports.map(bytesOf)) {
    const on = report.toString('hex', 0, 2);
    if (report.length !== 64 || report[2] !== 5) continue;
    const sequence = report.readUInt16BE(3);
    const before = open.get(on);
    open.delete(on);
    if (sequence !== 0 && before?.next !== sequence) continue;
    const data = report.subarray(sequence === 0 ? 7 : 5);
    const length = sequence === 0 ? report.readUInt16BE(5) : (before?.left ?? 0);
    if (sequence === 0 && length > longest) continue;
    const part = data.subarray(0, length).toString('hex');
    const text = (sequence === 0 ? '' : (before?.text ?? '')) + part;
    if (length <= data.length) messages.push(`${on} ${text}`);
    else open.set(on, { left: length - data.length, next: sequence + 1, text });
    // Four channels may be halfway; a Map has them in the order of their last report.
    const [idlest] = open.keys();
    if (open.size > 4 && idlest !== undefined) open.delete(idlest);
  }
  return messages;
}

const withoutChannel = (message: string): string => message.slice(5);

describe('docs/vectors/hid-framing.json', () => {
  it.each(vectors.streams)('our device: $name', ({ steps, exchanges }: Stream) => {
    const device = createTestDevice();
    const seen: Stream['exchanges'] = [];
    const framed = createHidDevice({
      exchange(command) {
        const answer = device.exchange(command);
        seen.push({ command: toHex(command), answer: toHex(answer) });
        return answer;
      },
    });
    for (const step of steps) expect(framed.receive(fromHex(step.in)).map(toHex)).toEqual(step.out);
    expect(seen).toEqual(exchanges);
  });

  it.each(vectors.answers)('our framing: $name', ({ steps, exchanges }: Stream) => {
    const framed = createHidDevice({ exchange: () => fromHex(exchanges[0]?.answer ?? '') });
    for (const step of steps) expect(framed.receive(fromHex(step.in)).map(toHex)).toEqual(step.out);
  });

  it.each([...vectors.streams, ...vectors.answers])('other framing: $name', ({ steps, exchanges }) => {
    const commands = messagesIn(
      steps.map((step) => step.in),
      260,
    ).map(withoutChannel);
    expect(commands).toEqual(exchanges.map(({ command }) => command));
    const refusals = steps.filter((step) => /^....050000(?!00|010[0-4])/.test(step.in)).map(() => '6700');
    const answers = messagesIn(steps.flatMap((step) => step.out)).map(withoutChannel);
    expect(answers).toEqual([...refusals, ...exchanges.map(({ answer }) => answer)]);
  });

  it('answers on the channel that was asked on, in reports of 64 bytes', () => {
    for (const { steps } of [...vectors.streams, ...vectors.answers])
      for (const step of steps)
        for (const report of step.out) {
          expect(report).toHaveLength(128);
          expect(report.slice(0, 6)).toBe(step.in.slice(0, 6));
        }
  });

  it.each([
    ['00', ''],
    ['01', ''],
    ['08', '00003e013e'],
  ])('a control tag %s has a fixed answer', (tag, payload) => {
    const steps = vectors.streams
      .flatMap((stream) => stream.steps)
      .filter((step) => step.in.slice(4, 6) === tag);
    expect(steps.length).toBeGreaterThan(1);
    for (const { out } of steps) expect(out).toEqual([`1234${tag}${payload}`.padEnd(128, '0')]);
  });
});
