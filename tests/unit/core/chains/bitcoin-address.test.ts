/** Bitcoin's addresses and extended keys: those that the BIPs and other wallets publish of the phrase "abandon … about". */
import { createBase58check } from '@scure/base';
import { HDKey } from '@scure/bip32';
import { mnemonicToSeedSync } from '@scure/bip39';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bitcoinAddress,
  taprootKey,
  type AddressKind,
} from '../../../../firmware-sim/core/chains/bitcoin-address.ts';
import {
  compressedKey,
  publicChild,
  readExtendedKey,
  writeExtendedKey,
} from '../../../../firmware-sim/core/chains/extended-key.ts';
import { secp256k1 } from '../../../../firmware-sim/core/chains/secp256k1.ts';
import { fromHex, toHex } from '../../../../src/protocol/bytes.ts';
import { sha256 } from '../../../fixtures/bitcoin/bitcoin-host.ts';

const base58check = createBase58check(sha256);

const master = HDKey.fromMasterSeed(mnemonicToSeedSync(`${'abandon '.repeat(11)}about`));

function publicAt(path: string) {
  const { publicKey, chainCode, depth, index, parentFingerprint, publicExtendedKey } = master.derive(path);
  if (publicKey === null || chainCode === null) return expect.fail('no such key');
  const parent = Buffer.alloc(4);
  parent.writeUInt32BE(parentFingerprint);
  return { key: publicKey, chainCode, depth, index, parent, publicExtendedKey };
}

/** The first account's, by kind and number. */
const published: readonly (readonly [AddressKind, string, string])[] = [
  ['pkh', "m/44'/0'/0'/0/0", '1LqBGSKuX5yYUonjxT5qGfpUsXKYYWeabA'],
  ['sh-wpkh', "m/49'/0'/0'/0/0", '37VucYSaXLCAsxYyAPfbSi9eh4iEcbShgf'],
  // BIP-84.
  ['wpkh', "m/84'/0'/0'/0/0", 'bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu'],
  ['wpkh', "m/84'/0'/0'/0/1", 'bc1qnjg0jd8228aq7egyzacy8cys3knf9xvrerkf9g'],
  ['wpkh', "m/84'/0'/0'/1/0", 'bc1q8c6fshw2dlwun7ekn9qwf37cu2rn755upcp6el'],
  // BIP-86.
  ['tr', "m/86'/0'/0'/0/0", 'bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr'],
  ['tr', "m/86'/0'/0'/0/1", 'bc1p4qhjn9zdvkux4e44uhx8tc55attvtyu358kutcqkudyccelu0was9fqzwh'],
  ['tr', "m/86'/0'/0'/1/0", 'bc1p3qkhfews2uk44qtvauqyr2ttdsw7svhkl9nkm9s9c3x4ax5h60wqwruhk7'],
];

describe('an address', () => {
  it.each(published)('is the published one: %s, %s', (kind, path, address) => {
    expect(bitcoinAddress(kind, publicAt(path).key)).toBe(address);
  });

  it('of Taproot pays to the key that BIP-86 tells', () => {
    expect(toHex(taprootKey(publicAt("m/86'/0'/0'/0/0").key))).toBe(
      'a60869f0dbcf1dc659c9cecbaf8050135ea9e8cdc487053f1dc6880949dc684c',
    );
  });

  it('of the script of BIP-49 is that of its hash', () => {
    // The key of the test vector, whose address on the main network begins with 3.
    const key = fromHex('03a1af804ac108a8a51782198c2d034b28bf90c8803f5a53f76276fa69a4eae77f');
    expect(bitcoinAddress('sh-wpkh', key)).toBe('36NvZTcMsMowbt78wPzJaHHWaNiyR73Y4g');
  });
});

describe('an extended key', () => {
  it('is the one of BIP-86', () => {
    expect(writeExtendedKey(publicAt("m/86'/0'/0'"))).toBe(
      'xpub6BgBgsespWvERF3LHQu6CnqdvfEvtMcQjYrcRzx53QJjSxarj2afYWcLteoGVky7D3UKDP9QyrLprQ3VCECoY49yfdDEHGCtMMj92pReUsQ',
    );
  });

  it('is written as another library writes it, and leads to the same children', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0x7fff_ffff), { maxLength: 3 }), fc.nat(0x7fff_ffff), (levels, index) => {
        const path = ["m/84'/0'/0'", ...levels].join('/');
        const { publicExtendedKey, ...key } = publicAt(path);
        expect(writeExtendedKey(key)).toBe(publicExtendedKey);
        const { key: child, chainCode } = publicAt(`${path}/${index}`);
        expect(publicChild(key, index)).toEqual({ key: child, chainCode });
      }),
      { numRuns: 20 },
    );
  });

  it('is read as it was written, and nothing of any other text', () => {
    const { publicExtendedKey: text, key, chainCode, ...rest } = publicAt("m/86'/0'/0'");
    expect(readExtendedKey(text)).toEqual({ key, chainCode: Uint8Array.from(chainCode) });
    const written = (other: Uint8Array): string => writeExtendedKey({ ...rest, chainCode, key: other });
    const long = secp256k1.fromBytes(key).toBytes(false);
    const none = Uint8Array.from([2, ...new Uint8Array(32).fill(0xff)]);
    const secret = master.derive("m/86'/0'/0'").privateExtendedKey ?? '';
    for (const other of ['', text.slice(0, -1), `${text}1`, text.replace(/.$/, '1'), secret])
      expect(readExtendedKey(other)).toBeUndefined();
    for (const other of [long, none, key.subarray(1), new Uint8Array(33)])
      expect(readExtendedKey(written(other))).toBeUndefined();
    // Of the test network: the same, but for the first bytes.
    const bytes = base58check.decode(text);
    bytes.set([0x04, 0x35, 0x87, 0xcf]);
    expect(readExtendedKey(base58check.encode(bytes))).toBeUndefined();
  });

  it('has the key of 33 bytes of one of 65', () => {
    for (const path of ['m/0', 'm/1', 'm/2', 'm/3']) {
      const { key } = publicAt(path);
      expect(compressedKey(secp256k1.fromBytes(key).toBytes(false))).toEqual(key);
    }
  });
});
