/**
 * A random source for tests that draw millions of bytes: sfc32 (Doty-Humphrey's small fast counter generator), one
 * stream for each purpose. Sound enough to pass a health test, and reproducible; never for anything but tests.
 */
import type { Board, RandomPurpose } from '../../../firmware-sim/core/board.ts';

/** FNV-1a over the text: 32 bits, for seeding only. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** 32 random bits a call. */
export function createSfc32(seed: string): () => number {
  let [a, b, c, counter] = [hashText(seed), hashText(`${seed}/b`), hashText(`${seed}/c`), 1];
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round += 1) next();
  return next;
}

export type PurposeSeeds = Partial<Record<RandomPurpose, string>> & { readonly all: string };

export function quickRandom(seeds: PurposeSeeds): Board['random'] {
  const streams = new Map<RandomPurpose, () => number>();
  return (purpose, length) => {
    let next = streams.get(purpose);
    if (next === undefined)
      streams.set(purpose, (next = createSfc32(`${seeds[purpose] ?? seeds.all}/${purpose}`)));
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length; at += 1) bytes[at] = next() & 0xff;
    return bytes;
  };
}
