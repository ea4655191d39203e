import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createUsbipReader,
  encodeImportReply,
  encodeListReply,
  encodeSubmitted,
  maximumTransfer,
  type UsbipMessage,
} from '../../../../firmware-sim/ports/usbip/usbip-codec.ts';
import {
  encodeImportRequest,
  encodeListRequest,
  encodeSubmit,
  encodeUnlink,
} from '../../../../firmware-sim/ports/usbip/usbip-client.ts';
import { usbIdentity } from '../../../../firmware-sim/ports/usbip/usb-options.ts';
import { concatBytes, fromHex } from '../../../../src/protocol/bytes.ts';

const device = { busId: '1-1', busNumber: 1, deviceNumber: 2, identity: usbIdentity() };

/** Reads all of it, as the server does: an import turns to transfers. */
function readAll(...chunks: Uint8Array[]): UsbipMessage[] {
  const reader = createUsbipReader();
  const messages: UsbipMessage[] = [];
  for (const chunk of chunks) {
    for (const message of reader.push(chunk)) {
      messages.push(message);
      if (message.kind === 'import') reader.imported();
    }
  }
  return messages;
}

const reasonOf = (messages: UsbipMessage[]): string | undefined =>
  messages.flatMap((message) => (message.kind === 'bad' ? [message.reason] : []))[0];

describe('operations', () => {
  it('a list and an import, byte for byte', () => {
    const importBytes = fromHex(`0111 8003 00000000 312d31 ${'00'.repeat(29)}`);
    expect(encodeImportRequest('1-1')).toEqual(importBytes);
    expect(readAll(fromHex('0111 8005 00000000'))).toEqual([{ kind: 'list' }]);
    expect(readAll(importBytes)).toEqual([{ kind: 'import', busId: '1-1' }]);
  });

  it('the replies have the layout of Linux’s usbip tool', () => {
    const list = encodeListReply([device]);
    expect(list.length).toBe(8 + 4 + 312 + 2 * 4);
    expect(Buffer.from(list.subarray(0, 12)).toString('hex')).toBe('011100050000000000000001');
    const reply = encodeImportReply(device);
    expect(reply.length).toBe(320);
    expect(Buffer.from(reply.subarray(8 + 256, 8 + 256 + 3)).toString()).toBe('1-1');
    expect(Buffer.from(reply.subarray(296)).toString('hex')).toBe(
      '000000010000000200000002' + '2c9750000100' + '000000010102',
    );
    expect([...encodeImportReply('deviceBusy')]).toEqual([1, 0x11, 0, 3, 0, 0, 0, 2]);
    expect([...encodeImportReply('noDevice')]).toEqual([1, 0x11, 0, 3, 0, 0, 0, 4]);
  });

  it.each([
    ['another version', '0106 8005 00000000', 'version 0x0106, not 0x0111'],
    ['an unknown operation', '0111 8009 00000000', 'unknown operation 0x8009'],
    ['HTTP', '474554202f20485454502f312e310d0a', 'version 0x4745, not 0x0111'],
  ])('%s is refused, and nothing after it is read', (_, hex, reason) => {
    const messages = readAll(concatBytes(fromHex(hex), encodeListRequest()), encodeListRequest());
    expect(messages).toEqual([{ kind: 'bad', reason }]);
  });

  it('a bus id that is no text stays one line of a log', () => {
    const [message] = readAll(encodeImportRequest('1\n\u0007x'));
    expect(message).toEqual({ kind: 'import', busId: '1??x' });
  });
});

describe('transfers', () => {
  const start = encodeImportRequest('1-1');
  const after = (...chunks: Uint8Array[]) => readAll(start, ...chunks).slice(1);

  it('out, in and unlink', () => {
    const data = Uint8Array.of(1, 2, 3);
    const setup = Uint8Array.of(0x80, 6, 0, 1, 0, 0, 18, 0);
    expect(
      after(
        encodeSubmit({ sequence: 7, endpoint: 2, data }),
        encodeSubmit({ sequence: 8, endpoint: 0, room: 18, setup }),
        encodeUnlink(9, 8),
      ),
    ).toEqual([
      { kind: 'submit', sequence: 7, toHost: false, endpoint: 2, length: 3, setup: new Uint8Array(8), data },
      { kind: 'submit', sequence: 8, toHost: true, endpoint: 0, length: 18, setup, data: new Uint8Array() },
      { kind: 'unlink', sequence: 9, unlinked: 8 },
    ]);
  });

  const patched = (offset: number, value: number): Uint8Array => {
    const bytes = encodeSubmit({ sequence: 1, endpoint: 2, room: 64 });
    new DataView(bytes.buffer).setUint32(offset, value);
    return bytes;
  };

  it.each([
    ['an unknown command', 0, 5, 'unknown command 5'],
    ['a direction that is none', 12, 2, 'direction 2'],
    ['an endpoint that cannot be', 16, 16, 'endpoint 16'],
    ['too long a transfer', 24, 0x7fffffff, 'a transfer of 2147483647 bytes, more than 65536'],
  ])('%s is refused', (_, offset, value, reason) => {
    expect(reasonOf(after(patched(offset, value)))).toBe(reason);
  });

  it.each([0, 1, 4, 0x7fff_1234, 0xdead_beef, 0xffff_ffff])(
    'ignores the packet count, %i, and the interval: no endpoint is isochronous',
    (value) => {
      const sound = after(encodeSubmit({ sequence: 1, endpoint: 2, room: 64 }));
      for (const offset of [28, 32, 36]) expect(after(patched(offset, value))).toEqual(sound);
    },
  );

  it('an answer tells status and length, then the data', () => {
    const reply = encodeSubmitted(5, { status: -32, length: 2, data: Uint8Array.of(8, 9) });
    expect(Buffer.from(reply).toString('hex')).toBe(
      `0000000300000005${'00'.repeat(12)}ffffffe000000002${'00'.repeat(20)}0809`,
    );
  });
});

describe('laws', () => {
  const requests = fc.oneof(
    fc.record({ sequence: fc.nat(), endpoint: fc.nat(15), data: fc.uint8Array({ maxLength: 200 }) }),
    fc.record({ sequence: fc.nat(), endpoint: fc.nat(15), room: fc.nat(maximumTransfer) }),
  );

  it('however the bytes are cut into chunks, the same messages come out', () => {
    fc.assert(
      fc.property(
        fc.array(requests, { maxLength: 8 }),
        fc.array(fc.nat(90), { maxLength: 40 }),
        (sent, cuts) => {
          const bytes = concatBytes(encodeImportRequest('1-1'), ...sent.map(encodeSubmit));
          const chunks: Uint8Array[] = [];
          let at = 0;
          for (const cut of cuts) {
            chunks.push(bytes.subarray(at, at + cut));
            at += cut;
          }
          chunks.push(bytes.subarray(at));
          expect(readAll(...chunks)).toEqual(readAll(bytes));
          expect(readAll(bytes).length).toBe(sent.length + 1);
        },
      ),
    );
  });

  it('whatever comes, the reader neither throws nor reads on after a bad message', () => {
    const almost = fc.tuple(requests, fc.nat(47), fc.nat(255)).map(([request, at, value]) => {
      const bytes = encodeSubmit(request);
      bytes[at] = value;
      return bytes;
    });
    const chunk = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      almost,
      fc.constant(encodeListRequest()),
      fc.constant(encodeImportRequest('1-1')),
    );
    fc.assert(
      fc.property(fc.array(chunk, { maxLength: 10 }), (chunks) => {
        const messages = readAll(...chunks);
        const bad = messages.findIndex(({ kind }) => kind === 'bad');
        expect(bad === -1 || bad === messages.length - 1).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
