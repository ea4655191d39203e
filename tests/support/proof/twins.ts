/**
 * Two devices that differ in the phrase alone, side by side under the same host, the same buttons and the same
 * randomness. Each step goes to both, and what crosses the wire is compared at once, with the time on their clocks.
 */
import { encodeStatusRequest } from '../../../src/protocol/commands/status.ts';
import { decodeStatus, statusLength } from '../../../src/protocol/commands/status.ts';
import { encodeWalletRequest } from '../../../src/protocol/commands/wallet.ts';
import { toHex } from '../../../src/protocol/bytes.ts';
import type { Outcome, PublicState } from '../../../src/protocol/public-state.ts';
import { walletIdLength } from '../../../src/protocol/wallet-id.ts';
import type { DeviceEvent } from '../../../firmware-sim/core/board.ts';
import type { TestDevice } from '../test-device.ts';
import { halvingPress, positionIn, type View } from './pilot.ts';

export interface Twin {
  readonly device: TestDevice;
  /** What this one's person enters by halving. */
  readonly paper: readonly string[];
}

export type TwinStep =
  | { readonly kind: 'event'; readonly event: DeviceEvent }
  | { readonly kind: 'time'; readonly milliseconds: number }
  | { readonly kind: 'stall'; readonly milliseconds: number }
  | { readonly kind: 'apdu'; readonly command: Uint8Array }
  | { readonly kind: 'replug' }
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
const walletCommand = encodeWalletRequest();
const outcomeOffset = 7;
const tickLength = 50;

const isCheckResult = (outcome: Outcome): boolean => outcome === 'match' || outcome === 'no-match';

/**
 * What of an answer may depend on the phrase, by `docs/protocol.md`: the wallet id once it is released, and the
 * result of a check. Both are blotted out; that there is one, and all else, stays.
 */
export function blotDeclaredOutputs(command: Uint8Array, response: Uint8Array): Uint8Array {
  if (same(command, walletCommand) && response.length === walletIdLength + 2) {
    return new Uint8Array(response.length).fill(0xff, 0, walletIdLength);
  }
  if (same(command, statusCommand) && response.length === statusLength + 2) {
    if (isCheckResult(decodeStatus(response.subarray(0, -2)).outcome)) {
      const blotted = response.slice();
      blotted[outcomeOffset] = 0xff;
      return blotted;
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

  const exchange = (command: Uint8Array): Uint8Array => {
    const [one, two] = devices.map((device) => device.exchange(command)) as [Uint8Array, Uint8Array];
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
  };

  const tap = (device: TestDevice, button: 'left' | 'right'): void => {
    device.press(button);
    device.tick(tickLength);
    device.release(button);
  };

  const halve = ({ paper }: Twin, device: TestDevice): void => {
    const lines = device.lines();
    const word = paper[positionIn(lines[0] ?? '') - 1] ?? 'abandon';
    tap(device, halvingPress(lines, word));
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
