/** The keys of a device's storage, of backup files and of a wallet's addresses, for the search of its memory. */
import { pbkdf2Sync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { HDKey } from '@scure/bip32';
import { mnemonicToSeedSync } from '@scure/bip39';
import { decodeRecord, recordLength } from '../../../firmware-sim/core/vault/storage/record.ts';
import { stretchPin } from '../../../firmware-sim/core/vault/storage/sealing.ts';
import { openSlots } from '../../../firmware-sim/core/vault/storage/slots.ts';
import { fromHex } from '../../../src/protocol/bytes.ts';
import { openIndependently } from '../../fixtures/data/independent-backup-file.ts';
import type { KnownFile } from './h9-flow.ts';
import type { SecretKey } from '../../kit/leak-scanner/searcher.ts';

/** By another implementation of the format. */
export function fileKeys(files: readonly KnownFile[]): readonly SecretKey[] {
  return files.map(({ file, code }, index) => ({
    name: `key of backup file ${index + 1}`,
    bytes: fromHex(openIndependently(file, code.join(' ')).key),
  }));
}

/** None where the file holds no wallet. */
export function sealingKeys(file: string, pins: readonly string[]): readonly SecretKey[] {
  const bytes = new Uint8Array(readFileSync(file));
  const storage = { size: bytes.length, read: () => bytes, write: () => undefined };
  const payload = openSlots(storage, recordLength).read();
  const { identity, wallet } = decodeRecord(payload ?? new Uint8Array());
  if (wallet === undefined) return [];
  return pins.map((pin, index) => ({
    name: `sealing key of PIN ${index + 1}`,
    bytes: stretchPin(
      Uint8Array.from(pin, Number),
      wallet.salt,
      identity,
      (_hash, password, salt, rounds, length) =>
        new Uint8Array(pbkdf2Sync(password, salt, rounds, length, 'sha256')),
    ),
  }));
}

/** What an unlocked device keeps to sign with, until it is locked. */
const keptPaths = ["m/44'/60'", "m/45'", "m/44'/0'", "m/49'/0'", "m/84'/0'", "m/86'/0'"];

/** On the way to the addresses that the device shows, and to the keys that it signs with. */
const keyPaths = [
  ...keptPaths,
  "m/44'",
  "m/44'/60'/0'",
  "m/44'/60'/0'/0",
  "m/44'/60'/0'/0/0",
  "m/84'",
  "m/84'/0'/0'",
  "m/84'/0'/0'/0",
  "m/84'/0'/0'/0/0",
];

/** Private keys, by another implementation; of an unlocked device without those that it keeps. */
export function walletKeys(phrase: readonly string[], isUnlocked: boolean): readonly SecretKey[] {
  const master = HDKey.fromMasterSeed(mnemonicToSeedSync(phrase.join(' ')));
  const paths = keyPaths.filter((path) => !isUnlocked || !keptPaths.includes(path));
  return paths.map((path) => ({
    name: `key of ${path}`,
    bytes: new Uint8Array(master.derive(path).privateKey ?? []),
  }));
}
