/**
 * The vault: all that is secret. The glass asks it to create, open and discard; nothing of it reaches the wire
 * but what `firmware.ts` hands over as declared public outputs.
 */
import { pinTries, type WalletState, type WordCount } from '../../../src/protocol/public-state.ts';
import type { Board } from '../board.ts';
import { attest, drawIdentity } from './device-key.ts';
import { erase } from './erase.ts';
import { openWallet, type OpenWallet } from './open-wallet.ts';
import { phraseFromEntropy, walletIdFromPhrase } from './phrase.ts';
import { drawRandom } from './random.ts';
import {
  decodeRecord,
  encodeRecord,
  nonceLength,
  recordLength,
  saltLength,
  type DeviceRecord,
  type SealedWallet,
} from './record.ts';
import { entropyLength, seal, stretchPin, unseal, type WalletSecret } from './sealing.ts';
import { openSlots } from './slots.ts';

export type UnlockResult =
  | { readonly kind: 'open'; readonly wallet: OpenWallet }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'wiped' };

export interface Vault {
  readonly deviceId: Uint8Array;
  state(): WalletState;
  wordCount(): WordCount | 0;
  /** PIN tries left before the wallet is wiped, 0 to 3. */
  triesLeft(): number;
  /** Draws entropy, seals it under the PIN as an unfinished backup and opens it. The device must be empty. */
  create(pin: Uint8Array, wordCount: WordCount): OpenWallet;
  /** Counts the try, in storage, before the PIN is compared; the third wrong one wipes the wallet (H7). */
  unlock(pin: Uint8Array): UnlockResult;
  /** Deletes the wallet. */
  discard(): void;
  /** Signs a challenge of 32 bytes with the device's own key. */
  attest(challenge: Uint8Array): Uint8Array;
}

/** Opens what is stored, or draws the identity of a new device. Throws `DeviceFault`. */
export function openVault(board: Board): Vault {
  const slots = openSlots(board.storage, recordLength);
  const stored = slots.read();
  let record: DeviceRecord =
    stored === undefined ? { identity: drawIdentity(board), wallet: undefined } : decodeRecord(stored);
  const { identity } = record;
  const write = (next: DeviceRecord): void => {
    slots.write(encodeRecord(next));
    record = next;
  };
  const wipe = (): void => write({ identity, wallet: undefined });
  // Power was lost between the last counted try and the wipe: finish it.
  if (stored === undefined || (record.wallet?.failures ?? 0) >= pinTries) wipe();

  const sealAs = (
    state: SealedWallet['state'],
    wordCount: WordCount,
    secret: WalletSecret,
    key: Uint8Array,
    salt: Uint8Array,
  ): void => {
    const nonce = drawRandom(board, 'seal', nonceLength);
    const sealed = seal(secret, { state, wordCount, nonce }, key, identity);
    write({ identity, wallet: { state, wordCount, failures: 0, salt, nonce, sealed } });
  };

  const hold = (wordCount: WordCount, secret: WalletSecret, key: Uint8Array, salt: Uint8Array): OpenWallet =>
    openWallet(board, wordCount, secret, key, () => sealAs('backed-up', wordCount, secret, key, salt));

  return {
    deviceId: identity.deviceId,
    state: () => record.wallet?.state ?? 'empty',
    wordCount: () => record.wallet?.wordCount ?? 0,
    triesLeft: () => pinTries - (record.wallet?.failures ?? 0),

    create(pin, wordCount) {
      if (record.wallet !== undefined) throw new Error('the device holds a wallet');
      const salt = drawRandom(board, 'seal', saltLength);
      const entropy = drawRandom(board, 'phrase', entropyLength(wordCount));
      const phrase = phraseFromEntropy(entropy);
      const key = stretchPin(pin, salt, identity);
      try {
        const secret = { entropy, walletId: walletIdFromPhrase(phrase) };
        sealAs('unfinished-backup', wordCount, secret, key, salt);
        return hold(wordCount, secret, key, salt);
      } catch (fault) {
        erase(entropy, key);
        throw fault;
      } finally {
        erase(phrase);
      }
    },

    unlock(pin) {
      const { wallet } = record;
      if (wallet === undefined) throw new Error('the device holds no wallet');
      if (wallet.failures >= pinTries) {
        // Storage failed during the wipe that was due: no fourth PIN is compared, and the wipe is tried again.
        wipe();
        return { kind: 'wiped' };
      }
      const counted = { ...wallet, failures: wallet.failures + 1 };
      write({ identity, wallet: counted });
      const key = stretchPin(pin, wallet.salt, identity);
      const secret = unseal(wallet, key, identity);
      if (secret === undefined) {
        erase(key);
        if (counted.failures < pinTries) return { kind: 'wrong', triesLeft: pinTries - counted.failures };
        wipe();
        return { kind: 'wiped' };
      }
      const open = hold(wallet.wordCount, secret, key, wallet.salt);
      try {
        write({ identity, wallet: { ...counted, failures: 0 } });
        return { kind: 'open', wallet: open };
      } catch (fault) {
        open.close();
        throw fault;
      }
    },

    discard: wipe,
    attest: (challenge) => attest(board, identity, challenge),
  };
}
