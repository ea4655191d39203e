/** What a person reads before a key is touched. */
import { writeEthereumAddress } from '../../chains/ethereum-address.ts';
import type { KeyPath } from '../../signing-keys.ts';
import type { Field, Reason } from '../../app.ts';
import { writeKeyPath } from '../shared/key-paths.ts';
import type { EthereumMessages } from '../../../../src/text/types/apps/ethereum.ts';
import { networkOf } from './networks.ts';

export type Review =
  | {
      readonly kind: 'readable';
      readonly title: string;
      readonly question: string;
      readonly fields: readonly Field[];
    }
  | { readonly kind: 'unreadable'; readonly reason: Reason };

export const textField = (title: string, value: string): Field => ({ title, value, shape: 'text' });

/** `address`: 20 bytes. */
export const addressField = (title: string, address: Uint8Array): Field => ({
  title,
  value: writeEthereumAddress(address),
  shape: 'address',
});

export const accountField = ({ titles }: EthereumMessages, path: KeyPath): Field =>
  textField(titles.account, writeKeyPath(path));

export const networkField = ({ titles, chain }: EthereumMessages, chainId: bigint): Field =>
  textField(titles.network, networkOf(chainId)?.name ?? chain(`${chainId}`));
