import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createApduReader,
  frameReply,
  type ApduRequest,
} from '../../../../firmware-sim/ports/apdu-tcp/apdu-framing.ts';
import { maximumCommandLength } from '../../../../src/protocol/apdu/apdu.ts';
import { concatBytes, fromHex, toHex } from '../../../../src/protocol/bytes.ts';

function frame(command: Uint8Array): Uint8Array {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, command.length);
  return concatBytes(length, command);
}

function readAll(chunks: readonly Uint8Array[]): ApduRequest[] {
  const reader = createApduReader();
  return chunks.flatMap((chunk) => reader.push(chunk));
}

/** Cuts bytes at the given places, whatever their order. */
function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const sorted = [...places.map((place) => place % (bytes.length + 1)), bytes.length].toSorted(
    (a, b) => a - b,
  );
  return sorted.map((end, index) => bytes.subarray(sorted[index - 1] ?? 0, end));
}

describe('requests', () => {
  it('reads the length and the bytes', () => {
    expect(readAll([fromHex('00000005 b001000000')])).toEqual([
      { kind: 'command', bytes: fromHex('b001000000') },
    ]);
  });

  it('takes an empty command, for the device to refuse', () => {
    expect(readAll([fromHex('00000000')])).toEqual([{ kind: 'command', bytes: new Uint8Array() }]);
  });

  it('refuses an impossible length as soon as it arrives, and keeps nothing after it', () => {
    const reader = createApduReader();
    expect(reader.push(fromHex('00000105'))).toEqual([
      { kind: 'oversize', length: maximumCommandLength + 1 },
    ]);
    expect(reader.push(frame(fromHex('b0010000')))).toEqual([]);
    expect(readAll([fromHex('ffffffff')])).toEqual([{ kind: 'oversize', length: 0xffffffff }]);
  });

  it('reads the same commands however the stream is cut', () => {
    const command = fc.uint8Array({ maxLength: maximumCommandLength });
    fc.assert(
      fc.property(
        fc.array(command, { maxLength: 8 }),
        fc.array(fc.nat(2200), { maxLength: 40 }),
        (commands, places) => {
          const stream = concatBytes(...commands.map(frame));
          const read = readAll(cut(stream, places));
          expect(read).toEqual(commands.map((bytes) => ({ kind: 'command', bytes })));
        },
      ),
    );
  });

  it('gives each command its own memory, safe from later chunks', () => {
    const reader = createApduReader();
    const chunk = frame(fromHex('b001000000'));
    const [first] = reader.push(chunk);
    chunk.fill(0xee);
    reader.push(frame(fromHex('c801000000')));
    expect(first).toEqual({ kind: 'command', bytes: fromHex('b001000000') });
  });
});

describe('replies', () => {
  it('count the data without the status word', () => {
    expect(toHex(frameReply(fromHex('aabb9000')))).toBe('00000002aabb9000');
    expect(toHex(frameReply(fromHex('6e00')))).toBe('000000006e00');
  });
});
