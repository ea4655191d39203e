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

/** The code of a name; of `unknown`, which no device says, `ff`. */
function codeOf(names: readonly string[], name: string): number {
  return names.indexOf(name);
}

export function encodeStatus(state: PublicState): Uint8Array {
  return concatBytes(
    Uint8Array.of(
      statusLayout,
      walletStates.indexOf(state.wallet),
      state.locked ? 1 : 0,
      codeOf(activities, state.activity),
      codeOf(stages, state.stage),
      state.position,
      state.total,
      codeOf(outcomes, state.outcome),
    ),
    u16(state.ceremony),
    Uint8Array.of(state.triesLeft, state.wordCount),
  );
}

/**
 * Throws `other-version` for another layout, and `bad-response` for a length, wallet, position or count that the specification does not
 * allow. Trailing bytes are ignored, and activities, stages and outcomes that a later version has added are `unknown`.
 */
export function decodeStatus(data: Uint8Array): PublicState {
  if (data.length > 0 && byteAt(data, 0) !== statusLayout) throw new HostblindError('other-version');
  if (data.length < statusLength) throw new HostblindError('bad-response');
  const wallet = walletStates[byteAt(data, 1)];
  const activity = activities[byteAt(data, 3)] ?? 'unknown';
  const stage = stages[byteAt(data, 4)] ?? 'unknown';
  const outcome = outcomes[byteAt(data, 7)] ?? 'unknown';
  const [locked, position, total] = [byteAt(data, 2), byteAt(data, 5), byteAt(data, 6)];
  const [triesLeft, wordCount] = [byteAt(data, 10), byteAt(data, 11)];
  const counted = isWordCount(wordCount) || wordCount === 0;
  const placed =
    stage === 'unknown' ||
    (stage === 'words'
      ? isWordCount(total) && position >= 1 && position <= total
      : position === 0 && total === 0);
  if (wallet === undefined || !counted || !placed || locked > 1 || triesLeft > pinTries)
    throw new HostblindError('bad-response');
  const known = stage !== 'unknown';
  return {
    wallet,
    locked: locked === 1,
    activity,
    stage,
    position: known ? position : 0,
    total: known ? total : 0,
    outcome,
    ceremony: readU16(data, 8),
    triesLeft,
    wordCount,
  };
}
