/**
 * S1, S2, S19: where random bytes come from. The source of every board is the operating system's; no other generator
 * can be reached; and what is drawn from it does not repeat as a small seed would make it.
 */
import { randomFillSync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { phraseFromEntropy } from '../../firmware-sim/core/vault/phrase/phrase.ts';
import { proofRuns } from '../fixtures/proof/scale.ts';
import { reportProof } from '../fixtures/proof/summary.ts';

const root = resolve(import.meta.dirname, '../..');

function sources(folder: string): string[] {
  return (
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      // `walls.test.ts` puts files into folders of these names, and takes them away again.
      .filter((name) => /\.(?:ts|js|mjs)$/.test(name) && !/(?:^|\/)wall(?:-\w{6}|less)\//.test(name))
      .map((name) => relative(root, join(root, folder, name)))
  );
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
/** Comments may speak of it. */
const code = (path: string): string => read(path).replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

describe('the sources of randomness (S1, S2)', () => {
  it('only the system’s generator is reachable, from code or libraries near secrets', () => {
    const own = [...sources('src'), ...sources('firmware-sim')];
    const libraries = ['@noble/hashes', '@noble/curves', '@noble/ciphers', '@scure/bip39'];
    const theirs = libraries.flatMap((name) => sources(`node_modules/${name}`));
    expect(own.length + theirs.length).toBeGreaterThan(250);
    const weak = /Math\.random|mersenne|mt19937|xorshift|\bsfc32|\blcg\b/i;
    const found = [...own, ...theirs].filter((path) => weak.test(code(path)));
    // The app draws the order of two answers of its questions about self-custody. No secret and no device is near.
    expect(found).toEqual(['src/app/pages/create-app.ts']);
  });

  it('the boards draw from the operating system', () => {
    expect(code('firmware-sim/device/device.ts')).toContain('random: (_purpose, length) => randomFillSync(');
    expect(code('firmware-sim/boards/browser/simulator-page.ts')).toContain('crypto.getRandomValues(');
  });

  it('phrases do not begin alike more often than chance has it (S2)', () => {
    const draws = proofRuns({ short: 20_000, long: 100_000 });
    const beginnings = new Map<number, number>();
    for (let draw = 0; draw < draws; draw += 1) {
      // As the node board fills it: 16 bytes of the system's source.
      const [first = 0, second = 0] = phraseFromEntropy(randomFillSync(new Uint8Array(16)));
      const beginning = first * 2048 + second;
      beginnings.set(beginning, (beginnings.get(beginning) ?? 0) + 1);
    }
    const pairs = [...beginnings.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
    const expected = (draws * (draws - 1)) / 2 / 2 ** 22;
    reportProof('S2 two phrases that begin with the same two words', {
      phrases: draws,
      pairs,
      'by chance': Math.round(expected),
    });
    // Seven standard deviations: a sound source exceeds them less than once in 10^11 runs. A 32-bit seed would stay
    // below too, but a 16-bit one, or a clock in milliseconds, repeats whole phrases at once.
    expect(pairs).toBeLessThan(expected + 7 * Math.sqrt(expected));
    expect(pairs).toBeGreaterThan(expected - 7 * Math.sqrt(expected));
  });
});
