/**
 * The wallet at rest: XChaCha20-Poly1305 under a key that needs both the PIN and the device secret.
 *
 * The PIN is stretched with PBKDF2-HMAC-SHA-256 (RFC 8018), then keyed with the device secret (HMAC, RFC 2104).
 * A PIN has 4 to 8 digits: what protects it is the device secret and the retry counter, and the stretching slows
 * down anyone who got hold of both. Wallet state and word count are authenticated with it, so that storage cannot be
 * edited from "unfinished" to "backed up" (H4).
 */

import { walletIdLength } from '../../../../src/protocol/entropy/wallet-id.ts';
import { byteAt, concatBytes } from '../../../../src/protocol/bytes.ts';
import { entropyLength, walletStates } from '../../../../src/protocol/public-state.ts';
import type { StretchKey } from '../../board.ts';
import { hmacSha256 } from '../keys/hmac.ts';
import { stretchInSoftware } from '../keys/stretch.ts';
import { xchacha20poly1305 } from '../keys/xchacha.ts';
import { erase } from '../memory/erase.ts';
import type { DeviceIdentity } from '../keys/device-key.ts';
import { sealedLength, type SealedWallet } from './record.ts';
import { copyBytes, secretBytes } from '../memory/secret-bytes.ts';

/** Rounds of PBKDF2: about 10 ms in JavaScript, so that a whole ceremony in a test stays fast. */
export const stretchRounds = 10_000;

const paddedEntropyLength = 32;

/** The secret content of a wallet. */
export interface WalletSecret {
  /** 16, 20, 24, 28 or 32 bytes. */
  readonly entropy: Uint8Array;
  readonly walletId: Uint8Array;
}

/** 32 bytes; the caller erases them. `pin` holds one digit (0 to 9) a byte. */
export function stretchPin(
  pin: Uint8Array,
  salt: Uint8Array,
  identity: DeviceIdentity,
  stretch: StretchKey = stretchInSoftware,
): Uint8Array {
  // As ASCII digits: HMAC fills a short key up with zero bytes, and "4711" and "47110" would be one and the same PIN.
  const password = secretBytes(pin.length);
  for (let at = 0; at < pin.length; at += 1) password[at] = 0x30 + byteAt(pin, at);
  const stretched = stretch('sha256', password, salt, stretchRounds, 32);
  const key = hmacSha256(identity.deviceSecret, stretched);
  erase(password, stretched);
  return key;
}

function boundData(wallet: Pick<SealedWallet, 'state' | 'wordCount'>, identity: DeviceIdentity): Uint8Array {
  return concatBytes(Uint8Array.of(walletStates.indexOf(wallet.state), wallet.wordCount), identity.deviceId);
}

export function seal(
  secret: WalletSecret,
  wallet: Pick<SealedWallet, 'state' | 'wordCount' | 'nonce'>,
  key: Uint8Array,
  identity: DeviceIdentity,
): Uint8Array {
  const plain = secretBytes(paddedEntropyLength + walletIdLength);
  plain.set(secret.entropy);
  plain.set(secret.walletId, paddedEntropyLength);
  try {
    // The cipher copies the plain text into its output first; an output that it makes itself would be a small array.
    const output = secretBytes(sealedLength);
    return xchacha20poly1305(key, wallet.nonce, boundData(wallet, identity)).encrypt(plain, output);
  } finally {
    erase(plain);
  }
}

/** `undefined` when the key is wrong or the stored bytes were changed: the tag cannot tell the two apart. */
export function unseal(
  wallet: SealedWallet,
  key: Uint8Array,
  identity: DeviceIdentity,
): WalletSecret | undefined {
  let plain: Uint8Array;
  try {
    const output = secretBytes(paddedEntropyLength + walletIdLength);
    plain = xchacha20poly1305(key, wallet.nonce, boundData(wallet, identity)).decrypt(wallet.sealed, output);
  } catch {
    return undefined;
  }
  const entropy = copyBytes(plain, 0, entropyLength(wallet.wordCount));
  const walletId = plain.slice(paddedEntropyLength);
  erase(plain);
  return { entropy, walletId };
}
