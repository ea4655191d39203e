/** Ledger's Ethereum library, unmodified and offline, over each link that reaches a device. */
import { HDNodeWallet } from 'ethers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { joinSignature, openEth } from '../../kit/wallets/hw-app-eth.ts';
import { linkKinds, withEthereumDevice } from '../../fixtures/wallets/ethereum-device.ts';
import {
  examplePhrase,
  firstPath,
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
  unsignedHex,
  withSignature,
} from '../../fixtures/wallets/signed-by-phrase.ts';

let offline: Offline;
beforeAll(() => {
  offline = goOffline();
});
afterEach(() => expect(offline.tried()).toEqual([]));
afterAll(() => offline.restore());

const hexOf = (text: string): string => Buffer.from(text, 'utf8').toString('hex');

describe.each(linkKinds)('hw-app-eth, %s', (kind) => {
  it('reads the configuration: blind signing said to be allowed', async () => {
    await withEthereumDevice(kind, async ({ transport, person }) => {
      const { arbitraryDataEnabled, version } = await openEth(transport).getAppConfiguration();
      expect({ arbitraryDataEnabled, version }).toEqual({ arbitraryDataEnabled: 1, version: '1.14.0' });
      expect(person.asked()).toBe(0);
    });
  });

  it('gets addresses and chain codes once the person has allowed it', async () => {
    await withEthereumDevice(kind, async ({ transport, person }) => {
      const eth = openEth(transport);
      const silent = await person.accepting(() => eth.getAddress(firstPath));
      expect(silent.address).toBe(softWallet.address);
      expect(silent.publicKey).toBe(softWallet.signingKey.publicKey.slice(2));
      expect(person.asked()).toBe(1);
      const account = HDNodeWallet.fromPhrase(examplePhrase, '', "m/44'/60'/0'");
      const again = await eth.getAddress("44'/60'/0'", false, true);
      expect(again.chainCode).toBe(account.chainCode.slice(2));
      expect(again.address).toBe(account.address);
      expect(person.asked()).toBe(0);
    });
  });

  it('has an address compared on the glass, with a chain id too', async () => {
    await withEthereumDevice(kind, async ({ transport, person }) => {
      const eth = openEth(transport);
      for (const chainId of [undefined, '1', '137']) {
        const shown = await person.accepting(() => eth.getAddress(firstPath, true, false, chainId));
        expect(shown.address).toBe(softWallet.address);
      }
      expect(person.asked()).toBe(3);
    });
  });

  it.each(messages)('signs a message: $name', async ({ text }) => {
    await withEthereumDevice(kind, async ({ transport, person }) => {
      const eth = openEth(transport);
      const signed = await person.accepting(() => eth.signPersonalMessage(firstPath, hexOf(text)));
      await expectSignedMessage(joinSignature(signed), text);
    });
  });

  it.each([...transfers, tokenTransfer])(
    'signs a transaction: $name',
    async (example: TransactionExample) => {
      await withEthereumDevice(kind, async ({ transport, person }) => {
        const eth = openEth(transport);
        const { r, s, v } = await person.accepting(() =>
          eth.signTransaction(firstPath, unsignedHex(example), null),
        );
        const signed = withSignature(example, { r: `0x${r}`, s: `0x${s}`, v: BigInt(`0x${v}`) });
        await expectSignedTransaction(signed, example);
      });
    },
  );

  it('signs typed data', async () => {
    await withEthereumDevice(kind, async ({ transport, person }) => {
      const eth = openEth(transport);
      const signed = await person.accepting(() => eth.signEIP712Message(firstPath, typedDataRequest));
      await expectSignedTypedData(joinSignature(signed));
    });
  });

  it('takes a refusal for the person’s, and does not ask again', async () => {
    await withEthereumDevice(kind, async ({ transport, person }) => {
      const eth = openEth(transport);
      const calls: (() => Promise<unknown>)[] = [
        () => eth.getAddress(firstPath, true),
        () => eth.signPersonalMessage(firstPath, hexOf('Hello')),
        () => eth.signTransaction(firstPath, unsignedHex(tokenTransfer), null),
        () => eth.signEIP712Message(firstPath, typedDataRequest),
      ];
      for (const call of calls) {
        await expect(person.refusing(call)).rejects.toMatchObject({ statusCode: 0x6985 });
        expect(person.asked()).toBe(1);
      }
      // And the device is as it was.
      const signed = await person.accepting(() => eth.signPersonalMessage(firstPath, hexOf('Hello')));
      await expectSignedMessage(joinSignature(signed), 'Hello');
    });
  });

  it('gets no hashes signed', async () => {
    await withEthereumDevice(kind, async ({ transport, person }) => {
      const eth = openEth(transport);
      const hash = '01'.repeat(32);
      const call = () => eth.signEIP712HashedMessage(firstPath, hash, hash);
      await expect(person.accepting(call)).rejects.toMatchObject({ statusCode: 0x6985 });
    });
  });
});
