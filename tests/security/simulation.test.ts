/**
 * The whole system, simulated: the real firmware on storage with faults, two computers with the app's own machines and
 * records, a hostile computer, their cables, and a person, all decided by one seed. H2 to H8, H10 and H12 are looked at after
 * each step. `SIMULATION_SEED='…'` replays one seed.
 */
import { expect, it, vi } from 'vitest';
import { isProof, proofRuns } from '../fixtures/proof/scale.ts';
import { reportProof, startPace } from '../fixtures/proof/summary.ts';
import { campaign, seedsOf, tell } from '../fixtures/simulation/campaign.ts';
import { drawRun, type Decision, type HostAct, type Run } from '../fixtures/simulation/decisions.ts';
import { createDeviceJudge } from '../fixtures/simulation/judge-device.ts';
import { promptCrypto } from '../fixtures/simulation/prompt-crypto.ts';
import { preparedFor } from '../fixtures/simulation/shelf.ts';
import { createSimStorage } from '../fixtures/simulation/storage.ts';
import { simulate } from '../fixtures/simulation/world.ts';

vi.mock('../../firmware-sim/core/glass/screens/canvas.ts', async () => {
  const { picturelessCanvas } = await import('../fixtures/proof/pictureless-canvas.ts');
  return picturelessCanvas();
});
vi.mock('../../firmware-sim/core/vault/keys/device-key.ts', async (original) => {
  const { rememberedSignatures } = await import('../fixtures/simulation/cheap-keys.ts');
  return rememberedSignatures(original);
});
vi.stubGlobal('crypto', promptCrypto);

const replayed = process.env['SIMULATION_SEED'];
/** Other seeds than the usual ones: any name. */
const series = process.env['SIMULATION_SERIES'] ?? (isProof ? 'long' : 'short');

/** What runs that get nowhere would not reach. */
const mustReach = [
  'consent, choose-pin, repeat-pin, words, confirm, finish, enter-words, result, entropy, stopped, fault, wipe, discard',
  'unfinished, wrong-pin, outcome match, outcome no-match, outcome cancelled, outcome declined, outcome completed',
  'outcome fault, host: backed-up, host: lost, host: following, host: ended',
].flatMap((names) => names.split(', '));

it('breaks no rule, whatever hosts, cables, power, storage and a person do', async () => {
  const runs = proofRuns({ short: 500, long: 30_000 });
  const pace = startPace();
  const seeds = replayed === undefined ? seedsOf(series, runs) : [replayed];
  const { found, reached, happened } = await campaign(seeds);
  if (found !== undefined) expect.fail(tell(found));
  if (replayed !== undefined) return;
  expect(mustReach.filter((each) => reached.count(each) === 0)).toEqual([]);
  const { 'cases a processor second': perSecond } = pace(runs);
  reportProof('The whole system, simulated', {
    ...pace(runs),
    'events a run': Math.round(happened / runs),
    'events a processor second': Math.round((happened / runs) * Number(perSecond)),
    reached: reached.toString(),
  });
});

const opens: Decision = { who: 'A', does: 'opens the device', inMs: 0 };
const goesOn = (moves: number): Decision => ({ who: 'person', does: 'go on', moves, flightMs: 200 });
const asks = (who: 'A' | 'B', does: HostAct): Decision => ({ who, does, inMs: 0 });

/** What was found by seeds, in the few decisions that were left of them, and what each must come to. */
const onceFound: readonly (Run & { readonly reaches: readonly string[] })[] = [
  {
    seed: 'two computers ask at once',
    beginning: 'empty',
    reaches: ['entropy', 'create with empty', 'host: following'],
    decisions: [
      opens,
      asks('B', 'opens the device'),
      goesOn(1),
      asks('B', 'asks for a new wallet'),
      asks('A', 'asks for a new wallet'),
      goesOn(60),
    ],
  },
  {
    seed: 'a restore ends in a fault',
    beginning: 'empty',
    reaches: ['fault', 'unlock with backed-up', 'host: backed-up'],
    decisions: [
      opens,
      goesOn(1),
      asks('A', 'asks for a restore'),
      { who: 'storage', fault: { kind: 'failed', kept: 0 }, from: 1 },
      { who: 'person', does: 'go on', moves: 400, flightMs: 80 },
      goesOn(60),
      asks('A', 'goes on'),
      goesOn(1),
    ],
  },
  {
    seed: 'storage reads what was before',
    beginning: 'backed up',
    reaches: ['enter-pin', 'none with backed-up'],
    decisions: [
      goesOn(60),
      { who: 'storage', fault: { kind: 'stale' }, from: 0 },
      { who: 'power', inMs: 0 },
      goesOn(60),
    ],
  },
  {
    seed: 'a cable is out meanwhile',
    beginning: 'backed up',
    reaches: ['outcome completed', 'entropy', 'confirm', 'host: wallet-changed', 'host: backed-up'],
    decisions: [
      opens,
      goesOn(60),
      { who: 'cable', of: 'A', does: 'unplug', ms: 120_000, inMs: 0 },
      asks('B', 'opens the device'),
      goesOn(1),
      asks('B', 'asks to wipe'),
      goesOn(12),
      asks('B', 'asks for a new wallet'),
      goesOn(400),
      { who: 'time', ms: 120_000 },
    ],
  },
];

it.each(onceFound)('breaks no rule any more when $seed', async ({ reaches, ...run }) => {
  const { broken, reached } = await simulate(run);
  expect(broken).toBeUndefined();
  expect([...reached]).toEqual(expect.arrayContaining([...reaches]));
});

it('would notice words, or what they are made from, in what a host keeps', () => {
  const found: string[] = [];
  const judge = createDeviceJudge({
    now: () => 0,
    storage: createSimStorage(),
    report: (rule) => void found.push(rule),
    isFaulty: () => false,
  });
  const { words, walletId } = preparedFor('backed up');
  judge.begin({ state: 'backed-up', triesLeft: 3, pin: undefined, walletId, words });
  judge.hears(JSON.stringify({ walletId, names: words.slice(0, 2) }));
  expect(found).toEqual([]);
  judge.hears(JSON.stringify({ walletId, names: words.slice(4, 7) }));
  expect(found).toEqual(['words']);
});

it('is decided by its seed alone: a run is the same when it is run again', async () => {
  for (const seed of seedsOf('again', 25)) {
    const [once, again] = [await simulate(drawRun(seed)), await simulate(drawRun(seed))];
    expect(again).toEqual(once);
    expect(once.happened).toBeGreaterThan(50);
  }
});
