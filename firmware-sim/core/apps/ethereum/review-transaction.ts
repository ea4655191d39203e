/**
 * A transaction as a person reads it. Each of its numbers and addresses is in a field, or makes up a field with another, so that no two
 * transactions read alike.
 */
import { toHex } from '../../../../src/protocol/bytes.ts';
import type { EthereumMessages } from '../../../../src/text/types/apps/ethereum.ts';
import type { KeyPath } from '../../signing-keys.ts';
import type { Field } from '../../app.ts';
import { writeDecimal } from '../shared/decimals.ts';
import { writeCoins, writeGwei } from './amounts.ts';
import { readCall, unlimited, type ContractCall } from './calldata.ts';
import { networkOf } from './networks.ts';
import { accountField, addressField, networkField, textField, type Review } from './review.ts';
import type { Token } from './tokens.ts';
import type { Transaction } from './transaction.ts';

interface Told {
  readonly transaction: Transaction;
  readonly path: KeyPath;
  /** What is known of the contract that is called. */
  readonly token: Token | undefined;
  readonly text: EthereumMessages;
}

type TokenCall = Extract<ContractCall, { readonly amount: bigint }>;

function coins(wei: bigint, { chainId }: Transaction, text: EthereumMessages): string {
  const network = networkOf(chainId);
  return network === undefined ? text.ownCoin(writeCoins(wei)) : `${writeCoins(wei)} ${network.coin}`;
}

function tokenAmount({ kind, amount }: TokenCall, token: Token | undefined, text: EthereumMessages): string {
  if (kind === 'approve' && amount === unlimited) return text.unlimited(token?.ticker ?? '');
  // What nobody describes may be a collectible, whose number this is: nothing is said of 0.
  if (token === undefined) return text.rawAmount(`${amount}`);
  const written = `${writeDecimal(amount, token.decimals)} ${token.ticker}`;
  return kind === 'approve' && amount === 0n ? text.takenBack(written) : written;
}

/** What moves, and where to. */
function callFields(call: ContractCall, { transaction, token, text }: Told): readonly Field[] {
  const { titles } = text;
  const value = coins(transaction.value, transaction, text);
  if (!('amount' in call)) return [textField(titles.amount, value), addressField(titles.to, transaction.to)];
  return [
    ...(transaction.value === 0n ? [] : [textField(titles.alsoSent, value)]),
    ...(token === undefined ? [textField(titles.token, text.unknownToken)] : []),
    textField(titles.amount, tokenAmount(call, token, text)),
    addressField(titles.contract, transaction.to),
    addressField(call.kind === 'approve' ? titles.spender : titles.to, call.to),
  ];
}

function accessFields(transaction: Transaction, { titles, nothing }: EthereumMessages): readonly Field[] {
  if (transaction.kind === 'legacy') return [];
  const { kind, accessList } = transaction;
  // An empty one tells type 1 from a transaction without a type.
  if (accessList.length === 0) return kind === 'access-list' ? [textField(titles.accessList, nothing)] : [];
  return accessList.flatMap(({ address, storageKeys }, at) => [
    addressField(titles.access(`${at + 1}`), address),
    ...storageKeys.map((key, keyAt) => textField(titles.access(`${at + 1}.${keyAt + 1}`), toHex(key))),
  ]);
}

function feeFields(transaction: Transaction, text: EthereumMessages): readonly Field[] {
  const { kind, gasLimit } = transaction;
  const isMarket = kind === 'fee-market';
  const price = isMarket ? transaction.maxFeePerGas : transaction.gasPrice;
  const tip = isMarket ? `${writeGwei(transaction.maxPriorityFeePerGas)} gwei` : undefined;
  return [
    textField(text.titles.fees, coins(price * gasLimit, transaction, text)),
    textField(text.titles.gas, text.gas(`${gasLimit}`, `${writeGwei(price)} gwei`, tip)),
  ];
}

export function reviewTransaction(told: Told): Review {
  const { transaction, path, text } = told;
  if (transaction.to.length === 0) return { kind: 'unreadable', reason: text.reasons.creation };
  const call = readCall(transaction.data);
  if (call.kind === 'unknown') return { kind: 'unreadable', reason: text.reasons.call };
  const asked = { none: text.transfer, transfer: text.tokenTransfer, approve: text.approval }[call.kind];
  return {
    kind: 'readable',
    ...asked,
    fields: [
      networkField(text, transaction.chainId),
      ...callFields(call, told),
      ...feeFields(transaction, text),
      ...accessFields(transaction, text),
      textField(text.titles.nonce, `${transaction.nonce}`),
      accountField(text, path),
    ],
  };
}
