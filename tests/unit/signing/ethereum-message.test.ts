import { getBytes, hashMessage } from 'ethers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes, fromHex, toHex } from '../../../src/protocol/bytes.ts';
import {
  accountPath,
  digestOfMessage,
  encodeKeyRequest,
  encodeMessageRequest,
  highestAccount,
  mostMessageBytes,
  messageBytes,
} from '../../../src/signing/ethereum-message.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a message', () => {
  it('has the digest that ethers computes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), (text) => {
        const bytes = messageBytes(text);
        expect(toHex(digestOfMessage(bytes ?? new Uint8Array()))).toBe(hashMessage(text).slice(2));
      }),
      { numRuns: 100 },
    );
    expect(toHex(digestOfMessage(utf8('Hello')))).toBe(toHex(getBytes(hashMessage('Hello'))));
  });

  it('has 1 to 16,380 bytes, and no half of a character', () => {
    expect(messageBytes('')).toBeUndefined();
    expect(messageBytes('a')).toEqual(utf8('a'));
    expect(messageBytes('a'.repeat(mostMessageBytes))?.length).toBe(16_380);
    expect(messageBytes('a'.repeat(mostMessageBytes + 1))).toBeUndefined();
    // Bytes count, and not characters.
    expect(messageBytes('ö'.repeat(mostMessageBytes / 2))?.length).toBe(16_380);
    expect(messageBytes(`ö${'a'.repeat(mostMessageBytes - 1)}`)).toBeUndefined();
    expect(messageBytes('\u{1f600}')?.length).toBe(4);
    for (const half of ['\ud83d', 'a\ude00b', '\ude00\ud83d']) expect(messageBytes(half)).toBeUndefined();
  });
});

describe('the path of an account', () => {
  it('is the one of BIP-44, whose third level is the account', () => {
    expect(toHex(accountPath(0))).toBe('058000002c8000003c800000000000000000000000');
    expect(toHex(accountPath(highestAccount))).toBe('058000002c8000003cffffffff0000000000000000');
  });

  it.each([-1, 0.5, highestAccount + 1, Number.NaN])('is refused for %d', (account) => {
    expect(() => accountPath(account)).toThrow(RangeError);
  });
});

describe('the commands', () => {
  it('are those of the documentation’s examples', () => {
    expect(toHex(encodeKeyRequest(0))).toBe('e002000015058000002c8000003c800000000000000000000000');
    expect(encodeMessageRequest(0, utf8('Hello')).map(toHex)).toEqual([
      'e00800001e058000002c8000003c8000000000000000000000000000000548656c6c6f',
    ]);
  });

  it('cut a message into pieces that give it again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: mostMessageBytes }), (length) => {
        const message = Uint8Array.from({ length }, (_, at) => at & 0xff);
        const commands = encodeMessageRequest(3, message);
        expect(commands.map(([, , p1]) => p1)).toEqual(commands.map((_, at) => (at === 0 ? 0 : 0x80)));
        for (const command of commands) expect(command[4]).toBe(command.length - 5);
        const whole = concatBytes(...commands.map((command) => command.subarray(5)));
        const head = fromHex(
          `058000002c8000003c800000030000000000000000${length.toString(16).padStart(8, '0')}`,
        );
        expect(toHex(whole)).toBe(toHex(concatBytes(head, message)));
      }),
      { numRuns: 30 },
    );
  });
});
