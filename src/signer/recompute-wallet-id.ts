/**
 * What a candidate's wallet id must be, computed without a line of the device's own code: phrase and seed by
 * @scure/bip39, master key by @scure/bip32. `docs/protocol.md` says what a wallet id is.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { HDKey } from '@scure/bip32';
import { entropyToMnemonic, mnemonicToSeedSync } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { concatBytes } from '../protocol/bytes.ts';
import type { WordCount } from '../protocol/public-state.ts';
import { walletIdLength } from '../protocol/wallet-id.ts';

/** A candidate that the device has opened, and thereby given up. */
export interface OpenedCandidate {
  /** 32 bytes each. */
  readonly devicePart: Uint8Array;
  readonly hostPart: Uint8Array;
  readonly wordCount: WordCount;
}

/** Gives the wallet id, 16 bytes. The caller erases what it handed in. */
export type Recompute = (candidate: OpenedCandidate) => Promise<Uint8Array>;

const walletIdTag = new TextEncoder().encode('Hostblind wallet id v1\0');

/** Entropy is SHA-256 of both parts, cut to the strength; the passphrase is empty. */
export function recomputeWalletId({ devicePart, hostPart, wordCount }: OpenedCandidate): Uint8Array {
  const entropy = sha256(concatBytes(devicePart, hostPart));
  const seed = mnemonicToSeedSync(entropyToMnemonic(entropy.subarray(0, (wordCount / 3) * 4), wordlist));
  const master = HDKey.fromMasterSeed(seed);
  try {
    if (master.publicKey === null) throw new Error('a master key has a public key');
    return sha256(concatBytes(walletIdTag, master.publicKey)).slice(0, walletIdLength);
  } finally {
    master.wipePrivateData();
    entropy.fill(0);
    seed.fill(0);
  }
}
