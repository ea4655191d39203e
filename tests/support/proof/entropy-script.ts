/** The host's side of an entropy check as a cycle of messages: refused in part when something came between. */
import {
  encodeCommitRequest,
  encodeEntropyRequest,
  encodeKeepRequest,
  encodeOpenRequest,
  entropyPartLength,
} from '../../../src/protocol/commands/entropy.ts';
import { fairRolls } from '../dice-rolls.ts';

/** Rolls of a fair die, enough for 24 words. */
export const someRolls = fairRolls(99, 'proof');

/** A host part that no other of 256 indexes has: no two candidates of a ceremony may have the same one. */
export function hostPart(index: number): Uint8Array {
  return new Uint8Array(entropyPartLength).map((_, at) => (index * 31 + at * 7) & 0xff);
}

/** Gives the next message of a host that opens two candidates and keeps the third. */
export function createEntropyHost(): () => Uint8Array {
  let step = 0;
  let parts = 0;
  return () => {
    const at = step % 9;
    step += 1;
    if (at % 3 === 0) return encodeCommitRequest();
    if (at % 3 === 1) return encodeEntropyRequest(hostPart((parts += 1)));
    return at === 8 ? encodeKeepRequest() : encodeOpenRequest();
  };
}
