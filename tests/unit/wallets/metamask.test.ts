/** MetaMask's keyring for a Ledger, unmodified: its own code checks every signature against the address before it gives it out. */
import { Common } from '@ethereumjs/common';
import { TransactionFactory, type TypedTransaction } from '@ethereumjs/tx';
import { SignTypedDataVersion } from '@metamask/eth-sig-util';
import { HDNodeWallet } from 'ethers';
import { bytesToHex, isAddress, isHex, stringToHex } from 'viem';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openEthereumDevice, withEthereumDevice } from '../../fixtures/wallets/ethereum-device.ts';
import {
  examplePhrase,
  messages,
  softWallet,
  tokenTransfer,
  transfers,
  typedDataRequest,
  type TransactionExample,
} from '../../fixtures/wallets/examples.ts';
import { goOffline, type Offline } from '../../fixtures/wallets/offline.ts';
import {
  expectSignedMessage,
  expectSignedTransaction,
  expectSignedTypedData,
} from '../../fixtures/wallets/signed-by-phrase.ts';
import { openInProcess } from '../../kit/wallets/in-process-link.ts';
import { openMetaMask, type MetaMask } from '../../kit/wallets/metamask-keyring.ts';

let offline: Offline;
beforeAll(() => {
  offline = goOffline();
});
afterEach(() => expect(offline.tried()).toEqual([]));
afterAll(() => offline.restore());

const ledgerLivePath = "m/44'/60'/0'/0/0";
const ledgerLegacyPath = "m/44'/60'/0'";
const address = ((text: string) => {
  if (!isAddress(text)) throw new Error('no address');
  return text;
})(softWallet.address);

const addressAt = (path: string): string => HDNodeWallet.fromPhrase(examplePhrase, '', path).address;

/** A transaction as MetaMask's controller makes it. */
function controllerTransaction({ transaction }: TransactionExample): TypedTransaction {
  const { chainId, data, accessList: _list, ...fields } = transaction;
  const common = Common.custom({ chainId }, { hardfork: 'london', eips: [2718, 2930, 1559] });
  const numbers = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'number' ? BigInt(value) : value]),
  );
  return TransactionFactory.fromTxData(
    { ...numbers, type: transaction.type, chainId: BigInt(chainId), data: isHex(data) ? data : '0x' },
    { common },
  );
}

/**
 * What MetaMask looks up by itself, and does without when it can't: its bridge has no switch for that. The device is host-blind; the
 * wallet's host isn't made discreet by it.
 */
const lookUpsOfCalls = ['cdn.live.ledger.com'];
const lookUpsOfTypedData = ['cdn.live.ledger.com', 'crypto-assets-service.api.ledger.com'];

function expectTried(...hosts: readonly string[]): void {
  expect([...new Set(offline.tried())].toSorted()).toEqual(hosts);
}

const plainTransfer = elementOf(transfers, 'fee market');

function elementOf(examples: readonly TransactionExample[], wanted: string): TransactionExample {
  const found = examples.find(({ name }) => name === wanted);
  if (found === undefined) throw new Error(`no example is called ${wanted}`);
  return found;
}

type WithMetaMask = MetaMask & { readonly asked: () => number };

/** A keyring with its first account, which the person has allowed. */
async function withFirstAccount(
  answer: 'accepting' | 'refusing',
  use: (wallet: WithMetaMask) => Promise<void>,
): Promise<void> {
  await withEthereumDevice('in process', async ({ transport, person }) => {
    const wallet = await openMetaMask(transport);
    wallet.keyring.setHdPath(ledgerLivePath);
    const accounts = await person.accepting(() => wallet.keyring.addAccounts(1));
    expect(accounts).toEqual([softWallet.address]);
    expect(person.asked()).toBe(1);
    await person[answer](() => use({ ...wallet, asked: () => person.asked() }));
  });
}

describe('MetaMask’s keyring', () => {
  it('shows the first page of accounts along Ledger Live’s path, for one yes', async () => {
    await withEthereumDevice('in process', async ({ transport, person }) => {
      const { keyring } = await openMetaMask(transport);
      keyring.setHdPath(ledgerLivePath);
      const page = await person.accepting(() => keyring.getFirstPage());
      expect(page.map((entry) => entry.address)).toEqual(
        [0, 1, 2, 3, 4].map((index) => addressAt(`m/44'/60'/${index}'/0/0`)),
      );
      expect(person.asked()).toBe(1);
    });
  });

  it('derives the accounts of its default path from one key and chain code', async () => {
    await withEthereumDevice('in process', async ({ transport, person }) => {
      const { keyring } = await openMetaMask(transport);
      keyring.setHdPath(ledgerLegacyPath);
      const page = await person.accepting(() => keyring.getFirstPage());
      expect(page.map((entry) => entry.address)).toEqual(
        [0, 1, 2, 3, 4].map((index) => addressAt(`${ledgerLegacyPath}/${index}`)),
      );
      expect(person.asked()).toBe(1);
    });
  });

  it('opens and closes the app, and reads its name', async () => {
    const device = await openEthereumDevice('home');
    const { bridge } = await openMetaMask(openInProcess(device.exchange).transport);
    expect(await bridge.getAppNameAndVersion()).not.toMatchObject({ appName: 'Ethereum' });
    await device.person.accepting(() => bridge.openEthApp());
    expect(await bridge.getAppNameAndVersion()).toEqual({ appName: 'Ethereum', version: '1.14.0' });
    await bridge.closeApps();
    expect(await bridge.getAppNameAndVersion()).not.toMatchObject({ appName: 'Ethereum' });
    await device.close();
  });

  it.each(messages)('signs a message: $name', async ({ text }) => {
    await withFirstAccount('accepting', async ({ keyring }) => {
      await expectSignedMessage(await keyring.signPersonalMessage(address, stringToHex(text)), text);
    });
  });

  it.each(transfers)('signs a transaction: $name', async (example) => {
    await withFirstAccount('accepting', async ({ keyring }) => {
      const signed = await keyring.signTransaction(address, controllerTransaction(example));
      await expectSignedTransaction(bytesToHex(Uint8Array.from(signed.serialize())), example);
    });
  });

  it('signs a token transfer, described from what its package holds', async () => {
    await withFirstAccount('accepting', async ({ keyring }) => {
      const signed = await keyring.signTransaction(address, controllerTransaction(tokenTransfer));
      await expectSignedTransaction(bytesToHex(Uint8Array.from(signed.serialize())), tokenTransfer);
    });
    expectTried(...lookUpsOfCalls);
  });

  it('signs typed data, version 4', async () => {
    await withFirstAccount('accepting', async ({ keyring }) => {
      const signature = await keyring.signTypedData(address, typedDataRequest, {
        version: SignTypedDataVersion.V4,
      });
      await expectSignedTypedData(signature);
    });
    expectTried(...lookUpsOfTypedData);
  });

  it('passes a refusal on, and does not ask again', async () => {
    await withFirstAccount('refusing', async ({ keyring, asked }) => {
      const calls: (() => Promise<unknown>)[] = [
        () => keyring.signPersonalMessage(address, stringToHex('Hello')),
        () => keyring.signTransaction(address, controllerTransaction(plainTransfer)),
        () => keyring.signTypedData(address, typedDataRequest, { version: SignTypedDataVersion.V4 }),
      ];
      for (const call of calls) {
        await expect(call()).rejects.toThrow();
        expect(asked()).toBe(1);
      }
    });
    expectTried(...lookUpsOfTypedData);
  });
});
