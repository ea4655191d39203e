/** What a person reads of a transaction before a key is touched. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spendingFields } from '../../../../../../firmware-sim/core/apps/bitcoin/psbt/review.ts';
import type { SpendingTransaction } from '../../../../../../firmware-sim/core/apps/bitcoin/psbt/transaction.ts';
import type { Field } from '../../../../../../firmware-sim/core/app.ts';
import { pagesOf } from '../../../../../../firmware-sim/core/glass/screens/field-pages.ts';
import { addressRows } from '../../../../../../firmware-sim/core/glass/screens/address-screen.ts';
import { bitcoinInEnglish } from '../../../../../../src/text/en/apps/bitcoin.ts';
import { bitcoinInGerman } from '../../../../../../src/text/de/apps/bitcoin.ts';
import { anyPlan } from '../../../../../fixtures/bitcoin/any-plan.ts';
import {
  addressByBitcoinJs,
  scriptByBitcoinJs,
  unsignedByBitcoinJs,
} from '../../../../../fixtures/bitcoin/bitcoinjs.ts';
import {
  accountPath,
  addressKinds,
  ownKeyAt,
  writePlan,
  type Plan,
} from '../../../../../fixtures/bitcoin/psbt-maps.ts';

const script = (hex: string): Buffer => Buffer.from(hex, 'hex');
const taproot = script(`5120${'ab'.repeat(32)}`);
const legacy = script(`76a914${'00'.repeat(20)}88ac`);

const plain: Plan = {
  kind: 'wpkh',
  coins: [{ place: [0, 3], amount: 100_000_000n, sequence: 0xffff_ffff }],
  outputs: [
    { amount: 60_000_000n, to: taproot },
    { amount: 39_990_000n, to: [1, 4] },
  ],
};

const changeAddress = addressByBitcoinJs(scriptByBitcoinJs('wpkh', ownKeyAt('wpkh', [1, 4])));

const spending = (plan: Plan): SpendingTransaction => writePlan(plan).transaction;

const fieldsOf = (transaction: SpendingTransaction, text = bitcoinInEnglish): readonly Field[] =>
  spendingFields(transaction, accountPath(transaction.kind), text);

/** `Title: value`. */
const linesOf = (plan: Plan, text = bitcoinInEnglish): readonly string[] =>
  fieldsOf(spending(plan), text).map(({ title, value }) => `${title}: ${value}`);

const lineOf = (plan: Plan, title: string): string | undefined =>
  linesOf(plan)
    .find((line) => line.startsWith(`${title}: `))
    ?.slice(title.length + 2);

const withCoin = (coin: Partial<Plan['coins'][number]>, plan = plain): Plan => ({
  ...plan,
  coins: plan.coins.map((each) => ({ ...each, ...coin })),
});

describe('a transaction', () => {
  it('is read from whom it pays to its id', () => {
    expect(linesOf(plain)).toEqual([
      'Amount: 0.6 BTC',
      `To: ${addressByBitcoinJs(taproot)}`,
      'Back to you: 0.3999 BTC',
      `Back to you: ${changeAddress}`,
      'Fee: 0.0001 BTC, <1 % of the amount',
      'Coins spent: 1, together 1 BTC',
      "Coin: 1 BTC, m/84'/0'/0'/0/3",
      'Replaceable?: No',
      "Account: m/84'/0'/0'",
      `Transaction ID: ${unsignedByBitcoinJs(spending(plain)).getId()}`,
    ]);
    expect(fieldsOf(spending(plain)).map(({ shape }) => shape === 'address')).toEqual(
      [0, 1, 0, 1, 0, 0, 0, 0, 0, 0].map((is) => is === 1),
    );
  });

  it('is read in the person’s language', () => {
    expect(linesOf(plain, bitcoinInGerman).slice(2, 5)).toEqual([
      'Zurück an dich: 0.3999 BTC',
      `Zurück an dich: ${changeAddress}`,
      'Gebühr: 0.0001 BTC, <1 % des Betrags',
    ]);
  });

  it('counts whom it pays, what comes back, and its coins', () => {
    const outputs = [
      { amount: 1n, to: taproot },
      { amount: 2n, to: [1, 4] as const },
      { amount: 3n, to: legacy },
      { amount: 4n, to: [1, 5] as const },
      { amount: 0n, to: script('6a024869') },
    ];
    const coins = [0, 1].map((at) => ({ place: [0, at] as const, amount: 100n }));
    expect(fieldsOf(spending({ kind: 'tr', coins, outputs })).map(({ title }) => title)).toEqual([
      'Amount 1',
      'To 1',
      'Back to you 1',
      'Back to you 1',
      'Amount 2',
      'To 2',
      'Back to you 2',
      'Back to you 2',
      'Data',
      'Fee',
      'High fee!',
      'Coins spent',
      'Coin 1',
      'Coin 2',
      'Replaceable?',
      'Account',
      'Transaction ID',
    ]);
  });

  it('is paid to an account’s own address like anybody’s, but for its change', () => {
    const lines = linesOf({ ...plain, outputs: [{ amount: 99_999_000n, to: [0, 4] }] });
    expect(lines[0]).toBe('Amount: 0.99999 BTC');
    expect(lines[1]).toMatch(/^To: bc1q/);
  });

  it.each([
    ['6a0548656c6c6f', 0n, ['Data: Hello']],
    ['6a02ff00', 5n, ['Data in hex: ff00', 'Lost for good: 0.00000005 BTC']],
  ])('may carry data: %s', (hex, amount, expected) => {
    const outputs = [...plain.outputs, { amount, to: script(hex) }];
    expect(linesOf({ ...plain, outputs }).slice(4, 4 + expected.length)).toEqual(expected);
  });

  it('shows an address of a version to come whole, whatever its length', () => {
    const long = script(`5228${'cd'.repeat(40)}`);
    const [, to] = fieldsOf(spending({ ...plain, outputs: [{ amount: 99_990_000n, to: long }] }));
    expect(to).toMatchObject({ title: 'To', shape: 'text' });
    expect(to?.value).toHaveLength(74);
    for (const { shape, value } of fieldsOf(spending(plain)))
      if (shape === 'address') expect(addressRows(value).length).toBeLessThanOrEqual(4);
  });
});

const paying = (coin: bigint, ...outputs: Plan['outputs']): Plan => ({
  ...plain,
  coins: [{ place: [0, 0], amount: coin }],
  outputs,
});

describe('a fee', () => {
  it.each([
    [1_000_000n, '0 BTC', undefined],
    [1_009_999n, '0.00009999 BTC, <1 % of the amount', undefined],
    [1_010_000n, '0.0001 BTC, 1 % of the amount', undefined],
    [1_010_001n, '0.00010001 BTC, 2 % of the amount', undefined],
    [1_100_000n, '0.001 BTC, 10 % of the amount', undefined],
    [1_100_001n, '0.00100001 BTC, 11 % of the amount', bitcoinInEnglish.transaction.values.highFee],
    [6_000_000n, '0.05 BTC, 500 % of the amount', bitcoinInEnglish.transaction.values.highFee],
  ])('of a coin of %s that pays 1000000 is told with its share', (coin, fee, warning) => {
    const plan = paying(coin, { amount: 1_000_000n, to: taproot });
    expect([lineOf(plan, 'Fee'), lineOf(plan, 'High fee!')]).toEqual([fee, warning]);
  });

  it('is compared with what is sent, whatever comes back', () => {
    const plan = paying(10_100_000n, { amount: 100_000n, to: taproot }, { amount: 9_980_000n, to: [1, 0] });
    expect(lineOf(plan, 'Fee')).toBe('0.0002 BTC, 20 % of the amount');
    expect(lineOf(plan, 'High fee!')).toBeDefined();
  });

  it('is compared with what comes back where nothing is sent', () => {
    const plan = paying(1_010_000n, { amount: 1_000_000n, to: [1, 0] });
    expect([lineOf(plan, 'Fee'), lineOf(plan, 'High fee!')]).toEqual([
      '0.0001 BTC, 1 % of the amount',
      undefined,
    ]);
  });

  it('is all of it where nobody gets anything', () => {
    const plan = paying(1_000_000n, { amount: 0n, to: script('6a0548656c6c6f') });
    expect(lineOf(plan, 'Fee')).toBe('0.01 BTC');
    expect(lineOf(plan, 'High fee!')).toBe(bitcoinInEnglish.transaction.values.allInFees);
  });
});

describe('a transaction’s time', () => {
  it.each([
    [undefined, 0xffff_fffe, undefined],
    [0, 0xffff_fffe, undefined],
    [800_000, 0xffff_fffe, 'block 800000'],
    [499_999_999, 0xffff_fffd, 'block 499999999'],
    [500_000_000, 0xffff_fffd, '1985-11-05 00:53:20 UTC'],
    [800_000, 0xffff_ffff, 'block 800000, but that has no effect'],
  ])('of %s, with a sequence of %s', (locktime, sequence, expected) => {
    const plan = withCoin({ sequence }, { ...plain, ...(locktime !== undefined && { locktime }) });
    expect(lineOf(plan, 'Valid after')).toBe(expected);
  });

  it('may leave it to be replaced, which is told', () => {
    const told = [0xffff_fffd, 0xffff_fffe, 0xffff_ffff].map((sequence) =>
      lineOf(withCoin({ sequence }), 'Replaceable?'),
    );
    expect(told).toEqual(['Yes, until it is confirmed', 'No', 'No']);
  });
});

describe('what else is signed', () => {
  it('is told of Taproot’s coins: that a signature says of what it is', () => {
    const plan: Plan = { ...withCoin({ sighash: 1 }), kind: 'tr' };
    expect(lineOf(plan, 'Coin')).toBe("1 BTC, m/86'/0'/0'/0/3, SIGHASH_ALL");
    expect(lineOf({ ...plan, ...withCoin({ sighash: 0 }), kind: 'tr' }, 'Coin')).toBe(
      "1 BTC, m/86'/0'/0'/0/3",
    );
  });

  it.each(addressKinds)('is the id, which signatures change or don’t: %s', (kind) => {
    const isFinal = kind === 'wpkh' || kind === 'tr';
    const [title] = fieldsOf(spending({ ...plain, kind })).slice(-1);
    expect(title?.title).toBe(isFinal ? 'Transaction ID' : 'ID unsigned');
  });
});

type Coin = SpendingTransaction['coins'][number];
type Output = SpendingTransaction['outputs'][number];

const other = (bytes: Uint8Array): Uint8Array => bytes.map((byte, at) => (at === 5 ? byte ^ 1 : byte));
const first = <Item>(items: readonly Item[], change: (item: Item) => Item): readonly Item[] =>
  items.map((item, at) => (at === 0 ? change(item) : item));

const coinChanges: readonly ((coin: Coin) => Coin)[] = [
  (coin) => ({ ...coin, txid: other(coin.txid) }),
  (coin) => ({ ...coin, vout: coin.vout ^ 1 }),
  (coin) => ({ ...coin, sequence: coin.sequence === 0xffff_fffd ? 0xffff_fffe : 0xffff_fffd }),
  (coin) => ({ ...coin, amount: coin.amount + 1n }),
  (coin) => ({ ...coin, path: coin.path.with(4, (coin.path[4] ?? 0) ^ 1) }),
  (coin) => ({ ...coin, sighash: coin.sighash === 0 ? 1 : 0 }),
];
const outputChanges: readonly ((output: Output) => Output)[] = [
  (output) => ({ ...output, amount: output.amount + 1n }),
  (output) => ({ ...output, script: other(output.script) }),
];

/** Each changes one thing that is signed. */
const changes: readonly ((transaction: SpendingTransaction) => SpendingTransaction)[] = [
  (transaction) => ({ ...transaction, version: transaction.version ^ 3 }),
  (transaction) => ({ ...transaction, locktime: (transaction.locktime ^ 1) >>> 0 }),
  ...coinChanges.map((change) => (transaction: SpendingTransaction) => ({
    ...transaction,
    coins: first(transaction.coins, change),
  })),
  ...outputChanges.map((change) => (transaction: SpendingTransaction) => ({
    ...transaction,
    outputs: first(transaction.outputs, change),
  })),
  (transaction) => ({
    ...transaction,
    outputs: [...transaction.outputs, ...transaction.outputs.slice(0, 1)],
  }),
  (transaction) => ({ ...transaction, coins: transaction.coins.toReversed() }),
];

const drawn = (transaction: SpendingTransaction): string =>
  JSON.stringify(fieldsOf(transaction).flatMap((field) => pagesOf(field, (at, of) => `${at}/${of}`)));

describe('two transactions', () => {
  it.each(addressKinds)('that differ in what is signed read otherwise: %s', (kind) => {
    fc.assert(
      fc.property(anyPlan(kind), fc.nat(changes.length - 1), (plan, which) => {
        const { transaction } = writePlan(plan);
        const changed = changes[which]?.(transaction) ?? transaction;
        // What can't be read isn't signed; of other kinds than Taproot there is one signature hash, of one coin one order.
        const isSame =
          (kind !== 'tr' && changed.coins[0]?.sighash === 0) ||
          (which === changes.length - 1 && transaction.coins.length === 1);
        let told: string;
        try {
          told = drawn(changed);
        } catch {
          return;
        }
        expect(told === drawn(transaction)).toBe(isSame);
      }),
      { numRuns: 150, seed: 20_261_130 },
    );
  });
});
