/** viem, with the account of `docs/examples`: signs in by message, and sends to a chain that accepts it. */
import {
  createPublicClient,
  createWalletClient,
  custom,
  erc20Abi,
  parseEther,
  type Address,
  type Hex,
} from 'viem';
import { createSiweMessage } from 'viem/siwe';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ledgerAccount } from '../../../docs/examples/viem/ledger-account.ts';
import {
  localChainId,
  localRecipient,
  localToken,
  openExampleChain,
} from '../../fixtures/wallets/chain-example.ts';
import { withEthereumDevice, type WalletPerson } from '../../fixtures/wallets/ethereum-device.ts';
import { firstPath, messages, softWallet, typedData } from '../../fixtures/wallets/examples.ts';
import { goOffline, type Offline } from '../../fixtures/wallets/offline.ts';
import { expectSignedMessage, expectSignedTypedData } from '../../fixtures/wallets/signed-by-phrase.ts';
import { openEth } from '../../kit/wallets/hw-app-eth.ts';

let offline: Offline;
beforeAll(() => {
  offline = goOffline();
});
afterEach(() => expect(offline.tried()).toEqual([]));
afterAll(() => offline.restore());

const chain = {
  id: localChainId,
  name: 'Local',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  rpcUrls: { default: { http: [] } },
} as const;

type Opened = Awaited<ReturnType<typeof openClients>> & { readonly person: WalletPerson };

async function openClients(account: Awaited<ReturnType<typeof ledgerAccount>>) {
  const transport = custom(await openExampleChain());
  return {
    account,
    wallet: createWalletClient({ account, chain, transport }),
    reader: createPublicClient({ chain, transport, pollingInterval: 5 }),
  };
}

async function withClients(use: (opened: Opened) => Promise<void>): Promise<void> {
  await withEthereumDevice('in process', async ({ transport, person }) => {
    const account = await person.accepting(() => ledgerAccount(openEth(transport), firstPath));
    expect(account.address).toBe(softWallet.address);
    expect(person.asked()).toBe(1);
    await use({ ...(await openClients(account)), person });
  });
}

const transfer = { to: localRecipient, value: parseEther('1.5') } as const;
const kindsOfTransfer = [
  { ...transfer, type: 'legacy' },
  { ...transfer, type: 'eip2930', accessList: [] },
  { ...transfer, type: 'eip1559' },
] as const;

describe('viem’s account', () => {
  it.each(messages)('signs a message: $name', async ({ text }) => {
    await withClients(async ({ account, person }) => {
      const signature = await person.accepting(() => account.signMessage({ message: text }));
      await expectSignedMessage(signature, text);
    });
  });

  it('signs bytes', async () => {
    await withClients(async ({ account, person }) => {
      const raw = Uint8Array.of(0, 255, 128);
      const signature = await person.accepting(() => account.signMessage({ message: { raw } }));
      expect(signature).toBe(await softWallet.signMessage(raw));
    });
  });

  it('signs typed data', async () => {
    await withClients(async ({ account, person }) => {
      const domain = {
        ...typedData.domain,
        verifyingContract: typedData.domain.verifyingContract as Address,
      };
      const signature = await person.accepting(() =>
        account.signTypedData({ ...typedData, domain } as Parameters<typeof account.signTypedData>[0]),
      );
      await expectSignedTypedData(signature);
    });
  });

  it('signs in to a site', async () => {
    await withClients(async ({ account, reader, person }) => {
      const message = createSiweMessage({
        address: account.address,
        chainId: localChainId,
        domain: 'example.org',
        nonce: 'a1b2c3d4e5',
        uri: 'https://example.org/login',
        version: '1',
      });
      const signature = await person.accepting(() => account.signMessage({ message }));
      const good = { message, signature, domain: 'example.org', nonce: 'a1b2c3d4e5' };
      expect(await reader.verifySiweMessage(good)).toBe(true);
      expect(await reader.verifySiweMessage({ ...good, domain: 'example.com' })).toBe(false);
    });
  });

  it.each(kindsOfTransfer)('sends to a chain that accepts it: $type', async (request) => {
    await withClients(async ({ wallet, reader, person }) => {
      const hash = await person.accepting(() => wallet.sendTransaction(request));
      expect(person.asked()).toBe(1);
      const receipt = await reader.waitForTransactionReceipt({ hash });
      expect(receipt).toMatchObject({ status: 'success', type: request.type });
      expect(await reader.getBalance({ address: localRecipient })).toBe(request.value);
    });
  });

  it('sends a token', async () => {
    await withClients(async ({ wallet, reader, person }) => {
      const token = { address: localToken as Hex, abi: erc20Abi };
      const hash = await person.accepting(() =>
        wallet.writeContract({ ...token, functionName: 'transfer', args: [localRecipient, 25n] }),
      );
      await reader.waitForTransactionReceipt({ hash });
      const balance = { ...token, functionName: 'balanceOf', args: [localRecipient] } as const;
      expect(await reader.readContract(balance)).toBe(25n);
    });
  });

  it('sends nothing that was refused', async () => {
    await withClients(async ({ account, wallet, reader, person }) => {
      const send = () => wallet.sendTransaction({ to: localRecipient, value: 1n });
      await expect(person.refusing(send)).rejects.toThrow();
      expect(await reader.getTransactionCount({ address: account.address })).toBe(0);
      const hash = await person.accepting(send);
      expect(await reader.waitForTransactionReceipt({ hash })).toMatchObject({ status: 'success' });
    });
  });
});
