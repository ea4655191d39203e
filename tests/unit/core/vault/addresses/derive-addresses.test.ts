/** The first addresses of a seed: published ones, and a second implementation of every step. */
import { randomBytes } from 'node:crypto';
import { generateMnemonic, mnemonicToSeedSync } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it } from 'vitest';
import { deriveAddresses } from '../../../../../firmware-sim/core/vault/addresses/derive-addresses.ts';
import { toHex } from '../../../../../src/protocol/bytes.ts';
import { addressPaths } from '../../../../../src/protocol/address-paths.ts';
import { ethereumAddressOf, paysTo } from '../../../../fixtures/data/independent-addresses.ts';

const draw = (length: number): Uint8Array => new Uint8Array(randomBytes(length));

const published = [
  {
    mnemonic: `${'abandon '.repeat(11)}about`,
    // The first is in every wallet's tests; the second is BIP-84's own.
    ethereum: '0x9858EfFD232B4033E47d90003D41EC34EcaEda94',
    bitcoin: 'bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu',
  },
  {
    mnemonic: 'test test test test test test test test test test test junk',
    // Hardhat's and Foundry's first account.
    ethereum: '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266',
    bitcoin: undefined,
  },
  {
    // Speculos' default seed.
    mnemonic:
      'glory promote mansion idle axis finger extra february uncover one trip resource lawn turtle enact monster seven myth punch hobby comfort wild raise skin',
    ethereum: '0xDad77910DbDFdE764fC21FCD4E74D71bBACA6D8D',
    bitcoin: undefined,
  },
] as const;

describe('the addresses of a seed', () => {
  it.each(published)('are the published ones: $ethereum', ({ mnemonic, ethereum, bitcoin }) => {
    const made = deriveAddresses(mnemonicToSeedSync(mnemonic), draw);
    expect(made.ethereum).toBe(ethereum);
    if (bitcoin !== undefined) expect(made.bitcoin).toBe(bitcoin);
  });

  it('are those that another implementation derives', () => {
    for (let run = 0; run < 20; run += 1) {
      const seed = mnemonicToSeedSync(generateMnemonic(wordlist, run % 2 === 0 ? 128 : 256));
      const made = deriveAddresses(seed, draw);
      expect(made.ethereum).toBe(ethereumAddressOf(seed, addressPaths.ethereum));
      expect(paysTo(made.bitcoin, seed, addressPaths.bitcoin)).toBe(true);
    }
  });

  it('do not depend on what is drawn, which is never twice the same and is erased', () => {
    const seed = mnemonicToSeedSync(published[0].mnemonic);
    const before = toHex(seed);
    const drawn: Uint8Array[] = [];
    const contents = new Set<string>();
    const made = deriveAddresses(seed, (length) => {
      const bytes = draw(length);
      contents.add(toHex(bytes));
      drawn.push(bytes);
      return bytes;
    });
    expect(made.bitcoin).toBe(published[0].bitcoin);
    // Of each account its key, and the two steps to the address.
    expect(contents.size).toBe(6);
    expect(drawn.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
    // It stays the caller's.
    expect(toHex(seed)).toBe(before);
    expect(deriveAddresses(seed, (length) => new Uint8Array(length).fill(0xff))).toEqual(made);
  });
});
