/** Scripts as a person reads them: what another library says of the same address, and nothing of a script that says more. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { payeeOf } from '../../../../../../firmware-sim/core/apps/bitcoin/psbt/scripts.ts';
import { bitcoinAddress, bitcoinScript } from '../../../../../../firmware-sim/core/chains/bitcoin-address.ts';
import { scriptByBitcoinJs, scriptOfAddress } from '../../../../../fixtures/bitcoin/bitcoinjs.ts';
import { addressKinds, ownKeyAt } from '../../../../../fixtures/bitcoin/psbt-maps.ts';

const payeeOfHex = (hex: string) => payeeOf(Uint8Array.from(Buffer.from(hex, 'hex')));

const anyBytes = (least: number, most = least) => fc.uint8Array({ minLength: least, maxLength: most });

/** Each kind of script by its frame, and how many bytes are in it. */
const frames = [
  { start: '76a914', length: 20, end: '88ac' },
  { start: 'a914', length: 20, end: '87' },
  { start: '0014', length: 20, end: '' },
  { start: '0020', length: 32, end: '' },
  { start: '5120', length: 32, end: '' },
] as const;

const framed = ({ start, end }: (typeof frames)[number], bytes: Uint8Array): string =>
  `${start}${Buffer.from(bytes).toString('hex')}${end}`;

describe('a script that pays to an address', () => {
  it.each(frames)('is the one of that address: $start', (frame) => {
    fc.assert(
      fc.property(anyBytes(frame.length), (bytes) => {
        const script = framed(frame, bytes);
        const payee = payeeOfHex(script);
        if (payee?.kind !== 'address') return expect.fail(payee?.kind);
        expect(Buffer.from(scriptOfAddress(payee.address)).toString('hex')).toBe(script);
      }),
    );
  });

  it.each(frames)('is nothing else: $start', (frame) => {
    const script = Buffer.from(framed(frame, Buffer.alloc(frame.length, 0x11)), 'hex');
    const start = frame.start.length / 2;
    for (let at = 0; at < script.length; at += 1) {
      const isFrame = at < start || at >= start + frame.length;
      if (!isFrame) continue;
      const other = Buffer.from(script);
      other[at] = (other[at] ?? 0) ^ 0x80;
      expect(payeeOf(other)).toBeUndefined();
    }
    expect(payeeOf(script.subarray(0, -1))).toBeUndefined();
    expect(payeeOf(script.subarray(1))).toBeUndefined();
    expect(payeeOf(Buffer.concat([script, Buffer.of(0)]))).toBeUndefined();
  });

  it.each([
    // BIP-350.
    ['bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs', '5210751e76e8199196d454941c45d1b3a323'],
    ['bc1sw50qgdz25j', '6002751e'],
    [
      'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
      '512079be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798',
    ],
    // BIP-173.
    ['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', '0014751e76e8199196d454941c45d1b3a323f1433bd6'],
    // The first block's, and one of a script, as everybody knows them.
    ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', '76a91462e907b15cbf27d5425399ebf6f0fb50ebb88f1888ac'],
    ['3P14159f73E4gFr7JterCCQh9QjiTjiZrG', 'a914e9c3dd0c07aac76179ebc76a6c78d4d67c6c160a87'],
  ])('is %s', (address, script) => {
    expect(payeeOfHex(script)).toEqual({ kind: 'address', address });
  });

  it.each(addressKinds)('is what another library makes of a key: %s', (kind) => {
    for (const index of [0, 1, 2]) {
      const key = ownKeyAt(kind, [1, index]);
      const script = bitcoinScript(kind, key);
      expect(Buffer.from(script)).toEqual(scriptByBitcoinJs(kind, key));
      expect(payeeOf(script)).toEqual({ kind: 'address', address: bitcoinAddress(kind, key) });
    }
  });
});

describe('a witness program', () => {
  const program = (version: number, length: number): string =>
    Buffer.from([version, length, ...Buffer.alloc(length, 1)]).toString('hex');

  it('of a version that is known has a length that is known', () => {
    for (let length = 0; length <= 75; length += 1) {
      expect(payeeOfHex(program(0, length)) !== undefined).toBe(length === 20 || length === 32);
      expect(payeeOfHex(program(0x51, length)) !== undefined).toBe(length === 32);
    }
  });

  it('of a version to come has 2 to 40 bytes', () => {
    for (let version = 0x52; version <= 0x60; version += 1)
      for (let length = 0; length <= 75; length += 1)
        expect(payeeOfHex(program(version, length)) !== undefined).toBe(length >= 2 && length <= 40);
    for (const other of [0x4f, 0x50, 0x61]) expect(payeeOfHex(program(other, 32))).toBeUndefined();
  });
});

describe('data behind OP_RETURN', () => {
  it('is the bytes of one push', () => {
    fc.assert(
      fc.property(anyBytes(1, 80), (bytes) => {
        const size = bytes.length <= 75 ? [bytes.length] : [0x4c, bytes.length];
        expect(payeeOf(Uint8Array.from([0x6a, ...size, ...bytes]))).toEqual({ kind: 'data', bytes });
      }),
    );
  });

  it.each([
    ['no push', '6a'],
    ['an empty push', '6a00'],
    ['an empty long push', '6a4c00'],
    ['a long push without a length', '6a4c'],
    ['a push that is cut off', '6a0501020304'],
    ['a push and more', '6a020102ff'],
    ['two pushes', '6a01010102'],
    ['a number by its instruction', '6a51'],
    ['a short push in the long form', `6a4c4b${'01'.repeat(75)}`],
    ['81 bytes', `6a4c51${'01'.repeat(81)}`],
    ['76 bytes in the short form', `6a4c${'01'.repeat(76)}`],
    ['the longer form of a length', `6a4d5000${'01'.repeat(80)}`],
    ['another instruction', '6b020102'],
  ])('isn’t %s', (_, script) => {
    expect(payeeOfHex(script)).toBeUndefined();
  });
});

describe('any other script', () => {
  it.each([
    ['nothing', ''],
    ['a key', `21${'02'.repeat(33)}ac`],
    ['keys of which one signs', `5121${'02'.repeat(33)}21${'03'.repeat(33)}52ae`],
    ['anybody', '51'],
    ['nobody', '00'],
  ])('isn’t shown: %s', (_, script) => {
    expect(payeeOfHex(script)).toBeUndefined();
  });

  it('never reads the same as a different one', () => {
    const anyScript = fc.oneof(
      fc
        .constantFrom(...frames)
        .chain((frame) => anyBytes(frame.length).map((bytes) => framed(frame, bytes))),
      anyBytes(0, 84).map((bytes) => `6a${Buffer.from(bytes).toString('hex')}`),
      anyBytes(0, 42).map((bytes) => Buffer.from(bytes).toString('hex')),
    );
    fc.assert(
      fc.property(anyScript, fc.nat(), fc.nat(255), (script, place, byte) => {
        const payee = payeeOfHex(script);
        const other = Buffer.from(script, 'hex');
        if (payee === undefined || other.length === 0) return;
        other[place % other.length] = byte;
        if (other.toString('hex') !== script) expect(payeeOf(other)).not.toEqual(payee);
      }),
    );
  });
});
