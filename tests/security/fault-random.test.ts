/**
 * S1, S5: a random source that is constant, short, long, repeating or throwing, at every single draw of every
 * ceremony. A fault that the device finds stops it with "fault" before any further word is shown; whatever happens,
 * it does not crash, and no wallet is lost by it.
 */
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { Board, RandomPurpose } from '../../firmware-sim/core/board.ts';
import {
  ceremonyRuns,
  openedBy,
  playRun,
  soundRandom,
  storageBefore,
  theWallet,
  type CeremonyRun,
} from '../support/proof/ceremony-runs.ts';
import { proofRuns } from '../support/proof/scale.ts';
import { createTally, reportProof } from '../support/proof/summary.ts';
import { createTestDevice } from '../support/test-device.ts';

vi.mock('@noble/hashes/pbkdf2.js', async () => {
  const { rememberedPbkdf2 } = await import('../support/proof/fast-pbkdf2.ts');
  return rememberedPbkdf2();
});
vi.mock('../../firmware-sim/core/glass/canvas.ts', async () => {
  const { picturelessCanvas } = await import('../support/proof/pictureless-canvas.ts');
  return picturelessCanvas();
});

const breakages: Readonly<Record<string, (length: number) => Uint8Array>> = {
  constant: (length) => new Uint8Array(length).fill(0xa5),
  short: (length) => new Uint8Array(length - 1).fill(1).map((_, at) => at * 37),
  long: (length) => new Uint8Array(length + 1).map((_, at) => at * 41),
  repeating: (length) => new Uint8Array(length).map((_, at) => (at % 2 === 0 ? 0x13 : 0x37)),
  throwing: () => {
    throw new Error('the source does not answer');
  },
};

/** What a device cannot miss: a length that is wrong, no answer, and one value for 16 bytes and more. */
function isPlain(breakage: string, length: number): boolean {
  return breakage === 'constant' ? length >= 16 : breakage !== 'repeating';
}

interface Drawing {
  readonly random: Board['random'];
  readonly drawn: { readonly purpose: RandomPurpose; readonly length: number }[];
}

/** Sound but for the draw at an index, counted from the first after power-on. */
function brokenAt(index: number, breakage: string): Drawing {
  const sound = soundRandom();
  const drawn: { purpose: RandomPurpose; length: number }[] = [];
  return {
    drawn,
    random(purpose, length) {
      const bytes = sound(purpose, length);
      drawn.push({ purpose, length });
      return drawn.length - 1 === index ? (breakages[breakage]?.(length) ?? bytes) : bytes;
    },
  };
}

const tally = createTally();
afterAll(() => reportProof('S1 faults of the random source, one draw at a time', { faults: String(tally) }));

const words = new Set(wordlist);

function breakDraw(run: CeremonyRun, index: number, breakage: string): void {
  const source = brokenAt(index, breakage);
  const storage = storageBefore(run);
  const device = createTestDevice({ storage, random: source.random });
  if (run.before === 'empty' && device.status().outcome === 'fault') {
    // Broken at the first start of a new device: there is none, and nothing is stored.
    expect(storage.bytes.every((byte) => byte === 0xff)).toBe(true);
    tally.add('no device is made');
    return;
  }
  try {
    playRun(device, run);
  } catch {
    // A phrase of repeated bytes that the device took: the person's paper is another's, and confirms nothing.
    expect([source.drawn[index]?.purpose, breakage]).toEqual(['phrase', 'repeating']);
    expect(device.replug().status().wallet).toBe('unfinished-backup');
    tally.add('repeating source goes unnoticed');
    return;
  }
  const broken = source.drawn[index];
  if (broken !== undefined && isPlain(breakage, broken.length)) {
    expect([run.name, broken.purpose, breakage, device.status().stage]).toEqual([
      run.name,
      broken.purpose,
      breakage,
      'fault',
    ]);
    // Not one word is on the glass, nor comes before the person has read of the fault.
    expect(device.textLines().some(({ text }) => words.has(text))).toBe(false);
    device.press('right');
    device.release('right');
    expect(device.textLines().some(({ text }) => words.has(text))).toBe(false);
    tally.add(`${breakage} source stops the device`);
  } else {
    tally.add(`${breakage} source goes unnoticed`);
  }
  // The source is sound again: nothing was lost but what the run itself gives up.
  const again = device.replug().status();
  if (again.wallet !== 'empty') expect(openedBy(storage.bytes, run.opensWith)).toBe(theWallet);
  else expect([run.before, run.after]).toContain('empty');
}

describe.each(ceremonyRuns)('a broken random source in $name', (run) => {
  const counting = brokenAt(-1, 'constant');
  playRun(createTestDevice({ storage: storageBefore(run), random: counting.random }), run);

  it.each(Object.keys(breakages))('%s, at every draw', (breakage) => {
    const every = proofRuns({ short: 0, long: 1 }) === 1 ? 1 : 5;
    // Discarding an unfinished backup takes a hold, and not one random byte.
    expect(counting.drawn.length > 0).toBe(run.name !== 'discard');
    // Of the many draws of the PIN pad every fifth in the short run, and always all of the others.
    counting.drawn.forEach(({ purpose }, index) => {
      if (index % every === 0 || purpose !== 'pin-pad') breakDraw(run, index, breakage);
    });
  });
});
