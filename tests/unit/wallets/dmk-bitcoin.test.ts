/** Ledger's Device Management Kit and its Bitcoin signer, unmodified, with the real firmware. */
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { HDKey } from '@scure/bip32';
import { mnemonicToSeedSync } from '@scure/bip39';
import { payments } from 'bitcoinjs-lib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { finishByBitcoinJs } from '../../fixtures/bitcoin/finished.ts';
import { addressKinds, psbtFile, walletOfSeed, writePlan } from '../../fixtures/bitcoin/psbt-maps.ts';
import type { EthereumDevice } from '../../fixtures/wallets/ethereum-device.ts';
import { examplePhrase } from '../../fixtures/wallets/examples.ts';
import { openFirmwareDevice } from '../../fixtures/wallets/firmware-device.ts';
import { goOffline, type Offline } from '../../fixtures/wallets/offline.ts';
import {
  DefaultDescriptorTemplate,
  DefaultWallet,
  openDmkBitcoin,
  type DmkBitcoin,
} from '../../kit/wallets/dmk-bitcoin.ts';
import { dmkInProcess } from '../../kit/wallets/dmk-in-process.ts';
import { outcomeOf } from '../../kit/wallets/dmk-signer.ts';

const seed = mnemonicToSeedSync(examplePhrase);
const master = HDKey.fromMasterSeed(seed);
const keyAt = (path: string): HDKey => master.derive(`m/${path}`);

const dmkAccounts = {
  pkh: ["44'/0'/0'", DefaultDescriptorTemplate.LEGACY],
  'sh-wpkh': ["49'/0'/0'", DefaultDescriptorTemplate.NESTED_SEGWIT],
  wpkh: ["84'/0'/0'", DefaultDescriptorTemplate.NATIVE_SEGWIT],
  tr: ["86'/0'/0'", DefaultDescriptorTemplate.TAPROOT],
} as const;

let offline: Offline;
beforeAll(() => {
  offline = goOffline();
});
afterEach(() => expect(offline.tried()).toEqual([]));
afterAll(() => offline.restore());

let device: EthereumDevice;
let kit: DmkBitcoin;
beforeEach(async () => {
  device = await openFirmwareDevice('home');
  kit = await openDmkBitcoin(dmkInProcess(device.exchange));
});
afterEach(async () => {
  await kit.close();
  await device.close();
});

describe('the kit’s Bitcoin signer', () => {
  it('opens the app and gets fingerprint and extended key, once allowed', async () => {
    const { signer } = kit;
    const { masterFingerprint } = await device.person.accepting(() =>
      outcomeOf(signer.getMasterFingerprint()),
    );
    expect(Buffer.from(masterFingerprint).toString('hex')).toBe('f5acc2fd');
    const { extendedPublicKey } = await outcomeOf(signer.getExtendedPublicKey("84'/0'/0'"));
    expect(extendedPublicKey).toBe(keyAt("84'/0'/0'").publicExtendedKey);
    expect(device.person.asked()).toBe(1);
  });

  it('has an address compared on the glass', async () => {
    const wallet = new DefaultWallet("84'/0'/0'", DefaultDescriptorTemplate.NATIVE_SEGWIT);
    const { address } = await device.person.accepting(() =>
      outcomeOf(kit.signer.getWalletAddress(wallet, 0, { checkOnDevice: true })),
    );
    const pubkey = Buffer.from(keyAt("84'/0'/0'/0/0").publicKey ?? []);
    expect(address).toBe(payments.p2wpkh({ pubkey }).address);
    expect(device.person.asked()).toBe(2);
  });

  it('has a message signed, and none after a no', async () => {
    const path = "84'/0'/0'/0/0";
    const { signer } = kit;
    const { r, s, v } = await device.person.accepting(() => outcomeOf(signer.signMessage(path, 'Hello')));
    const digest = Buffer.from('\x18Bitcoin Signed Message:\n\x05Hello');
    const [recovery = 0, ...rest] = secp256k1.sign(
      sha256(sha256(digest)),
      keyAt(path).privateKey ?? new Uint8Array(),
      { prehash: false, format: 'recovered' },
    );
    // Byte for byte as another library signs with the key that it derives (RFC 6979).
    expect(`${v} ${r} ${s}`).toBe(
      `${31 + recovery} 0x${Buffer.from(rest.slice(0, 32)).toString('hex')} 0x${Buffer.from(rest.slice(32)).toString('hex')}`,
    );
    await expect(
      device.person.refusing(() => outcomeOf(signer.signMessage(path, 'Hello'))),
    ).rejects.toMatchObject({ cause: { errorCode: '6985' } });
  });

  it.each(addressKinds)('has a transaction of %s signed, and none after a no', async (kind) => {
    const { psbt, transaction } = writePlan(
      {
        kind,
        coins: [
          { place: [0, 3], amount: 70_000n },
          { place: [1, 9], amount: 40_000n },
        ],
        outputs: [
          { amount: 60_000n, to: Buffer.from(`0014${'ab'.repeat(20)}`, 'hex') },
          { amount: 45_000n, to: [1, 4] },
        ],
      },
      walletOfSeed(seed),
    );
    const [path, template] = dmkAccounts[kind];
    const account = new DefaultWallet(path, template);
    const call = () => outcomeOf(kit.signer.signPsbt(account, psbtFile(psbt).toString('base64')));
    const given = await device.person.accepting(call);
    const signed = given.flatMap((each) =>
      'pubkey' in each
        ? [
            [
              each.inputIndex,
              { pubkey: Buffer.from(each.pubkey), signature: Buffer.from(each.signature) },
            ] as const,
          ]
        : [],
    );
    expect(finishByBitcoinJs(psbt, transaction, signed).ins).toHaveLength(2);
    await expect(device.person.refusing(call)).rejects.toMatchObject({ cause: { errorCode: '6985' } });
  });
});
