/**
 * The Bitcoin app: of the commands of Ledger's app of that name, in the second version of its protocol, those that a wallet of one key needs
 * to watch, to compare addresses, and to sign messages and transactions. What can't be shown whole isn't signed (H11).
 */
import type { CommandApdu } from '../../../../src/protocol/apdu/apdu.ts';
import type { BitcoinMessages } from '../../../../src/text/types/apps/bitcoin.ts';
import type { AppReply, CoinApp, OpenApp, WaitedAnswer } from '../../app.ts';
import { answerAddress } from './addresses.ts';
import { bitcoinAnswer, bitcoinStatus } from './bitcoin-status.ts';
import type { Talk } from './host/host-answers.ts';
import { bitcoinRoots } from './host/key-paths.ts';
import { bitcoinTexts } from './languages.ts';
import { answerMessage } from './message.ts';
import { answerExtendedKey, answerFingerprint } from './public-keys.ts';
import { answerTransaction } from './transaction.ts';

const bitcoinClass = 0xe1;
/** Of the one command that brings an answer of the host's. */
const frameworkClass = 0xf8;

const instruction = {
  extendedKey: 0x00,
  register: 0x02,
  address: 0x03,
  transaction: 0x04,
  fingerprint: 0x05,
  message: 0x10,
} as const;
const continueInstruction = 0x01;

/** What clients of it send since 2.1.0; before, everything else was different. */
const protocolVersion = 1;

const done = new Set<number>([bitcoinStatus.ok, bitcoinStatus.interrupted]);

function openBitcoin(language: string): OpenApp {
  const text: BitcoinMessages = bitcoinTexts(language);
  /** A command that waits for the host. */
  let talk: Talk<AppReply> | undefined;

  function reset(): void {
    talk = undefined;
  }

  function goOn(going: Talk<AppReply>, answer = new Uint8Array()): AppReply {
    talk = undefined;
    const step = going.next(answer);
    if (step.done === true) return step.value;
    talk = going;
    return bitcoinAnswer('interrupted', step.value);
  }

  /** Of an answer that takes several: each is fetched by the host, and any other command drops those that are left. */
  function handOut(going: Talk<AppReply>): WaitedAnswer {
    const first = goOn(going);
    if (first.kind !== 'answer') throw new Error('nothing is asked behind a question');
    return { status: first.status, data: first.data ?? new Uint8Array() };
  }

  function begin({ ins, data }: CommandApdu): AppReply {
    switch (ins) {
      case instruction.fingerprint:
        return answerFingerprint(data);
      case instruction.extendedKey:
        return answerExtendedKey(data, text);
      case instruction.address:
        return goOn(answerAddress(data, text));
      case instruction.message:
        return goOn(answerMessage(data, text));
      case instruction.register:
        return { kind: 'refuse', reason: text.reasons.policy };
      case instruction.transaction:
        return goOn(answerTransaction(data, text, handOut));
      default:
        return bitcoinAnswer('unknownInstruction');
    }
  }

  function answer(command: CommandApdu): AppReply {
    const { cla, ins, p1, p2, data } = command;
    if (cla === frameworkClass) {
      if (ins !== continueInstruction) return bitcoinAnswer('unknownInstruction');
      // Some clients send the version here too.
      if (p1 !== 0 || p2 > protocolVersion) return bitcoinAnswer('badParameters');
      return talk === undefined ? bitcoinAnswer('badState') : goOn(talk, data.slice());
    }
    if (cla !== bitcoinClass) return bitcoinAnswer('unknownClass');
    reset();
    return p1 === 0 && p2 === protocolVersion ? begin(command) : bitcoinAnswer('badParameters');
  }

  return {
    receive(command) {
      const reply = answer(command);
      if (reply.kind === 'answer' && !done.has(reply.status)) reset();
      return reply;
    },
    reset,
  };
}

export function createBitcoinApp(): CoinApp {
  return {
    name: 'Bitcoin',
    // Clients ask one before 2.1.0 in another way.
    version: '2.4.6',
    classes: [bitcoinClass, frameworkClass],
    roots: bitcoinRoots,
    open: openBitcoin,
  };
}
