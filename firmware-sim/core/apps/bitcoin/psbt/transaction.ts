/** A transaction that a wallet of one key is asked to sign, as it was read and checked. */
import type { AddressKind } from '../../../chains/bitcoin-address.ts';
import type { KeyPath } from '../../../signing-keys.ts';

/** What a transaction spends: an output of one before it, of the wallet's own. */
export interface SpentCoin {
  /** Of the transaction before, 32 bytes, in the order in which transactions are written: the reverse of what people read. */
  readonly txid: Uint8Array;
  /** Which of that transaction's outputs. */
  readonly vout: number;
  readonly sequence: number;
  /** In satoshis. */
  readonly amount: bigint;
  /** What the output pays to. */
  readonly script: Uint8Array;
  /** The whole path, from the master key on. */
  readonly path: KeyPath;
  /** Compressed, 33 bytes, derived from the extended key that the host claims. */
  readonly key: Uint8Array;
  /** What the signature is of: everything, by one of two names. DEFAULT (0) is Taproot's own, which leaves out the byte (BIP-341). */
  readonly sighash: 0 | 1;
}

export interface PaidOutput {
  /** In satoshis. */
  readonly amount: bigint;
  readonly script: Uint8Array;
  /** The whole path of the wallet's own key that it pays to, where it's change. */
  readonly change: KeyPath | undefined;
}

/** One that has a coin and an output at least, and pays no more than it spends. */
export interface SpendingTransaction {
  /** Of every coin. */
  readonly kind: AddressKind;
  readonly version: number;
  readonly locktime: number;
  readonly coins: readonly SpentCoin[];
  readonly outputs: readonly PaidOutput[];
}

/** Why one isn't signed, which a screen says. */
export type PsbtRefusal =
  /** A wallet that this device can't tell the addresses of. */
  | 'policy'
  /** A coin that isn't of the wallet's account. */
  | 'foreignCoin'
  /** Without the transaction before, nobody knows what a coin is worth. */
  | 'previous'
  /** A signature of less than everything. */
  | 'sighash'
  /** An output that the glass can't show. */
  | 'output'
  /** A coin that asks for a time of its own, or a sequence that does. */
  | 'locktime'
  /** More than this device reads. */
  | 'tooLong';
