/**
 * The Ethereum app: the commands of Ledger's app of that name, as wallets send them, and none that signs what can't be read. Anyone who
 * sends something else gets a status; what is understood and can't be shown is refused with a reason (H11).
 */
import type { CommandApdu } from '../../../../src/protocol/apdu/apdu.ts';
import type { EthereumMessages } from '../../../../src/text/types/apps/ethereum.ts';
import type { CoinApp, AppReply, OpenApp } from '../../app.ts';
import { answerStatus, isRefusal, isTooLong } from './app-status.ts';
import { createAssembly } from './chunks.ts';
import { ethereumRoots } from './key-paths.ts';
import { ethereumTexts, typedDataTexts } from './languages.ts';
import { lengthBytes, messageDigest, messageRequestLength } from './message.ts';
import { answerKeyRequest } from './public-keys.ts';
import { reviewMessage } from './review-message.ts';
import { reviewTransaction } from './review-transaction.ts';
import { asksToSign, messageRecovery } from './signing-reply.ts';
import { createTokens } from './tokens.ts';
import { createTypedData } from './typed-data/typed-data.ts';
import { createTypedDataRequests, typedDataInstruction, type TypedDataPart } from './typed-data-requests.ts';
import { parseTransaction, recoveryByte, transactionDigest, transactionLength } from './transaction.ts';

const ethereumClass = 0xe0;

const instruction = {
  publicKey: 0x02,
  transaction: 0x04,
  configuration: 0x06,
  message: 0x08,
  token: 0x0a,
  externalPlugin: 0x12,
  collectible: 0x14,
  plugin: 0x16,
  filter: 0x1e,
  delegation: 0x34,
} as const;

/** The version says how much a client may ask for: from the next one on, they send descriptions of calls. */
const version = [1, 14, 0] as const;

/**
 * Wallets don't start without the first bit, which says that hashes are signed unseen; they aren't. The second asks for descriptions of
 * tokens.
 */
const flags = 0b11;

/** Gives what reads typed data, which says what it says in a language. */
export type OpenTypedData = (language: string) => TypedDataPart;

const openTypedDataReader: OpenTypedData = (language) => createTypedData(typedDataTexts(language));

function createSigning(text: EthereumMessages) {
  const tokens = createTokens();
  const transactions = createAssembly(transactionLength);
  const messages = createAssembly(messageRequestLength);

  function drop(): void {
    transactions.drop();
    messages.drop();
  }

  return {
    tokens,
    drop,
    transaction(command: CommandApdu): AppReply {
      messages.drop();
      const chunk = transactions.take(command);
      if (chunk.kind === 'partial') return answerStatus('ok');
      if (chunk.kind === 'refused') return answerStatus(chunk.status);
      const transaction = parseTransaction(chunk.bytes);
      if (transaction === 'malformed') return answerStatus('badData');
      if (transaction === 'unknown-type') return answerStatus('unknownTransactionType');
      const { path } = chunk;
      const token = tokens.find(transaction.chainId, transaction.to);
      const review = reviewTransaction({ transaction, path, token, text });
      return asksToSign(review, path, transactionDigest(transaction), (parity) =>
        recoveryByte(transaction, parity),
      );
    },
    message(command: CommandApdu): AppReply {
      transactions.drop();
      const chunk = messages.take(command);
      if (chunk.kind === 'partial') return answerStatus('ok');
      if (chunk.kind === 'refused') return answerStatus(chunk.status);
      const message = chunk.bytes.subarray(lengthBytes);
      const review = reviewMessage(message, chunk.path, text);
      return asksToSign(review, chunk.path, messageDigest(message), messageRecovery);
    },
  };
}

function openEthereum(language: string, openTypedData: OpenTypedData): OpenApp {
  const text = ethereumTexts(language);
  const signing = createSigning(text);
  const typedData = createTypedDataRequests(openTypedData(language), text);

  function reset(): void {
    signing.drop();
    signing.tokens.forget();
    typedData.reset();
  }

  /** Each request ends the one that another kind of request has begun; descriptions come in between and end nothing. */
  function answer(command: CommandApdu): AppReply {
    if (command.cla !== ethereumClass) return answerStatus('unknownClass');
    switch (command.ins) {
      case instruction.publicKey:
        signing.drop();
        typedData.reset();
        return answerKeyRequest(command, text);
      case instruction.transaction:
        typedData.reset();
        return signing.transaction(command);
      case instruction.message:
        typedData.reset();
        return signing.message(command);
      case instruction.configuration:
        return answerStatus('ok', Uint8Array.of(flags, ...version));
      case instruction.token:
        return answerStatus('ok', Uint8Array.of(signing.tokens.describe(command.data)));
      case instruction.collectible:
        return answerStatus('ok', Uint8Array.of(0));
      case instruction.externalPlugin:
      case instruction.plugin:
        return answerStatus('notInstalled');
      // Every field is shown, whatever a filter would leave out.
      case instruction.filter:
        return answerStatus('ok');
      case instruction.delegation:
        return { kind: 'refuse', reason: text.reasons.delegation };
      case typedDataInstruction.sign:
        if (command.p2 === 0) return { kind: 'refuse', reason: text.reasons.hashes };
        signing.drop();
        return typedData.receive(command);
      case typedDataInstruction.define:
      case typedDataInstruction.implement:
        signing.drop();
        return typedData.receive(command);
      default:
        return answerStatus('unknownInstruction');
    }
  }

  return {
    receive(command) {
      const reply = answer(command);
      if (isRefusal(reply)) reset();
      // A wallet that is told so by a status asks again by hashes.
      return isTooLong(reply) ? { kind: 'refuse', reason: text.reasons.tooLong } : reply;
    },
    reset,
  };
}

export function createEthereumApp(openTypedData = openTypedDataReader): CoinApp {
  return {
    name: 'Ethereum',
    version: version.join('.'),
    classes: [ethereumClass],
    roots: ethereumRoots,
    open: (language) => openEthereum(language, openTypedData),
  };
}
