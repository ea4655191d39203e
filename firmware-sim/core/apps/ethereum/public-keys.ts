/** Requests for a public key: silent, or with its address on the glass. */
import type { CommandApdu } from '../../../../src/protocol/apdu/apdu.ts';
import { concatBytes } from '../../../../src/protocol/bytes.ts';
import type { EthereumMessages } from '../../../../src/text/types/apps/ethereum.ts';
import { ethereumAddressOfKey } from '../../chains/ethereum-address.ts';
import type { PublicKey } from '../../signing-keys.ts';
import type { AppReply, Field } from '../../app.ts';
import { answerStatus } from './app-status.ts';
import { readKeyPath } from './key-paths.ts';
import { accountField, networkField } from './review.ts';

const chainIdLength = 8;
/** What a client means that names none. */
const mainChain = 1n;

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

const withLength = (bytes: Uint8Array): Uint8Array => concatBytes(Uint8Array.of(bytes.length), bytes);

/** The point, the address without `0x`, and the chain code where it was asked for. */
function encodeKey({ point, chainCode }: PublicKey, hasChainCode: boolean): Uint8Array {
  const address = ascii(ethereumAddressOfKey(point).slice(2));
  return concatBytes(withLength(point), withLength(address), hasChainCode ? chainCode : new Uint8Array());
}

export function answerKeyRequest({ p1, p2, data }: CommandApdu, text: EthereumMessages): AppReply {
  if (p1 > 1 || p2 > 1) return answerStatus('badParameters');
  const read = readKeyPath(data);
  if (read === undefined || (read.rest.length !== 0 && read.rest.length !== chainIdLength))
    return answerStatus('badData');
  const { path, rest } = read;
  const hasChainCode = p2 === 1;
  const answer = (key: PublicKey): Uint8Array => encodeKey(key, hasChainCode);
  if (p1 === 0) return { kind: 'key', path, answer };
  const chainId = rest.reduce((total, byte) => total * 256n + BigInt(byte), 0n);
  const about = [
    accountField(text, path),
    ...(rest.length === 0 || chainId === mainChain ? [] : [networkField(text, chainId)]),
  ];
  const fields = ({ point }: PublicKey): readonly Field[] => [
    ...about,
    { title: text.titles.address, value: ethereumAddressOfKey(point), shape: 'address' },
  ];
  return { kind: 'show-key', path, hasChainCode, fields, answer };
}
