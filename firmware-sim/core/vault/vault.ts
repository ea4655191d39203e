/**
 * The vault: all that is secret. The glass asks it to create, open and discard; nothing of it reaches the wire
 * but what `firmware.ts` hands over as declared public outputs.
 */
import { englishTag } from '../../../src/protocol/language-tag.ts';
import { pinTries, type WalletState, type WordCount } from '../../../src/protocol/public-state.ts';
import type { DeviceKind } from '../../../src/protocol/device-make.ts';
import type { Board, Make, WalletAddresses } from '../board.ts';
import type { KeyRing } from '../signing-keys.ts';
import { attest, certify, drawIdentity, simulatorMake } from './keys/device-key.ts';
import { openBackupFile } from './copies/backup-file.ts';
import { stretchOf } from './keys/stretch.ts';
import { erase } from './memory/erase.ts';
import { openWallet, type OpenWallet, type PinLock } from './open-wallet.ts';
import { openPhraseSource, type PhraseSource } from './entropy/phrase-source.ts';
import { entropyFromPhrase, phraseFromEntropy, walletIdFromPhrase, wordCountOf } from './phrase/phrase.ts';
import { drawRandom } from './random/random.ts';
import {
  decodeRecord,
  encodeRecord,
  nonceLength,
  recordLength,
  saltLength,
  type StoredDevice,
  type SealedWallet,
} from './storage/record.ts';
import { seal, stretchPin, unseal, type WalletSecret } from './storage/sealing.ts';
import { openSlots } from './storage/slots.ts';
import { addressesOfPhrase, keysOfPhrase } from './wallet-addresses.ts';

export type UnlockResult =
  | { readonly kind: 'open'; readonly wallet: OpenWallet }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'wiped' };

export interface Vault {
  readonly deviceId: Uint8Array;
  readonly kind: DeviceKind;
  state(): WalletState;
  wordCount(): WordCount | 0;
  /** PIN tries left before the wallet is wiped, 0 to 3. */
  triesLeft(): number;
  /**
   * What a new phrase is made of, in memory until it is erased. The wire reaches the candidates of the latest one,
   * and no other part.
   */
  newPhrase(wordCount: WordCount): PhraseSource;
  /** The source that `newPhrase` made last. */
  phraseSource(): PhraseSource | undefined;
  /**
   * Takes the entropy, seals it under the PIN as an unfinished backup and opens it; a word count alone stands for the
   * random source alone. The device must be empty.
   */
  create(pin: Uint8Array, source: WordCount | PhraseSource): OpenWallet;
  /** Counts the try, in storage, before the PIN is compared; the third wrong one wipes the wallet (H7). */
  unlock(pin: Uint8Array): UnlockResult;
  /**
   * Stores a phrase that the person entered, as backed up: its words are on paper. Throws `RangeError` for a wrong
   * checksum; the caller erases `phrase`. The device must be empty.
   */
  restore(pin: Uint8Array, phrase: Uint16Array): OpenWallet;
  /** The phrase in a backup file, as `openBackupFile` finds it; the caller erases it. */
  openFile(file: Uint8Array, codePhrase: Uint16Array): ReturnType<typeof openBackupFile>;
  /** The wallet ID of a phrase that is not stored, 16 bytes. */
  walletIdOf(phrase: Uint16Array): Uint8Array;
  /** The first address on each chain of a phrase that is not stored. No key of them outlives the call. */
  addressesOf(phrase: Uint16Array): WalletAddresses;
  /** Deletes the wallet, and leaves the device its name. */
  discard(): void;
  /** Deletes the wallet, and the name that its owner gave the device. */
  wipe(): void;
  /** What the wallet signs with, from its PIN until the device is locked; `undefined` on a board that can't sign. */
  keys(): KeyRing | undefined;
  /** Overwrites these keys. */
  lock(): void;
  /** What the person calls the device; empty at first. */
  name(): string;
  rename(name: string): void;
  /** What the glass is to be read in. A wipe leaves it: it's the reader's, and tells nothing of a wallet. */
  language(): string;
  speak(language: string): void;
  /** The certificate of the device's own key, whole. */
  certificate(): Uint8Array;
  /** Signs a challenge of 32 bytes, and what the device says of itself, with the device's own key. */
  attest(challenge: Uint8Array, told: Uint8Array): Uint8Array;
}

/** Opens what is stored, or draws the identity of a new device. Throws `DeviceFault`. */
export function openVault(board: Board, make: Make = simulatorMake): Vault {
  const slots = openSlots(board.storage, recordLength);
  const stored = slots.read();
  let record: StoredDevice =
    stored === undefined
      ? { identity: drawIdentity(board), name: '', language: englishTag, wallet: undefined }
      : decodeRecord(stored);
  const { identity } = record;
  const stretch = stretchOf(board);
  const write = (next: StoredDevice): void => {
    try {
      slots.write(encodeRecord(next));
      record = next;
    } catch (fault) {
      // One of the two copies may be written: what a restart would find counts from now on.
      const kept = slots.read();
      if (kept !== undefined) record = decodeRecord(kept);
      throw fault;
    }
  };
  const writeWallet = (wallet: SealedWallet | undefined): void => write({ ...record, wallet });
  let ring: KeyRing | undefined;
  const dropKeys = (): void => {
    ring?.close();
    ring = undefined;
  };
  const wipe = (): void => {
    dropKeys();
    write({ ...record, name: '', wallet: undefined });
  };
  // Power was lost between the last counted try and the wipe: finish it.
  if (stored === undefined || (record.wallet?.failures ?? 0) >= pinTries) wipe();

  let source: PhraseSource | undefined;
  let certified: Uint8Array | undefined;
  /** Made when somebody asks: most of what a device does needs none. */
  const certificate = (): Uint8Array => (certified ??= certify(make, identity));

  const sealAs = (
    state: SealedWallet['state'],
    wordCount: WordCount,
    secret: WalletSecret,
    lock: PinLock,
  ): void => {
    const nonce = drawRandom(board, 'seal', nonceLength);
    const sealed = seal(secret, { state, wordCount, nonce }, lock.key, identity);
    writeWallet({ state, wordCount, failures: 0, salt: lock.salt, nonce, sealed });
  };

  /**
   * Sets the count back after a right PIN, and tries once more when storage fails. On the last try a failure that
   * stays is a wipe at the next start: the record then looks as after a third wrong PIN, and must.
   */
  const resetCount = (counted: SealedWallet): void => {
    const wallet = { ...counted, failures: 0 };
    try {
      writeWallet(wallet);
    } catch {
      writeWallet(wallet);
    }
  };

  const lockFor = (pin: Uint8Array, salt = drawRandom(board, 'seal', saltLength)): PinLock => ({
    salt,
    key: stretchPin(pin, salt, identity, stretch),
  });

  const hold = (wordCount: WordCount, secret: WalletSecret, lock: PinLock): OpenWallet =>
    openWallet(board, wordCount, secret, lock, {
      lockFor,
      seal: (state, next) =>
        sealAs(state ?? record.wallet?.state ?? 'unfinished-backup', wordCount, secret, next),
      keepKeys(phrase) {
        dropKeys();
        ring = keysOfPhrase(board, phrase);
      },
    });

  /** The ID that earlier firmware stored was made in another way, so that it is always computed. */
  const withWalletId = ({ entropy }: Pick<WalletSecret, 'entropy'>): WalletSecret => {
    const phrase = phraseFromEntropy(entropy);
    const walletId = walletIdFromPhrase(phrase, stretch);
    erase(phrase);
    return { entropy, walletId };
  };

  /** Seals entropy under a PIN and opens it. Erases the entropy, and throws, when that fails. */
  const store = (state: SealedWallet['state'], pin: Uint8Array, entropy: Uint8Array): OpenWallet => {
    const wordCount = wordCountOf(entropy);
    let lock: PinLock | undefined;
    try {
      if (record.wallet !== undefined) throw new Error('the device holds a wallet');
      lock = lockFor(pin);
      const secret = withWalletId({ entropy });
      sealAs(state, wordCount, secret, lock);
      return hold(wordCount, secret, lock);
    } catch (fault) {
      erase(entropy);
      if (lock !== undefined) erase(lock.key);
      throw fault;
    }
  };

  return {
    deviceId: identity.deviceId,
    kind: make.kind,
    state: () => record.wallet?.state ?? 'empty',
    wordCount: () => record.wallet?.wordCount ?? 0,
    triesLeft: () => pinTries - (record.wallet?.failures ?? 0),

    newPhrase: (wordCount) => (source = openPhraseSource(board, wordCount)),
    phraseSource: () => source,

    create: (pin, from) =>
      store(
        'unfinished-backup',
        pin,
        (typeof from === 'number' ? openPhraseSource(board, from) : from).takeEntropy(),
      ),

    restore: (pin, phrase) => store('backed-up', pin, entropyFromPhrase(phrase)),

    unlock(pin) {
      const { wallet } = record;
      if (wallet === undefined) throw new Error('the device holds no wallet');
      if (wallet.failures >= pinTries) {
        // Storage failed during the wipe that was due: no fourth PIN is compared, and the wipe is tried again.
        wipe();
        return { kind: 'wiped' };
      }
      const counted = { ...wallet, failures: wallet.failures + 1 };
      writeWallet(counted);
      const lock = lockFor(pin, wallet.salt);
      const opened = unseal(wallet, lock.key, identity);
      if (opened === undefined) {
        erase(lock.key);
        if (counted.failures < pinTries) return { kind: 'wrong', triesLeft: pinTries - counted.failures };
        wipe();
        return { kind: 'wiped' };
      }
      const open = hold(wallet.wordCount, withWalletId(opened), lock);
      try {
        resetCount(counted);
        return { kind: 'open', wallet: open };
      } catch (fault) {
        open.close();
        throw fault;
      }
    },

    openFile: (file, codePhrase) => openBackupFile(file, codePhrase, stretch),

    walletIdOf: (phrase) => walletIdFromPhrase(phrase, stretch),
    addressesOf: (phrase) => addressesOfPhrase(board, phrase),
    discard: () => writeWallet(undefined),
    wipe,
    keys: () => ring,
    lock: dropKeys,
    name: () => record.name,
    rename: (name) => write({ ...record, name }),
    language: () => record.language,
    speak: (language) => write({ ...record, language }),
    certificate: () => certificate().slice(),
    attest: (challenge, told) => attest(identity, certificate(), challenge, told),
  };
}
