/**
 * H1, as far as a host can see it: two wallets, the same script, and what crosses the wire differs in the declared outputs alone. The
 * times of the answers are compared as well, by Welch's t.
 */
import { hostblindClass, instructions } from '../protocol/apdu/instructions.ts';
import { equalBytes, toHex } from '../protocol/bytes.ts';
import type { PublicState } from '../protocol/public-state.ts';
import { checkKept } from './entropy-part.ts';
import { statusAtRest } from './tour/expected.ts';
import { createJourney, fileJourney, journeys, type Journey } from './tour/journeys.ts';
import { notReached, powerCut, type Kit } from './tour/kit.ts';
import { headText, kitWordCount, messageOf } from './tour/messages.ts';
import { replyText, type DeviceReply } from './tour/probe.ts';
import { median, welchT } from './statistics.ts';
import { arrive, bring, complete, perform, request, restart } from './tour/lead.ts';

interface Crossing {
  readonly message: Uint8Array;
  readonly reply: DeviceReply;
}

interface Twin {
  readonly crossings: readonly Crossing[];
  /** Milliseconds of each status, for each word that was shown. */
  readonly times: readonly (readonly number[])[];
}

/** What may differ between two wallets: the whole of some answers, the wallet ID and the signature of others. */
function publicPart({ message, reply }: Crossing): Uint8Array {
  const isOf = (...codes: readonly number[]): boolean =>
    message[0] === hostblindClass && codes.includes(message[1] ?? 0);
  const { commit, entropy, open, wallet, attest, readFile } = instructions;
  if (isOf(entropy, open, wallet)) return reply.data.map(() => 0);
  if (isOf(commit)) return reply.data.slice(0, 1);
  if (isOf(attest)) return reply.data.slice(0, 12);
  // Magic, version, stretching, rounds and word count.
  if (isOf(readFile)) return reply.data.slice(0, 12);
  return reply.data;
}

/** A message without what the host takes from an answer, or draws. */
function asked({ message }: Crossing): string {
  return headText(message);
}

/** So many questions while a word is shown. */
const looks = 40;

/** Milliseconds of each answer. */
async function look({ probe }: Kit): Promise<readonly number[]> {
  const from = probe.times.length;
  for (let times = 0; times < looks; times += 1) await probe.status();
  return probe.times.slice(from).map(({ tookMs }) => tookMs);
}

/** `at` each stop: what a host asks on the way there depends on how long a person takes. */
async function script(kit: Kit, at: (state: PublicState) => Promise<void>): Promise<void> {
  await request(kit, { kind: 'create', wordCount: kitWordCount, entropyCheck: true });
  await at(await arrive(kit, { activity: 'create', stage: 'consent', wallet: 'empty' }, ''));
  await perform(kit, ['agree']);
  await at(await arrive(kit, { activity: 'create', stage: 'entropy', wallet: 'empty' }, 'agree'));
  await perform(kit, ['keep']);
  const begun = createJourney.stations.findLastIndex(({ stage }) => stage === 'choose-pin');
  for (const { stage, holds: wallet, by, position } of createJourney.stations.slice(begun)) {
    if (stage !== 'choose-pin') await perform(kit, by);
    await at(await arrive(kit, { activity: 'create', stage, wallet, position }, by.join(', ')));
  }
  await perform(kit, createJourney.end.by);
  const made = await arrive(kit, statusAtRest.unlocked, 'next');
  if (kit.memory.keptId !== undefined) await checkKept(kit, made, kit.memory.keptId);
  await at(made);
  for (const journey of laterJourneys(kit)) await at(await complete(kit, journey, at));
}

function laterJourneys({ info }: Kit): readonly Journey[] {
  const named = ['reveal', 'check', 'seed-qr'].map((name) => journeys.find((each) => each.name === name));
  const all = [...named, fileJourney].filter((each) => each !== undefined);
  return all.filter(({ needs }) => needs.every((each) => info.capabilities.includes(each)));
}

/** From a device that has just been switched on, and holds nothing. */
async function runTwin(kit: Kit): Promise<Twin> {
  await bring(kit, 'empty');
  await restart(kit);
  await arrive(kit, statusAtRest.empty, powerCut);
  const crossings: Crossing[] = [];
  const times: (readonly number[])[] = [];
  const stop = kit.probe.listen((message, reply) => crossings.push({ message, reply }));
  let kept: Crossing[] = [];
  try {
    await script(kit, async (state) => {
      // Polls on the way here depend on how fast the person was; what counts is what was said at each stop.
      kept = [...kept, ...settled(crossings.splice(0))];
      if (state.stage === 'words') times.push(await look(kit));
    });
    kept = [...kept, ...settled(crossings.splice(0))];
  } finally {
    stop();
  }
  return { crossings: kept, times };
}

/** Statuses in a row count as the last of them. */
function settled(crossings: readonly Crossing[]): readonly Crossing[] {
  const isStatus = (crossing: Crossing | undefined): boolean =>
    crossing !== undefined && equalBytes(crossing.message, messageOf('status'));
  return crossings.filter((each, at) => !(isStatus(each) && isStatus(crossings[at + 1])));
}

/** As with a normal distribution: once in 150,000 where nothing differs. */
const mostT = 4.5;
/** Less is a matter of what else this computer has to do; a grid gives away ten times that or nothing. */
const leastDifferenceMs = 2;

function compare({ findings }: Kit, one: Twin, other: Twin): void {
  const longest = Math.max(one.crossings.length, other.crossings.length);
  for (let at = 0; at < longest; at += 1) {
    const [first, second] = [one.crossings[at], other.crossings[at]];
    if (first === undefined || second === undefined) {
      findings.check('same-transcript', false, () => ({
        where: String(at),
        sent: '-',
        came: String(other.crossings.length),
        expected: String(one.crossings.length),
      }));
      return;
    }
    const isStatus = equalBytes(first.message, messageOf('status'));
    const same =
      asked(first) === asked(second) &&
      first.reply.word === second.reply.word &&
      first.reply.data.length === second.reply.data.length &&
      equalBytes(publicPart(first), publicPart(second));
    findings.check('same-transcript', same, () => ({
      where: String(at),
      sent: asked(second),
      came: isStatus ? toHex(second.reply.data.subarray(0, 12)) : replyText(second.reply),
      expected: isStatus ? toHex(first.reply.data.subarray(0, 12)) : replyText(first.reply),
    }));
  }
  for (const [index, times] of one.times.entries()) {
    const others = other.times[index] ?? [];
    const t = welchT(times, others);
    const difference = Math.abs(median(times) - median(others));
    findings.check('same-times', Math.abs(t) < mostT || difference < leastDifferenceMs, () => ({
      where: `words ${index + 1}`,
      sent: headText(messageOf('status')),
      came: `t=${t.toFixed(1)} ${difference.toFixed(1)} ms`,
      expected: `|t|<${mostT} <${leastDifferenceMs} ms`,
    }));
  }
}

export async function runTwins(kit: Kit): Promise<void> {
  if (kit.port.ledBy !== 'command') return kit.findings.leave('needs-press', 'same-transcript', 'same-times');
  if (!kit.info.capabilities.includes('entropy-check'))
    return kit.findings.leave('absent', 'same-transcript', 'same-times');
  try {
    const one = await runTwin(kit);
    compare(kit, one, await runTwin(kit));
  } catch (error) {
    if (error !== notReached) throw error;
  }
}
