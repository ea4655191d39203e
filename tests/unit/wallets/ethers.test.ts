/** ethers, with a signer of the least kind over Ledger's library: signs, and sends to a chain that accepts it. */
import { BrowserProvider, Contract, parseEther } from 'ethers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { localRecipient, localToken, openExampleChain } from '../../fixtures/wallets/chain-example.ts';
import { withEthereumDevice, type WalletPerson } from '../../fixtures/wallets/ethereum-device.ts';
import {
  firstPath,
  messages,
  softWallet,
  tokenTransfer,
  transfers,
  typedData,
} from '../../fixtures/wallets/examples.ts';
import { goOffline, type Offline } from '../../fixtures/wallets/offline.ts';
import {
  expectSignedMessage,
  expectSignedTransaction,
  expectSignedTypedData,
} from '../../fixtures/wallets/signed-by-phrase.ts';
import { LedgerSigner } from '../../kit/wallets/ethers-signer.ts';
import { openEth } from '../../kit/wallets/hw-app-eth.ts';

let offline: Offline;
beforeAll(() => {
  offline = goOffline();
});
afterEach(() => expect(offline.tried()).toEqual([]));
afterAll(() => offline.restore());

interface Opened {
  readonly signer: LedgerSigner;
  readonly provider: BrowserProvider;
  readonly person: WalletPerson;
}

async function withSigner(use: (opened: Opened) => Promise<void>): Promise<void> {
  await withEthereumDevice('in process', async ({ transport, person }) => {
    const provider = new BrowserProvider(await openExampleChain());
    const signer = new LedgerSigner(openEth(transport), firstPath, provider);
    expect(await person.accepting(() => signer.getAddress())).toBe(softWallet.address);
    expect(person.asked()).toBe(1);
    await use({ signer, provider, person });
  });
}

describe('a signer of ethers', () => {
  it.each(messages)('signs a message: $name', async ({ text }) => {
    await withSigner(async ({ signer, person }) => {
      await expectSignedMessage(await person.accepting(() => signer.signMessage(text)), text);
    });
  });

  it.each([...transfers, tokenTransfer])('signs a transaction: $name', async (example) => {
    await withSigner(async ({ signer, person }) => {
      const signed = await person.accepting(() => signer.signTransaction(example.transaction));
      await expectSignedTransaction(signed, example);
    });
  });

  it('signs typed data', async () => {
    await withSigner(async ({ signer, person }) => {
      const { domain, types, message } = typedData;
      await expectSignedTypedData(await person.accepting(() => signer.signTypedData(domain, types, message)));
    });
  });

  it('sends coins to a chain that accepts it', async () => {
    await withSigner(async ({ signer, provider, person }) => {
      const value = parseEther('2');
      const sent = await person.accepting(() => signer.sendTransaction({ to: localRecipient, value }));
      expect(person.asked()).toBe(1);
      expect(await provider.getTransactionReceipt(sent.hash)).toMatchObject({ status: 1 });
      expect(await provider.getBalance(localRecipient)).toBe(value);
    });
  });

  it('sends a token', async () => {
    await withSigner(async ({ signer, person }) => {
      const token = new Contract(
        localToken,
        [
          'function transfer(address, uint256) returns (bool)',
          'function balanceOf(address) view returns (uint256)',
        ],
        signer,
      );
      await person.accepting(() => token.getFunction('transfer')(localRecipient, 25n));
      expect(await token.getFunction('balanceOf')(localRecipient)).toBe(25n);
    });
  });

  it('sends nothing that was refused', async () => {
    await withSigner(async ({ signer, provider, person }) => {
      await expect(
        person.refusing(() => signer.sendTransaction({ to: localRecipient, value: 1n })),
      ).rejects.toThrow();
      expect(await provider.getTransactionCount(softWallet.address)).toBe(0);
    });
  });
});
