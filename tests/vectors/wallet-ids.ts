/** `wallet-ids.json`: for a device or a host that computes a wallet ID. */
import { seedFromPhrase, phraseFromEntropy } from '../../firmware-sim/core/vault/phrase/phrase.ts';
import { stretchKey } from '../../firmware-sim/device/stretch-key.ts';
import { fromHex, toHex } from '../../src/protocol/bytes.ts';
import { entropyLength } from '../../src/protocol/public-state.ts';
import bip39 from '../fixtures/data/vectors/bip39-english.json' with { type: 'json' };
import type { Vectors } from './files.ts';
import { bytesNamed, phraseText, walletIdText } from './parts.ts';

/** BIP-39's own have 12, 18 and 24 words. */
const furtherWordCounts = [15, 21] as const;

const further = furtherWordCounts.flatMap((wordCount) => {
  const length = entropyLength(wordCount);
  const fills = [0x00, 0x7f, 0x80, 0xff].map((byte) => new Uint8Array(length).fill(byte));
  const others = [1, 2, 3, 4].map((each) => bytesNamed(`wallet-ids/${wordCount} words/${each}`, length));
  return [...fills, ...others];
});

/** Entropy of every length. */
export const vectorInputs = [
  ...bip39.vectors.map(({ entropy }) => ({ source: 'BIP-39', entropy: fromHex(entropy) })),
  ...further.map((entropy) => ({ source: 'Hostblind', entropy })),
];

export function walletIdVectors(): Vectors {
  return {
    description:
      'Wallet IDs. The entropy is that of the 24 English vectors that BIP-39 names, which have 12, 18 or 24 words, and of ours with 15 and ' +
      '21. Mind the passphrase: the published seeds of those 24 have TREZOR; all seeds here have the empty one, as a wallet ID asks for.',
    tag: 'Hostblind/wallet-id/2',
    passphrase: '',
    vectors: vectorInputs.map(({ source, entropy }) => ({
      source,
      words: (entropy.length / 4) * 3,
      entropy: toHex(entropy),
      phrase: phraseText(entropy),
      seed: toHex(seedFromPhrase(phraseFromEntropy(entropy), stretchKey)),
      walletId: walletIdText(entropy),
    })),
  };
}
