/** By the clock: how long answers take, and whether those of a busy device leave on the grid. Statistics, never a single value. */
import type { Measured } from './catalogue/report.ts';
import { restOf } from './tour/expected.ts';
import { isLed, notReached, type Kit } from './tour/kit.ts';
import { commandNames, headText, messageOf, type KitCommand } from './tour/messages.ts';
import { stateText, type Timed } from './tour/probe.ts';
import { median, bestGridFit } from './statistics.ts';
import { arrive, bring, perform, request } from './tour/lead.ts';

/** What each command may take: docs/protocol.md, "Time". */
export const budgetsMs: Readonly<Record<KitCommand, number>> = {
  appName: 100,
  info: 100,
  status: 100,
  certificate: 100,
  cancel: 100,
  wallet: 100,
  name: 100,
  languages: 100,
  readFile: 100,
  create: 250,
  reveal: 250,
  check: 250,
  restore: 250,
  changePin: 250,
  wipe: 250,
  rename: 250,
  language: 250,
  addresses: 250,
  identify: 250,
  seedQr: 250,
  backupFile: 250,
  checkFile: 250,
  restoreFile: 250,
  open: 250,
  keep: 250,
  commit: 250,
  protect: 100,
  attest: 1_000,
  nonce: 1_000,
  entropy: 2_000,
};

/** Of docs/protocol.md, rule H1: answers leave every 10 ms, each at least one beat after the work. */
export const gridMs = 10;
const samples = 240;
const window = 60;
/** Without a grid the best of four windows reaches that once in 3,000 runs; with one, it does on a link that is late by up to 6 ms. */
const leastFit = 0.4;
/** What a clock may be out by. */
const slackMs = 1;

/** The median of a command's answers: one that came late says more of this computer than of the device. */
function judgeBudgets({ probe, findings }: Kit): void {
  for (const command of commandNames) {
    const taken = probe.times.filter((each) => each.command === command).map(({ tookMs }) => tookMs);
    if (taken.length === 0) continue;
    const usual = median(taken);
    findings.check('answer-budget', usual <= budgetsMs[command], () => ({
      where: String(taken.length),
      sent: headText(messageOf(command)),
      came: `${usual.toFixed(1)} ms`,
      expected: `<= ${budgetsMs[command]} ms`,
    }));
  }
}

/** Asked at moments that no beat goes with. */
async function sampleStatus(kit: Kit): Promise<readonly Timed[]> {
  const { port, probe } = kit;
  const from = probe.times.length;
  for (let times = 0; times < samples; times += 1) {
    const [drawn = 0] = port.random(1);
    await port.wait((drawn / 256) * 2 * gridMs);
    await probe.status();
  }
  return probe.times.slice(from).filter(({ command }) => command === 'status');
}

function judgeGrid(kit: Kit, taken: readonly Timed[], where: string): number {
  const { findings } = kit;
  const fit = bestGridFit(
    taken.map(({ atMs }) => atMs),
    gridMs,
    window,
  );
  const sent = headText(messageOf('status'));
  findings.check('answer-grid', fit >= leastFit, () => ({
    where,
    sent,
    came: fit.toFixed(2),
    expected: `>= ${leastFit}`,
  }));
  const soonest = Math.min(...taken.map(({ tookMs }) => tookMs));
  findings.check('answer-beat', soonest >= gridMs - slackMs, () => ({
    where,
    sent,
    came: `${soonest.toFixed(1)} ms`,
    expected: `>= ${gridMs} ms`,
  }));
  return fit;
}

/** An activity is under way: a PIN that is waited for, or a question that a host has brought up. */
async function measureGrid(kit: Kit): Promise<number | undefined> {
  const state = await kit.probe.status();
  if (state === undefined) return undefined;
  if (state.activity !== 'none') return judgeGrid(kit, await sampleStatus(kit), stateText(state));
  if (!isLed(kit)) {
    kit.findings.leave('needs-person', 'answer-grid', 'answer-beat');
    return undefined;
  }
  if (restOf(state) !== 'empty') await bring(kit, 'empty');
  await request(kit, { kind: 'create', wordCount: 12 });
  const asked = await arrive(kit, { activity: 'create', stage: 'consent', wallet: 'empty' }, '');
  const fit = judgeGrid(kit, await sampleStatus(kit), stateText(asked));
  await perform(kit, ['decline']);
  await bring(kit, 'empty');
  return fit;
}

export async function runTiming(kit: Kit): Promise<number | undefined> {
  for (const command of ['appName', 'info', 'status', 'certificate', 'attest', 'wallet', 'name'] as const)
    for (let times = 0; times < 5; times += 1) await kit.probe.ask(command);
  try {
    return await measureGrid(kit);
  } catch (error) {
    if (error !== notReached) throw error;
    return undefined;
  }
}

/** At the end of a run: of everything that was asked in it. */
export function judgeTimes(kit: Kit, grid: number | undefined): Measured {
  judgeBudgets(kit);
  // A device that never says that it computes is quick enough.
  kit.findings.leave('not-applicable', 'computing');
  const medians: Record<string, number> = {};
  for (const command of commandNames) {
    const taken = kit.probe.times.filter((each) => each.command === command);
    if (taken.length > 0) medians[command] = Number(median(taken.map(({ tookMs }) => tookMs)).toFixed(1));
  }
  return { medians, ...(grid === undefined ? {} : { grid: Number(grid.toFixed(2)) }) };
}
