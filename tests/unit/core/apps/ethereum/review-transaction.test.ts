/** What is read of a transaction: all of it, and no two alike. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ethereumTexts } from '../../../../../firmware-sim/core/apps/ethereum/languages.ts';
import { reviewTransaction } from '../../../../../firmware-sim/core/apps/ethereum/review-transaction.ts';
import type { Review } from '../../../../../firmware-sim/core/apps/ethereum/review.ts';
import type { Token } from '../../../../../firmware-sim/core/apps/ethereum/tokens.ts';
import { parseTransaction } from '../../../../../firmware-sim/core/apps/ethereum/transaction.ts';
import { addAccents, textWidth } from '../../../../../firmware-sim/core/glass/font/font.ts';
import { accents } from '../../../../../firmware-sim/core/glass/font/accents.generated.ts';
import {
  callOf,
  readable,
  writeTransaction,
  type WrittenTransaction,
} from '../../../../fixtures/data/ethereum-transactions.ts';

addAccents(accents);

const path = [0x8000_002c, 0x8000_003c, 0x8000_0000, 0, 3];
const languages = ['en', 'de', 'fr', 'es', 'pt'];

function reviewOf(bytes: Uint8Array, token?: Token, language = 'en'): Review | undefined {
  const transaction = parseTransaction(bytes);
  if (typeof transaction === 'string') return undefined;
  return reviewTransaction({ transaction, path, token, text: ethereumTexts(language) });
}

function fieldsOf(written: WrittenTransaction, token?: Token, language?: string) {
  const review = reviewOf(writeTransaction(written), token, language);
  return review?.kind === 'readable' ? review : expect.fail('not readable');
}

/** Titles and values. */
const linesOf = (...read: Parameters<typeof fieldsOf>): readonly string[] =>
  fieldsOf(...read).fields.map(({ title, value }) => `${title}: ${value}`);

const to = new Uint8Array(20).fill(0x35);
const contract = new Uint8Array(20).fill(0x11);
const gwei = 10n ** 9n;
const send: WrittenTransaction = {
  type: 2,
  chainId: 1n,
  nonce: 7n,
  prices: [1_500_000_000n, 30n * gwei],
  gasLimit: 21_000n,
  to,
  value: 1_500_000_000_000_000_001n,
  data: new Uint8Array(),
  access: [],
};
const call = (
  selector: Parameters<typeof callOf>[0],
  amount: bigint,
  more: Partial<WrittenTransaction> = {},
): WrittenTransaction => ({
  ...send,
  to: contract,
  value: 0n,
  data: callOf(selector, to, amount),
  ...more,
});
const [transfer, approve] = ['a9059cbb', '095ea7b3'] as const;
const tokenOf: Token = { ticker: 'USDT', decimals: 6 };
const fees = ['Max gas fee: 0.00063 ETH', 'Gas: 21000 at no more than 30 gwei, priority fee 1.5 gwei'];
const last = ['Nonce: 7', "Account: m/44'/60'/0'/0/3"];
const address = '0x3535353535353535353535353535353535353535';
const contractAddress = '0x1111111111111111111111111111111111111111';

describe('a transaction that sends coins', () => {
  it('reads from network to account', () => {
    expect(linesOf(send)).toEqual([
      'Network: Ethereum',
      'Amount: 1.500000000000000001 ETH',
      `To: ${address}`,
      ...fees,
      ...last,
    ]);
    const { title, question, fields } = fieldsOf(send);
    expect([title, question]).toEqual(['Transfer', 'Sign transfer?']);
    expect(fields.map(({ shape }) => shape)).toEqual([
      'text',
      'text',
      'address',
      'text',
      'text',
      'text',
      'text',
    ]);
  });

  it('has one price without a tip, and an access list if it is of type 1', () => {
    expect(linesOf({ ...send, type: 0 })[4]).toBe('Gas: 21000 at 30 gwei');
    expect(linesOf({ ...send, type: 1 }).slice(4, 6)).toEqual([
      'Gas: 21000 at 30 gwei',
      'Access list: empty',
    ]);
  });

  it('shows each entry and each key of an access list', () => {
    const access = [
      [to, [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)]],
      [contract, []],
    ] as const;
    expect(linesOf({ ...send, access }).slice(5, 9)).toEqual([
      `Access 1: ${address}`,
      `Access 1.1: ${'01'.repeat(32)}`,
      `Access 1.2: ${'02'.repeat(32)}`,
      `Access 2: ${contractAddress}`,
    ]);
  });

  it('on a network without a name says its number, and names no coin', () => {
    expect(linesOf({ ...send, chainId: 1337n }).slice(0, 2)).toEqual([
      'Network: Chain 1337',
      "Amount: 1.500000000000000001 of the chain's own coin",
    ]);
    expect(linesOf({ ...send, chainId: 100n }).slice(0, 2)).toEqual([
      'Network: Gnosis',
      'Amount: 1.500000000000000001 xDAI',
    ]);
  });
});

describe('a call of a token', () => {
  it('that is described reads with its ticker', () => {
    expect(linesOf(call(transfer, 12_500_000n), tokenOf)).toEqual([
      'Network: Ethereum',
      'Amount: 12.5 USDT',
      `Contract: ${contractAddress}`,
      `To: ${address}`,
      ...fees,
      ...last,
    ]);
    expect(fieldsOf(call(transfer, 1n)).title).toBe('Token transfer');
  });

  it('that nobody described reads as a number, and says so', () => {
    expect(linesOf(call(transfer, 12_500_000n)).slice(1, 4)).toEqual([
      'Token: Unknown token: compare its contract',
      'Amount: 12500000, decimals unknown',
      `Contract: ${contractAddress}`,
    ]);
  });

  it('says the coins that go along', () => {
    expect(linesOf(call(transfer, 1n, { value: 10n ** 17n }), tokenOf)[1]).toBe('Also sends: 0.1 ETH');
  });

  it('that lets somebody spend says who, and how much', () => {
    const most = 2n ** 256n - 1n;
    const amounts = [most, most - 1n, 0n, 2_000_000n];
    expect(amounts.map((amount) => linesOf(call(approve, amount), tokenOf)[1])).toEqual([
      'Amount: Unlimited USDT',
      `Amount: ${((most - 1n) / 10n ** 6n).toString()}.${((most - 1n) % 10n ** 6n).toString()} USDT`,
      'Amount: 0 USDT: takes it back',
      'Amount: 2 USDT',
    ]);
    expect(amounts.map((amount) => linesOf(call(approve, amount))[2])).toEqual([
      'Amount: Unlimited',
      `Amount: ${(most - 1n).toString()}, decimals unknown`,
      'Amount: 0, decimals unknown',
      'Amount: 2000000, decimals unknown',
    ]);
    expect(linesOf(call(approve, 1n), tokenOf)[3]).toBe(`May spend it: ${address}`);
    expect(linesOf(call(transfer, most), tokenOf)[1]).not.toContain('Unlimited');
    expect(fieldsOf(call(approve, 1n)).title).toBe('Token approval');
  });
});

describe('what can’t be shown', () => {
  const data = callOf(transfer, to, 1n);
  it.each([
    ['a byte', Uint8Array.of(1)],
    ['a call that nobody knows', data.with(0, 0)],
    ['one that is too short', data.subarray(0, 67)],
    ['one that is too long', Uint8Array.from([...data, 0])],
    ['an address with something above it', data.with(4, 1)],
    ['another one', data.with(15, 1)],
  ])('is refused: %s', (_, bytes) => {
    const review = reviewOf(writeTransaction({ ...send, data: bytes }));
    expect(review).toMatchObject({ kind: 'unreadable', reason: { title: 'Unknown call' } });
  });

  it('is refused: a new contract', () => {
    for (const bytes of [new Uint8Array(), Uint8Array.of(0x60), data]) {
      const review = reviewOf(writeTransaction({ ...send, to: new Uint8Array(), data: bytes }));
      expect(review).toMatchObject({ kind: 'unreadable', reason: { title: 'New contract' } });
    }
  });
});

describe('what is read of any transaction', () => {
  const token = fc.option(fc.constantFrom<Token>(tokenOf, { ticker: 'T', decimals: 0 }), { nil: undefined });
  const language = fc.constantFrom(...languages);

  it('changes with every byte, or it is refused', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        readable,
        token,
        language,
        fc.nat(),
        fc.nat({ max: 255 }),
        (written, known, tag, at, byte) => {
          const bytes = writeTransaction(written);
          const changed = bytes.with(at % bytes.length, byte);
          if (Buffer.compare(bytes, changed) === 0) return;
          const review = reviewOf(changed, known, tag);
          if (review?.kind !== 'readable') return;
          compared += 1;
          expect(review.fields).not.toEqual(fieldsOf(written, known, tag).fields);
        },
      ),
      { numRuns: 4000 },
    );
    // Most bytes are in numbers and addresses, which may be any.
    expect(compared).toBeGreaterThan(1000);
  });

  it('changes with every number, address and type', () => {
    const key = fc.constantFrom(
      'type' as const,
      'chainId' as const,
      'nonce' as const,
      'prices' as const,
      'gasLimit' as const,
      'to' as const,
      'value' as const,
      'data' as const,
      'access' as const,
    );
    fc.assert(
      fc.property(readable, readable, key, token, language, (left, other, which, known, tag) => {
        const right = { ...left, [which]: other[which] };
        const [before, after] = [left, right].map(writeTransaction);
        if (before === undefined || after === undefined || Buffer.compare(before, after) === 0) return;
        expect(fieldsOf(left, known, tag).fields).not.toEqual(fieldsOf(right, known, tag).fields);
      }),
      { numRuns: 2000 },
    );
  });

  it('can be drawn, and no field is empty', () => {
    fc.assert(
      fc.property(readable, token, language, (written, known, tag) => {
        for (const { title, value } of fieldsOf(written, known, tag).fields) {
          expect(textWidth('bold', title)).toBeGreaterThan(0);
          expect(textWidth('small', value)).toBeGreaterThan(0);
          expect(textWidth('body', value)).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });
});
