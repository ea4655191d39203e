/**
 * A small coverage-guided fuzzer: inputs that reach code which none reached before are kept and changed further.
 *
 * Looking at coverage costs more than a run, so inputs go in batches; a batch that found something new is run again,
 * one by one, to see which input it was.
 */
import { toHex } from '../../../src/protocol/bytes.ts';
import { startCodeCoverage } from './code-coverage.ts';
import { createSfc32 } from './quick-random.ts';

export interface FuzzTarget {
  readonly name: string;
  /** Inputs that are right, to begin with. */
  readonly seeds: readonly Uint8Array[];
  /** How many of all inputs this target gets, beside the others. */
  readonly share: number;
  /** Takes one input; throws for whatever must not happen. Called once for a whole run; may keep state. */
  create(): (input: Uint8Array) => void;
}

export interface FuzzResult {
  readonly inputs: number;
  /** Inputs that were kept since they reached something new. */
  readonly corpus: number;
  /** Blocks of code that ran. */
  readonly blocks: number;
}

const batchLength = 256;
const longestInput = 1_200;
const interesting = [
  0x00, 0x01, 0x05, 0x0c, 0x10, 0x20, 0x40, 0x7f, 0x80, 0x90, 0xb0, 0xc8, 0xe0, 0xfe, 0xff,
];

type Random = (below: number) => number;

function changed(input: Uint8Array, corpus: readonly Uint8Array[], random: Random): Uint8Array {
  const bytes = Array.from(input);
  const at = random(bytes.length + 1);
  switch (random(9)) {
    case 0:
      if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
      break;
    case 1:
      if (at < bytes.length) bytes[at] = random(256);
      break;
    case 2:
      if (at < bytes.length) bytes[at] = interesting[random(interesting.length)] ?? 0;
      break;
    case 3:
      bytes.splice(at, 0, ...Array.from({ length: 1 + random(8) }, () => random(256)));
      break;
    case 4:
      bytes.splice(at, 1 + random(16));
      break;
    case 5:
      bytes.splice(at, 0, ...bytes.slice(at, at + 1 + random(64)));
      break;
    case 6: {
      // A length or a count, one too small or too large.
      if (at < bytes.length) bytes[at] = ((bytes[at] ?? 0) + random(5) - 2) & 0xff;
      break;
    }
    case 7: {
      const other = corpus[random(corpus.length)] ?? new Uint8Array();
      const from = random(other.length + 1);
      bytes.splice(at, bytes.length, ...other.subarray(from));
      break;
    }
    default:
      bytes.length = at;
  }
  return Uint8Array.from(bytes.slice(0, longestInput));
}

/** Takes away what a failing input does not need, so that a finding is short enough to become a test. */
export function minimised(input: Uint8Array, fails: (input: Uint8Array) => boolean): Uint8Array {
  let smallest = input;
  for (let step = Math.max(1, input.length >> 1); step >= 1; step = step >> 1) {
    for (let at = 0; at < smallest.length;) {
      const shorter = Uint8Array.from([...smallest.subarray(0, at), ...smallest.subarray(at + step)]);
      if (fails(shorter)) smallest = shorter;
      else at += step;
    }
  }
  return smallest;
}

/** Runs a target on so many inputs. Throws with the smallest failing input in hexadecimal. */
export function fuzz(target: FuzzTarget, inputs: number, seed: string): FuzzResult {
  const next = createSfc32(`${seed}/${target.name}`);
  const random: Random = (below) => next() % Math.max(1, below);
  const corpus: Uint8Array[] = target.seeds.map((each) => each.slice());
  const run = target.create();
  const attempt = (input: Uint8Array): void => {
    try {
      run(input);
    } catch (cause) {
      const fails = (smaller: Uint8Array): boolean => {
        try {
          target.create()(smaller);
          return false;
        } catch {
          return true;
        }
      };
      const smallest = fails(input) ? minimised(input, fails) : input;
      throw new Error(`${target.name} fails for ${toHex(smallest)}`, { cause });
    }
  };

  const coverage = startCodeCoverage();
  const seen = new Set<string>();
  const taken = (): string[] => coverage.take().filter((block) => !seen.has(block));
  try {
    corpus.forEach(attempt);
    taken().forEach((block) => seen.add(block));
    let done = corpus.length;
    while (done < inputs) {
      const batch = Array.from({ length: Math.min(batchLength, inputs - done) }, () => {
        let input = corpus[random(corpus.length)] ?? new Uint8Array();
        for (let changes = 1 + random(4); changes > 0; changes -= 1) input = changed(input, corpus, random);
        return input;
      });
      batch.forEach(attempt);
      done += batch.length;
      const wanted = new Set(taken());
      for (const input of batch) {
        if (wanted.size === 0) break;
        attempt(input);
        const reached = taken().filter((block) => wanted.delete(block));
        reached.forEach((block) => seen.add(block));
        if (reached.length > 0) corpus.push(input);
      }
      // What only the state of the target had made reachable is not looked for again.
      wanted.forEach((block) => seen.add(block));
    }
    return { inputs: done, corpus: corpus.length, blocks: seen.size };
  } finally {
    coverage.stop();
  }
}
