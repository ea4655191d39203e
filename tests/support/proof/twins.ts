/**
 * Two devices that differ in the phrase alone, side by side under the same host, the same buttons and the same
 * randomness. Each step goes to both, and what crosses the wire is compared at once, with the time on their clocks.
 */
import { encodeStatusRequest } from '../../../src/protocol/commands/status.ts';
import { decodeStatus, statusLength } from '../../../src/protocol/commands/status.ts';
import { backupFileLength } from '../../../src/protocol/backup-file.ts';
import { entropyPartLength } from '../../../src/protocol/commands/entropy.ts';
import { encodeReadFileRequest } from '../../../src/protocol/commands/read-file.ts';
import { encodeWalletRequest } from '../../../src/protocol/commands/wallet.ts';
import { toHex } from '../../../src/protocol/bytes.ts';
import { hostblindClass, instructions } from '../../../src/protocol/instructions.ts';
import type { Outcome, PublicState } from '../../../src/protocol/public-state.ts';
import { walletIdLength } from '../../../src/protocol/wallet-id.ts';
import type { DeviceEvent } from '../../../firmware-sim/core/board.ts';
import type { TestDevice } from '../test-device.ts';
import { halvingPress, wordToEnter, type View } from './pilot.ts';

export interface Twin {
  readonly device: TestDevice;
  /** What this one's person enters by halving. */
  readonly paper: readonly string[];
  /** The code words that this one's person enters by halving. */
  readonly code: readonly string[];
}

export type TwinStep =
  | { readonly kind: 'event'; readonly event: DeviceEvent }
  | { readonly kind: 'time'; readonly milliseconds: number }
  | { readonly kind: 'stall'; readonly milliseconds: number }
  | { readonly kind: 'apdu'; readonly command: Uint8Array }
  | { readonly kind: 'replug' }
  /** A message that carries what its own device has given out before, as a declared output: a backup file. */
  | { readonly kind: 'apdus'; readonly commands: readonly [Uint8Array, Uint8Array] }
  /**
   * Each person presses left or right for the own word: the one step that may differ. Buttons that were left down are
   * let go first; with one held, a press of the same button and of the other are not the same number of presses.
   */
  | { readonly kind: 'halve' };

/** The two have been told apart over the wire. The message holds what crossed, which is no secret, and nothing else. */
export class ToldApart extends Error {
  override readonly name = 'ToldApart';
}

/** As `equalBytes`, without a closure: it runs some hundred thousand times a second. */
function same(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  for (let at = 0; at < left.length; at += 1) if (left[at] !== right[at]) return false;
  return true;
}

const statusCommand = encodeStatusRequest();
const outputCommands = [encodeWalletRequest(), encodeReadFileRequest()];
const outcomeOffset = 7;
const tickLength = 50;

const checkResults: readonly Outcome[] = ['match', 'no-match', 'wrong-code', 'other-wallet'];
const isCheckResult = (outcome: Outcome): boolean => checkResults.includes(outcome);

const blot = (response: Uint8Array, from: number, to: number): Uint8Array =>
  response.slice().fill(0xff, from, to);

/** The length of a declared output, by instruction, and where in the answer it begins. */
const declared: Readonly<Record<number, readonly [from: number, to: number]>> = {
  [instructions.wallet]: [0, walletIdLength],
  // The candidate's number stays: only the promise is made of the part.
  [instructions.commit]: [1, 1 + entropyPartLength],
  [instructions.entropy]: [0, walletIdLength],
  [instructions.open]: [0, entropyPartLength],
};

/**
 * What of an answer may depend on the phrase, by `docs/protocol.md`: the wallet id once it is released, the result of a
 * check, of a candidate its commitment, wallet id and opened part, and of a backup file wallet id, ciphertext, tag and
 * checksum. These are blotted out; that there is one, its length, and all else, stays.
 */
export function blotDeclaredOutputs(command: Uint8Array, response: Uint8Array): Uint8Array {
  const [cla, ins = 0] = command;
  const range = cla === hostblindClass ? declared[ins] : undefined;
  if (range !== undefined && response.length === range[1] + 2) return blot(response, ...range);
  if (cla === hostblindClass && ins === instructions.readFile && response.length === backupFileLength + 2) {
    return blot(blot(response, 12, 28), 68, backupFileLength);
  }
  if (same(command, statusCommand) && response.length === statusLength + 2) {
    if (isCheckResult(decodeStatus(response.subarray(0, -2)).outcome)) {
      return blot(response, outcomeOffset, outcomeOffset + 1);
    }
  }
  return response;
}

export function viewOf(device: TestDevice, status: PublicState): View {
  return {
    lines: device.lines(),
    stage: status.stage,
    barRow() {
      const pixels = device.pixels();
      const rowBytes = pixels.length / 64;
      // The bar is lit from edge to edge; the last pixel of a row belongs to no letter.
      return [0, 1, 2, 3].findIndex(
        (row) => ((pixels[(10 + row * 11 + 5) * rowBytes + rowBytes - 1] ?? 0) & 1) === 1,
      );
    },
  };
}

export interface Twins {
  readonly step: (this: void, step: TwinStep) => void;
  /** The status that both gave last; the outcome of a check is the first one's. */
  status(): PublicState;
  view(): View;
  /** Messages that crossed to one of them. */
  crossings(): number;
}

/** `onStatus` hears every status that is not the one before. Throws `ToldApart` as soon as the two differ. */
export function createTwins(first: Twin, second: Twin, onStatus: (status: PublicState) => void): Twins {
  let devices = [first.device, second.device] as const;
  let last: PublicState | undefined;
  let lastResponse: Uint8Array = new Uint8Array();
  let crossings = 0;

  const exchange = (command: Uint8Array, other = command): Uint8Array => {
    const [one, two] = [devices[0].exchange(command), devices[1].exchange(other)];
    crossings += 1;
    if (!same(one, two) && !same(blotDeclaredOutputs(command, one), blotDeclaredOutputs(command, two))) {
      throw new ToldApart(`${devices[0].now()} ms > ${toHex(command)} < ${toHex(one)} and ${toHex(two)}`);
    }
    if (devices[0].now() !== devices[1].now()) throw new ToldApart('the clocks of the test have come apart');
    return one;
  };

  const poll = (): void => {
    const response = exchange(statusCommand);
    if (last !== undefined && same(response, lastResponse)) return;
    lastResponse = response;
    try {
      last = decodeStatus(response.subarray(0, -2));
    } catch {
      // Such as a position that is told while a person answers: the time for each word would say something of it.
      throw new ToldApart(`a status that the specification does not allow: ${toHex(response)}`);
    }
    onStatus(last);
    // What a ceremony has released is fetched at once, as a host that means ill would.
    if (last.outcome === 'completed') for (const command of outputCommands) exchange(command);
  };

  const tap = (device: TestDevice, button: 'left' | 'right'): void => {
    device.press(button);
    device.tick(tickLength);
    device.release(button);
  };

  const halve = (twin: Twin, device: TestDevice): void => {
    const lines = device.lines();
    tap(device, halvingPress(lines, wordToEnter(lines[0] ?? '', twin)));
  };

  poll();
  return {
    status: () => last as PublicState,
    view: () => viewOf(devices[0], last as PublicState),
    crossings: () => crossings,
    step(step) {
      switch (step.kind) {
        case 'apdu':
          exchange(step.command);
          break;
        case 'apdus':
          exchange(...step.commands);
          break;
        case 'event':
          devices.forEach((device) => device.event(step.event));
          break;
        case 'stall':
          devices.forEach((device) => device.stall(step.milliseconds));
          break;
        case 'time':
          // Tick by tick, so that a stage which comes a tick sooner is seen to.
          for (let left = step.milliseconds; left > 0; left -= tickLength) {
            devices.forEach((device) => device.tick(Math.min(left, tickLength)));
            if (left > tickLength) poll();
          }
          break;
        case 'halve':
          for (const button of ['left', 'right'] as const) {
            devices.forEach((device) => device.release(button));
          }
          halve(first, devices[0]);
          halve(second, devices[1]);
          break;
        case 'replug':
          devices = [devices[0].replug(), devices[1].replug()];
          break;
      }
      poll();
    },
  };
}
