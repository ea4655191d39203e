/** Transactions: EIP-155's example, what is refused, and that only what was read is hashed. */
import { keccak_256 } from '@noble/hashes/sha3.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  encodeTransaction,
  parseTransaction,
  recoveryByte,
  transactionDigest,
  transactionLength,
  type Transaction,
} from '../../../../../firmware-sim/core/apps/ethereum/transaction.ts';
import { fromHex, toHex } from '../../../../../src/protocol/bytes.ts';
import {
  rlp,
  wellFormed,
  writeTransaction,
  type WrittenTransaction,
} from '../../../../fixtures/data/ethereum-transactions.ts';
import { keccak } from '../../../../reference-device/addresses.mjs';

/** EIP-155, "Example". */
const example = 'ec098504a817c800825208943535353535353535353535353535353535353535880de0b6b3a764000080018080';

function parsed(bytes: Uint8Array): Transaction {
  const transaction = parseTransaction(bytes);
  return typeof transaction === 'string' ? expect.fail(transaction) : transaction;
}

const to = new Uint8Array(20).fill(0x35);
const plain: WrittenTransaction = {
  type: 0,
  chainId: 1n,
  nonce: 9n,
  prices: [1n, 20_000_000_000n],
  gasLimit: 21_000n,
  to,
  value: 10n ** 18n,
  data: new Uint8Array(),
  access: [[to, [new Uint8Array(32).fill(1), new Uint8Array(32)]]],
};

const none = new Uint8Array();
const one = Uint8Array.of(1);

describe('a transaction', () => {
  it('of EIP-155’s example has its digest', () => {
    const transaction = parsed(fromHex(example));
    expect(toHex(writeTransaction(plain))).toBe(example);
    expect(transaction).toEqual({
      kind: 'legacy',
      chainId: 1n,
      nonce: 9n,
      gasPrice: 20_000_000_000n,
      gasLimit: 21_000n,
      to,
      value: 10n ** 18n,
      data: none,
    });
    expect(toHex(transactionDigest(transaction))).toBe(
      'daf5a779ae972f972197303d7b574746c7ef83eadac0f2791ad23db92e4c8e53',
    );
  });

  it('of type 1 has an access list', () => {
    const { type: _, prices, access, ...rest } = plain;
    expect(parsed(writeTransaction({ ...plain, type: 1 }))).toEqual({
      ...rest,
      kind: 'access-list',
      gasPrice: prices[1],
      accessList: access.map(([address, storageKeys]) => ({ address, storageKeys })),
    });
  });

  it('of type 2 has two prices', () => {
    const { type: _, prices, access, ...rest } = plain;
    expect(parsed(writeTransaction({ ...plain, type: 2 }))).toEqual({
      ...rest,
      kind: 'fee-market',
      maxPriorityFeePerGas: prices[0],
      maxFeePerGas: prices[1],
      accessList: access.map(([address, storageKeys]) => ({ address, storageKeys })),
    });
  });

  it('is hashed as it was sent, byte for byte', () => {
    fc.assert(
      fc.property(wellFormed, (written) => {
        const bytes = writeTransaction(written);
        const transaction = parsed(bytes);
        expect(toHex(encodeTransaction(transaction))).toBe(toHex(bytes));
        const digest = toHex(transactionDigest(transaction));
        expect(digest).toBe(toHex(keccak_256(bytes)));
        // The other implementation knows short texts alone.
        if (bytes.length < 136) expect(digest).toBe(keccak(bytes).toString('hex'));
      }),
      { numRuns: 150 },
    );
  });

  it('is written back as the same bytes, or refused, whatever byte of it changes', () => {
    fc.assert(
      fc.property(wellFormed, fc.nat(), fc.nat({ max: 255 }), (written, at, byte) => {
        const bytes = writeTransaction(written);
        const changed = bytes.with(at % bytes.length, byte);
        const transaction = parseTransaction(changed);
        if (typeof transaction !== 'string')
          expect(toHex(encodeTransaction(transaction))).toBe(toHex(changed));
      }),
      { numRuns: 2000 },
    );
  });

  it('is as long as its outermost list says, however little of it is there', () => {
    fc.assert(
      fc.property(wellFormed, (written) => {
        const bytes = writeTransaction(written);
        for (const end of [1, 2, 3, 4, 5, 10, bytes.length]) {
          const length = transactionLength(bytes.subarray(0, end));
          expect(end < 5 ? [undefined, bytes.length] : [bytes.length]).toContain(length);
        }
      }),
    );
  });

  it.each(['00', '03', '04', '05', '7f'])('of type %s is not known', (type) => {
    expect(parseTransaction(fromHex(`${type}c0`))).toBe('unknown-type');
    expect(transactionLength(fromHex(`${type}c0`))).toBe(2);
  });

  const legacy = [one, one, one, to, one, none, one, none, none];
  const typed = [one, one, one, one, to, one, none, []];
  const malformed: readonly (readonly [string, string])[] = [
    ['no bytes', ''],
    ['a type alone', '02'],
    ['a string', '83646f67'],
    ['a string after a type', '0183646f67'],
    ['six items, good on every chain', rlp(legacy.slice(0, 6)).toString('hex')],
    ['seven items', rlp(legacy.slice(0, 7)).toString('hex')],
    ['ten items', rlp([...legacy, none]).toString('hex')],
    ['chain 0', rlp(legacy.with(6, none)).toString('hex')],
    ['a chain of nine bytes', rlp(legacy.with(6, new Uint8Array(9).fill(1))).toString('hex')],
    ['a signature already', rlp(legacy.with(7, one)).toString('hex')],
    ['a list in the place of a signature', rlp([...legacy.slice(0, 8), []]).toString('hex')],
    ['a nonce with a zero in front', rlp(legacy.with(0, Uint8Array.of(0, 1))).toString('hex')],
    ['a nonce of nine bytes', rlp(legacy.with(0, new Uint8Array(9).fill(1))).toString('hex')],
    ['a price of 33 bytes', rlp(legacy.with(1, new Uint8Array(33).fill(1))).toString('hex')],
    ['a gas limit of nine bytes', rlp(legacy.with(2, new Uint8Array(9).fill(1))).toString('hex')],
    ['a recipient of 19 bytes', rlp(legacy.with(3, to.subarray(1))).toString('hex')],
    ['an amount of 33 bytes', rlp(legacy.with(4, new Uint8Array(33).fill(1))).toString('hex')],
    ['a list as recipient', rlp([...legacy.slice(0, 3), [], ...legacy.slice(4)]).toString('hex')],
    ['a list as data', rlp([...legacy.slice(0, 5), [], ...legacy.slice(6)]).toString('hex')],
    ['something after the end', `${rlp(legacy).toString('hex')}00`],
    ['type 1 with nine items', `01${rlp([...typed, none]).toString('hex')}`],
    ['type 1 without an access list', `01${rlp(typed.slice(0, 7)).toString('hex')}`],
    ['type 1 with bytes for an access list', `01${rlp(typed.with(7, none)).toString('hex')}`],
    ['type 1 with a price with a zero in front', `01${rlp(typed.with(2, Uint8Array.of(0))).toString('hex')}`],
    ['type 1 for chain 0', `01${rlp(typed.with(0, none)).toString('hex')}`],
    ['type 2 with eight items', `02${rlp(typed).toString('hex')}`],
    ['type 2 with ten items', `02${rlp([one, ...typed, []]).toString('hex')}`],
    ['type 2 for chain 0', `02${rlp([none, ...typed]).toString('hex')}`],
    ['type 2 with a bad tip', `02${rlp([one, one, Uint8Array.of(0), ...typed.slice(2)]).toString('hex')}`],
    [
      'type 2 with a bad price',
      `02${rlp([one, one, one, Uint8Array.of(0), ...typed.slice(3)]).toString('hex')}`,
    ],
    ['type 2 with bytes for an access list', `02${rlp([one, ...typed.with(7, one)]).toString('hex')}`],
    ['an access list of bytes', `01${rlp([...typed.slice(0, 7), [one]]).toString('hex')}`],
    ['an entry of one item', `01${rlp([...typed.slice(0, 7), [[to]]]).toString('hex')}`],
    ['an entry of three items', `01${rlp([...typed.slice(0, 7), [[to, [], []]]]).toString('hex')}`],
    ['an entry for 19 bytes', `01${rlp([...typed.slice(0, 7), [[to.subarray(1), []]]]).toString('hex')}`],
    ['an entry for a list', `01${rlp([...typed.slice(0, 7), [[[], []]]]).toString('hex')}`],
    ['an entry with bytes for keys', `01${rlp([...typed.slice(0, 7), [[to, one]]]).toString('hex')}`],
    ['a key of 31 bytes', `01${rlp([...typed.slice(0, 7), [[to, [new Uint8Array(31)]]]]).toString('hex')}`],
    ['a list for a key', `01${rlp([...typed.slice(0, 7), [[to, [[]]]]]).toString('hex')}`],
  ];
  it.each(malformed)('is refused for %s', (_, bytes) => {
    expect(parseTransaction(fromHex(bytes))).toBe('malformed');
  });

  it('says which key signed, in as much as one byte holds', () => {
    const legacyFor = (chainId: bigint): Transaction => parsed(writeTransaction({ ...plain, chainId }));
    expect([0, 1].map((parity) => recoveryByte(legacyFor(1n), parity === 0 ? 0 : 1))).toEqual([37, 38]);
    // Aurora's: the number is far above a byte.
    expect(recoveryByte(legacyFor(1_313_161_554n), 0)).toBe(0xc7);
    // Of five bytes the first four.
    expect(recoveryByte(legacyFor(0x01_02_03_04_05n), 1)).toBe(35 + 8 + 1);
    for (const type of [1, 2] as const) {
      const transaction = parsed(writeTransaction({ ...plain, type }));
      expect([recoveryByte(transaction, 0), recoveryByte(transaction, 1)]).toEqual([0, 1]);
    }
  });
});
