import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  encodeCommand,
  encodeResponse,
  maximumCommandData,
  maximumCommandLength,
  maximumResponseData,
  parseCommand,
  responseData,
} from '../../../../src/protocol/apdu/apdu.ts';
import { errorCodes, errorCode, HostblindError, type ErrorCode } from '../../../../src/protocol/errors.ts';
import {
  statusWordName,
  statusWords,
  type StatusWordName,
} from '../../../../src/protocol/apdu/status-words.ts';

describe('commands', () => {
  it('come back as they were sent', () => {
    fc.assert(
      fc.property(fc.nat(255), fc.nat(255), fc.uint8Array({ maxLength: 255 }), (cla, ins, data) => {
        const bytes = encodeCommand(cla, ins, data);
        expect(bytes.subarray(0, 5)).toEqual(Uint8Array.of(cla, ins, 0, 0, data.length));
        expect(parseCommand(bytes)).toEqual({ cla, ins, p1: 0, p2: 0, data });
      }),
    );
  });

  it('end in a zero length where they have no data', () => {
    expect(encodeCommand(0xc8, 0x02)).toEqual(Uint8Array.of(0xc8, 2, 0, 0, 0));
  });

  it('hold 255 bytes of data at most', () => {
    expect([maximumCommandData, maximumCommandLength]).toEqual([255, 260]);
    expect(encodeCommand(0, 0, new Uint8Array(255))).toHaveLength(260);
    expect(() => encodeCommand(0, 0, new Uint8Array(256))).toThrow(
      new RangeError('command data of 256 bytes: at most 255'),
    );
  });

  it('are parsed from four bytes too, with all parameters', () => {
    expect(parseCommand(Uint8Array.of(1, 2, 3, 4))).toEqual({
      cla: 1,
      ins: 2,
      p1: 3,
      p2: 4,
      data: new Uint8Array(),
    });
  });

  it('are refused where the length byte and the length disagree, and only there', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const whole = bytes.length === 4 || (bytes.length > 4 && bytes[4] === bytes.length - 5);
        expect(parseCommand(bytes) !== undefined).toBe(whole);
      }),
    );
    expect(parseCommand(Uint8Array.of(1, 2, 3))).toBeUndefined();
  });
});

describe('responses', () => {
  it('are data and status word', () => {
    expect(encodeResponse(statusWords.ok, Uint8Array.of(7, 8))).toEqual(Uint8Array.of(7, 8, 0x90, 0));
    expect(encodeResponse(statusWords.declined)).toEqual(Uint8Array.of(0x69, 0x85));
  });

  it('hold 253 bytes of data at most', () => {
    expect(maximumResponseData).toBe(253);
    expect(encodeResponse(statusWords.ok, new Uint8Array(253))).toHaveLength(255);
    expect(() => encodeResponse(statusWords.ok, new Uint8Array(254))).toThrow(
      new RangeError('response data of 254 bytes: at most 253'),
    );
  });

  it('give their data back when they say 9000', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 253 }), (data) => {
        expect(responseData(encodeResponse(statusWords.ok, data))).toEqual(data);
      }),
    );
  });

  const codes: Record<Exclude<StatusWordName, 'ok'>, ErrorCode> = {
    locked: 'locked',
    busy: 'busy',
    computing: 'busy',
    wrongLength: 'refused',
    declined: 'declined',
    notInThisState: 'not-in-this-state',
    unknownApp: 'refused',
    badData: 'refused',
    badParameters: 'refused',
    unknownInstruction: 'unsupported',
    unknownClass: 'unsupported',
    deviceFault: 'device-fault',
  };

  it.each(Object.entries(codes))('turn %s into the error %s', (name, code) => {
    const word = statusWords[name as StatusWordName];
    const read = () => responseData(encodeResponse(word, Uint8Array.of(1, 2, 3)));
    expect(read).toThrow(expect.objectContaining({ name: 'HostblindError', code }));
    expect(read).toThrow(`(${word.toString(16).padStart(4, '0')})`);
  });

  it('turn every other word into a refusal that only its maker knows', () => {
    const known = new Set<number>(Object.values(statusWords));
    for (const word of [0x0000, 0x0001, 0x6982, 0x6a82, 0x6f42, 0x9001, 0xffff]) {
      expect(known.has(word)).toBe(false);
      const read = () => responseData(Uint8Array.of(word >> 8, word & 0xff));
      expect(read).toThrow(expect.objectContaining({ code: 'unknown-refusal' }));
      expect(read).toThrow(word.toString(16).padStart(4, '0'));
    }
  });

  it('turn no word at all into a bad response', () => {
    for (const bytes of [new Uint8Array(), Uint8Array.of(0x90)]) {
      expect(() => responseData(bytes)).toThrow(`(${bytes.length} bytes)`);
    }
  });
});

describe('statusWordName', () => {
  it('names every word of the table and no other', () => {
    for (const [name, word] of Object.entries(statusWords)) expect(statusWordName(word)).toBe(name);
    expect(new Set(Object.values(statusWords)).size).toBe(Object.keys(statusWords).length);
    expect(statusWordName(0x1234)).toBeUndefined();
  });
});

describe('HostblindError', () => {
  it.each(errorCodes)('%s carries its code, its cause and its detail', (code) => {
    const cause = new Error('inner');
    const error = new HostblindError(code, { cause });
    expect(error).toMatchObject({ name: 'HostblindError', code, cause, message: code });
    expect(new HostblindError(code, { detail: '6f00' })).toMatchObject({
      message: `${code} (6f00)`,
      detail: '6f00',
    });
    expect(new HostblindError(code)).toBeInstanceOf(Error);
    expect(errorCode(error)).toBe(code);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'busy'],
    ['an error without code', new Error('busy')],
    ['another code', { code: 'EPIPE' }],
    ['a code that is a number', { code: 5 }],
  ])('is not seen in %s', (_, thrown) => {
    expect(errorCode(thrown)).toBeUndefined();
  });

  it('is seen across copies of the module, by its code', () => {
    expect(errorCode({ code: 'busy' })).toBe('busy');
  });

  it('is not seen in a name that every object has', () => {
    expect(errorCode({ code: 'toString' })).toBeUndefined();
    expect(errorCode({ code: 'constructor' })).toBeUndefined();
  });
});
