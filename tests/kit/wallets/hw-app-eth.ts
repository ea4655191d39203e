/** Ledger's Ethereum library, as published, with every look-up over the network switched off. */
import { createRequire } from 'node:module';
import type Eth from '@ledgerhq/hw-app-eth';
import type Transport from '@ledgerhq/hw-transport';

// Its ESM build cannot be imported by Node; its CommonJS build can.
const { default: LedgerEth } = createRequire(import.meta.url)('@ledgerhq/hw-app-eth') as {
  readonly default: typeof Eth;
};

export function openEth(transport: Transport): Eth {
  return new LedgerEth(transport, undefined, {
    pluginBaseURL: null,
    cryptoassetsBaseURL: null,
    calServiceURL: null,
    nftExplorerBaseURL: null,
  });
}

/** `0x` r s v, as it is written. */
export function joinSignature({ r, s, v }: { readonly r: string; readonly s: string; readonly v: number }) {
  return `0x${r}${s}${v.toString(16).padStart(2, '0')}` as const;
}
