/** The command that signs a transaction: it's read, reviewed, signed, and the signatures given out one at a time. */
import { concatBytes } from '../../../../src/protocol/bytes.ts';
import type { BitcoinMessages } from '../../../../src/text/types/apps/bitcoin.ts';
import type { AppReply, MadeSignature, WaitedAnswer, WantedSignature } from '../../app.ts';
import { bitcoinAnswer } from './bitcoin-status.ts';
import type { Talk } from './host/host-answers.ts';
import { isOwnKey, type Policy } from './host/policy.ts';
import { extendedKeyAt } from './public-keys.ts';
import { writeVarint } from './host/varint.ts';
import { derOf } from './psbt/der.ts';
import { digestsOf } from './psbt/digests.ts';
import { readTransaction } from './psbt/read-transaction.ts';
import { spendingFields } from './psbt/review.ts';
import type { SpendingTransaction, SpentCoin } from './psbt/transaction.ts';

/** Brings the host something, and wants nothing of it but to go on. */
const yieldRequest = 0x10;
/** `OP_1` and a length, behind which a Taproot output has its key. */
const programStart = 2;

function signatureBytes({ sighash }: SpentCoin, made: MadeSignature): Uint8Array {
  if (made.scheme === 'ecdsa') return concatBytes(derOf(made.signature), Uint8Array.of(sighash));
  // Nothing said means everything.
  return sighash === 0 ? made.signature : concatBytes(made.signature, Uint8Array.of(sighash));
}

/** Which coin, the key that it's signed by (of Taproot the one that the output pays to, 32 bytes), and the signature. */
function yieldedSignature(coin: SpentCoin, at: number, made: MadeSignature): Uint8Array {
  const key = made.scheme === 'ecdsa' ? coin.key : coin.script.subarray(programStart);
  return concatBytes(
    Uint8Array.of(yieldRequest),
    writeVarint(at),
    Uint8Array.of(key.length),
    key,
    signatureBytes(coin, made),
  );
}

function* handedOut(parts: readonly Uint8Array[]): Talk<AppReply> {
  for (const part of parts) yield part;
  return bitcoinAnswer('ok');
}

function signaturesOf(transaction: SpendingTransaction): readonly WantedSignature[] {
  const digestOf = digestsOf(transaction);
  const scheme = transaction.kind === 'tr' ? 'taproot' : 'ecdsa';
  return transaction.coins.map((coin, at) => ({ path: coin.path, digest: digestOf(coin, at), scheme }));
}

/** Takes what is left to be said, and gives the first of it. */
type HandOut = (going: Talk<AppReply>) => WaitedAnswer;

function asksFor(
  policy: Policy,
  transaction: SpendingTransaction,
  text: BitcoinMessages,
  handOut: HandOut,
): AppReply {
  const { account } = policy;
  const { coins } = transaction;
  const { title, question } = text.transaction;
  return {
    kind: 'sign-all',
    account,
    check: (key) =>
      isOwnKey(policy, key.master, extendedKeyAt(account, key)) ? undefined : text.reasons.foreignKey,
    signatures: signaturesOf(transaction),
    title,
    question,
    fields: spendingFields(transaction, account, text),
    answer: (signatures) =>
      handOut(
        handedOut(
          signatures.flatMap((made, at) => {
            const coin = coins[at];
            return coin === undefined ? [] : [yieldedSignature(coin, at, made)];
          }),
        ),
      ),
  };
}

/** `data`: what the client has committed to, as `readTransaction` reads it. */
export function* answerTransaction(
  data: Uint8Array,
  text: BitcoinMessages,
  handOut: HandOut,
): Talk<AppReply> {
  const read = yield* readTransaction(data);
  switch (read.kind) {
    case 'wrong':
      return bitcoinAnswer('badData');
    case 'refused':
      return { kind: 'refuse', reason: text.reasons[read.reason] };
    case 'read':
      return asksFor(read.policy, read.transaction, text, handOut);
  }
}
