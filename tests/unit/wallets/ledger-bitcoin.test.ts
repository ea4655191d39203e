/** Ledger's Bitcoin library, unmodified, with the real firmware: what it gets is what other libraries make of the same phrase. */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { HDKey } from '@scure/bip32';
import { mnemonicToSeedSync } from '@scure/bip39';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFirmwareDevice } from '../../fixtures/wallets/firmware-device.ts';
import type { EthereumDevice } from '../../fixtures/wallets/ethereum-device.ts';
import { examplePhrase } from '../../fixtures/wallets/examples.ts';
import { openInProcess } from '../../kit/wallets/in-process-link.ts';
import { openBitcoin, DefaultWalletPolicy, WalletPolicy } from '../../kit/wallets/ledger-bitcoin.ts';

const master = HDKey.fromMasterSeed(mnemonicToSeedSync(examplePhrase));
const fingerprint = 'f5acc2fd';

const extendedKeyAt = (path: string): string => master.derive(`m/${path}`).publicExtendedKey;

let device: EthereumDevice;
let client: Awaited<ReturnType<typeof openBitcoin>>;

beforeEach(async () => {
  device = await openFirmwareDevice('home');
  client = await openBitcoin(openInProcess(device.exchange).transport);
});
afterEach(() => device.close());

/** An account of the example's wallet, as a policy has it. */
const keyAt = (path: string): string => `[${fingerprint}/${path}]${extendedKeyAt(path)}`;

const accounts = [
  { template: 'pkh(@0/**)', path: "44'/0'/0'" },
  { template: 'sh(wpkh(@0/**))', path: "49'/0'/0'" },
  { template: 'wpkh(@0/**)', path: "84'/0'/0'" },
  { template: 'tr(@0/**)', path: "86'/0'/1'" },
] as const;

const declined = { statusCode: 0x6985 };

describe('ledger-bitcoin', () => {
  it('finds the app by its name', async () => {
    expect(await client.getAppAndVersion()).toMatchObject({ name: 'Bitcoin', version: '2.4.6' });
    expect(device.person.asked()).toBe(0);
  });

  it('gets the fingerprint and extended keys once the person has allowed it', async () => {
    const given = await device.person.accepting(() => client.getMasterFingerprint());
    expect(given).toBe(fingerprint);
    expect(device.person.asked()).toBe(1);
    for (const path of ["44'/0'/0'", "49'/0'/5'", "84'/0'/0'", "84'/0'/0'/1", "86'/0'/0'/0/17"])
      expect(await client.getExtendedPubkey(path)).toBe(extendedKeyAt(path));
    expect(device.person.asked()).toBe(0);
  });

  it('gets no key that a person doesn’t allow, and none at another path', async () => {
    await expect(device.person.refusing(() => client.getExtendedPubkey("84'/0'/0'"))).rejects.toMatchObject(
      declined,
    );
    for (const path of ["84'/1'/0'", "48'/0'/0'/2'", "44'/60'/0'", "84'/0'", "84'/0'/0'/2", ''])
      await expect(client.getExtendedPubkey(path)).rejects.toMatchObject({ statusCode: 0x6a82 });
  });

  it('has an extended key compared', async () => {
    const given = await device.person.accepting(() => client.getExtendedPubkey("84'/0'/0'", true));
    expect(given).toBe(extendedKeyAt("84'/0'/0'"));
    await expect(
      device.person.accepting(() => client.getExtendedPubkey("48'/0'/0'/2'", true)),
    ).rejects.toMatchObject(declined);
  });

  // The library derives each address by itself and compares, but for Taproot's.
  it.each(accounts)('gets addresses of $template', async ({ template, path }) => {
    const policy = new DefaultWalletPolicy(template, keyAt(path));
    const silent = await device.person.accepting(() => client.getWalletAddress(policy, null, 0, 3, false));
    const shown = await device.person.accepting(() => client.getWalletAddress(policy, null, 0, 3, true));
    expect(shown).toBe(silent);
    const change = await client.getWalletAddress(policy, null, 1, 0, false);
    expect(change).not.toBe(silent);
    expect(device.person.asked()).toBe(2);
    await expect(
      device.person.refusing(() => client.getWalletAddress(policy, null, 0, 3, true)),
    ).rejects.toMatchObject(declined);
  });

  it('gets no address of a key that is another wallet’s', async () => {
    const other = HDKey.fromMasterSeed(new Uint8Array(64).fill(1)).derive("m/84'/0'/0'").publicExtendedKey;
    const keys = [
      `[${fingerprint}/84'/0'/0']${other}`,
      keyAt("84'/0'/0'").replace(fingerprint, '00000000'),
      keyAt("84'/0'/1'").replace("/1'", "/0'"),
    ];
    for (const key of keys)
      for (const display of [true, false]) {
        const policy = new DefaultWalletPolicy('wpkh(@0/**)', key);
        await expect(
          device.person.accepting(() => client.getWalletAddress(policy, null, 0, 0, display)),
        ).rejects.toMatchObject(declined);
      }
  });

  it('gets no address of other kinds of wallets, and registers none', async () => {
    const own = keyAt("84'/0'/0'");
    const policies = [
      new WalletPolicy('', 'wsh(sortedmulti(1,@0/**,@1/**))', [own, keyAt("84'/0'/1'")]),
      new WalletPolicy('', 'wsh(pk(@0/**))', [own]),
      new WalletPolicy('', 'wpkh(@0/**)', [keyAt("44'/0'/0'")]),
      new WalletPolicy('', 'wpkh(@0/**)', [own.replace(`[${fingerprint}/84'/0'/0']`, '')]),
      new WalletPolicy('Named', 'wpkh(@0/**)', [own]),
    ];
    for (const policy of policies) {
      await expect(
        device.person.accepting(() => client.getWalletAddress(policy, null, 0, 0, true)),
      ).rejects.toMatchObject(declined);
      expect(device.person.asked()).toBe(1);
    }
    const [named] = policies.slice(-1);
    if (named === undefined) return expect.fail();
    await expect(device.person.accepting(() => client.registerWallet(named))).rejects.toMatchObject(declined);
    await expect(
      device.person.accepting(() => client.getWalletAddress(named, Buffer.alloc(32, 1), 0, 0, true)),
    ).rejects.toMatchObject(declined);
  });

  it.each([
    ['short', 'Hello'],
    ['of one piece', 'a'.repeat(64)],
    ['of three pieces', 'Sign in to example.org.\n'.repeat(7)],
    ['of seven pieces', 'b'.repeat(400)],
    ['as long as can be', 'c'.repeat(4096)],
    ['without a letter', ''],
  ])('has a message signed: %s', async (_, text) => {
    const path = "84'/0'/0'/0/5";
    const message = Buffer.from(text);
    const signed = await device.person.accepting(() => client.signMessage(message, path));
    const bytes = Buffer.from(signed, 'base64');
    expect(bytes).toHaveLength(65);
    expectSigned(bytes, message, path);
  });

  it('gets no message signed after a no, of too many bytes, or by another key', async () => {
    const path = "84'/0'/0'/0/5";
    await expect(
      device.person.refusing(() => client.signMessage(Buffer.from('Hello'), path)),
    ).rejects.toMatchObject(declined);
    expect(device.person.asked()).toBe(1);
    for (const [message, at] of [
      [Buffer.alloc(4097, 'c'), path],
      [Buffer.from('Hello'), "84'/0'/0'"],
      [Buffer.from('Hello'), "44'/60'/0'/0/0"],
    ] as const) {
      await expect(device.person.accepting(() => client.signMessage(message, at))).rejects.toMatchObject(
        declined,
      );
      expect(device.person.asked()).toBe(1);
    }
  });
});

/** By OpenSSL, and byte for byte as another library signs it with the key that it derives (RFC 6979). */
function expectSigned(bytes: Buffer, message: Buffer, path: string): void {
  const { publicKey, privateKey } = master.derive(`m/${path}`);
  const { length } = message;
  const size = length < 253 ? Buffer.of(length) : Buffer.of(253, length & 255, length >> 8);
  const signed = Buffer.concat([Buffer.from('\x18Bitcoin Signed Message:\n'), size, message]);
  const once = createHash('sha256').update(signed).digest();
  const info = Buffer.from('3036301006072a8648ce3d020106052b8104000a032200', 'hex');
  const key = createPublicKey({
    key: Buffer.concat([info, publicKey ?? new Uint8Array()]),
    format: 'der',
    type: 'spki',
  });
  expect(verify('sha256', once, { key, dsaEncoding: 'ieee-p1363' }, bytes.subarray(1))).toBe(true);
  const twice = createHash('sha256').update(once).digest();
  const [recovery = 0, ...rest] = secp256k1.sign(twice, privateKey ?? new Uint8Array(), {
    prehash: false,
    format: 'recovered',
  });
  expect([...bytes]).toEqual([31 + recovery, ...rest]);
}
