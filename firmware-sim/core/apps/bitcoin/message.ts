/** Messages that a person signs with the key of an address, as Bitcoin's first wallet did. */
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '../../../../src/protocol/bytes.ts';
import type { BitcoinMessages } from '../../../../src/text/types/apps/bitcoin.ts';
import type { AppReply } from '../../app.ts';
import type { Signature } from '../../signing-keys.ts';
import { readAnyPath } from '../shared/key-paths.ts';
import { messageField } from '../shared/message-field.ts';
import { bitcoinAnswer } from './bitcoin-status.ts';
import { hashLength, leafAt, mostLeaves, type Talk } from './host/host-answers.ts';
import { isOfAddress } from './host/key-paths.ts';
import { pathField } from './review.ts';
import { readVarint, writeVarint } from './host/varint.ts';

const pieceLength = 64;
/** In bytes. Nobody reads more of them on a small screen. */
export const longestMessage = mostLeaves * pieceLength;

const prefix = new TextEncoder().encode('\x18Bitcoin Signed Message:\n');

export function bitcoinMessageDigest(message: Uint8Array): Uint8Array {
  return sha256(sha256(concatBytes(prefix, writeVarint(message.length), message)));
}

/** The first byte says which key, of a compressed one, the signature is of (BIP-137); of all kinds of addresses, as clients expect. */
const answer = ({ r, s, parity }: Signature): Uint8Array => concatBytes(Uint8Array.of(31 + parity), r, s);

function* readMessage(root: Uint8Array, length: number): Talk<Uint8Array | undefined> {
  const count = Math.ceil(length / pieceLength);
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < count; at += 1) {
    const piece = yield* leafAt(root, count, at);
    if (piece?.length !== Math.min(pieceLength, length - at * pieceLength)) return undefined;
    pieces.push(piece);
  }
  return concatBytes(...pieces);
}

/** The path, the message's length, and the root of its pieces. */
export function* answerMessage(data: Uint8Array, text: BitcoinMessages): Talk<AppReply> {
  const read = readAnyPath(data);
  if (read === undefined) return bitcoinAnswer('badData');
  const length = readVarint(read.rest);
  if (length?.rest.length !== hashLength) return bitcoinAnswer('badData');
  const { path } = read;
  if (!isOfAddress(path)) return { kind: 'refuse', reason: text.reasons.path };
  if (length.value > longestMessage) return { kind: 'refuse', reason: text.reasons.tooLong };
  // A copy: the command's bytes are the link's.
  const message = yield* readMessage(length.rest.slice(), length.value);
  if (message === undefined) return bitcoinAnswer('badData');
  const { title, question } = text.message;
  const fields = [messageField(message, text), pathField(text, path)];
  return { kind: 'sign', path, digest: bitcoinMessageDigest(message), title, question, fields, answer };
}
