/** How a device cheats: it puts something before the honest firmware's board, or between its wire and the host. */
import { byteAt, concatBytes } from '../../src/protocol/bytes.ts';
import { hostblindClass, type instructions } from '../../src/protocol/apdu/instructions.ts';
import { encodeResponse } from '../../src/protocol/apdu/apdu.ts';
import { statusWords } from '../../src/protocol/apdu/status-words.ts';
import type { Board, Button } from '../core/board.ts';

export type Exchange = (command: Uint8Array) => Uint8Array;

/** One device's cheat. It remembers what it wants for as long as the device lives, power cuts included. */
export interface Cheat {
  /** What the honest firmware is given in place of its board. */
  board?(board: Board): Board;
  /** What the host talks to; called each time the power comes on. `tap` presses a button, as a person would. */
  wire?(honest: Exchange, board: Board, tap: (button: Button) => void): Exchange;
  /** It lies about its status or its wallet, and signs what it says: with a key of its own, from its first day on. */
  readonly signsLies?: true;
}

export function isCommand(
  command: Uint8Array,
  instruction: (typeof instructions)[keyof typeof instructions],
): boolean {
  return command[0] === hostblindClass && command[1] === instruction;
}

export function isOk(response: Uint8Array): boolean {
  return byteAt(response, response.length - 2) === 0x90;
}

/** The data of a response; empty for a refusal. */
export function dataOf(response: Uint8Array): Uint8Array {
  return response.slice(0, -2);
}

/** An answer of the cheater's own making. */
export function answerWith(data: Uint8Array): Uint8Array {
  return encodeResponse(statusWords.ok, data);
}

export const refuse = encodeResponse;

/** Lets the honest device answer, and changes what it said when it answered one command with 9000. */
export function changing(
  honest: Exchange,
  instruction: (typeof instructions)[keyof typeof instructions],
  change: (data: Uint8Array) => Uint8Array,
): Exchange {
  return (command) => {
    const response = honest(command);
    return isCommand(command, instruction) && isOk(response)
      ? concatBytes(change(dataOf(response)), response.slice(-2))
      : response;
  };
}

/** 32 bytes that only the cheater chose, another series for each `which`; the thief who made the device knows them. */
export function chosenBytes(which: number): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, at) => (at * 37 + which * 101 + 11) & 0xff);
}
