/** What becomes of a review: a question before the key is touched, or a reason why there is none. */
import { concatBytes } from '../../../../src/protocol/bytes.ts';
import type { KeyPath, Signature } from '../../signing-keys.ts';
import type { AppReply } from '../../app.ts';
import type { Review } from './review.ts';

/** What an answer's first byte says: which of two keys the signature is of. */
export type Recovery = (parity: 0 | 1) => number;

/** Messages have the numbers that Bitcoin's had, as transactions did before EIP-155. */
export const messageRecovery: Recovery = (parity) => 27 + parity;

export function asksToSign(review: Review, path: KeyPath, digest: Uint8Array, recovery: Recovery): AppReply {
  if (review.kind === 'unreadable') return { kind: 'refuse', reason: review.reason };
  const { title, question, fields } = review;
  const answer = ({ r, s, parity }: Signature): Uint8Array =>
    concatBytes(Uint8Array.of(recovery(parity)), r, s);
  return { kind: 'sign', path, digest, title, question, fields, answer };
}
