/** The first addresses of a seed, as other wallets show them: a person compares, and nothing of it crosses the wire. */
import { bech32 } from '@scure/base';
import type { DeriveAddresses } from '../../board.ts';
import { hash160 } from '../../chains/hash160.ts';
import { ethereumAddressOfKey } from '../../chains/ethereum-address.ts';
import { firstPublicKey } from './account.ts';
import type { CurvePoint } from './curve.ts';

/** Pay to witness public key hash, version 0 (BIP-141), in Bech32 (BIP-173). */
function bitcoinAddress(key: CurvePoint): string {
  const hash = hash160(key.toBytes(true));
  return bech32.encode('bc', [0, ...bech32.toWords(hash)]);
}

export const deriveAddresses: DeriveAddresses = (seed, draw) => ({
  ethereum: ethereumAddressOfKey(firstPublicKey(seed, 44, 60, draw).toBytes(false)),
  bitcoin: bitcoinAddress(firstPublicKey(seed, 84, 0, draw)),
});
