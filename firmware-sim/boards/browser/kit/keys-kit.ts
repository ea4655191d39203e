/** What the script with the keys lends those of the apps: two have a use for it. `src/site/kit-plugin.ts` reads the imports here. */
import { keccak_256 } from '@noble/hashes/sha3.js';
import { bech32, bech32m, createBase58check } from '@scure/base';
import { messageField } from '../../../core/apps/shared/message-field.ts';
import { readAnyPath, writeKeyPath } from '../../../core/apps/shared/key-paths.ts';
import { fingerprintOf, hash160 } from '../../../core/chains/hash160.ts';
import { secp256k1 } from '../../../core/chains/secp256k1.ts';
import { addApp } from './shelf.ts';
import { lend } from './lend.ts';

export function lendKeysKit(): void {
  lend({
    keccak_256,
    bech32,
    bech32m,
    createBase58check,
    messageField,
    readAnyPath,
    writeKeyPath,
    fingerprintOf,
    hash160,
    secp256k1,
    addApp,
  });
}
