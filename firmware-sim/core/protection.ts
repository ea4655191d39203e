/** Signatures that a host has a part in: its commitment, held for the next question of its link, and its number, for what was said yes to. */
import type { LinkNumber } from './board.ts';
import type { AppQuestion, Protection, RunningApp } from './device-state.ts';

/** A later promise takes the place of all that is under way. */
export function holdCommitment(running: RunningApp, link: LinkNumber, commitment: Uint8Array): void {
  running.protection = { kind: 'committed', link, commitment: commitment.slice() };
}

/** What has been said yes to is signed for the next message, or never. */
export function dropOwed(running: RunningApp): void {
  if (running.protection?.kind === 'owed') running.protection = undefined;
}

/** After a refusal its link begins again. */
export function dropOf(running: RunningApp, link: LinkNumber): void {
  if (running.protection?.link === link) running.protection = undefined;
}

/** Of a question that a link asks: the promise that it's to be signed by, which is used up. */
export function takeCommitment(running: RunningApp, link: LinkNumber): AppQuestion['committed'] {
  const held = running.protection;
  if (held?.kind !== 'committed' || held.link !== link) return undefined;
  running.protection = undefined;
  return {
    commitment: held.commitment,
    owe: (sign) => void (running.protection = { kind: 'owed', link, sign }),
  };
}

/** Once, whatever comes of it. */
export function takeOwed(
  running: RunningApp | undefined,
  link: LinkNumber,
): Extract<Protection, { kind: 'owed' }> | undefined {
  const owed = running?.protection;
  if (running === undefined || owed?.kind !== 'owed' || owed.link !== link) return undefined;
  running.protection = undefined;
  return owed;
}
