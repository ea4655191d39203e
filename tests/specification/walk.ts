/**
 * Walks every ceremony of the firmware and writes down each edge: from a place, by what, to a place, and what is told and
 * stored then. Nothing here says where anything leads: the firmware does. Fails where the tables would have to lie: when
 * the same thing at the same place leads to two places, or a step that writes survives a storage that fails.
 */
import type { Outcome } from '../../src/protocol/public-state.ts';
import { cancelTry, namedButtons, triesAt, type Try } from './tries.ts';
import { keyOfWalker, placeOf, settle, startWalker, stepOfPlace, type Place, type Walker } from './walker.ts';
import { starts, type Asked, type Start } from './starts.ts';

export interface Edge {
  readonly from: Place;
  readonly label: string;
  readonly to: Place;
  readonly outcome: Outcome;
  /** What was told before, and is told until there is another. */
  readonly outcomeBefore: Outcome;
  /** Something was written to storage on the way. */
  readonly writes: boolean;
  /** Ceremonies counted on the way. */
  readonly counted: number;
}

export interface VisitedPlace {
  readonly place: Place;
  readonly asked: Asked | undefined;
  /** Where a cancel leads: nowhere, where it is refused. */
  readonly cancel: Edge;
  /** A device in this place, made again. */
  readonly again: () => Walker;
}

export interface CeremonyWalk {
  readonly edges: readonly Edge[];
  readonly places: readonly VisitedPlace[];
}

interface Walk {
  readonly edges: Edge[];
  readonly places: VisitedPlace[];
}

function play(walker: Walker, step: Try): void {
  const before = walker.device.status().activity;
  step.play(walker);
  settle(walker.device);
  const { activity } = walker.device.status();
  if (activity !== before) walker.notes.clear();
}

/** A button that the glass does not name does nothing. */
function expectUnnamedIdle(walker: Walker): void {
  const named = namedButtons(walker);
  if (Object.keys(named).length === 0) return;
  const before = JSON.stringify([walker.device.status(), walker.device.lines()]);
  for (const gesture of ['left', 'right', 'both'] as const) {
    if (named[gesture] !== undefined) continue;
    walker.device.fingers({ kind: 'tap', gesture });
    if (JSON.stringify([walker.device.status(), walker.device.lines()]) !== before)
      throw new Error(`${stepOfPlace(placeOf(walker))}: ${gesture} has no name and does something`);
  }
}

/** The same while the storage fails. */
const failing = (step: Try): Try => ({
  label: `${step.label}; the storage fails`,
  play(walker) {
    walker.device.storage.budget = 0;
    step.play(walker);
    settle(walker.device);
    walker.device.storage.budget = Number.POSITIVE_INFINITY;
  },
});

function expectFault({ from, to, label, outcome }: Edge): void {
  if (to.stage !== 'fault' || outcome !== 'fault' || to.holds !== from.holds)
    throw new Error(`${stepOfPlace(from)}, ${label}: ${stepOfPlace(to)}, ${outcome}`);
}

function walkFrom(start: Start, walk: Walk, seen: Set<string>): void {
  const led = (steps: readonly Try[]): Walker => {
    const walker = startWalker(start);
    settle(walker.device);
    for (const step of steps) play(walker, step);
    return walker;
  };
  const queue: { readonly steps: readonly Try[]; readonly here: Walker }[] = [{ steps: [], here: led([]) }];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { steps, here } = next;
    const again = (): Walker => led(steps);
    const key = keyOfWalker(here);
    const from = placeOf(here);
    // A device at rest takes requests, and each start has its own.
    if (seen.has(key) || (from.activity === 'none' && steps.length > 0)) continue;
    if (from.activity !== 'none') seen.add(key);
    const tries = triesAt(here);
    const { asked } = here;
    if (from.activity !== 'none') expectUnnamedIdle(here);

    const follow = (step: Try): Edge => {
      const walker = again();
      const written = walker.device.storage.log.length;
      const before = walker.device.status();
      play(walker, step);
      const { outcome, ceremony } = walker.device.status();
      queue.push({ steps: [...steps, step], here: walker });
      return {
        from,
        label: step.label,
        to: placeOf(walker),
        outcome,
        outcomeBefore: before.outcome,
        writes: walker.device.storage.log.length > written,
        counted: ceremony - before.ceremony,
      };
    };
    const cancel = follow(cancelTry);
    if (cancel.writes) throw new Error(`${stepOfPlace(from)}: a cancel writes`);
    walk.places.push({ place: from, asked, cancel, again });
    for (const step of tries) {
      const edge = follow(step);
      walk.edges.push(edge);
      if (edge.writes) expectFault(follow(failing(step)));
    }
  }
}

export function walkCeremonies(): CeremonyWalk {
  const walk: Walk = { edges: [], places: [] };
  const seen = new Set<string>();
  for (const start of starts) walkFrom(start, walk, seen);
  return walk;
}
