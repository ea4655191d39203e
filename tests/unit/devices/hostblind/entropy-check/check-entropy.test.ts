/** The host's side of the entropy check against a device that is honest, and against each way to cheat. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalBytes, toHex } from '../../../../../src/protocol/bytes.ts';
import { HostblindError } from '../../../../../src/protocol/errors.ts';
import {
  checkEntropy,
  type EntropyCheckTools,
} from '../../../../../src/devices/hostblind/entropy-check/check-entropy.ts';
import type {
  EntropyFailure,
  EntropyGap,
  EntropyStep,
} from '../../../../../src/devices/hostblind/entropy-check/entropy-outcome.ts';
import type { Recomputer } from '../../../../../src/devices/hostblind/entropy-check/recomputer.ts';
import {
  atTheCheck,
  createEntropyDevice,
  quickRecompute,
  realRecompute,
  type Bends,
  type EntropyDevice,
  type EntropyMessage,
} from '../../../../fixtures/devices/entropy-device.ts';
import { idleState } from '../../../../fixtures/fakes/scripted-transport.ts';
import { seededRandom } from '../../../../fixtures/devices/test-device.ts';

/** Host bytes from a seed; the one byte that says how many candidates are opened is set apart. */
function hostRandom(seed: string, toOpen: number) {
  const stream = seededRandom({ all: seed });
  return (length: number): Uint8Array => (length === 1 ? Uint8Array.of(toOpen - 1) : stream('quiz', length));
}

interface Run {
  readonly steps: EntropyStep[];
  readonly end: EntropyStep | undefined;
  readonly device: EntropyDevice;
  readonly names: string[];
}

interface RunOptions {
  readonly toOpen?: number;
  readonly range?: number;
  readonly seed?: string;
  readonly bends?: Bends;
  readonly tools?: Partial<EntropyCheckTools>;
  readonly device?: EntropyDevice;
  readonly onStep?: (step: EntropyStep, device: EntropyDevice) => void;
}

async function run(options: RunOptions = {}): Promise<Run> {
  const { toOpen = 3, range = 8, seed = 'check', bends = {}, onStep } = options;
  const stream = seededRandom({ all: `device ${seed}` });
  const device = options.device ?? createEntropyDevice({ random: (length) => stream('quiz', length), bends });
  const steps: EntropyStep[] = [];
  const check = checkEntropy(
    { wordCount: 12, range },
    {
      ask: device.ask,
      status: device.status,
      random: hostRandom(seed, toOpen),
      openRecomputer: () => Promise.resolve({ recompute: quickRecompute, close: () => {} }),
      ...options.tools,
    },
  );
  for await (const step of check) {
    steps.push(step);
    onStep?.(step, device);
  }
  return { steps, end: steps.at(-1), device, names: device.asked.map(({ name }) => name) };
}

const round = ['commit', 'entropy', 'open'];

describe('an honest device', () => {
  it('opens n candidates, keeps the next, and reports its wallet ID before keeping it', async () => {
    const { steps, device, names } = await run({
      toOpen: 2,
      onStep(step, { asked }) {
        if (step.kind === 'keeping') expect(asked.map(({ name }) => name)).not.toContain('keep');
      },
    });
    expect(names).toEqual([...round, ...round, 'commit', 'entropy', 'keep']);
    expect(steps.map(({ kind }) => kind)).toEqual(['opened', 'opened', 'keeping', 'proven']);
    const [keeping, proven] = steps.slice(-2);
    expect(proven).toMatchObject({ opened: 2, range: 8 });
    expect(keeping).toEqual({ ...proven, kind: 'keeping' });
    expect(device.state.stage).toBe('choose-pin');
  });

  it.each([12, 18, 24] as const)(
    'is recomputed by @scure/bip39 and @noble/hashes, for %i words',
    async (wordCount) => {
      const stream = seededRandom({ all: 'real' });
      const device = createEntropyDevice({
        random: (length) => stream('quiz', length),
        wordCount,
        recompute: realRecompute,
      });
      const tools = { openRecomputer: () => Promise.resolve({ recompute: realRecompute, close: () => {} }) };
      // The host takes 12 words for granted here: a device that makes more or fewer is found out.
      const { end } = await run({ device, tools, toOpen: 1 });
      expect(end?.kind).toBe(wordCount === 12 ? 'proven' : 'failed');
    },
  );

  it('gets a fresh host part for each candidate', async () => {
    const { device } = await run({ toOpen: 8 });
    const parts = device.asked.filter(({ name }) => name === 'entropy').map(({ data }) => toHex(data));
    expect(parts).toHaveLength(9);
    expect(new Set(parts).size).toBe(9);
  });

  it('is never opened more often than it allows, nor less than once', async () => {
    const most = await run({ toOpen: 64, range: 64 });
    expect(most.names.filter((name) => name === 'open')).toHaveLength(64);
    expect(most.end).toMatchObject({ kind: 'proven', opened: 64, range: 64 });
    await expect(run({ range: 65 })).rejects.toThrow(RangeError);
    await expect(run({ range: 0 })).rejects.toThrow(RangeError);
  });
});

describe('S7: the host part never leaves before the commitment is recorded', () => {
  it('a device that does not commit gets no host part', async () => {
    for (const refusal of ['not-in-this-state', 'unsupported', 'refused'] as const) {
      const { names, end } = await run({
        bends: { before: (name) => (name === 'commit' ? refusal : undefined) },
      });
      expect(names).toEqual(['commit', 'cancel']);
      expect(end).toEqual({ kind: 'failed', failure: 'refused' });
    }
  });

  it('nor one that is busy with another host, which is no proof of anything', async () => {
    const { names, end } = await run({
      bends: { before: (name) => (name === 'commit' ? 'busy' : undefined) },
    });
    expect(names).toEqual(['commit']);
    expect(end).toEqual({ kind: 'unfinished', gap: 'interrupted' });
  });

  it('a commitment that is malformed or numbered wrongly gets none either', async () => {
    const malformed = await run({ bends: { commitAnswer: (honest) => honest.slice(1) } });
    const misnumbered = await run({ bends: { number: (candidate) => candidate + 1 } });
    expect(malformed.names).toEqual(['commit', 'cancel']);
    expect(misnumbered.names).toEqual(['commit', 'cancel']);
  });
});

const bytes = (value: number): Uint8Array => new Uint8Array(32).fill(value);
const flipped = (honest: Uint8Array): Uint8Array => honest.map((byte, at) => (at === 7 ? byte ^ 1 : byte));
const first = <Value>(cheat: Value, honest: Value, candidate: number, at = 2): Value =>
  candidate === at ? cheat : honest;
const refuses = (message: EntropyMessage) => ({
  before: (name: EntropyMessage) => (name === message ? ('not-in-this-state' as const) : undefined),
});

/** Keeps what it has said once, to say it again. */
function repeated(): (honest: Uint8Array, candidate: number) => Uint8Array {
  let before: Uint8Array | undefined;
  return (honest) => (before ??= honest.slice());
}

describe('S5, S6: a device that cheats fails, and is asked to stop', () => {
  const cheats: readonly [string, EntropyFailure, Bends][] = [
    [
      'wrong commitment',
      'bad-commitment',
      { commitment: (honest, at) => first(flipped(honest), honest, at) },
    ],
    ['reused commitment', 'reused', { commitment: repeated() }],
    ['no commitment at all', 'malformed', { commitAnswer: () => new Uint8Array() }],
    [
      'a commitment of another length',
      'malformed',
      { commitAnswer: (honest) => new Uint8Array([...honest, 0]) },
    ],
    ['candidate number 0', 'malformed', { number: () => 0 }],
    ['candidate number past the last', 'malformed', { number: () => 66 }],
    ['the same candidate number again', 'wrong-number', { number: () => 1 }],
    ['a number left out', 'wrong-number', { number: (candidate) => candidate * 2 - 1 }],
    [
      "the host's part ignored",
      'wrong-wallet-id',
      { walletId: (honest, at) => first(flipped(honest), honest, at) },
    ],
    ['the same wallet whatever the parts', 'wrong-wallet-id', { walletId: () => new Uint8Array(16).fill(3) }],
    ['a wallet ID of another length', 'malformed', { walletId: (honest) => honest.slice(1) }],
    ['a part of another length', 'malformed', { opened: (honest) => honest.slice(1) }],
    ['no part at all', 'malformed', { opened: () => new Uint8Array() }],
    ['another part than committed', 'bad-commitment', { opened: flipped }],
    ['a constant part', 'bad-part', { devicePart: () => bytes(0) }],
    ['a part of one value', 'bad-part', { devicePart: () => bytes(0xa5) }],
    ['the same part again', 'reused', { devicePart: repeated() }],
    ['refusing to commit', 'refused', refuses('commit')],
    ["refusing the host's part", 'refused', refuses('entropy')],
    ['refusing to open', 'refused', refuses('open')],
    ['refusing to keep', 'refused', refuses('keep')],
    [
      'an answer that no device gives',
      'malformed',
      { before: (name) => (name === 'open' ? 'bad-response' : undefined) },
    ],
  ];

  it.each(cheats)('%s: %s', async (_, failure, bends) => {
    const { end, names } = await run({ bends });
    expect(end).toEqual({ kind: 'failed', failure });
    expect(names.at(-1)).toBe('cancel');
    expect(names).not.toContain(failure === 'refused' && names.at(-2) === 'keep' ? '' : 'keep');
  });

  it('the wallet ID said twice, though each opened part fits', async () => {
    const constant = new Uint8Array(16).fill(9);
    const { end } = await run({
      bends: { walletId: () => constant },
      tools: {
        openRecomputer: () =>
          Promise.resolve({ recompute: () => Promise.resolve(constant), close: () => {} }),
      },
    });
    expect(end).toEqual({ kind: 'failed', failure: 'reused' });
  });

  it.each(['choose-pin', 'words', 'finish'] as const)(
    'going on to %s before it was told which to keep',
    async (stage) => {
      const { end, device } = await run({
        onStep: (_, moved) => {
          moved.state = { ...atTheCheck, stage };
        },
        toOpen: 2,
      });
      expect(end).toEqual({ kind: 'failed', failure: 'skipped' });
      expect(device.asked.at(-1)?.name).toBe('cancel');
    },
  );

  it('a device that fails and will not stop either is still a failure', async () => {
    const stream = seededRandom({ all: 'stubborn' });
    const device = createEntropyDevice({
      random: (length) => stream('quiz', length),
      bends: { opened: flipped },
    });
    const { ask } = device;
    device.ask = (command) =>
      command[1] === 0x03 ? Promise.reject(new HostblindError('busy')) : ask(command);
    const { end } = await run({ device });
    expect(end).toEqual({ kind: 'failed', failure: 'bad-commitment' });
  });
});

describe('S17: what is no proof of anything is no alarm', () => {
  it.each(['disconnected', 'timeout', 'device-fault'] as const)('%s, at each message', async (code) => {
    for (const message of ['commit', 'entropy', 'open', 'keep'] as const) {
      const { end, names } = await run({
        bends: { before: (name) => (name === message ? code : undefined) },
      });
      expect(end).toEqual({ kind: 'unfinished', gap: code });
      expect(names).not.toContain('cancel');
    }
  });

  const stands: readonly [EntropyGap, Partial<EntropyDevice['state']>][] = [
    ['stopped', { activity: 'none', stage: 'idle', outcome: 'stopped' }],
    ['cancelled', { activity: 'none', stage: 'idle', outcome: 'cancelled' }],
    ['device-fault', { activity: 'none', stage: 'fault', outcome: 'fault' }],
    ['interrupted', { ...idleState, ceremony: 0 }],
    ['interrupted', { activity: 'unlock', stage: 'enter-pin', wallet: 'backed-up', locked: true }],
  ];
  it.each(stands)('%s: a refusal of a device that is not at the check any more', async (gap, stand) => {
    for (let opened = 1; opened <= 3; opened += 1) {
      const { end, names } = await run({
        onStep: (step, device) => {
          if (step.kind === 'opened' && step.opened === opened)
            device.state = { ...device.state, stage: 'idle', ...stand };
        },
      });
      expect(end).toEqual({ kind: 'unfinished', gap });
      expect(names).not.toContain('cancel');
    }
  });

  it('unplugged between a refusal and the question where it stands', async () => {
    const { end } = await run({
      bends: refuses('open'),
      tools: { status: () => Promise.reject(new HostblindError('disconnected')) },
    });
    expect(end).toEqual({ kind: 'unfinished', gap: 'disconnected' });
    const locked = await run({
      bends: refuses('open'),
      tools: { status: () => Promise.reject(new HostblindError('locked')) },
    });
    expect(locked.end).toEqual({ kind: 'unfinished', gap: 'interrupted' });
  });

  it('this computer gave up: cancelled', async () => {
    const { end } = await run({ bends: { before: (name) => (name === 'open' ? 'aborted' : undefined) } });
    expect(end).toEqual({ kind: 'unfinished', gap: 'cancelled' });
  });

  it.each([
    ['cannot be started', () => Promise.reject(new Error('no worker'))],
    [
      'breaks',
      () => Promise.resolve({ recompute: () => Promise.reject(new Error('broken')), close: () => {} }),
    ],
  ] as const)('a worker that %s', async (_, openRecomputer) => {
    const { end } = await run({ tools: { openRecomputer } });
    expect(end).toEqual({ kind: 'unfinished', gap: 'not-computed' });
  });
});

describe('H9: nothing of a candidate is left behind', () => {
  /** Arrays that the check was given or made, to be looked at afterwards. */
  async function watched(options: RunOptions): Promise<{ left: Uint8Array[]; closed: number; end: unknown }> {
    const left: Uint8Array[] = [];
    let closed = 0;
    const source = hostRandom('erase', 3);
    const recomputer: Recomputer = {
      recompute(candidate) {
        left.push(candidate.devicePart, candidate.hostPart);
        return quickRecompute(candidate);
      },
      close: () => {
        closed += 1;
      },
    };
    const { device, end } = await run({
      ...options,
      tools: {
        random(length) {
          const drawn = source(length);
          if (length > 1) left.push(drawn);
          return drawn;
        },
        openRecomputer: () => Promise.resolve(recomputer),
      },
    });
    left.push(...device.openedAnswers);
    return { left, closed, end };
  }

  it.each([
    ['proven', {}],
    [
      'failed',
      { bends: { walletId: (honest: Uint8Array, at: number) => first(flipped(honest), honest, at) } },
    ],
    [
      'unfinished',
      { bends: { before: (name: string) => (name === 'keep' ? ('timeout' as const) : undefined) } },
    ],
  ])('%s: every part is overwritten and the worker is ended', async (kind, options) => {
    const { left, closed, end } = await watched(options);
    expect(end).toMatchObject({ kind });
    expect(left.length).toBeGreaterThan(5);
    for (const part of left) expect(part.every((byte) => byte === 0)).toBe(true);
    expect(closed).toBe(1);
  });

  it('steps and ends carry no part', async () => {
    const { steps, device } = await run({ toOpen: 4 });
    const told = JSON.stringify(steps, (_, value: unknown) =>
      value instanceof Uint8Array ? toHex(value) : value,
    );
    for (const { name, data } of device.asked)
      if (name === 'entropy') expect(told).not.toContain(toHex(data));
  });
});

describe('how often a device that cheats once gets away with it', () => {
  /**
   * The best a cheat can do is to bend one candidate and hope that it is the one that is kept: an earlier one is
   * opened, a later one is never asked for and harms nobody. The candidate is drawn for each wallet.
   */
  it.each([
    [8, 4000],
    [16, 1000],
    [64, 1000],
  ])('range %i: in one of so many wallets (%i simulated)', async (range, wallets) => {
    const share = 1 / range;
    const stream = seededRandom({ all: `survival ${range}` });
    const pool = stream('quiz', wallets * 4);
    let at = 0;
    let survived = 0;
    for (let wallet = 0; wallet < wallets; wallet += 1) {
      const bent = 2 + ((pool[at++] ?? 0) % range);
      // What is drawn does not matter here, only whether it repeats: a counter is quick.
      let count = wallet * 1000;
      const counter = (length: number): Uint8Array => {
        count += 1;
        const drawn = new Uint8Array(length).fill(1);
        new DataView(drawn.buffer).setUint32(0, count);
        return drawn;
      };
      const device = createEntropyDevice({
        random: counter,
        bends: { walletId: (honest, candidate) => (candidate === bent ? flipped(honest) : honest) },
      });
      const check = checkEntropy(
        { wordCount: 12, range },
        {
          ask: device.ask,
          status: device.status,
          random: (length) => (length === 1 ? Uint8Array.of(pool[at++] ?? 0) : counter(length)),
          openRecomputer: () => Promise.resolve({ recompute: quickRecompute, close: () => {} }),
        },
      );
      let end: EntropyStep | undefined;
      for await (const step of check) end = step;
      if (end?.kind === 'proven') survived += end.opened + 1 === bent ? 1 : 0;
      else expect(end).toEqual({ kind: 'failed', failure: 'wrong-wallet-id' });
    }
    // Three standard deviations of a share of so many draws.
    const spread = 3 * Math.sqrt((share * (1 - share)) / wallets);
    expect(survived / wallets).toBeLessThan(share + spread);
    expect(survived / wallets).toBeGreaterThan(share - spread);
  });
});

describe('any device at all', () => {
  it('ends one of three ways, and is proven only if each opened candidate was right', async () => {
    const kinds = ['commitment', 'walletId', 'opened', 'devicePart'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom(...kinds),
        fc.integer({ min: 1, max: 9 }),
        fc.uint8Array({ minLength: 0, maxLength: 40 }),
        async (toOpen, kind, at, junk) => {
          const bends: Bends = {
            [kind]: (honest: Uint8Array, candidate: number) => first(junk, honest, candidate, at),
          };
          const { end } = await run({ toOpen, bends, seed: toHex(junk) }).catch((error: unknown) => ({
            end: error,
          }));
          const last = end as EntropyStep;
          if (at <= toOpen && kind !== 'devicePart') expect(last.kind).toBe('failed');
          if (last.kind === 'proven') expect(at > toOpen || kind === 'devicePart').toBe(true);
          expect(['proven', 'failed']).toContain(last.kind);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('learns nothing about the number of candidates before it is asked to keep one', async () => {
    const transcripts = await Promise.all(
      [1, 3, 8].map(async (toOpen) => (await run({ toOpen })).device.asked),
    );
    const longest = transcripts[2] ?? [];
    for (const asked of transcripts) {
      asked.slice(0, -1).forEach(({ name, data }, index) => {
        expect(name).toBe(longest[index]?.name);
        expect(equalBytes(data, longest[index]?.data ?? new Uint8Array())).toBe(true);
      });
    }
  });
});
