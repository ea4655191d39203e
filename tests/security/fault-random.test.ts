/**
 * S1, S5: a random source that is constant, short, long, repeating or throwing, at every single draw of every
 * ceremony. A fault that the device finds stops it with "fault" before any further word is shown; whatever happens,
 * it does not crash, and no wallet is lost by it.
 */
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { Board, RandomPurpose } from '../../firmware-sim/core/board.ts';
import {
  proportionCutoff,
  proportionWindow,
  repetitionCutoff,
  startupSamples,
} from '../../firmware-sim/core/vault/random/health.ts';
import {
  ceremonyRuns,
  openedBy,
  playRun,
  soundRandom,
  storageBefore,
  walletOf,
  type CeremonyRun,
} from '../fixtures/proof/ceremony-runs.ts';
import { proofRuns } from '../fixtures/proof/scale.ts';
import { createTally, reportProof } from '../fixtures/proof/summary.ts';
import { createTestDevice, createTestStorage } from '../fixtures/devices/test-device.ts';

vi.mock('../../firmware-sim/core/glass/screens/canvas.ts', async () => {
  const { picturelessCanvas } = await import('../fixtures/proof/pictureless-canvas.ts');
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

/**
 * What a device cannot miss: a length that is wrong, no answer, as many equal bytes as the repetition count test looks
 * for, and two values in turn that fill a window of the adaptive proportion test.
 */
function isNoticed(breakage: string, length: number): boolean {
  if (breakage === 'constant') return length >= repetitionCutoff;
  return breakage === 'repeating' ? length >= proportionWindow : true;
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

function breakDraw(run: CeremonyRun, wallet: string, index: number, breakage: string): void {
  const source = brokenAt(index, breakage);
  const storage = storageBefore(run);
  const device = createTestDevice({ storage, random: source.random });
  const atStart = source.drawn.at(index);
  if (atStart !== undefined && isNoticed(breakage, atStart.length)) {
    // Broken while it starts: the device does nothing but say so, and nothing is stored, or lost. A locked one has
    // come as far as its PIN by then.
    const stage = atStart.purpose === 'pin-pad' ? 'fault' : 'idle';
    expect(device.status()).toMatchObject({ outcome: 'fault', stage });
    expect(device.lines()[0]).toBe('Device fault');
    expect(storage.bytes).toEqual(storageBefore(run).bytes);
    tally.add(`${breakage} source is noticed at power-on`);
    return;
  }
  playRun(device, run);
  const broken = source.drawn.at(index);
  if (broken !== undefined && isNoticed(breakage, broken.length)) {
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
  if (again.wallet !== 'empty') {
    const opened = openedBy(storage.bytes, run.opensWith);
    // The phrase itself was drawn badly: it is another wallet, and it is whole.
    if (broken?.purpose === 'phrase' && run.before === 'empty') expect(opened).toMatch(/^[0-9a-f]{32}$/);
    else expect(opened).toBe(wallet);
  } else expect([run.before, run.after]).toContain('empty');
}

describe.each(ceremonyRuns)('a broken random source in $name', (run) => {
  const counting = brokenAt(-1, 'constant');
  playRun(createTestDevice({ storage: storageBefore(run), random: counting.random }), run);
  const wallet = walletOf(run);

  it.each(Object.keys(breakages))('%s, at every draw', (breakage) => {
    const every = proofRuns({ short: 0, long: 1 }) === 1 ? 1 : 5;
    expect(counting.drawn[0]).toEqual({ purpose: 'health', length: startupSamples });
    // Of the many draws of the PIN pad every fifth in the short run, and always all of the others.
    counting.drawn.forEach(({ purpose }, index) => {
      if (index % every === 0 || purpose !== 'pin-pad') breakDraw(run, wallet, index, breakage);
    });
  });
});

/** Bytes without end that come again after so many, each of them once. */
function periodic(period: number): Board['random'] {
  let at = 0;
  return (_, length) => new Uint8Array(length).map(() => ((at++ % period) * 167) & 0xff);
}

describe('a source that repeats from power-on (S5)', () => {
  /** As many as the tests allow: one period more often in a window, and the first byte comes too often. */
  const longestNoticed = Math.ceil(proportionWindow / (proportionCutoff - 1)) - 1;

  it('is noticed before first use at every period up to 28 bytes, and at none above', () => {
    expect(longestNoticed).toBe(28);
    const noticed = Array.from({ length: 128 }, (_, index) => index + 1).filter((period) => {
      const storage = createTestStorage();
      const device = createTestDevice({ storage, random: periodic(period) });
      const found = device.status().outcome === 'fault';
      if (found) expect(storage.writtenBytes).toBe(0);
      return found;
    });
    expect(noticed).toEqual(Array.from({ length: longestNoticed }, (_, index) => index + 1));
  });

  it('is noticed in the phrase of a device sound at power-on, at the same periods', () => {
    const run = ceremonyRuns.find(({ name }) => name === 'create with the entropy check');
    if (run === undefined) throw new Error('there is such a ceremony');
    const noticed = [1, 2, 16, longestNoticed, longestNoticed + 1, 64].filter((period) => {
      const [sound, broken] = [soundRandom(), periodic(period)];
      let isBroken = false;
      const storage = storageBefore(run);
      const device = createTestDevice({
        storage,
        random: (purpose, length) => (isBroken ? broken : sound)(purpose, length),
      });
      const written = storage.writtenBytes;
      isBroken = true;
      playRun(device, run);
      if (device.status().stage === 'fault') expect(storage.writtenBytes).toBe(written);
      return device.status().stage === 'fault';
    });
    expect(noticed).toEqual([1, 2, 16, longestNoticed]);
  });
});
