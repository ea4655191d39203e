/** A device for transport tests: it answers with the command's bytes backwards, and it can be told to keep silent. */
import { concatBytes } from '../../../src/protocol/bytes.ts';

export interface EchoDevice {
  readonly exchange: (command: Uint8Array) => Uint8Array;
  /** Every command that arrived. */
  readonly received: Uint8Array[];
}

export function createEchoDevice(): EchoDevice {
  const received: Uint8Array[] = [];
  return {
    received,
    exchange(command) {
      received.push(command.slice());
      return echoOf(command);
    },
  };
}

/** What the device answers: the command backwards, then 9000. */
export function echoOf(command: Uint8Array): Uint8Array {
  return concatBytes(command.slice(0, 253).toReversed(), Uint8Array.of(0x90, 0x00));
}
