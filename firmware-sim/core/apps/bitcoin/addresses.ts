/** Requests for an address of a wallet that the client describes: silent, or compared on the glass. */
import { byteAt } from '../../../../src/protocol/bytes.ts';
import type { BitcoinMessages } from '../../../../src/text/types/apps/bitcoin.ts';
import { bitcoinAddress } from '../../chains/bitcoin-address.ts';
import { compressedKey, publicChild } from '../../chains/extended-key.ts';
import type { AppReply } from '../../app.ts';
import { hardened, type PublicKey } from '../../signing-keys.ts';
import { bitcoinAnswer } from './bitcoin-status.ts';
import { hashLength, type Talk } from './host/host-answers.ts';
import { isOwnKey, readPolicy } from './host/policy.ts';
import { extendedKeyAt } from './public-keys.ts';
import { pathField } from './review.ts';

/** Whether to show it, the policy's hash, the proof that it was registered, whether it is for change, and its number. */
const requestLength = 1 + hashLength + hashLength + 1 + 4;

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

interface AddressRequest {
  readonly isShown: boolean;
  readonly id: Uint8Array;
  readonly isRegistered: boolean;
  readonly change: number;
  readonly index: number;
}

function readRequest(data: Uint8Array): AddressRequest | undefined {
  const display = byteAt(data, 0);
  const change = byteAt(data, 1 + 2 * hashLength);
  const index = data.subarray(2 + 2 * hashLength).reduce((number, byte) => number * 256 + byte, 0);
  if (display > 1 || change > 1 || index >= hardened) return undefined;
  return {
    isShown: display === 1,
    // A copy: the command's bytes are the link's.
    id: data.slice(1, 1 + hashLength),
    isRegistered: data.subarray(1 + hashLength, 1 + 2 * hashLength).some((byte) => byte !== 0),
    change,
    index,
  };
}

export function* answerAddress(data: Uint8Array, text: BitcoinMessages): Talk<AppReply> {
  if (data.length !== requestLength) return bitcoinAnswer('wrongLength');
  const request = readRequest(data);
  if (request === undefined) return bitcoinAnswer('badData');
  const { isShown, id, isRegistered, change, index } = request;
  const { reasons, titles } = text;
  // This device registers none.
  if (isRegistered) return { kind: 'refuse', reason: reasons.policy };
  const policy = yield* readPolicy(id);
  if (policy === 'wrong') return bitcoinAnswer('badData');
  if (policy === 'unknown') return { kind: 'refuse', reason: reasons.policy };
  const path = policy.account;
  const check = (key: PublicKey) =>
    isOwnKey(policy, key.master, extendedKeyAt(path, key)) ? undefined : reasons.foreignKey;
  const addressOf = ({ point, chainCode }: PublicKey): string => {
    const chain = publicChild({ key: compressedKey(point), chainCode }, change);
    return bitcoinAddress(policy.kind, publicChild(chain, index).key);
  };
  const answer = (key: PublicKey): Uint8Array => ascii(addressOf(key));
  if (!isShown) return { kind: 'key', path, check, answer };
  return {
    kind: 'show-key',
    path,
    hasChainCode: false,
    check,
    fields: (key) => [
      pathField(text, [...path, change, index]),
      {
        title: change === 1 ? titles.changeAddress : titles.address,
        value: addressOf(key),
        shape: 'address',
      },
    ],
    answer,
  };
}
