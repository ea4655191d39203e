/** Interrupted at each stage of each ceremony, by a cancel and by a power cut: what is left is what docs/interruptions.md says. */
import { statusWords } from '../protocol/apdu/status-words.ts';
import type { PublicState } from '../protocol/public-state.ts';
import { acts, mayBeCancelled, restAfterCancel, restAfterPowerCut, statusAtRest } from './tour/expected.ts';
import { checkWallet } from './tour/inspect.ts';
import { journeys, type Journey } from './tour/journeys.ts';
import { notReached, powerCut, type Kit } from './tour/kit.ts';
import { capabilityOf, commandNames, headText, messageOf } from './tour/messages.ts';
import { namedWord, replyText, stateText } from './tour/probe.ts';
import { act, arrive, bring, restart, travel } from './tour/lead.ts';
import { ensureFile, isOnTheWay } from './guided-part.ts';

/** A journey up to a stage that no other was interrupted at. */
interface Cut {
  readonly journey: Journey;
  readonly station: number;
  readonly key: string;
}

/** The first way to each stage. */
export function cutsOf(all: readonly Journey[]): readonly Cut[] {
  const cuts = new Map<string, Cut>();
  for (const journey of all) {
    for (const [station, { stage, holds }] of journey.stations.entries()) {
      const key = `${journey.activity} ${stage} ${holds}`;
      if (!cuts.has(key)) cuts.set(key, { journey, station, key });
    }
  }
  return [...cuts.values()];
}

async function lead(kit: Kit, { journey, station }: Cut): Promise<PublicState> {
  await ensureFile(kit, journey);
  await bring(kit, journey.from);
  let reached: PublicState | undefined;
  await travel(kit, journey, station, (state) => {
    reached = state;
    return Promise.resolve();
  });
  if (reached === undefined) throw notReached;
  return reached;
}

/** What was withdrawn is said, and nothing else is taken before the person has left that screen. */
async function checkSaid(kit: Kit, before: PublicState): Promise<void> {
  const { probe, findings } = kit;
  const state = await probe.status();
  const said =
    state?.stage === 'stopped' && state.activity === before.activity && state.wallet === before.wallet;
  findings.check('cancel-said', said, () => ({
    where: stateText(before),
    sent: headText(messageOf('cancel')),
    came: stateText(state),
    expected: `${before.activity} stopped ${before.wallet}`,
  }));
  if (!said) throw notReached;
  const requests = commandNames.filter(
    (command) => acts(command) && !['cancel', 'commit', 'entropy', 'open', 'keep'].includes(command),
  );
  for (const command of requests) {
    const needed = capabilityOf(command);
    if (needed !== undefined && !kit.info.capabilities.includes(needed)) continue;
    const reply = await probe.ask(command);
    findings.check('cancel-said', reply.word === statusWords.busy, () => ({
      where: stateText(state),
      sent: headText(messageOf(command)),
      came: replyText(reply),
      expected: namedWord('busy'),
    }));
  }
}

async function cancelAt(kit: Kit, cut: Cut): Promise<void> {
  const { probe, findings } = kit;
  const before = await lead(kit, cut);
  if (!mayBeCancelled(before)) return;
  const reply = await probe.ask('cancel');
  findings.check('cancel-result', reply.word === statusWords.ok, () => ({
    where: stateText(before),
    sent: headText(messageOf('cancel')),
    came: replyText(reply),
    expected: namedWord('ok'),
  }));
  if (reply.word !== statusWords.ok) throw notReached;
  await checkSaid(kit, before);
  await act(kit, 'next');
  const expected = statusAtRest[restAfterCancel(before)];
  const state = await leftWith(kit, before, 'cancel-result', expected);
  findings.check('cancel-result', state.outcome === 'cancelled', () => ({
    where: stateText(before),
    sent: headText(messageOf('cancel')),
    came: state.outcome,
    expected: 'cancelled',
  }));
}

async function cutPowerAt(kit: Kit, cut: Cut): Promise<void> {
  const before = await lead(kit, cut);
  await restart(kit);
  const expected = statusAtRest[restAfterPowerCut(before)];
  const state = await leftWith(kit, before, 'unplug-result', expected);
  const fresh = state.outcome === 'none' && state.ceremony === 0;
  kit.findings.check('unplug-result', fresh, () => ({
    where: stateText(before),
    sent: powerCut,
    came: `07=${state.outcome} 08=${state.ceremony}`,
    expected: '07=00 08=0000',
  }));
}

/** What is left must be at rest, and give nothing away that wasn't released. */
async function leftWith(
  kit: Kit,
  before: PublicState,
  rule: 'cancel-result' | 'unplug-result',
  expected: (typeof statusAtRest)[keyof typeof statusAtRest],
): Promise<PublicState> {
  const { findings, probe } = kit;
  const by = rule === 'cancel-result' ? headText(messageOf('cancel')) : powerCut;
  const state = await arrive(kit, expected, `${stateText(before)}: ${by}`, rule);
  if (expected.wallet === 'empty') kit.memory.walletId = undefined;
  checkWallet(kit, state, await probe.ask('wallet'));
  const file = await probe.ask('readFile');
  if (kit.info.capabilities.includes('backup-file'))
    findings.check('wallet-withheld', file.word !== statusWords.ok, () => ({
      where: stateText(state),
      sent: headText(messageOf('readFile')),
      came: replyText(file),
      expected: '-',
    }));
  return state;
}

const mostLost = 3;

export async function runInterruptions(kit: Kit): Promise<void> {
  const { options, findings } = kit;
  const cuts = cutsOf(journeys.filter((each) => isOnTheWay(kit, each)));
  const automatic = kit.port.ledBy === 'command';
  if (!automatic) findings.leave('needs-press', 'unplug-result');
  let lost = 0;
  for (const cut of cuts) {
    const ways = automatic ? [cancelAt, cutPowerAt] : [cancelAt];
    for (const way of ways) {
      options.tell({ kind: 'journey', journey: `${cut.key}` });
      try {
        await way(kit, cut);
        lost = 0;
      } catch (error) {
        if (error !== notReached) throw error;
        lost += 1;
      }
      if (lost >= mostLost) return;
    }
  }
}
