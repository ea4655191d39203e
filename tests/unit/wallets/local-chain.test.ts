/** The chain that wallets' tests send to takes what a chain takes, and refuses what a chain refuses. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import {
  BrowserProvider,
  Contract,
  JsonRpcProvider,
  parseEther,
  parseUnits,
  Transaction,
  Wallet,
} from 'ethers';
import { describe, expect, it } from 'vitest';
import {
  localChainId,
  localRecipient,
  localToken,
  openExampleChain,
} from '../../fixtures/wallets/chain-example.ts';
import { softWallet } from '../../fixtures/wallets/examples.ts';

const transfer = {
  type: 2,
  chainId: localChainId,
  nonce: 0,
  to: localRecipient,
  value: parseEther('1'),
  gasLimit: 21_000n,
  maxFeePerGas: parseUnits('3', 'gwei'),
  maxPriorityFeePerGas: parseUnits('1', 'gwei'),
};

const open = async () => {
  const chain = await openExampleChain();
  const send = async (
    fields: object,
    signer: { signTransaction(fields: object): Promise<string> } = softWallet,
  ) =>
    chain.request({
      method: 'eth_sendRawTransaction',
      params: [await signer.signTransaction({ ...transfer, ...fields })],
    });
  return { chain, provider: new BrowserProvider(chain), send };
};

describe('the local chain', () => {
  it('moves coins once, and takes the fee', async () => {
    const { provider, send } = await open();
    const hash = await send({});
    const receipt = await provider.getTransactionReceipt(String(hash));
    expect(receipt).toMatchObject({ status: 1, from: softWallet.address, gasUsed: 21_000n });
    expect(await provider.getBalance(localRecipient)).toBe(parseEther('1'));
    const fee = 21_000n * parseUnits('2', 'gwei');
    expect(await provider.getBalance(softWallet.address)).toBe(parseEther('9') - fee);
    expect(await provider.getTransactionCount(softWallet.address)).toBe(1);
  });

  it('refuses a nonce that was used, or whose turn hasn’t come', async () => {
    const { provider, send } = await open();
    await send({});
    await expect(send({})).rejects.toThrow(/nonce/);
    await expect(send({ nonce: 2 })).rejects.toThrow(/nonce/);
    expect(await provider.getBalance(localRecipient)).toBe(parseEther('1'));
  });

  it('refuses more than there is, and a sender who has nothing', async () => {
    const { send } = await open();
    await expect(send({ value: parseEther('10') })).rejects.toThrow(/funds|balance/);
    await expect(send({}, Wallet.createRandom())).rejects.toThrow(/funds|balance/);
  });

  it('refuses a fee below the block’s, and too little gas', async () => {
    const { send } = await open();
    await expect(send({ maxFeePerGas: 1n, maxPriorityFeePerGas: 0n })).rejects.toThrow();
    await expect(send({ gasLimit: 20_999n })).rejects.toThrow();
  });

  it('refuses a transaction for another chain, of any type', async () => {
    const { send } = await open();
    await expect(send({ chainId: 1 })).rejects.toThrow();
    const { maxFeePerGas: gasPrice, maxPriorityFeePerGas: _tip, ...legacy } = transfer;
    const signed = await softWallet.signTransaction({ ...legacy, type: 0, chainId: 1, gasPrice });
    const { chain } = await open();
    await expect(chain.request({ method: 'eth_sendRawTransaction', params: [signed] })).rejects.toThrow();
  });

  it('refuses a signature that was changed: its sender is another, who has nothing', async () => {
    const { chain } = await open();
    const signed = Transaction.from(await softWallet.signTransaction(transfer));
    signed.value += 1n;
    const params = [signed.serialized];
    await expect(chain.request({ method: 'eth_sendRawTransaction', params })).rejects.toThrow(
      /funds|balance/,
    );
  });

  it('runs a contract: a token is moved, and not more than there is', async () => {
    const { provider, send } = await open();
    const token = new Contract(
      localToken,
      [
        'function transfer(address to, uint256 amount) returns (bool)',
        'function balanceOf(address) view returns (uint256)',
      ],
      provider,
    );
    const dataOf = (amount: bigint) =>
      token.interface.encodeFunctionData('transfer', [localRecipient, amount]);
    const call = { to: localToken, value: 0n, gasLimit: 100_000n };
    await send({ ...call, data: dataOf(400n) });
    const tooMuch = await send({ ...call, data: dataOf(601n), nonce: 1 });
    expect(await provider.getTransactionReceipt(String(tooMuch))).toMatchObject({ status: 0 });
    const balanceOf = token.getFunction('balanceOf');
    expect(await balanceOf(localRecipient)).toBe(400n);
    expect(await balanceOf(softWallet.address)).toBe(600n);
  });

  it('says which methods it lacks', async () => {
    const { chain } = await open();
    await expect(chain.request({ method: 'eth_getLogs' })).rejects.toMatchObject({ code: -32_601 });
  });
});

describe('the node of docs/examples', () => {
  it('serves a chain to pages, and says why something is refused', async () => {
    const script = resolve(import.meta.dirname, '../../../docs/examples/viem/node.ts');
    const node = spawn(process.execPath, ['--import', 'tsx', script, softWallet.address, '0']);
    try {
      const [line] = (await once(node.stdout.setEncoding('utf8'), 'data')) as [string];
      const provider = new JsonRpcProvider(line.trim(), localChainId, { staticNetwork: true });
      expect(await provider.getBalance(softWallet.address)).toBe(parseEther('10'));
      const raw = await softWallet.signTransaction({ ...transfer, nonce: 3 });
      await expect(provider.send('eth_sendRawTransaction', [raw])).rejects.toThrow(/nonce/);
      provider.destroy();
    } finally {
      node.kill();
    }
  });
});
