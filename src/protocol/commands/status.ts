/** `C8 02`: how far along the device is. Answered in every state, at any time, at once; polled by the host. */
import { encodeCommand } from '../apdu/apdu.ts';
import { byteAt, concatBytes, readU16, u16 } from '../bytes.ts';
import { HostblindError } from '../errors.ts';
import { hostblindClass, instructions } from '../apdu/instructions.ts';
import {
  activities,
  isWordCount,
  outcomes,
  pinTries,
  stages,
  walletStates,
  type PublicState,
} from '../public-state.ts';

export const statusLayout = 1;
export const statusLength = 12;

export function encodeStatusRequest(): Uint8Array {
  return encodeCommand(hostblindClass, instructions.status);
}

export function encodeStatus(state: PublicState): Uint8Array {
  return concatBytes(
    Uint8Array.of(
      statusLayout,
      walletStates.indexOf(state.wallet),
      state.locked ? 1 : 0,
      activities.indexOf(state.activity),
      stages.indexOf(state.stage),
      state.position,
      state.total,
      outcomes.indexOf(state.outcome),
    ),
    u16(state.ceremony),
    Uint8Array.of(state.triesLeft, state.wordCount),
  );
}

/** Throws `bad-response` for a length, code, position or count that the specification does not allow. */
export function decodeStatus(data: Uint8Array): PublicState {
  if (data.length !== statusLength || byteAt(data, 0) !== statusLayout)
    throw new HostblindError('bad-response');
  const wallet = walletStates[byteAt(data, 1)];
  const activity = activities[byteAt(data, 3)];
  const stage = stages[byteAt(data, 4)];
  const outcome = outcomes[byteAt(data, 7)];
  const [locked, position, total] = [byteAt(data, 2), byteAt(data, 5), byteAt(data, 6)];
  const [triesLeft, wordCount] = [byteAt(data, 10), byteAt(data, 11)];
  const known =
    wallet !== undefined && activity !== undefined && stage !== undefined && outcome !== undefined;
  const counted = isWordCount(wordCount) || wordCount === 0;
  const placed =
    stage === 'words'
      ? isWordCount(total) && position >= 1 && position <= total
      : position === 0 && total === 0;
  if (!known || !counted || !placed || locked > 1 || triesLeft > pinTries)
    throw new HostblindError('bad-response');
  const ceremony = readU16(data, 8);
  return {
    wallet,
    locked: locked === 1,
    activity,
    stage,
    position,
    total,
    outcome,
    ceremony,
    triesLeft,
    wordCount,
  };
}
