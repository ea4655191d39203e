/**
 * A chain in this process: EthereumJS' virtual machine behind as much of JSON-RPC as a wallet needs to send. It has no network, no miner
 * and no history but its receipts: each transaction that is sent is run at once, as a block of its own. What it accepts is decided by
 * that library and not by us: signature, nonce, balance, gas and code.
 */
import { Block } from '@ethereumjs/block';
import { Common, Hardfork } from '@ethereumjs/common';
import { TransactionFactory, type TypedTransaction } from '@ethereumjs/tx';
import {
  Account,
  Address,
  bytesToHex,
  hexToBytes,
  setLengthLeft,
  type PrefixedHexString,
} from '@ethereumjs/util';
import { VM, type RunTxResult } from '@ethereumjs/vm';

/** As EIP-1193 has it: viem's `custom` and ethers' `BrowserProvider` take it as it is. */
export interface LocalChain {
  request(call: { readonly method: string; readonly params?: unknown }): Promise<unknown>;
}

export interface LocalChainOptions {
  readonly chainId: number;
  /** In wei, by address. */
  readonly balances: Readonly<Record<string, bigint>>;
  /** Contracts that are there from the start. */
  readonly contracts?: Readonly<Record<string, LocalContract>>;
}

export interface LocalContract {
  readonly code: PrefixedHexString;
  readonly storage?: Readonly<Record<PrefixedHexString, bigint>>;
}

const baseFeePerGas = 1_000_000_000n;
const gasLimit = 30_000_000n;

const quantity = (value: bigint | number): PrefixedHexString => `0x${value.toString(16)}`;
const zeros = (length: number): PrefixedHexString => `0x${'00'.repeat(length)}`;
const word = (value: bigint): Uint8Array =>
  setLengthLeft(hexToBytes(`0x${value.toString(16).padStart(64, '0')}`), 32);

function isHexText(value: unknown): value is PrefixedHexString {
  return typeof value === 'string' && value.startsWith('0x');
}

function hexText(value: unknown): PrefixedHexString {
  if (isHexText(value)) return value;
  throw new Error('a parameter is not hexadecimal');
}

const addressOf = (value: unknown): Address => Address.fromString(hexText(value));

interface Run {
  readonly transaction: TypedTransaction;
  readonly result: RunTxResult;
  readonly block: number;
}

async function createMachine({ chainId, balances, contracts = {} }: LocalChainOptions): Promise<VM> {
  const common = Common.custom({ chainId }, { hardfork: Hardfork.Cancun });
  const machine = await VM.create({ common });
  const state = machine.stateManager;
  for (const [address, balance] of Object.entries(balances))
    await state.putAccount(Address.fromString(address), new Account(0n, balance));
  for (const [text, { code, storage = {} }] of Object.entries(contracts)) {
    const address = Address.fromString(text);
    await state.putAccount(address, new Account());
    await state.putContractCode(address, hexToBytes(code));
    for (const [slot, value] of Object.entries(storage))
      await state.putContractStorage(address, setLengthLeft(hexToBytes(hexText(slot)), 32), word(value));
  }
  return machine;
}

function blockHash(number: number): PrefixedHexString {
  return `0x${number.toString(16).padStart(64, '0')}`;
}

function blockReply(number: number): unknown {
  return {
    number: quantity(number),
    hash: blockHash(number),
    parentHash: blockHash(Math.max(0, number - 1)),
    baseFeePerGas: quantity(baseFeePerGas),
    gasLimit: quantity(gasLimit),
    gasUsed: '0x0',
    timestamp: quantity(number),
    difficulty: '0x0',
    extraData: '0x',
    logsBloom: zeros(256),
    miner: zeros(20),
    nonce: zeros(8),
    transactions: [],
  };
}

function receiptReply({ transaction, result, block }: Run): unknown {
  return {
    transactionHash: bytesToHex(transaction.hash()),
    transactionIndex: '0x0',
    blockNumber: quantity(block),
    blockHash: blockHash(block),
    from: transaction.getSenderAddress().toString(),
    to: transaction.to?.toString() ?? null,
    contractAddress: result.createdAddress?.toString() ?? null,
    cumulativeGasUsed: quantity(result.totalGasSpent),
    gasUsed: quantity(result.totalGasSpent),
    effectiveGasPrice: quantity(result.amountSpent / result.totalGasSpent),
    logs: [],
    logsBloom: zeros(256),
    status: result.execResult.exceptionError === undefined ? '0x1' : '0x0',
    type: quantity(transaction.type),
  };
}

export async function createLocalChain(options: LocalChainOptions): Promise<LocalChain> {
  const machine = await createMachine(options);
  const { common, stateManager: state } = machine;
  const runs = new Map<string, Run>();
  const header = (number: number) =>
    Block.fromBlockData({ header: { number: BigInt(number), baseFeePerGas, gasLimit } }, { common });
  const accountAt = async (text: unknown): Promise<Account> =>
    (await state.getAccount(addressOf(text))) ?? new Account();

  const send = async (raw: unknown): Promise<PrefixedHexString> => {
    const transaction = TransactionFactory.fromSerializedData(hexToBytes(hexText(raw)), { common });
    // The machine takes a transaction without replay protection; nodes don't, and no wallet should send one.
    if (transaction.common.chainId() !== common.chainId()) throw new Error('for another chain');
    const block = runs.size + 1;
    const result = await machine.runTx({ tx: transaction, block: header(block) });
    const hash = bytesToHex(transaction.hash());
    runs.set(hash, { transaction, result, block });
    return hash;
  };

  const call = async (
    fields: unknown,
  ): Promise<{ readonly output: PrefixedHexString; readonly gas: bigint }> => {
    const { from = zeros(20), to, data = '0x', value = '0x0' } = Object(fields) as Record<string, unknown>;
    await state.checkpoint();
    try {
      const { execResult } = await machine.evm.runCall({
        caller: addressOf(from),
        ...(isHexText(to) && { to: addressOf(to) }),
        data: hexToBytes(hexText(data)),
        value: BigInt(hexText(value)),
        skipBalance: true,
      });
      if (execResult.exceptionError !== undefined)
        throw new Error(`reverted: ${execResult.exceptionError.error}`);
      return { output: bytesToHex(execResult.returnValue), gas: execResult.executionGasUsed };
    } finally {
      await state.revert();
    }
  };

  const answers: Readonly<Record<string, (params: readonly unknown[]) => unknown>> = {
    eth_chainId: () => quantity(common.chainId()),
    net_version: () => String(common.chainId()),
    eth_blockNumber: () => quantity(runs.size),
    eth_getBlockByNumber: () => blockReply(runs.size),
    eth_gasPrice: () => quantity(baseFeePerGas * 2n),
    eth_maxPriorityFeePerGas: () => quantity(baseFeePerGas),
    eth_getBalance: async ([address]) => quantity((await accountAt(address)).balance),
    eth_getTransactionCount: async ([address]) => quantity((await accountAt(address)).nonce),
    eth_getCode: async ([address]) => bytesToHex(await state.getContractCode(addressOf(address))),
    eth_call: async ([fields]) => (await call(fields)).output,
    // The price of being a transaction, of its data at most, and of what it runs.
    eth_estimateGas: async ([fields]) => quantity(50_000n + (await call(fields)).gas),
    eth_sendRawTransaction: ([raw]) => send(raw),
    eth_getTransactionReceipt: ([hash]) => {
      const run = runs.get(hexText(hash));
      return run === undefined ? null : receiptReply(run);
    },
  };

  return {
    async request({ method, params }) {
      const answer = answers[method];
      if (answer === undefined) throw Object.assign(new Error(`no method ${method}`), { code: -32_601 });
      return answer(Array.isArray(params) ? params : []);
    },
  };
}
