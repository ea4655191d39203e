/** What a proof has done, in figures, for the summary that `npm run test:proof` prints at its end. */
import { appendFileSync } from 'node:fs';

export type Figures = Readonly<Record<string, string | number>>;

/** Adds a section to the summary; without `PROOF_SUMMARY` (a file) nobody has asked for one. */
export function reportProof(title: string, figures: Figures): void {
  const file = process.env['PROOF_SUMMARY'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ title, figures })}\n`);
}

/** Measures cases a second: of the clock, and of this process's share of the processors, which a busy machine leaves alone. */
export function startPace(): (cases: number) => Figures {
  const [start, before] = [performance.now(), process.cpuUsage()];
  return (cases) => {
    const { user, system } = process.cpuUsage(before);
    return {
      cases: cases.toLocaleString('en'),
      'cases a second': Math.round(cases / ((performance.now() - start) / 1e3)),
      'cases a processor second': Math.round(cases / ((user + system) / 1e6)),
    };
  };
}

/** Counts by name, shown as `name 12, other 3`, most frequent first. */
export interface Tally {
  add(name: string, count?: number): void;
  count(name: string): number;
  names(): string[];
  toString(): string;
}

export function createTally(): Tally {
  const counts = new Map<string, number>();
  return {
    add: (name, count = 1) => void counts.set(name, (counts.get(name) ?? 0) + count),
    count: (name) => counts.get(name) ?? 0,
    names: () => [...counts.keys()],
    toString: () =>
      [...counts]
        .toSorted(([, left], [, right]) => right - left)
        .map(([name, count]) => `${name} ${count.toLocaleString('en')}`)
        .join(', '),
  };
}
