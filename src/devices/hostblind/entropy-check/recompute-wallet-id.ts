/**
 * What a candidate's wallet ID must be, computed without a line of the device's own code: phrase and seed by
 * @scure/bip39, the hash by @noble/hashes. `docs/protocol.md` says what a wallet ID is.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { entropyToMnemonic, mnemonicToSeedSync } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { concatBytes } from '../../../protocol/bytes.ts';
import type { WordCount } from '../../../protocol/public-state.ts';
import { walletIdLength, walletIdTag } from '../../../protocol/entropy/wallet-id.ts';

/** A candidate that the device has opened, and thereby given up. */
export interface OpenedCandidate {
  /** 32 bytes each. */
  readonly devicePart: Uint8Array;
  readonly hostPart: Uint8Array;
  readonly wordCount: WordCount;
}

/** Gives the wallet ID, 16 bytes. The caller erases what it handed in. */
export type Recompute = (candidate: OpenedCandidate) => Promise<Uint8Array>;

/** Entropy is SHA-256 of both parts, cut to the strength; the passphrase is empty. */
export function recomputeWalletId({ devicePart, hostPart, wordCount }: OpenedCandidate): Uint8Array {
  const entropy = sha256(concatBytes(devicePart, hostPart));
  const seed = mnemonicToSeedSync(entropyToMnemonic(entropy.subarray(0, (wordCount / 3) * 4), wordlist));
  const tag = sha256(new TextEncoder().encode(walletIdTag));
  const tagged = concatBytes(tag, tag, seed);
  try {
    return sha256(tagged).slice(0, walletIdLength);
  } finally {
    for (const secret of [entropy, seed, tagged]) secret.fill(0);
  }
}
