/** Which mutants are tried: kinds are drawn by the square root of their number, texts at half that weight. */
import { seededDraw } from '../fixtures/fakes/seeded-draw.ts';
import type { Mutant } from './mutants.ts';

const fine = 65_536;
const texts = new Set(['text emptied', 'template emptied', 'array emptied']);

export function sample(mutants: readonly Mutant[], count: number, seed: string): Mutant[] {
  const draw = seededDraw(seed);
  const kinds = new Map<string, Mutant[]>();
  for (const mutant of mutants) kinds.set(mutant.kind, [...(kinds.get(mutant.kind) ?? []), mutant]);
  const weights = new Map(
    [...kinds].map(([kind, all]) => [kind, Math.sqrt(all.length) * (texts.has(kind) ? 0.5 : 1)]),
  );
  const drawn: Mutant[] = [];
  while (drawn.length < count) {
    const left = [...kinds].filter(([, all]) => all.length > 0);
    const total = left.reduce((sum, [kind]) => sum + (weights.get(kind) ?? 0), 0);
    let place = (draw(fine) / fine) * total;
    const chosen = left.find(([kind]) => (place -= weights.get(kind) ?? 0) < 0) ?? left.at(-1);
    if (chosen === undefined) break;
    drawn.push(...chosen[1].splice(draw(chosen[1].length), 1));
  }
  return drawn;
}
