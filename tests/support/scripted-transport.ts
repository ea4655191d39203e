/** A transport that answers from a script: one handler for each instruction, and a journal of what was asked. */
import { encodeResponse } from '../../src/protocol/apdu.ts';
import { byteAt } from '../../src/protocol/bytes.ts';
import { encodeStatus } from '../../src/protocol/commands/status.ts';
import { instructions } from '../../src/protocol/instructions.ts';
import type { PublicState } from '../../src/protocol/public-state.ts';
import { statusWords, type StatusWordName } from '../../src/protocol/status-words.ts';
import { guard } from '../../src/transport/guard.ts';
import type { Transport } from '../../src/transport/transport.ts';

type Instruction = keyof typeof instructions;

export interface ScriptedTransport {
  readonly transport: Transport;
  /** What arrived, by name, in order. */
  readonly journal: Instruction[];
  /** What the device says of itself; each status takes the next one, and the last one stays. */
  states: PublicState[];
  /** What an instruction answers without data; those not named say 9000. */
  readonly answers: Partial<Record<Instruction, StatusWordName>>;
  /** Data of an instruction's answer. */
  readonly data: Partial<Record<Instruction, Uint8Array>>;
  unplug(): void;
}

export const idleState: PublicState = {
  wallet: 'empty',
  locked: false,
  activity: 'none',
  stage: 'idle',
  position: 0,
  total: 0,
  outcome: 'none',
  ceremony: 0,
  triesLeft: 3,
  wordCount: 0,
};

export function createScriptedTransport(): ScriptedTransport {
  const names = new Map(Object.entries(instructions).map(([name, ins]) => [ins, name as Instruction]));
  const listeners = new Set<() => void>();
  const script: Omit<ScriptedTransport, 'transport'> = {
    journal: [],
    states: [idleState],
    answers: {},
    data: {},
    unplug() {
      for (const listener of listeners) listener();
    },
  };
  const answer = (command: Uint8Array): Uint8Array => {
    const name = names.get(byteAt(command, 1) as (typeof instructions)[Instruction]);
    if (name === undefined) return encodeResponse(statusWords.unknownInstruction);
    script.journal.push(name);
    const status = script.answers[name];
    if (status !== undefined) return encodeResponse(statusWords[status]);
    if (name !== 'status') return encodeResponse(statusWords.ok, script.data[name]);
    const state = script.states.length > 1 ? script.states.shift() : script.states[0];
    return encodeResponse(statusWords.ok, encodeStatus(state ?? idleState));
  };
  const transport = guard({
    exchange: (command) => Promise.resolve(answer(command)),
    onDisconnect(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => Promise.resolve(),
  });
  return Object.assign(script, { transport });
}
