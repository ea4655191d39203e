/**
 * Transactions before they are signed: with a chain id as EIP-155 has it, and types 1 (EIP-2930) and 2 (EIP-1559). What is read holds
 * every byte: written again, it is the same, and only that is hashed.
 */
import { keccak_256 } from '@noble/hashes/sha3.js';
import { concatBytes } from '../../../../src/protocol/bytes.ts';
import { ethereumAddressLength } from '../../chains/ethereum-address.ts';
import {
  announcedLength,
  decodeRlp,
  encodeRlp,
  mayGrow,
  readInteger,
  writeInteger,
  type RlpItem,
} from './rlp.ts';

/** What is read ahead of the call (EIP-2930). */
export interface AccessEntry {
  /** 20 bytes. */
  readonly address: Uint8Array;
  /** 32 bytes each. */
  readonly storageKeys: readonly Uint8Array[];
}

interface Common {
  readonly chainId: bigint;
  readonly nonce: bigint;
  readonly gasLimit: bigint;
  /** 20 bytes; none where a contract is created. */
  readonly to: Uint8Array;
  readonly value: bigint;
  readonly data: Uint8Array;
}

export type Transaction = Common &
  (
    | { readonly kind: 'legacy'; readonly gasPrice: bigint }
    | { readonly kind: 'access-list'; readonly gasPrice: bigint; readonly accessList: readonly AccessEntry[] }
    | {
        readonly kind: 'fee-market';
        readonly maxPriorityFeePerGas: bigint;
        readonly maxFeePerGas: bigint;
        readonly accessList: readonly AccessEntry[];
      }
  );

const typeBytes = { 'access-list': 1, 'fee-market': 2 } as const;
/** A first byte up to this one is a type (EIP-2718), above it a list begins. */
const lastType = 0x7f;
/** The outermost list, the access list, an entry of it, and the entry's keys. */
const listDepth = 4;
const storageKeyLength = 32;
const wordBytes = 32;
/** Nonces end below 2^64 (EIP-2681); of gas limits and chain ids nobody has seen longer ones. */
const shortBytes = 8;

const isKnownType = (first: number): boolean => first === 1 || first === 2;

/** How long a transaction is, by the outermost list's own length; `undefined` while that can't be told. Bytes that are none end here. */
export function transactionLength(bytes: Uint8Array): number | undefined {
  const [first = 0] = bytes;
  if (first <= lastType && !isKnownType(first)) return bytes.length;
  const start = first <= lastType ? 1 : 0;
  const list = bytes.subarray(start);
  const length = announcedLength(list);
  if (length !== undefined) return start + length;
  return mayGrow(list) ? undefined : bytes.length;
}

function readStorageKeys(item: RlpItem | undefined): readonly Uint8Array[] | undefined {
  if (item === undefined || item instanceof Uint8Array) return undefined;
  const keys = item.filter((key) => key instanceof Uint8Array && key.length === storageKeyLength);
  return keys.length === item.length ? keys.filter((key) => key instanceof Uint8Array) : undefined;
}

function readAccessEntry(item: RlpItem): AccessEntry | undefined {
  if (item instanceof Uint8Array || item.length !== 2) return undefined;
  const [address] = item;
  const storageKeys = readStorageKeys(item[1]);
  if (!(address instanceof Uint8Array) || address.length !== ethereumAddressLength) return undefined;
  return storageKeys && { address, storageKeys };
}

function readAccessList(item: RlpItem | undefined): readonly AccessEntry[] | undefined {
  if (item === undefined || item instanceof Uint8Array) return undefined;
  const entries = item.map(readAccessEntry).filter((entry) => entry !== undefined);
  return entries.length === item.length ? entries : undefined;
}

/** In the order in which every type has them. */
interface CommonItems {
  readonly chainId: RlpItem | undefined;
  readonly nonce: RlpItem | undefined;
  /** Gas limit, recipient, value and data: they follow each other in all types. */
  readonly call: readonly RlpItem[];
}

function readCommon({ chainId, nonce, call }: CommonItems): Common | undefined {
  const [gasLimit, to, value, data] = call;
  const numbers = {
    chainId: readInteger(chainId, shortBytes),
    nonce: readInteger(nonce, shortBytes),
    gasLimit: readInteger(gasLimit, shortBytes),
    value: readInteger(value, wordBytes),
  };
  if (numbers.nonce === undefined || numbers.gasLimit === undefined || numbers.value === undefined) return;
  // There is no chain 0: signed for it, a transaction would be good on every chain that still takes those.
  if (numbers.chainId === undefined || numbers.chainId === 0n) return;
  if (!(to instanceof Uint8Array) || !(data instanceof Uint8Array)) return;
  if (to.length !== 0 && to.length !== ethereumAddressLength) return;
  return {
    chainId: numbers.chainId,
    nonce: numbers.nonce,
    gasLimit: numbers.gasLimit,
    value: numbers.value,
    to,
    data,
  };
}

const isEmpty = (item: RlpItem | undefined): boolean => item instanceof Uint8Array && item.length === 0;

/** Nine items, of which the last two are empty. Six would be good on every chain. */
function readLegacy(items: readonly RlpItem[]): Transaction | undefined {
  const [nonce, price, , , , , chainId, ...rest] = items;
  const common = readCommon({ chainId, nonce, call: items.slice(2, 6) });
  const gasPrice = readInteger(price, wordBytes);
  if (rest.length !== 2 || !rest.every(isEmpty)) return undefined;
  if (common === undefined || gasPrice === undefined) return undefined;
  return { kind: 'legacy', ...common, gasPrice };
}

function readWithAccessList(items: readonly RlpItem[]): Transaction | undefined {
  const [chainId, nonce, price] = items;
  const common = readCommon({ chainId, nonce, call: items.slice(3, 7) });
  const gasPrice = readInteger(price, wordBytes);
  const accessList = readAccessList(items[7]);
  if (items.length !== 8 || common === undefined || gasPrice === undefined) return undefined;
  return accessList && { kind: 'access-list', ...common, gasPrice, accessList };
}

function readWithFeeMarket(items: readonly RlpItem[]): Transaction | undefined {
  const [chainId, nonce, priority, fee] = items;
  const common = readCommon({ chainId, nonce, call: items.slice(4, 8) });
  const maxPriorityFeePerGas = readInteger(priority, wordBytes);
  const maxFeePerGas = readInteger(fee, wordBytes);
  const accessList = readAccessList(items[8]);
  if (items.length !== 9 || common === undefined || accessList === undefined) return undefined;
  if (maxPriorityFeePerGas === undefined || maxFeePerGas === undefined) return undefined;
  return { kind: 'fee-market', ...common, maxPriorityFeePerGas, maxFeePerGas, accessList };
}

export function parseTransaction(bytes: Uint8Array): Transaction | 'malformed' | 'unknown-type' {
  const [first] = bytes;
  if (first === undefined) return 'malformed';
  if (first <= lastType && !isKnownType(first)) return 'unknown-type';
  const isTyped = first <= lastType;
  const items = decodeRlp(bytes.subarray(isTyped ? 1 : 0), listDepth);
  if (items === undefined || items instanceof Uint8Array) return 'malformed';
  const read = isTyped ? (first === 1 ? readWithAccessList : readWithFeeMarket) : readLegacy;
  return read(items) ?? 'malformed';
}

const writeAccessList = (entries: readonly AccessEntry[]): RlpItem =>
  entries.map(({ address, storageKeys }) => [address, storageKeys]);

export function encodeTransaction(transaction: Transaction): Uint8Array {
  const { kind, to, data } = transaction;
  const [chainId, nonce, gasLimit, value] = [
    writeInteger(transaction.chainId),
    writeInteger(transaction.nonce),
    writeInteger(transaction.gasLimit),
    writeInteger(transaction.value),
  ];
  const call = [gasLimit, to, value, data];
  const none = new Uint8Array();
  if (kind === 'legacy')
    return encodeRlp([nonce, writeInteger(transaction.gasPrice), ...call, chainId, none, none]);
  const prices =
    kind === 'access-list'
      ? [transaction.gasPrice]
      : [transaction.maxPriorityFeePerGas, transaction.maxFeePerGas];
  const items = [
    chainId,
    nonce,
    ...prices.map(writeInteger),
    ...call,
    writeAccessList(transaction.accessList),
  ];
  return concatBytes(Uint8Array.of(typeBytes[kind]), encodeRlp(items));
}

export function transactionDigest(transaction: Transaction): Uint8Array {
  return keccak_256(encodeTransaction(transaction));
}

/**
 * The first byte of a signature's answer. It has room for one byte of EIP-155's number, and of a chain id of more than four bytes for the
 * first four: the rest is worked out by who asked.
 */
export function recoveryByte({ kind, chainId }: Transaction, parity: 0 | 1): number {
  if (kind !== 'legacy') return parity;
  const first = writeInteger(chainId).subarray(0, 4);
  const short = first.reduce((total, byte) => total * 256 + byte, 0);
  return (35 + 2 * short + parity) % 256;
}
