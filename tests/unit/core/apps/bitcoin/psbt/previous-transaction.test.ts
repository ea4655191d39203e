/** Transactions of the chain: the same name and outputs as another library reads, and nothing of bytes that aren't exactly one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePreviousTransaction } from '../../../../../../firmware-sim/core/apps/bitcoin/psbt/previous-transaction.ts';
import { newTransaction, transactionByBitcoinJs } from '../../../../../fixtures/bitcoin/bitcoinjs.ts';

const parse = (bytes: Uint8Array) => parsePreviousTransaction(Uint8Array.from(bytes));
const parseHex = (hex: string) => parse(Buffer.from(hex, 'hex'));

/** The first block's, as everybody has it. */
const firstCoinbase = `
  01000000 01 ${'00'.repeat(32)} ffffffff 4d
  04ffff001d0104455468652054696d65732030332f4a616e2f32303039204368616e63656c6c6f72206f6e206272696e6b206f66207365636f6e64206261696c6f757420666f722062616e6b73
  ffffffff 01 00f2052a01000000 43
  4104678afdb0fe5548271967f1a67130b7105cd6a828e03909a67962e0ea1f61deb649f6bc3f4cef38c4f35504e51ec112de5c384df7ba0b8d578a4c702b6bf11d5fac
  00000000`.replaceAll(/\s/g, '');

const anyBytes = (least: number, most = least) =>
  fc.uint8Array({ minLength: least, maxLength: most }).map((bytes) => Buffer.from(bytes));

const anyTransaction = fc
  .record({
    version: fc.integer({ min: 1, max: 2 }),
    locktime: fc.nat(0xffff_ffff),
    inputs: fc.array(
      fc.record({
        txid: anyBytes(32),
        vout: fc.nat(300),
        script: anyBytes(0, 300),
        witness: fc.array(anyBytes(0, 270), { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    outputs: fc.array(fc.record({ amount: fc.nat(2_000_000_000), script: anyBytes(0, 260) }), {
      minLength: 1,
      maxLength: 260,
    }),
    hasWitness: fc.boolean(),
  })
  .map(({ version, locktime, inputs, outputs, hasWitness }) => {
    const transaction = newTransaction();
    transaction.version = version;
    transaction.locktime = locktime;
    for (const { txid, vout, script } of inputs) transaction.addInput(txid, vout, 0xffff_fffd, script);
    if (hasWitness) for (const [at, { witness }] of inputs.entries()) transaction.setWitness(at, witness);
    for (const { amount, script } of outputs) transaction.addOutput(script, amount);
    return transaction;
  });

describe('a transaction before', () => {
  it('has the name and outputs that another library reads', () => {
    fc.assert(
      fc.property(anyTransaction, (transaction) => {
        const read = parse(transaction.toBuffer());
        expect(read?.txid).toEqual(Uint8Array.from(transaction.getHash()));
        expect(read?.outputs).toEqual(
          transaction.outs.map(({ script, value }) => ({
            amount: BigInt(value),
            script: Uint8Array.from(script),
          })),
        );
      }),
    );
  });

  it('may be the first that there was', () => {
    const read = parseHex(firstCoinbase);
    expect(
      Buffer.from(read?.txid ?? [])
        .reverse()
        .toString('hex'),
    ).toBe('4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b');
    expect(read?.outputs).toMatchObject([{ amount: 5_000_000_000n }]);
  });

  it('is all of the bytes, and no more', () => {
    fc.assert(
      fc.property(anyTransaction, fc.nat(), (transaction, cut) => {
        const bytes = transaction.toBuffer();
        expect(parse(bytes.subarray(0, cut % bytes.length))).toBeUndefined();
        expect(parse(Buffer.concat([bytes, Buffer.of(0)]))).toBeUndefined();
      }),
    );
    const bytes = Buffer.from(firstCoinbase, 'hex');
    for (let length = 0; length < bytes.length; length += 1)
      expect(parse(bytes.subarray(0, length))).toBeUndefined();
  });
});

describe('bytes that could be read in two ways', () => {
  const version = '02000000';
  const outpoint = `${'07'.repeat(32)}01000000`;
  const input = `${outpoint}00fdffffff`;
  const output = `e803000000000000${'0151'}`;
  const locktime = '00000000';
  const plain = `${version}01${input}01${output}${locktime}`;
  const marked = (flag: string, witness: string): string =>
    `${version}00${flag}01${input}01${output}${witness}${locktime}`;

  it('are none, beside the two forms that there are', () => {
    expect(parseHex(plain)).toMatchObject({ outputs: [{ amount: 1_000n }] });
    expect(parseHex(marked('01', '010101'))?.txid).toEqual(parseHex(plain)?.txid);
  });

  it.each([
    ['another flag', marked('02', '010101')],
    ['no flag', marked('00', '010101')],
    ['a witness of nothing', marked('01', '00')],
    ['a witness that is missing', marked('01', '')],
    ['a witness of two inputs where there is one', marked('01', '01010101010101')],
    ['a mark behind a mark', `${version}0001${'0001'}01${input}01${output}010101${locktime}`],
    ['no outputs', `${version}01${input}00${locktime}`],
    ['no inputs', `${version}00${'01'}${output}${locktime}`],
    ['a count in a longer form', `${version}fd0100${input}01${output}${locktime}`],
    ['a count of outputs in a longer form', `${version}01${input}fd0100${output}${locktime}`],
    ['a length in a longer form', `${version}01${outpoint}fd0000fdffffff01${output}${locktime}`],
    ['a script’s length in a longer form', `${version}01${input}01e803000000000000fd010051${locktime}`],
    ['a count of eight bytes', `${version}ff0100000000000000${input}01${output}${locktime}`],
    ['more inputs than there are', `${version}feffffffff${input}01${output}${locktime}`],
    ['more than all bitcoin', `${version}01${input}01${'0140075af0750700'}0151${locktime}`],
    ['a negative amount', `${version}01${input}01${'ff'.repeat(8)}0151${locktime}`],
  ])('are none: %s', (_, hex) => {
    expect(parseHex(hex)).toBeUndefined();
  });

  it('may pay all bitcoin that there is', () => {
    const most = `${version}01${input}01${'0040075af0750700'}0151${locktime}`;
    expect(parseHex(most)).toMatchObject({ outputs: [{ amount: 2_100_000_000_000_000n }] });
    expect(transactionByBitcoinJs(Buffer.from(most, 'hex'))?.outs).toHaveLength(1);
  });
});
