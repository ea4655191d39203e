/**
 * Ledger's Bitcoin library, unmodified, has the real firmware sign transactions: each signature is checked by another library against what
 * a third one says is signed, and the whole transaction is put together.
 */
import { schnorr, secp256k1 } from '@noble/curves/secp256k1.js';
import { HDKey } from '@scure/bip32';
import { mnemonicToSeedSync } from '@scure/bip39';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bitcoinInEnglish } from '../../../src/text/en/apps/bitcoin.ts';
import { toHex } from '../../../src/protocol/bytes.ts';
import { digestByBitcoinJs, unsignedByBitcoinJs } from '../../fixtures/bitcoin/bitcoinjs.ts';
import {
  addressKinds,
  policyOf,
  psbtFile,
  u32,
  walletOfSeed,
  withFirst,
  without,
  withValue,
  writePlan,
  type Plan,
  type RawPsbt,
} from '../../fixtures/bitcoin/psbt-maps.ts';
import { finishByBitcoinJs } from '../../fixtures/bitcoin/finished.ts';
import { tweakedKey } from '../../fixtures/data/independent-taproot.ts';
import { pathText } from '../../fixtures/signing/signing-requests.ts';
import type { EthereumDevice } from '../../fixtures/wallets/ethereum-device.ts';
import { examplePhrase } from '../../fixtures/wallets/examples.ts';
import { openFirmwareDevice } from '../../fixtures/wallets/firmware-device.ts';
import { openInProcess } from '../../kit/wallets/in-process-link.ts';
import { openBitcoin, WalletPolicy } from '../../kit/wallets/ledger-bitcoin.ts';

const seed = mnemonicToSeedSync(examplePhrase);
const master = HDKey.fromMasterSeed(seed);
const wallet = walletOfSeed(seed);
const somebody = Buffer.from(`5120${'ab'.repeat(32)}`, 'hex');

const planOf = (kind: Plan['kind']): Plan => ({
  kind,
  locktime: 800_000,
  coins: [
    { place: [0, 3], amount: 70_000n, vout: 1 },
    { place: [1, 9], amount: 40_000n, hasWitness: true },
  ],
  outputs: [
    { amount: 60_000n, to: somebody },
    { amount: 45_000n, to: [1, 4] },
  ],
});

let device: EthereumDevice;
let client: Awaited<ReturnType<typeof openBitcoin>>;

beforeEach(async () => {
  device = await openFirmwareDevice('home');
  client = await openBitcoin(openInProcess(device.exchange).transport);
});
afterEach(() => device.close());

type Signed = Awaited<ReturnType<typeof client.signPsbt>>;

async function sign(psbt: RawPsbt, kind: Plan['kind'], answer: 'yes' | 'no' = 'yes'): Promise<Signed> {
  const { template, keys } = policyOf(kind, wallet);
  const policy = new WalletPolicy('', template, keys);
  const call = () => client.signPsbt(psbtFile(psbt), policy, null);
  return answer === 'yes' ? device.person.accepting(call) : device.person.refusing(call);
}

const declined = { statusCode: 0x6985 };
const malformed = { statusCode: 0x6a80 };

describe('ledger-bitcoin has a transaction signed', () => {
  it.each(addressKinds)('of a wallet of %s, with a signature for each coin', async (kind) => {
    const { psbt, transaction } = writePlan(planOf(kind), wallet);
    const signed = await sign(psbt, kind);
    expect(device.person.asked()).toBe(1);
    expect(signed.map(([at]) => at)).toEqual([0, 1]);
    for (const [at, { pubkey, signature }] of signed) {
      const coin = transaction.coins[at];
      const digest = digestByBitcoinJs(transaction, at);
      const { privateKey } = master.derive(pathText(coin?.path ?? []));
      const key = privateKey ?? new Uint8Array();
      if (kind === 'tr') {
        // The key that the output pays to.
        expect(toHex(pubkey)).toBe(toHex(coin?.script.subarray(2) ?? new Uint8Array()));
        expect(toHex(signature)).toBe(toHex(schnorr.sign(digest, tweakedKey(key), new Uint8Array(32))));
        expect(schnorr.verify(signature, digest, pubkey)).toBe(true);
        continue;
      }
      expect(toHex(pubkey)).toBe(toHex(coin?.key ?? new Uint8Array()));
      expect(signature.at(-1)).toBe(1);
      const der = secp256k1.sign(digest, key, { prehash: false, format: 'der' });
      expect(toHex(signature.subarray(0, -1))).toBe(toHex(der));
    }
  });

  it.each(addressKinds)('of a wallet of %s, and gets one that can be sent', async (kind) => {
    const { psbt, transaction } = writePlan(planOf(kind), wallet);
    const signed = await sign(psbt, kind);
    const finished = finishByBitcoinJs(psbt, transaction, signed);
    const isBare = kind === 'wpkh' || kind === 'tr';
    expect(finished.getId() === unsignedByBitcoinJs(transaction).getId()).toBe(isBare);
    expect(finished.outs.map(({ value }) => value)).toEqual([60_000, 45_000]);
  });

  it('of Taproot with ALL said, whose signatures say so too', async () => {
    const plan = planOf('tr');
    const coins = plan.coins.map((coin) => ({ ...coin, sighash: 1 as const }));
    const { psbt, transaction } = writePlan({ ...plan, coins }, wallet);
    const signed = await sign(psbt, 'tr');
    for (const [at, { pubkey, signature }] of signed) {
      expect([signature.length, signature.at(-1)]).toEqual([65, 1]);
      const digest = digestByBitcoinJs(transaction, at);
      expect(schnorr.verify(signature.subarray(0, -1), digest, pubkey)).toBe(true);
    }
  });

  it('of many coins', async () => {
    const coins = Array.from({ length: 20 }, (_, at) => ({
      place: [0, at] as const,
      amount: 1_000n + BigInt(at),
    }));
    const outputs = [{ amount: 20_000n, to: somebody }];
    const { psbt, transaction } = writePlan({ kind: 'wpkh', coins, outputs }, wallet);
    const signed = await sign(psbt, 'wpkh');
    expect(signed.map(([at]) => at)).toEqual(coins.map((_, at) => at));
    expect(finishByBitcoinJs(psbt, transaction, signed).ins).toHaveLength(20);
  });
});

const { reasons } = bitcoinInEnglish;

describe('ledger-bitcoin gets no transaction signed', () => {
  it.each(addressKinds)('of a wallet of %s after a no', async (kind) => {
    const { psbt } = writePlan(planOf(kind), wallet);
    await expect(sign(psbt, kind, 'no')).rejects.toMatchObject(declined);
    expect(device.person.asked()).toBe(1);
    // And nothing is left that could be fetched.
    await expect(client.transport.send(0xf8, 0x01, 0, 0)).rejects.toMatchObject({ statusCode: 0xb007 });
  });

  it('of a wallet that isn’t this one’s', async () => {
    const other = walletOfSeed(new Uint8Array(64).fill(9));
    const { psbt } = writePlan(planOf('wpkh'), other);
    const { template, keys } = policyOf('wpkh', other);
    const claimed = keys.map((key) =>
      key.replace(other.fingerprint.toString('hex'), wallet.fingerprint.toString('hex')),
    );
    const claim = psbt.inputs.map((map) =>
      map.map(
        ([key, value]) =>
          [key, key[0] === 0x06 ? Buffer.concat([wallet.fingerprint, value.subarray(4)]) : value] as const,
      ),
    );
    const policies = [new WalletPolicy('', template, keys), new WalletPolicy('', template, claimed)];
    const files = [psbtFile(psbt), psbtFile({ ...psbt, inputs: claim })];
    for (const [at, policy] of policies.entries()) {
      const call = () => client.signPsbt(files[at] ?? Buffer.alloc(0), policy, null);
      await expect(device.person.accepting(call)).rejects.toMatchObject(declined);
      expect(device.person.asked()).toBe(1);
    }
  });

  const refused: readonly (readonly [keyof typeof reasons, (psbt: RawPsbt) => RawPsbt])[] = [
    ['previous', (psbt) => withFirst(psbt, 'inputs', (map) => without(map, '00'))],
    ['sighash', (psbt) => withFirst(psbt, 'inputs', (map) => withValue(map, '03', u32(0x83)))],
    ['foreignCoin', (psbt) => withFirst(psbt, 'inputs', (map) => without(map, '06'))],
    ['locktime', (psbt) => withFirst(psbt, 'inputs', (map) => withValue(map, '10', u32(5)))],
    ['output', (psbt) => withFirst(psbt, 'outputs', (map) => withValue(map, '04', Buffer.of(0x51)))],
  ];

  it.each(refused)('that it says no to, with a reason: %s', async (_, bend) => {
    const { psbt } = writePlan(planOf('wpkh'), wallet);
    await expect(sign(bend(psbt), 'wpkh')).rejects.toMatchObject(declined);
    expect(device.person.asked()).toBe(1);
  });

  it('that is no transaction', async () => {
    const { psbt } = writePlan(planOf('wpkh'), wallet);
    const bent = withFirst(psbt, 'inputs', (map) => without(map, '0e'));
    await expect(sign(bent, 'wpkh')).rejects.toMatchObject(malformed);
    expect(device.person.asked()).toBe(0);
  });
});
