/**
 * A malicious host and a clumsy person as fast-check commands over a model of the device.
 *
 * The model knows what `docs/protocol.md` says and nothing of the firmware: which status word each message gets in a
 * state, where it may lead, and that a wallet is lost in three ways only. Between messages it takes the public state
 * as it is told, since what presses do is the person's affair.
 */
import { isWholeBackupFile } from '../../../firmware-sim/core/vault/backup-file.ts';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import fc from 'fast-check';
import { expect } from 'vitest';
import { readU16, toHex } from '../../../src/protocol/bytes.ts';
import {
  decodeCeremonyRequest,
  encodeCeremonyRequest,
  isCeremonyInstruction,
  type CeremonyRequest,
} from '../../../src/protocol/ceremonies.ts';
import { challengeLength } from '../../../src/protocol/commands/attest.ts';
import {
  appNameInstruction,
  commonClass,
  hostblindClass,
  instructions,
} from '../../../src/protocol/instructions.ts';
import type { PublicState } from '../../../src/protocol/public-state.ts';
import { statusWords, type StatusWord } from '../../../src/protocol/status-words.ts';
import { stepsOf } from '../recorder.ts';
import { buttonSteps, play, type Step } from '../script.ts';
import type { TestDevice } from '../test-device.ts';
import { halvingPress, pilot, positionIn, type Intent } from './pilot.ts';
import type { Tally } from './summary.ts';
import { everySortOfMessage } from './twin-scripts.ts';
import { viewOf } from './twins.ts';

export interface HostModel {
  /** What the device said last. */
  status: PublicState;
  /** The wallet id that every wallet of this run must have, once one was released. */
  walletId: string | undefined;
}

export interface HostReal {
  device: TestDevice;
  readonly intent: Intent;
  /** Hexadecimal pieces that must never cross: parts of entropy and seed. */
  readonly secrets: readonly string[];
  readonly tally: Tally;
}

type HostCommand = fc.Command<HostModel, HostReal>;

/** The status word that `docs/protocol.md` gives a command in a state. */
export function expectedStatusWord(command: Uint8Array, status: PublicState): StatusWord {
  const [cla, ins = 0, p1 = 0, p2 = 0, lc = 0] = command;
  const ours = cla === hostblindClass || cla === commonClass;
  if (command.length === 0) return statusWords.wrongLength;
  if (command.length < 4 || (command.length > 4 && lc !== command.length - 5)) {
    return ours ? statusWords.wrongLength : statusWords.unknownClass;
  }
  if (!ours) return statusWords.unknownClass;
  const known = Object.values(instructions) as number[];
  if (cla === commonClass ? ins !== appNameInstruction : !known.includes(ins))
    return statusWords.unknownInstruction;
  if (p1 !== 0 || p2 !== 0) return statusWords.badParameters;
  const data = command.subarray(5);
  if (cla === hostblindClass && isCeremonyInstruction(ins)) return expectedOfRequest(ins, data, status);
  const wanted = cla === hostblindClass && ins === instructions.attest ? challengeLength : 0;
  if (data.length !== wanted) return statusWords.wrongLength;
  if (cla === hostblindClass && ins === instructions.cancel) return expectedOfCancel(status);
  if (cla === hostblindClass && ins === instructions.wallet) {
    if (status.wallet !== 'backed-up') return statusWords.notInThisState;
    if (status.locked) return statusWords.locked;
    return status.stage === 'finish' ? statusWords.notInThisState : statusWords.ok;
  }
  if (cla === hostblindClass && ins === instructions.readFile) {
    // No ceremony of these runs releases a file.
    return status.wallet === 'backed-up' && status.locked ? statusWords.locked : statusWords.notInThisState;
  }
  return statusWords.ok;
}

function expectedOfRequest(ins: number, data: Uint8Array, status: PublicState): StatusWord {
  const request = decodeCeremonyRequest(ins, data);
  if (request === 'wrongLength' || request === 'badData') return statusWords[request];
  if (request === undefined) return statusWords.unknownInstruction;
  if ('file' in request && !isWholeBackupFile(request.file)) return statusWords.badData;
  if (status.activity === 'unlock') return statusWords.locked;
  if (status.activity !== 'none') return statusWords.busy;
  const makesWallet = ['create', 'restore', 'restore-file'].includes(request.kind);
  const wanted = makesWallet ? 'empty' : 'backed-up';
  return request.kind === 'rename' || status.wallet === wanted ? statusWords.ok : statusWords.notInThisState;
}

/** A ceremony can be stopped, but not the question at power-on, the PIN that unlocks, or a fault. */
function expectedOfCancel({ activity, stage }: PublicState): StatusWord {
  const waits = activity === 'none' || activity === 'unlock' || stage === 'unfinished' || stage === 'fault';
  return waits ? statusWords.notInThisState : statusWords.ok;
}

function expectNoSecret(response: Uint8Array, { secrets }: HostReal): void {
  const hex = toHex(response);
  for (const secret of secrets) expect(hex.includes(secret)).toBe(false);
}

/** No wallet is lost but by a hold at "wipe" or "discard", or by the third wrong PIN. */
function expectNothingLost(before: PublicState, after: PublicState): void {
  if (before.wallet === 'empty' || after.wallet === before.wallet) return;
  if (after.wallet === 'empty') {
    expect(['wipe', 'discard', 'enter-pin']).toContain(before.stage);
    if (before.stage === 'enter-pin') expect(before.triesLeft).toBe(1);
  } else {
    expect([before.wallet, after.wallet, before.stage]).toEqual([
      'unfinished-backup',
      'backed-up',
      'confirm',
    ]);
  }
}

/** Everything a message must leave alone. */
function untouched(device: TestDevice): unknown[] {
  return [device.frames(), device.storage.log.length, device.lines().length, device.status()];
}

class Send implements HostCommand {
  readonly #command: Uint8Array;

  constructor(command: Uint8Array) {
    this.#command = command;
  }

  check(): boolean {
    return true;
  }

  run(model: HostModel, real: HostReal): void {
    const { device } = real;
    const before = untouched(device);
    const storage = device.storage.log.length;
    const expected = expectedStatusWord(this.#command, model.status);
    const response = device.exchange(this.#command);
    expect([toHex(this.#command), readU16(response, response.length - 2)]).toEqual([
      toHex(this.#command),
      expected,
    ]);
    expectNoSecret(response, real);
    const after = device.status();
    const [cla, ins = 0] = this.#command;
    const acted = cla === hostblindClass && expected === statusWords.ok;
    real.tally.add(`${expected.toString(16)} in ${model.status.stage}`);
    if (acted && isCeremonyInstruction(ins)) {
      expect(after).toMatchObject({ stage: 'consent', wallet: model.status.wallet, outcome: 'none' });
    } else if (acted && ins === instructions.cancel) {
      expect(after).toMatchObject({ outcome: 'cancelled', wallet: model.status.wallet });
      expect(['idle', 'unfinished', 'enter-pin']).toContain(after.stage);
    } else {
      expect(untouched(device)).toEqual(before);
    }
    // No message writes: what a person has not pressed is not stored.
    expect(device.storage.log.length).toBe(storage);
    if (acted && ins === instructions.wallet) expectSameWallet(model, toHex(response.subarray(0, -2)));
    model.status = after;
  }

  toString(): string {
    return `send ${toHex(this.#command)}`;
  }
}

/** A run has one phrase, drawn or restored: whatever is released must belong to it. */
function expectSameWallet(model: HostModel, walletId: string): void {
  model.walletId ??= walletId;
  expect(walletId).toBe(model.walletId);
}

/** Steps of hands, clock and cable; a wallet may be lost only where a hand stands at the place to lose it. */
abstract class Move implements HostCommand {
  check(): boolean {
    return true;
  }

  run(model: HostModel, real: HostReal): void {
    for (const step of this.steps(real)) {
      real.device = play(real.device, [step]).device;
      const after = real.device.status();
      expectNothingLost(model.status, after);
      if (step.kind === 'replug') expect(after.wallet).toBe(model.status.wallet);
      model.status = after;
    }
  }

  abstract steps(real: HostReal): Iterable<Step>;
  abstract toString(): string;
}

class Steps extends Move {
  readonly #steps: readonly Step[];

  constructor(steps: readonly Step[]) {
    super();
    this.#steps = steps;
  }

  steps(): readonly Step[] {
    return this.#steps;
  }

  toString(): string {
    return this.#steps
      .map((step) => (step.kind === 'time' ? `${step.milliseconds} ms` : step.kind))
      .join(', ');
  }
}

class GoOn extends Move {
  readonly #presses: number;
  readonly #request: CeremonyRequest;

  constructor(presses: number, request: CeremonyRequest) {
    super();
    this.#presses = presses;
    this.#request = request;
  }

  *steps(real: HostReal): Iterable<Step> {
    for (let made = 0; made < this.#presses; made += 1) {
      const action = pilot(viewOf(real.device, real.device.status()), real.intent);
      if (action.kind === 'none') {
        if (made > 0) return;
        yield { kind: 'apdu', command: encodeCeremonyRequest(this.#request) };
      } else if (action.kind !== 'halve') yield* stepsOf(action);
      else {
        const lines = real.device.lines();
        const word = real.intent.paper[positionIn(lines[0] ?? '') - 1] ?? wordlist[0] ?? '';
        yield* stepsOf({ kind: 'tap', gesture: halvingPress(lines, word) });
      }
    }
  }

  toString(): string {
    return `go on for ${this.#presses} presses, with ${this.#request.kind} if it waits`;
  }
}

const request = fc.constantFrom<CeremonyRequest>(
  { kind: 'create', wordCount: 12 },
  { kind: 'restore', wordCount: 12 },
  { kind: 'reveal' },
  { kind: 'check' },
  { kind: 'change-pin' },
  { kind: 'wipe' },
);

const goOn = (min: number, max: number): fc.Arbitrary<HostCommand> =>
  fc.tuple(fc.integer({ min, max }), request).map((parts) => new GoOn(...parts));

export const hostCommands: readonly fc.Arbitrary<HostCommand>[] = [
  everySortOfMessage.map((command) => new Send(command)),
  everySortOfMessage.map((command) => new Send(command)),
  buttonSteps.map((steps) => new Steps(steps)),
  goOn(1, 30),
  goOn(20, 100),
  goOn(40, 250),
  fc.nat(3_000).map((milliseconds) => new Steps([{ kind: 'time', milliseconds }])),
  fc.constantFrom(new Steps([{ kind: 'replug' }]), new Steps([{ kind: 'time', milliseconds: 50 }])),
];
