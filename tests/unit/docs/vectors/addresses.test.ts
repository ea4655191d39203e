/** The published addresses against code that shares nothing with ours. */
import { describe, expect, it } from 'vitest';
import addresses from '../../../../docs/vectors/addresses.json' with { type: 'json' };
import wallets from '../../../../docs/vectors/wallet-ids.json' with { type: 'json' };
import { keccak } from '../../../reference-device/addresses.mjs';
import { ethereumAddressOf, paysTo } from '../../../fixtures/data/independent-addresses.ts';
import { seedOfPhrase } from '../../../fixtures/data/independent-phrase.ts';

describe('docs/vectors/addresses.json', () => {
  it('is checked with a Keccak that gives what Ethereum says of nothing', () => {
    expect(keccak(new Uint8Array()).toString('hex')).toBe(
      'c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470',
    );
  });

  it.each(addresses.vectors)('$ethereum', ({ phrase, ethereum, bitcoin }) => {
    const seed = seedOfPhrase(phrase);
    expect(ethereumAddressOf(seed, addresses.paths.ethereum)).toBe(ethereum);
    expect(paysTo(bitcoin, seed, addresses.paths.bitcoin)).toBe(true);
    expect(bitcoin).toMatch(/^bc1q[a-z0-9]{38}$/);
  });

  it('has the phrases of the wallet IDs', () => {
    expect(addresses.vectors.map(({ entropy }) => entropy)).toEqual(
      wallets.vectors.map(({ entropy }) => entropy),
    );
  });
});
