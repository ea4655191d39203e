/**
 * What the device keeps: its identity and its one wallet. A fixed layout of 205 bytes, so that nothing about a
 * wallet shows in a length.
 */
import { isDeviceName, longestName } from '../../../../src/protocol/device-name.ts';
import { englishTag, isLanguageTag, languageTagLength } from '../../../../src/protocol/language-tag.ts';
import { byteAt, concatBytes } from '../../../../src/protocol/bytes.ts';
import {
  isWordCount,
  pinTries,
  walletStates,
  type WalletState,
  type WordCount,
} from '../../../../src/protocol/public-state.ts';
import { DeviceFault } from '../../faults.ts';
import type { DeviceIdentity } from '../keys/device-key.ts';

const recordVersion = 1;
export const deviceSecretLength = 32;
export const deviceKeyLength = 32;
export const saltLength = 16;
export const nonceLength = 24;
/** Entropy padded to 32 bytes, wallet ID 16, Poly1305 tag 16. */
export const sealedLength = 64;
const identityLength = 16 + deviceKeyLength + deviceSecretLength;
/**
 * A name of up to 12 characters, and a language at the end of what was room for names of 16 in earlier firmware, which reads it past
 * its names: zeros are English, as it wrote them.
 */
const nameLength = 1 + 16;
export const recordLength = 4 + identityLength + saltLength + nonceLength + sealedLength + nameLength;

export interface SealedWallet {
  readonly state: Exclude<WalletState, 'empty'>;
  readonly wordCount: WordCount;
  /** Wrong tries since the last right one; written before a PIN is compared. */
  readonly failures: number;
  readonly salt: Uint8Array;
  readonly nonce: Uint8Array;
  readonly sealed: Uint8Array;
}

export interface StoredDevice {
  readonly identity: DeviceIdentity;
  /** What the person calls the device: empty, or as `isDeviceName` has it. */
  readonly name: string;
  /** Of the glass: a tag as `isLanguageTag` has it. */
  readonly language: string;
  readonly wallet: SealedWallet | undefined;
}

export function encodeRecord({ identity, name, language, wallet }: StoredDevice): Uint8Array {
  const state = wallet?.state ?? 'empty';
  return concatBytes(
    Uint8Array.of(recordVersion, walletStates.indexOf(state), wallet?.wordCount ?? 0, wallet?.failures ?? 0),
    identity.deviceId,
    identity.deviceKey,
    identity.deviceSecret,
    wallet === undefined
      ? new Uint8Array(saltLength + nonceLength + sealedLength)
      : concatBytes(wallet.salt, wallet.nonce, wallet.sealed),
    encodeName(name, language),
  );
}

function encodeName(name: string, language: string): Uint8Array {
  const bytes = new Uint8Array(nameLength);
  bytes[0] = name.length;
  for (let at = 0; at < name.length; at += 1) bytes[at + 1] = name.charCodeAt(at);
  if (language !== englishTag)
    for (let at = 0; at < languageTagLength; at += 1)
      bytes[nameLength - languageTagLength + at] = language.charCodeAt(at);
  return bytes;
}

/** What stands behind a longer name of earlier firmware is part of it. */
function decodeLanguage(bytes: Uint8Array): string {
  const tag = String.fromCharCode(...bytes.subarray(-languageTagLength));
  return byteAt(bytes, 0) <= longestName && isLanguageTag(tag) ? tag : englishTag;
}

/** A name that no host could give today, such as one that earlier firmware took, is none. */
function decodeName(bytes: Uint8Array): string {
  const name = String.fromCharCode(...bytes.subarray(1, 1 + byteAt(bytes, 0)));
  return isDeviceName(name) ? name : '';
}

/** Throws `DeviceFault('storage-damaged')` for a length, a version or a code that this firmware does not know. */
export function decodeRecord(bytes: Uint8Array): StoredDevice {
  if (bytes.length !== recordLength || byteAt(bytes, 0) !== recordVersion) {
    throw new DeviceFault('storage-damaged');
  }
  let offset = 4;
  const take = (length: number): Uint8Array => bytes.slice(offset, (offset += length));
  const identity = {
    deviceId: take(16),
    deviceKey: take(deviceKeyLength),
    deviceSecret: take(deviceSecretLength),
  };
  const state = walletStates[byteAt(bytes, 1)];
  const [wordCount, failures] = [byteAt(bytes, 2), byteAt(bytes, 3)];
  if (state === undefined) throw new DeviceFault('storage-damaged');
  const name = decodeName(bytes.subarray(-nameLength));
  const language = decodeLanguage(bytes.subarray(-nameLength));
  if (state === 'empty') return { identity, name, language, wallet: undefined };
  if (!isWordCount(wordCount) || failures > pinTries) throw new DeviceFault('storage-damaged');
  const wallet = {
    state,
    wordCount,
    failures,
    salt: take(saltLength),
    nonce: take(nonceLength),
    sealed: take(sealedLength),
  };
  return { identity, name, language, wallet };
}
