/**
 * The entropy check as `docs/protocol.md` has it, for the model of a malicious host: whose turn it is, and which status
 * word each of the four messages gets. It knows nothing of the firmware.
 */
import { equalBytes, toHex } from '../../../src/protocol/bytes.ts';
import { entropyPartLength, mostOpenedCandidates } from '../../../src/protocol/commands/entropy.ts';
import { instructions } from '../../../src/protocol/instructions.ts';
import type { PublicState } from '../../../src/protocol/public-state.ts';
import { statusWords, type StatusWord } from '../../../src/protocol/status-words.ts';

/** One check, from the moment the device comes to the stage `entropy`. */
export interface CheckModel {
  turn: 'commit' | 'entropy' | 'open or keep';
  /** Candidates that were committed to. */
  candidates: number;
  readonly hostParts: Uint8Array[];
  /** Of the candidate under way, in hexadecimal. */
  walletId: string | undefined;
}

export function newCheck(): CheckModel {
  return { turn: 'commit', candidates: 0, hostParts: [], walletId: undefined };
}

const messages: readonly number[] = [
  instructions.commit,
  instructions.entropy,
  instructions.open,
  instructions.keep,
];

export function isEntropyInstruction(instruction: number): boolean {
  return messages.includes(instruction);
}

/** `check` is `undefined` outside the stage `entropy`. */
export function expectedOfCheck(
  instruction: number,
  data: Uint8Array,
  status: PublicState,
  check: CheckModel | undefined,
): StatusWord {
  const isPart = instruction === instructions.entropy;
  if (data.length !== (isPart ? entropyPartLength : 0)) return statusWords.wrongLength;
  if (isPart && data.every((byte) => byte === data[0])) return statusWords.badData;
  if (status.activity === 'unlock') return statusWords.locked;
  if (check === undefined) return statusWords.notInThisState;
  switch (instruction) {
    case instructions.commit:
      return check.turn === 'commit' ? statusWords.ok : statusWords.notInThisState;
    case instructions.entropy:
      if (check.turn !== 'entropy') return statusWords.notInThisState;
      return check.hostParts.some((part) => equalBytes(part, data)) ? statusWords.badData : statusWords.ok;
    case instructions.open:
      return check.turn === 'open or keep' && check.candidates <= mostOpenedCandidates
        ? statusWords.ok
        : statusWords.notInThisState;
    default:
      return check.turn === 'open or keep' ? statusWords.ok : statusWords.notInThisState;
  }
}

/** After a message that was answered with "ok"; `answer` is without the status word. */
export function goOnWithCheck(
  check: CheckModel,
  instruction: number,
  data: Uint8Array,
  answer: Uint8Array,
): void {
  if (instruction === instructions.commit) {
    check.turn = 'entropy';
    check.candidates += 1;
  } else if (instruction === instructions.entropy) {
    check.turn = 'open or keep';
    check.hostParts.push(data.slice());
    check.walletId = toHex(answer);
  } else {
    check.turn = 'commit';
  }
}

/** How many bytes the answer to one of the four has, without the status word. */
export function answerLengthOf(instruction: number): number {
  if (instruction === instructions.commit) return 1 + entropyPartLength;
  if (instruction === instructions.entropy) return 16;
  return instruction === instructions.open ? entropyPartLength : 0;
}
