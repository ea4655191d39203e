/** The commands of streamed typed data (EIP-712), handed to the part that reads it: definitions, values, and the request to sign them. */
import type { CommandApdu } from '../../../../src/protocol/apdu/apdu.ts';
import type { EthereumMessages } from '../../../../src/text/types/apps/ethereum.ts';
import type { AppReply, Field, OpenApp } from '../../app.ts';
import { answerStatus } from './app-status.ts';
import { readKeyPath } from './key-paths.ts';
import { accountField } from './review.ts';
import { asksToSign, messageRecovery } from './signing-reply.ts';

/** Whatever reads typed data. Numbers are status words. */
export interface TypedDataPart {
  define(p2: number, data: Uint8Array): number;
  implement(p1: number, p2: number, data: Uint8Array): number;
  /** What was read, once it's whole, and once only. */
  finish():
    | number
    | {
        readonly digest: Uint8Array;
        readonly title: string;
        readonly question: string;
        readonly fields: readonly Field[];
      };
  reset(): void;
}

export const typedDataInstruction = { define: 0x1a, implement: 0x1c, sign: 0x0c } as const;

export function createTypedDataRequests(part: TypedDataPart, text: EthereumMessages): OpenApp {
  function sign(reader: TypedDataPart, data: Uint8Array): AppReply {
    const read = readKeyPath(data);
    if (read === undefined || read.rest.length > 0) return answerStatus('badData');
    const whole = reader.finish();
    if (typeof whole === 'number') return { kind: 'answer', status: whole };
    const { path } = read;
    const fields = [...whole.fields, accountField(text, path)];
    return asksToSign({ kind: 'readable', ...whole, fields }, path, whole.digest, messageRecovery);
  }

  return {
    receive({ ins, p1, p2, data }: CommandApdu) {
      if (ins === typedDataInstruction.implement)
        return { kind: 'answer', status: part.implement(p1, p2, data) };
      if (p1 !== 0) return answerStatus('badParameters');
      if (ins === typedDataInstruction.define) return { kind: 'answer', status: part.define(p2, data) };
      return p2 === 1 ? sign(part, data) : answerStatus('badParameters');
    },
    reset() {
      part.reset();
    },
  };
}
