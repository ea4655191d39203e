/**
 * A page that signs in and sends with a key on the device, over WebHID. `?rpc=` names a node that takes requests from pages; without, it's
 * a local one. Nothing else is asked over the network.
 */
import './buffer-global.ts';
import Eth from '@ledgerhq/hw-app-eth';
import TransportWebHID from '@ledgerhq/hw-transport-webhid';
import { createPublicClient, createWalletClient, defineChain, http, isAddress, parseEther } from 'viem';
import { createSiweMessage, generateSiweNonce } from 'viem/siwe';
import { ledgerAccount } from './ledger-account.ts';

const rpc = new URL(location.href).searchParams.get('rpc') ?? 'http://127.0.0.1:8545';

function find<Kind extends HTMLElement>(selector: string, kind: new () => Kind): Kind {
  const found = document.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`the page has no ${selector}`);
}

const connectButton = find('#connect', HTMLButtonElement);
const signInButton = find('#sign-in', HTMLButtonElement);
const sendForm = find('#send', HTMLFormElement);
const recipient = find('#send [name=to]', HTMLInputElement);
const amount = find('#send [name=amount]', HTMLInputElement);
const sendButton = find('#send button', HTMLButtonElement);

/** Does something and says how it ended. A second call while the device asks is refused by Ledger's library, which says so. */
async function report(selector: string, work: () => Promise<string>): Promise<void> {
  const output = find(selector, HTMLOutputElement);
  output.textContent = 'Look at the device …';
  try {
    output.textContent = await work();
  } catch (error) {
    output.textContent = error instanceof Error ? error.message : String(error);
  }
}

async function openWallet() {
  const chainId = await createPublicClient({ transport: http(rpc) }).getChainId();
  const chain = defineChain({
    id: chainId,
    name: `Chain ${chainId}`,
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [rpc] } },
  });
  const transport = await TransportWebHID.create();
  // What the libraries would ask Ledger's servers isn't asked.
  const quiet = {
    pluginBaseURL: null,
    cryptoassetsBaseURL: null,
    calServiceURL: null,
    nftExplorerBaseURL: null,
  };
  const account = await ledgerAccount(new Eth(transport, undefined, quiet), "44'/60'/0'/0/0");
  return {
    account,
    reader: createPublicClient({ chain, transport: http() }),
    wallet: createWalletClient({ account, chain, transport: http() }),
  };
}

type Wallet = Awaited<ReturnType<typeof openWallet>>;

async function signIn({ account, reader }: Wallet): Promise<string> {
  // A site makes this on its server, and checks the signature there.
  const nonce = generateSiweNonce();
  const message = createSiweMessage({
    address: account.address,
    chainId: reader.chain.id,
    domain: location.host,
    nonce,
    uri: location.origin,
    version: '1',
  });
  const signature = await account.signMessage({ message });
  const isGood = await reader.verifySiweMessage({ message, signature, nonce, domain: location.host });
  return isGood ? 'Signed in' : 'The signature is wrong';
}

async function send({ reader, wallet }: Wallet): Promise<string> {
  const to = recipient.value;
  if (!isAddress(to, { strict: false })) return 'That is no address';
  const hash = await wallet.sendTransaction({ to, value: parseEther(amount.value) });
  const { status } = await reader.waitForTransactionReceipt({ hash });
  return `${status}: ${hash}`;
}

connectButton.addEventListener('click', () => {
  connectButton.disabled = true;
  void report('#address', async () => {
    try {
      const wallet = await openWallet();
      signInButton.disabled = false;
      sendButton.disabled = false;
      signInButton.addEventListener('click', () => void report('#signed-in', () => signIn(wallet)));
      sendForm.addEventListener('submit', (event) => {
        event.preventDefault();
        void report('#sent', () => send(wallet));
      });
      return wallet.account.address;
    } catch (error) {
      connectButton.disabled = false;
      throw error;
    }
  });
});
