/** Button scripts and host messages as data, for tests that replay the same script on several devices. */
import fc from 'fast-check';
import { encodeCommand } from '../../src/protocol/apdu.ts';
import { encodeAppNameRequest } from '../../src/protocol/commands/app-name.ts';
import { encodeCancelRequest } from '../../src/protocol/commands/cancel.ts';
import { encodeCreateRequest } from '../../src/protocol/commands/create.ts';
import { encodeInfoRequest } from '../../src/protocol/commands/info.ts';
import { encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import { encodeWalletRequest } from '../../src/protocol/commands/wallet.ts';
import { wordCounts } from '../../src/protocol/public-state.ts';
import type { DeviceEvent } from '../../firmware-sim/core/board.ts';
import type { TestDevice } from './test-device.ts';

export type Step =
  | { readonly kind: 'event'; readonly event: DeviceEvent }
  | { readonly kind: 'time'; readonly milliseconds: number }
  | { readonly kind: 'apdu'; readonly command: Uint8Array }
  | { readonly kind: 'replug' };

/** One line of a transcript: what crossed the wire, and when on the device's clock. */
export interface Crossing {
  readonly at: number;
  readonly command: Uint8Array;
  readonly response: Uint8Array;
}

/** Plays steps and gives what crossed the wire, and the device as it is then. */
export function play(
  device: TestDevice,
  steps: readonly Step[],
): { transcript: Crossing[]; device: TestDevice } {
  const transcript: Crossing[] = [];
  let current = device;
  for (const step of steps) {
    if (step.kind === 'event') current.event(step.event);
    else if (step.kind === 'time') current.tick(step.milliseconds);
    else if (step.kind === 'replug') current = current.replug();
    else
      transcript.push({ at: current.now(), command: step.command, response: current.exchange(step.command) });
  }
  return { transcript, device: current };
}

const wellFormed: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.constant(encodeStatusRequest()),
  fc.constant(encodeCancelRequest()),
  fc.constant(encodeInfoRequest()),
  fc.constant(encodeWalletRequest()),
  fc.constant(encodeAppNameRequest()),
  fc.constantFrom(...wordCounts).map((wordCount) => encodeCreateRequest({ wordCount })),
);

const ownClass: fc.Arbitrary<Uint8Array> = fc
  .tuple(fc.nat(255), fc.uint8Array({ maxLength: 40 }))
  .map(([ins, data]) => encodeCommand(0xc8, ins, data));

/** Messages of a host that means ill: good ones, near misses and noise. */
export const hostMessage: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 8, arbitrary: wellFormed },
  { weight: 3, arbitrary: ownClass },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
);

const button = fc.constantFrom('left' as const, 'right' as const);

export const buttonEvent: fc.Arbitrary<DeviceEvent> = fc.oneof(
  button.map((which) => ({ kind: 'press' as const, button: which })),
  button.map((which) => ({ kind: 'release' as const, button: which })),
);

/** Taps of one or both buttons, holds, single edges and pauses. */
export const buttonSteps: fc.Arbitrary<Step[]> = fc.oneof(
  button.map((which): Step[] => [
    { kind: 'event', event: { kind: 'press', button: which } },
    { kind: 'event', event: { kind: 'release', button: which } },
  ]),
  fc.constant<Step[]>([
    { kind: 'event', event: { kind: 'press', button: 'left' } },
    { kind: 'event', event: { kind: 'press', button: 'right' } },
    { kind: 'event', event: { kind: 'release', button: 'left' } },
    { kind: 'event', event: { kind: 'release', button: 'right' } },
  ]),
  fc.nat(2000).map((milliseconds): Step[] => [
    { kind: 'event', event: { kind: 'press', button: 'right' } },
    { kind: 'time', milliseconds },
    { kind: 'event', event: { kind: 'release', button: 'right' } },
  ]),
  buttonEvent.map((event): Step[] => [{ kind: 'event', event }]),
  fc.nat(500).map((milliseconds): Step[] => [{ kind: 'time', milliseconds }]),
);
