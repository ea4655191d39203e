/** Descriptions of tokens: those that Ledger signed are taken, no other is. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVerifier } from '../../../../../firmware-sim/core/apps/ethereum/token-signature.ts';
import { createTokens } from '../../../../../firmware-sim/core/apps/ethereum/tokens.ts';
import { fromHex, toHex } from '../../../../../src/protocol/bytes.ts';
import {
  describeToken,
  signedByLedger,
  signToken,
  testMaker,
  type DescribedToken,
} from '../../../../fixtures/data/ledger-tokens/tokens.ts';

const contractOf = ({ address }: DescribedToken): Uint8Array => fromHex(address.slice(2));
const [usdt] = signedByLedger;
if (usdt === undefined) throw new Error('no token');

const mine: DescribedToken = { ticker: 'MINE', address: `0x${'ab'.repeat(20)}`, decimals: 3, chainId: 5 };

describe('a description of a token', () => {
  it.each(signedByLedger)('that Ledger signed is taken: $ticker on $chainId', (token) => {
    const tokens = createTokens();
    expect(tokens.describe(describeToken(token, fromHex(token.signature)))).toBe(0);
    const { ticker, decimals } = token;
    expect(tokens.find(BigInt(token.chainId), contractOf(token))).toMatchObject({ ticker, decimals });
    expect(tokens.find(BigInt(token.chainId) + 1n, contractOf(token))).toBeUndefined();
    expect(tokens.find(BigInt(token.chainId), contractOf(mine))).toBeUndefined();
  });

  it('is dropped when any of its bytes was changed', () => {
    const tokens = createTokens();
    const bytes = describeToken(usdt, fromHex(usdt.signature));
    for (let at = 0; at < bytes.length; at += 3) {
      tokens.describe(bytes.with(at, (bytes[at] ?? 0) ^ 1));
      expect(tokens.find(1n, contractOf(usdt))).toBeUndefined();
    }
  });

  it('is dropped when somebody else signed it', () => {
    const tokens = createTokens();
    expect(tokens.describe(signToken(mine))).toBe(0);
    expect(tokens.find(5n, contractOf(mine))).toBeUndefined();
  });

  it('is dropped when it can’t be shown, or is too short', () => {
    const tokens = createTokens(testMaker);
    const refused: readonly DescribedToken[] = [
      { ...mine, ticker: '' },
      { ...mine, ticker: 'TWO WORDS' },
      { ...mine, ticker: 'é' },
      { ...mine, ticker: 'A'.repeat(21) },
      { ...mine, decimals: 256 },
    ];
    for (const token of refused) tokens.describe(signToken(token));
    for (const bytes of [new Uint8Array(), Uint8Array.of(4, 1, 2), signToken(mine).subarray(0, 32)])
      tokens.describe(bytes);
    expect(tokens.find(5n, contractOf(mine))).toBeUndefined();
    tokens.describe(signToken(mine));
    expect(tokens.find(5n, contractOf(mine))).toMatchObject({ ticker: 'MINE', decimals: 3 });
  });

  it('takes the place of the fifth before it', () => {
    const tokens = createTokens(testMaker);
    const many = Array.from({ length: 6 }, (_, at) => ({ ...mine, chainId: at + 1 }));
    expect(many.map((token) => tokens.describe(signToken(token)))).toEqual([0, 1, 2, 3, 4, 0]);
    expect(many.map(({ chainId }) => tokens.find(BigInt(chainId), contractOf(mine)) !== undefined)).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
    ]);
    tokens.forget();
    expect(tokens.find(6n, contractOf(mine))).toBeUndefined();
    expect(tokens.describe(signToken(mine))).toBe(0);
  });

  it('comes from a package whose licence is beside it', () => {
    const folder = resolve(import.meta.dirname, '../../../../fixtures/data/ledger-tokens');
    expect(readFileSync(`${folder}/LICENSE.txt`, 'utf8')).toContain('Ledger');
  });
});

describe('a signature', () => {
  const secretKey = new Uint8Array(32).fill(7);
  const point = toHex(secp256k1.getPublicKey(secretKey, false));
  const verify = createVerifier(point);
  const message = new Uint8Array(40).fill(3);
  const sign = (bytes: Uint8Array): Uint8Array =>
    secp256k1.sign(bytes, secretKey, { format: 'der', lowS: false });

  it('is good for its message alone', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 80 }), (bytes) => {
        const signature = sign(bytes);
        expect(verify(bytes, signature)).toBe(true);
        expect(verify(bytes.with(0, (bytes[0] ?? 0) ^ 1), signature)).toBe(false);
      }),
      { numRuns: 20 },
    );
  });

  it('is taken or refused as another implementation does', () => {
    const good = sign(message);
    const isGood = (bytes: Uint8Array): boolean => {
      try {
        return secp256k1.verify(bytes, message, fromHex(point), { format: 'der', lowS: false });
      } catch {
        return false;
      }
    };
    for (let at = 0; at < good.length; at += 1) {
      const changed = good.with(at, (good[at] ?? 0) ^ (at % 2 === 0 ? 0x80 : 1));
      expect([at, verify(message, changed)]).toEqual([at, isGood(changed)]);
    }
  });

  it.each([
    ['nothing', ''],
    ['zeros', '3006020100020100'],
    ['a zero too many', '3007020200010201ff'],
    ['a zero in front that says nothing', '300702020001020101'],
    ['a number below zero', '3006020181020101'],
    ['another tag', '3106020101020101'],
    ['another tag of a number', '3006030101020101'],
    ['no second number', '3003020101'],
    ['a number without bytes', '30050200020101'],
    ['a number that ends too soon', '3006020101020501'],
    ['something after it', '300702010102010100'],
    [
      'the order of the curve',
      `3026022100fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141020101`,
    ],
    ['numbers that somebody made up', '3006020101020101'],
  ])('is refused for %s', (_, der) => {
    expect(verify(message, fromHex(der))).toBe(false);
  });
});
