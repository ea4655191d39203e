/** Requests for what tells a wallet, and all of its addresses: the fingerprint of its master key, and extended keys. */
import type { BitcoinMessages } from '../../../../src/text/types/apps/bitcoin.ts';
import { compressedKey, writeExtendedKey } from '../../chains/extended-key.ts';
import { elementAt } from '../../../../src/protocol/bytes.ts';
import type { AppReply } from '../../app.ts';
import { hardened, type KeyPath, type PublicKey } from '../../signing-keys.ts';
import { readAnyPath } from '../shared/key-paths.ts';
import { bitcoinAnswer } from './bitcoin-status.ts';
import { isStandard } from './host/key-paths.ts';
import { pathField } from './review.ts';

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** `key`: at `path`, of one level or more. */
export function extendedKeyAt(path: KeyPath, { point, chainCode, parent }: PublicKey): string {
  const index = elementAt(path, path.length - 1);
  return writeExtendedKey({ depth: path.length, parent, index, chainCode, key: compressedKey(point) });
}

/** Every key tells its wallet's: this is one that everybody has. */
const anyAccount: KeyPath = [hardened + 84, hardened, hardened];

export function answerFingerprint(data: Uint8Array): AppReply {
  if (data.length !== 0) return bitcoinAnswer('wrongLength');
  return { kind: 'key', path: anyAccount, answer: ({ master }) => master };
}

/** A byte that says whether to show it, and the path. */
export function answerExtendedKey(data: Uint8Array, text: BitcoinMessages): AppReply {
  const [display] = data;
  if (display === undefined) return bitcoinAnswer('wrongLength');
  const read = display <= 1 ? readAnyPath(data.subarray(1)) : undefined;
  if (read === undefined || read.rest.length > 0) return bitcoinAnswer('badData');
  const { path } = read;
  const isShown = display === 1;
  if (!isStandard(path))
    return isShown ? { kind: 'refuse', reason: text.reasons.path } : bitcoinAnswer('notSupported');
  const answer = (key: PublicKey): Uint8Array => ascii(extendedKeyAt(path, key));
  if (!isShown) return { kind: 'key', path, answer };
  return {
    kind: 'show-key',
    path,
    hasChainCode: true,
    screens: text.extendedKey,
    fields: (key) => [
      pathField(text, path),
      { title: text.titles.extendedKey, value: extendedKeyAt(path, key), shape: 'text' },
    ],
    answer,
  };
}
