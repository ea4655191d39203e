/**
 * Checks that led to no wallet, counted per device. One that is about to open the candidate that it cheated in may give up
 * instead: it seems stopped, unplugged, silent or faulty, and the person starts over. So each check is another try for it,
 * and what the last one proves depends on how many there were (`cheat-chance.ts`).
 *
 * A check counts from before its first message until its wallet is backed up, however it ends. So nothing that happens in
 * between can lose it: a closed tab, a pulled cable, a reload. Nor is it enough that a candidate was kept: a device that
 * was told to keep an honest one could break off before the backup, and have another try. A cancel counts as well, also
 * this page's own: a device can be silent, or its screen frozen, until somebody cancels.
 *
 * One end does not count: this page could not compute. In that the device had no part.
 */
import type { Effect } from './events.ts';
import type { Session } from './state.ts';
import { keepChecks } from './trust.ts';
import { mostUnfinished } from '../records/book.ts';

function rangesOf({ device }: Session): readonly number[] {
  return device.known?.unfinishedChecks ?? [];
}

/** A check is about to begin. */
export function countCheck(session: Session, range: number): readonly [Session, readonly Effect[]] {
  return keepChecks(session, [...rangesOf(session), range].slice(-mostUnfinished));
}

/** The ranges of those before the one that is counted already. */
export function checksBefore(session: Session): readonly number[] {
  return rangesOf(session).slice(0, -1);
}

/** The one that was counted last came to nothing by this page's fault. */
export function uncountCheck(session: Session): readonly [Session, readonly Effect[]] {
  return keepChecks(session, checksBefore(session));
}

/** A wallet that was proven is backed up: the row is at its end. */
export function endRow(session: Session): readonly [Session, readonly Effect[]] {
  return keepChecks(session, []);
}

/** What was counted before the rest of the row was known comes after it. */
export function joinRows(session: Session, own: readonly number[]): readonly [Session, readonly Effect[]] {
  const known = rangesOf(session);
  const same = own.length === known.length && own.every((range, index) => range === known[index]);
  if (own.length === 0 || same) return [session, []];
  return keepChecks(session, [...known, ...own].slice(-mostUnfinished));
}
