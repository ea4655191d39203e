/** `addresses.json`: for a device that shows which addresses its words open. */
import { deriveAddresses } from '../../firmware-sim/core/vault/addresses/derive-addresses.ts';
import { phraseFromEntropy, seedFromPhrase } from '../../firmware-sim/core/vault/phrase/phrase.ts';
import { stretchKey } from '../../firmware-sim/device/stretch-key.ts';
import { addressPaths } from '../../src/protocol/address-paths.ts';
import { toHex } from '../../src/protocol/bytes.ts';
import type { Vectors } from './files.ts';
import { phraseText } from './parts.ts';
import { vectorInputs } from './wallet-ids.ts';

/** What covers a key while it's at work, and leaves no trace in the address. */
const cover = (length: number): Uint8Array => new Uint8Array(length).fill(0xa5);

export function addressVectors(): Vectors {
  return {
    description:
      'The addresses that a device shows on its glass, of the phrases in wallet-ids.json, with an empty passphrase. Nothing of them crosses the wire.',
    passphrase: '',
    paths: addressPaths,
    vectors: vectorInputs.map(({ entropy }) => {
      const { ethereum, bitcoin } = deriveAddresses(
        seedFromPhrase(phraseFromEntropy(entropy), stretchKey),
        cover,
      );
      return { phrase: phraseText(entropy), entropy: toHex(entropy), ethereum, bitcoin };
    }),
  };
}
