/** A wallet while a flow holds it: the phrase in memory, to be closed however the flow ends (H9). */
import type { WordCount } from '../../../src/protocol/public-state.ts';
import type { SeedQrFormat } from '../../../src/protocol/files/seed-qr.ts';
import type { Board, WalletAddresses } from '../board.ts';
import { newBackupFile, type NewBackupFile } from './copies/backup-file.ts';
import { erase } from './memory/erase.ts';
import { holdWords, type HeldWords } from './phrase/held-words.ts';
import { mistakeIn, type Mistake } from './phrase/mistakes.ts';
import { phraseFromEntropy } from './phrase/phrase.ts';
import { makeSeedQr, type SeedQr } from './copies/seed-qr.ts';
import { sameSecret } from './memory/same-secret.ts';
import type { WalletSecret } from './storage/sealing.ts';
import { addressesOfPhrase } from './wallet-addresses.ts';

export interface OpenWallet extends HeldWords {
  /** 16 bytes, public once released. */
  readonly walletId: Uint8Array;
  /** The phrase as squares to copy by hand; the caller erases them. */
  seedQr(format: SeedQrFormat): SeedQr;
  /** Compares an entered phrase with this one, all of it whatever differs. */
  matches(entered: Uint16Array): boolean;
  /** How an entered phrase of as many words differs, or `undefined` when it is this one. */
  mistakeIn(entered: Uint16Array): Mistake | undefined;
  /** The first address on each chain. No key of them outlives the call. */
  addresses(): WalletAddresses;
  /** Leaves the keys that it signs with in the vault, until the device is locked. A board that can't sign has none. */
  keepKeys(): void;
  /** Draws a backup code, for an encrypted file of this wallet; the caller closes it before the wallet. */
  newBackupFile(): NewBackupFile;
  /** Seals the wallet again, as backed up. */
  markBackedUp(): void;
  /** Seals the wallet again, under another PIN. */
  changePin(pin: Uint8Array): void;
  /** Overwrites phrase, entropy and key. The object is dead afterwards; a second call does nothing. */
  close(): void;
}

/** What a PIN opens: the key that it stretches to, 32 bytes, and the salt that belongs to it. */
export interface PinLock {
  readonly salt: Uint8Array;
  readonly key: Uint8Array;
}

/** How an open wallet is put away again. */
export interface Sealer {
  lockFor(pin: Uint8Array): PinLock;
  /** `state` is what the wallet is from now on; as before when left out. */
  seal(state: 'backed-up' | undefined, lock: PinLock): void;
  /** `phrase` stays the wallet's. */
  keepKeys(phrase: Uint16Array): void;
}

export function openWallet(
  board: Board,
  wordCount: WordCount,
  secret: WalletSecret,
  lock: PinLock,
  sealer: Sealer,
): OpenWallet {
  const phrase = phraseFromEntropy(secret.entropy);
  return {
    ...holdWords(board, wordCount, phrase),
    walletId: secret.walletId,
    seedQr: (format) => makeSeedQr(format, phrase, secret.entropy),
    matches: (entered) => sameSecret(phrase, entered, phrase.length),
    mistakeIn: (entered) => mistakeIn(entered, phrase),
    addresses: () => addressesOfPhrase(board, phrase),
    keepKeys: () => sealer.keepKeys(phrase),
    newBackupFile: () => newBackupFile(board, secret),
    markBackedUp: () => sealer.seal('backed-up', lock),
    changePin(pin) {
      const next = sealer.lockFor(pin);
      try {
        sealer.seal(undefined, next);
      } finally {
        erase(next.key);
      }
    },
    close: () => erase(phrase, secret.entropy, lock.key),
  };
}
