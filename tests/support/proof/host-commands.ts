/**
 * A malicious host and a clumsy person as fast-check commands over a model of the device.
 *
 * The model knows what `docs/protocol.md` says and nothing of the firmware: which status word each message gets in a
 * state, where it may lead, and that a wallet is lost in three ways only. Between messages it takes the public state
 * as it is told, since what presses do is the person's affair.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { expect } from 'vitest';
import { isWholeBackupFile } from '../../../firmware-sim/core/vault/backup-file.ts';
import { backupFileLength } from '../../../src/protocol/backup-file.ts';
import { concatBytes, readU16, toHex } from '../../../src/protocol/bytes.ts';
import {
  decodeCeremonyRequest,
  encodeCeremonyRequest,
  isCeremonyInstruction,
  type CeremonyRequest,
} from '../../../src/protocol/ceremonies.ts';
import { encodeReadFileRequest } from '../../../src/protocol/commands/read-file.ts';
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
import {
  answerLengthOf,
  expectedOfCheck,
  goOnWithCheck,
  isEntropyInstruction,
  newCheck,
  type CheckModel,
} from './entropy-model.ts';
import { createEntropyHost } from './entropy-script.ts';
import { halvingPress, pilot, shownWord, wordToEnter, type Intent } from './pilot.ts';
import { strangersFile } from './strangers-file.ts';
import type { Tally } from './summary.ts';
import { checkMessage, everySortOfMessage } from './twin-scripts.ts';
import { viewOf } from './twins.ts';
import { piecesOf, secretsOfEntropy } from './wallet-secrets.ts';

export interface HostModel {
  /** What the device said last. */
  status: PublicState;
  /** The wallet id that every wallet of this run must have, once one was released. */
  walletId: string | undefined;
  /** While the device stands at the stage `entropy`. */
  check: CheckModel | undefined;
  /** The host's part of the candidate that was kept. */
  keptHostPart: Uint8Array | undefined;
  /** A backup file was released, and no ceremony has begun since. */
  fileReleased: boolean;
  filesReleased: number;
}

export interface HostReal {
  device: TestDevice;
  readonly intent: Intent;
  /** Hexadecimal pieces that must never cross: parts of entropy and seed. */
  readonly secrets: string[];
  /** What the random source gave for phrases, in order: the device parts of candidates among it. */
  readonly drawn: readonly Uint8Array[];
  /** Every answer since the candidate under way was committed to, in hexadecimal. */
  readonly answers: string[];
  /** What the person has written down of words that are new in this run. */
  readonly written: string[];
  readonly nextOfCheck: () => Uint8Array;
  readonly tally: Tally;
  /** Messages of the entropy check at its stage, by whose turn it was. */
  readonly turns: Tally;
}

/** The parts of a run that every run begins with alike. */
export function emptyRun(): Pick<HostReal, 'answers' | 'written' | 'nextOfCheck'> {
  return { answers: [], written: [], nextOfCheck: createEntropyHost() };
}

type HostCommand = fc.Command<HostModel, HostReal>;

/** What the model knows beside the public state; nothing of it is there in a device that was just switched on. */
type Beside = Partial<Pick<HostModel, 'check' | 'fileReleased'>>;

/** The status word that `docs/protocol.md` gives a command in a state. */
export function expectedStatusWord(
  command: Uint8Array,
  status: PublicState,
  { check, fileReleased = false }: Beside = {},
): StatusWord {
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
  if (cla === hostblindClass && isEntropyInstruction(ins)) return expectedOfCheck(ins, data, status, check);
  const wanted = cla === hostblindClass && ins === instructions.attest ? challengeLength : 0;
  if (data.length !== wanted) return statusWords.wrongLength;
  if (cla === hostblindClass && ins === instructions.cancel) return expectedOfCancel(status);
  if (cla === hostblindClass && ins === instructions.wallet) {
    if (status.wallet !== 'backed-up') return statusWords.notInThisState;
    if (status.locked) return statusWords.locked;
    // The last press of a backup or a restore releases the id; the PIN at power-on has done so for a backup file.
    const waits = status.stage === 'finish' && status.activity !== 'backup-file';
    return waits ? statusWords.notInThisState : statusWords.ok;
  }
  if (cla === hostblindClass && ins === instructions.readFile) {
    if (status.wallet !== 'backed-up') return statusWords.notInThisState;
    if (status.locked) return statusWords.locked;
    return fileReleased ? statusWords.ok : statusWords.notInThisState;
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

const unstoppable: ReadonlySet<PublicState['stage']> = new Set(['unfinished', 'wiped', 'fault']);

/** A ceremony can be stopped, but not the PIN that unlocks, nor what is a question of the device itself, or news. */
function expectedOfCancel({ activity, stage }: PublicState): StatusWord {
  const waits = activity === 'none' || activity === 'unlock' || unstoppable.has(stage);
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

/** The secrets of a wallet that was made just now, of what its device has drawn and its host has sent. */
function learnNewWallet({ keptHostPart }: HostModel, real: HostReal, wordCount: number): void {
  const part = real.drawn.at(-1) ?? new Uint8Array();
  const length = (wordCount * 4) / 3;
  // Dice go in as well, so that these are not the entropy's own bytes: they are as secret.
  real.secrets.push(...piecesOf(part));
  if (keptHostPart !== undefined)
    real.secrets.push(...secretsOfEntropy(sha256(concatBytes(part, keptHostPart)).slice(0, length)));
  else if (part.length === length) real.secrets.push(...secretsOfEntropy(part));
}

/** Brings the model to what the device says now. */
function follow(model: HostModel, real: HostReal, after: PublicState, step?: Step['kind']): void {
  const { status: before } = model;
  if (before.wallet === 'empty' && after.wallet === 'unfinished-backup') {
    learnNewWallet(model, real, after.wordCount);
  }
  const ended = before.activity === 'backup-file' && after.activity === 'none';
  if (ended && after.outcome === 'completed') {
    model.fileReleased = true;
    model.filesReleased += 1;
  }
  if (after.ceremony !== before.ceremony || step === 'replug') model.fileReleased = false;
  if (after.stage !== 'entropy') model.check = undefined;
  else if (before.stage !== 'entropy' || after.ceremony !== before.ceremony) model.check = newCheck();
  // A wallet that is gone says nothing of the next one; a candidate that was kept and not stored is gone as well.
  if (after.wallet === 'empty' && after.activity === 'none') {
    model.walletId = undefined;
    model.keptHostPart = undefined;
  }
  model.status = after;
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
    const expected = expectedStatusWord(this.#command, model.status, model);
    const response = device.exchange(this.#command);
    const answer = response.subarray(0, -2);
    expect([toHex(this.#command), readU16(response, response.length - 2)]).toEqual([
      toHex(this.#command),
      expected,
    ]);
    expectNoSecret(response, real);
    const after = device.status();
    const [cla, ins = 0] = this.#command;
    const acted = cla === hostblindClass && expected === statusWords.ok;
    real.tally.add(`${expected.toString(16)} in ${model.status.stage}`);
    if (model.check !== undefined && isEntropyInstruction(ins)) {
      real.turns.add(`${ins.toString(16)} when due is ${model.check.turn}: ${expected.toString(16)}`);
    }
    if (acted && isEntropyInstruction(ins)) this.#followCheck(model, real, answer);
    if (acted && isCeremonyInstruction(ins)) {
      expect(after).toMatchObject({ stage: 'consent', wallet: model.status.wallet, outcome: 'none' });
    } else if (acted && ins === instructions.cancel) {
      expect(after).toMatchObject({ outcome: 'cancelled', wallet: model.status.wallet });
      expect(['idle', 'unfinished', 'enter-pin']).toContain(after.stage);
    } else if (acted && ins === instructions.keep) {
      expect(after).toEqual({ ...model.status, stage: 'choose-pin' });
    } else {
      expect(untouched(device)).toEqual(before);
    }
    // No message writes: what a person has not pressed is not stored.
    expect(device.storage.log.length).toBe(storage);
    if (acted && ins === instructions.wallet) expectSameWallet(model, toHex(answer));
    if (acted && ins === instructions.readFile) {
      expect(answer.length).toBe(backupFileLength);
      expectSameWallet(model, toHex(answer.subarray(12, 28)));
    }
    follow(model, real, after);
  }

  /** Whose turn it is next; and of a candidate that is kept, neither its part nor what is made of it has crossed. */
  #followCheck(model: HostModel, real: HostReal, answer: Uint8Array): void {
    const { check } = model;
    const [, ins = 0] = this.#command;
    expect(answer.length).toBe(answerLengthOf(ins));
    if (check === undefined) throw new Error('the model expects no check');
    if (ins === instructions.commit) {
      expect(answer[0]).toBe(check.candidates + 1);
      real.answers.length = 0;
    }
    real.answers.push(toHex(answer));
    if (ins === instructions.keep) {
      const pieces = piecesOf(real.drawn.at(-1) ?? new Uint8Array());
      real.secrets.push(...pieces);
      expect(real.answers.some((crossed) => pieces.some((piece) => crossed.includes(piece)))).toBe(false);
    }
    // The wallet id of before is the one that every later answer must have.
    if (ins === instructions.keep) {
      model.walletId = check.walletId;
      model.keptHostPart = check.hostParts.at(-1);
    }
    goOnWithCheck(check, ins, this.#command.subarray(5), answer);
  }

  toString(): string {
    return `send ${toHex(this.#command)}`;
  }
}

const readFile = new Send(encodeReadFileRequest());

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
      if (step.kind === 'apdu') {
        new Send(step.command).run(model, real);
        continue;
      }
      real.device = play(real.device, [step]).device;
      const after = real.device.status();
      expectNothingLost(model.status, after);
      if (step.kind === 'replug') expect(after.wallet).toBe(model.status.wallet);
      follow(model, real, after, step.kind);
      // A host that wants the file asks for it all the time: it must not be there a press too soon.
      if (after.activity === 'backup-file' || model.fileReleased) readFile.run(model, real);
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

/** Several messages with nobody pressing in between. */
class Burst extends Move {
  readonly #messages: readonly Uint8Array[];

  constructor(messages: readonly Uint8Array[]) {
    super();
    this.#messages = messages;
  }

  steps(): readonly Step[] {
    return this.#messages.map((command) => ({ kind: 'apdu', command }));
  }

  toString(): string {
    return `send ${this.#messages.map(toHex).join(', ')}`;
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
      const status = real.device.status();
      const view = viewOf(real.device, status);
      const shown = shownWord(view);
      if (shown !== undefined) real.written[shown.position - 1] = shown.word;
      const action = pilot(view, { ...real.intent, written: real.written });
      if (status.stage === 'entropy') {
        yield { kind: 'apdu', command: real.nextOfCheck() };
      } else if (action.kind === 'none') {
        if (made > 0) return;
        yield { kind: 'apdu', command: encodeCeremonyRequest(this.#request) };
      } else if (action.kind !== 'halve') yield* stepsOf(action);
      else {
        const word = wordToEnter(view.lines[0] ?? '', real.intent);
        yield* stepsOf({ kind: 'tap', gesture: halvingPress(view.lines, word) });
      }
    }
  }

  toString(): string {
    return `go on for ${this.#presses} presses, with ${this.#request.kind} if it waits`;
  }
}

const request = fc.constantFrom<CeremonyRequest>(
  { kind: 'create', wordCount: 12 },
  { kind: 'create', wordCount: 12, entropyCheck: true },
  { kind: 'create', wordCount: 12, dice: true, entropyCheck: true },
  { kind: 'seed-qr' },
  { kind: 'backup-file' },
  { kind: 'check-file', file: strangersFile },
  { kind: 'restore-file', file: strangersFile },
  { kind: 'restore', wordCount: 12 },
  { kind: 'reveal' },
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
  fc.array(checkMessage, { minLength: 2, maxLength: 12 }).map((messages) => new Burst(messages)),
  buttonSteps.map((steps) => new Steps(steps)),
  goOn(1, 30),
  goOn(20, 100),
  goOn(40, 250),
  fc.nat(3_000).map((milliseconds) => new Steps([{ kind: 'time', milliseconds }])),
  fc.constantFrom(new Steps([{ kind: 'replug' }]), new Steps([{ kind: 'time', milliseconds: 50 }])),
];
