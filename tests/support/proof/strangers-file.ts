/** A backup file of a wallet that no device of a proof holds, and the code that opens it. */
import { entropyToMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { sealBackupFile } from '../../../firmware-sim/core/vault/backup-file.ts';
import { phraseFromEntropy, walletIdFromPhrase } from '../../../firmware-sim/core/vault/phrase.ts';
import { fewestRounds, fileNonceLength, fileSaltLength } from '../../../src/protocol/backup-file.ts';

const entropy = new Uint8Array(16).map((_, at) => at * 13 + 5);
const code = new Uint8Array(16).map((_, at) => at * 29 + 3);

export const strangersCode: readonly string[] = entropyToMnemonic(code, wordlist).split(' ');

export const strangersFile: Uint8Array = sealBackupFile(entropy, code, {
  wordCount: 12,
  walletId: walletIdFromPhrase(phraseFromEntropy(entropy)),
  rounds: fewestRounds,
  salt: new Uint8Array(fileSaltLength).fill(9),
  nonce: new Uint8Array(fileNonceLength).fill(8),
});
