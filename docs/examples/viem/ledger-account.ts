/** An account of viem whose key is on the device: Ledger's Ethereum library does the talking, the person says yes on the glass. */
import type Eth from '@ledgerhq/hw-app-eth';
import {
  getTransactionType,
  getTypesForEIP712Domain,
  isHex,
  serializeTransaction,
  stringToHex,
  toHex,
  type TypedDataDomain,
} from 'viem';
import { toAccount, type LocalAccount } from 'viem/accounts';

type TypedRequest = Parameters<Eth['signEIP712Message']>[1];

interface Signed {
  readonly r: string;
  readonly s: string;
  readonly v: number;
}

const join = ({ r, s, v }: Signed) => `0x${r}${s}${v.toString(16).padStart(2, '0')}` as const;

/** `path`: such as `44'/60'/0'/0/0`. Asks the device for the address without showing it. */
export async function ledgerAccount(eth: Eth, path: string): Promise<LocalAccount> {
  const { address } = await eth.getAddress(path);
  if (!isHex(address)) throw new Error('the device gave no address');
  return toAccount({
    address,
    async signMessage({ message }) {
      const raw = typeof message === 'string' ? stringToHex(message) : message.raw;
      const hex = isHex(raw) ? raw : toHex(raw);
      return join(await eth.signPersonalMessage(path, hex.slice(2)));
    },
    async signTransaction(transaction, options) {
      const serialize = options?.serializer ?? serializeTransaction;
      const unsigned = await serialize(transaction);
      // `null`: nothing is looked up over the network.
      const { r, s, v } = await eth.signTransaction(path, unsigned.slice(2), null);
      const signature = { r: `0x${r}`, s: `0x${s}` } as const;
      return serialize(
        transaction,
        getTransactionType(transaction) === 'legacy'
          ? { ...signature, v: BigInt(`0x${v}`) }
          : { ...signature, yParity: Number(`0x${v}`) },
      );
    },
    async signTypedData(definition) {
      const { domain, primaryType, message } = definition;
      const domainType = getTypesForEIP712Domain({ domain: domain as TypedDataDomain });
      const types = { ...definition.types, EIP712Domain: domainType };
      // The library takes integers as text.
      const integersAsText = (_: string, value: unknown): unknown =>
        typeof value === 'bigint' ? value.toString() : value;
      const request = JSON.parse(
        JSON.stringify({ domain, types, primaryType, message }, integersAsText),
      ) as TypedRequest;
      return join(await eth.signEIP712Message(path, request));
    },
  });
}
