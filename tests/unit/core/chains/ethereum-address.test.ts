/** Addresses as they're written, against EIP-55's own and another implementation. */
import { randomBytes } from 'node:crypto';
import { HDKey } from '@scure/bip32';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { describe, expect, it } from 'vitest';
import {
  ethereumAddressOfKey,
  withChecksumCase,
  writeEthereumAddress,
} from '../../../../firmware-sim/core/chains/ethereum-address.ts';
import { addressPaths } from '../../../../src/protocol/address-paths.ts';
import { fromHex } from '../../../../src/protocol/bytes.ts';
import { ethereumAddressOf } from '../../../fixtures/data/independent-addresses.ts';

describe('an address of Ethereum', () => {
  it.each([
    '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
    '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359',
    '0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB',
    '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb',
    '0x52908400098527886E0F7030069857D2E4169EE7',
    '0xde709f2102306220921060314715629080e2fb77',
  ])('has the case of EIP-55: %s', (address) => {
    expect(withChecksumCase(address.slice(2).toLowerCase())).toBe(address.slice(2));
    expect(writeEthereumAddress(fromHex(address.slice(2)))).toBe(address);
  });

  it('is that which another implementation gives a key', () => {
    for (let run = 0; run < 10; run += 1) {
      const seed = new Uint8Array(randomBytes(64));
      const { privateKey } = HDKey.fromMasterSeed(seed).derive(addressPaths.ethereum);
      const point = secp256k1.getPublicKey(privateKey ?? new Uint8Array(), false);
      expect(ethereumAddressOfKey(point)).toBe(ethereumAddressOf(seed, addressPaths.ethereum));
    }
  });
});
