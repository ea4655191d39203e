/** The check of the randomness, to its caps: every candidate that may be opened is, and recomputed. */
import { statusWords, type StatusWordName } from '../protocol/apdu/status-words.ts';
import { concatBytes, equalBytes } from '../protocol/bytes.ts';
import { commitmentLabel, mostOpenedCandidates } from '../protocol/entropy/entropy.ts';
import { webHmacSha256 } from '../devices/hostblind/entropy-check/hmac.ts';
import type { PublicState } from '../protocol/public-state.ts';
import type { RuleName } from './catalogue/rules.ts';
import { statusAtRest } from './tour/expected.ts';
import { checkWallet, inspect } from './tour/inspect.ts';
import { createJourney } from './tour/journeys.ts';
import { notReached, type Kit } from './tour/kit.ts';
import { headText, kitWordCount, messageOf, type KitCommand } from './tour/messages.ts';
import { idText, namedWord, replyText, stateText, type DeviceReply } from './tour/probe.ts';
import { arrive, bring, perform, request } from './tour/lead.ts';

const asked = { kind: 'create', wordCount: kitWordCount, entropyCheck: true } as const;
const atCheck = { activity: 'create', stage: 'entropy', wallet: 'empty' } as const;

const allRules: readonly RuleName[] = [
  'check-order',
  'check-goes-on',
  'candidate-number',
  'commitment',
  'commitment-fresh',
  'device-part',
  'candidate-wallet',
  'host-part',
  'named-candidate',
  'candidate-cap',
  'keep',
  'kept-wallet',
  'host-silence',
];

async function beginCheck(kit: Kit): Promise<void> {
  await bring(kit, 'empty');
  await request(kit, asked);
  await arrive(kit, { ...atCheck, stage: 'consent' }, '');
  await perform(kit, ['agree']);
  await arrive(kit, atCheck, 'agree');
}

interface Check {
  readonly kit: Kit;
  readonly commitments: Uint8Array[];
  readonly parts: Uint8Array[];
  readonly walletIds: Uint8Array[];
}

const isAmong = (earlier: readonly Uint8Array[], value: Uint8Array): boolean =>
  earlier.some((each) => equalBytes(each, value));

/** A step that must be refused, and with what. */
async function refuses(
  { kit }: Check,
  rule: RuleName,
  command: KitCommand,
  word: StatusWordName,
  data?: Uint8Array,
): Promise<void> {
  const message = messageOf(command, data);
  const reply = await kit.probe.send(message, command);
  kit.findings.check(rule, reply.word === statusWords[word] && reply.data.length === 0, () => ({
    where: 'entropy',
    sent: headText(message),
    came: replyText(reply),
    expected: namedWord(word),
  }));
}

/** A step that must be taken. A device that left the check by itself has stopped where it would be found out. */
async function takes(
  check: Check,
  rule: RuleName,
  command: KitCommand,
  length: number,
  data?: Uint8Array,
): Promise<DeviceReply> {
  const { kit } = check;
  const message = messageOf(command, data);
  const reply = await kit.probe.send(message, command);
  if (reply.word === statusWords.ok && reply.data.length === length) return reply;
  const state = await kit.probe.status();
  const left = state?.stage !== 'entropy' && command !== 'keep';
  const failure = {
    where: stateText(state),
    sent: headText(message),
    came: replyText(reply),
    expected: length === 0 ? '9000' : `9000 + ${length}`,
  };
  kit.findings.check(left ? 'check-goes-on' : rule, false, () => failure);
  throw notReached;
}

/** Promise and number of the next candidate. */
async function commit(check: Check, candidate: number): Promise<Uint8Array> {
  const { kit, commitments } = check;
  const { data } = await takes(check, 'commitment', 'commit', 33);
  kit.findings.check('candidate-number', data[0] === candidate, () => ({
    where: 'entropy',
    sent: headText(messageOf('commit')),
    came: `00=${String(data[0])}`,
    expected: `00=${candidate}`,
  }));
  const commitment = data.slice(1);
  kit.findings.check('commitment-fresh', !isAmong(commitments, commitment), () => ({
    where: 'entropy',
    sent: headText(messageOf('commit')),
    came: String(candidate),
    expected: '-',
  }));
  commitments.push(commitment);
  return commitment;
}

async function nameCandidate(check: Check, hostPart: Uint8Array): Promise<Uint8Array> {
  const { data } = await takes(check, 'candidate-wallet', 'entropy', 16, hostPart);
  check.kit.findings.check('candidate-wallet', !isAmong(check.walletIds, data), () => ({
    where: 'entropy',
    sent: headText(messageOf('entropy')),
    came: '9000 + 16',
    expected: '-',
  }));
  check.walletIds.push(data);
  return data;
}

async function open(
  check: Check,
  candidate: number,
  commitment: Uint8Array,
  hostPart: Uint8Array,
  walletId: Uint8Array,
): Promise<void> {
  const { kit, parts } = check;
  const { data: devicePart } = await takes(check, 'device-part', 'open', 32, walletId);
  const failure = (): { where: string; sent: string; came: string; expected: string } => ({
    where: 'entropy',
    sent: headText(messageOf('open')),
    came: `candidate=${candidate}`,
    expected: '-',
  });
  const drawn = devicePart.some((byte) => byte !== devicePart[0]) && !isAmong(parts, devicePart);
  kit.findings.check('device-part', drawn, failure);
  parts.push(devicePart);
  const label = new TextEncoder().encode(commitmentLabel);
  const promised = await webHmacSha256(devicePart, concatBytes(label, Uint8Array.of(candidate)));
  kit.findings.check('commitment', equalBytes(promised, commitment), failure);
  const right = await kit.port.recompute({ devicePart, hostPart, wordCount: kitWordCount });
  kit.findings.check('candidate-wallet', equalBytes(right, walletId), failure);
  kit.findings.check('check-goes-on', true, failure);
}

/** The first candidate, with everything in the wrong order and of the wrong kind around it. */
async function tryTheOrder(check: Check): Promise<Uint8Array> {
  const { kit } = check;
  const hostPart = kit.port.random(32);
  const other = new Uint8Array(16).fill(0xa5);
  for (const command of ['entropy', 'open', 'keep'] as const)
    await refuses(check, 'check-order', command, 'notInThisState');
  const commitment = await commit(check, 1);
  await refuses(check, 'check-order', 'commit', 'notInThisState');
  await refuses(check, 'check-order', 'open', 'notInThisState');
  await refuses(check, 'check-order', 'keep', 'notInThisState');
  for (const value of [0, 1, 0xff])
    await refuses(check, 'host-part', 'entropy', 'badData', new Uint8Array(32).fill(value));
  const walletId = await nameCandidate(check, hostPart);
  await refuses(check, 'check-order', 'commit', 'notInThisState');
  await refuses(check, 'check-order', 'entropy', 'notInThisState', kit.port.random(32));
  await refuses(check, 'named-candidate', 'open', 'badData', other);
  await refuses(check, 'named-candidate', 'keep', 'badData', other);
  const state = await kit.probe.status();
  if (state !== undefined) await inspect(kit, state, 'decide');
  await open(check, 1, commitment, hostPart, walletId);
  await refuses(check, 'check-order', 'open', 'notInThisState', walletId);
  await refuses(check, 'check-order', 'keep', 'notInThisState', walletId);
  return hostPart;
}

/** The first host part once more, then as many candidates as may be opened. */
async function openToTheCap(check: Check, firstPart: Uint8Array): Promise<void> {
  const { kit } = check;
  for (let candidate = 2; candidate <= mostOpenedCandidates; candidate += 1) {
    const commitment = await commit(check, candidate);
    if (candidate === 2) await refuses(check, 'host-part', 'entropy', 'badData', firstPart);
    const hostPart = kit.port.random(32);
    const walletId = await nameCandidate(check, hostPart);
    await open(check, candidate, commitment, hostPart, walletId);
  }
}

/** The one after them can't be opened any more, and is kept. */
async function keepTheLast(check: Check): Promise<void> {
  const { kit } = check;
  await commit(check, mostOpenedCandidates + 1);
  const walletId = await nameCandidate(check, kit.port.random(32));
  await refuses(check, 'candidate-cap', 'open', 'notInThisState', walletId);
  await takes(check, 'keep', 'keep', 0, walletId);
  const state = await arrive(kit, { ...atCheck, stage: 'choose-pin' }, 'keep');
  kit.findings.check('keep', true, () => ({ where: '', sent: '', came: '', expected: '' }));
  await refuses(check, 'check-order', 'open', 'notInThisState', walletId);
  await refuses(check, 'check-order', 'commit', 'notInThisState');
  await inspect(kit, state);
  await perform(kit, ['cancel', 'next']);
  await arrive(kit, statusAtRest.empty, 'next');
}

/** As a host does it: one candidate is opened, the next is kept, and the wallet is that one. */
async function keepTheSecond(check: Check): Promise<Uint8Array> {
  const { kit } = check;
  const [commitment, hostPart] = [await commit(check, 1), kit.port.random(32)];
  await open(check, 1, commitment, hostPart, await nameCandidate(check, hostPart));
  await commit(check, 2);
  const walletId = await nameCandidate(check, kit.port.random(32));
  await takes(check, 'keep', 'keep', 0, walletId);
  await arrive(kit, { ...atCheck, stage: 'choose-pin' }, 'keep');
  return walletId;
}

/** Backed up as it was kept. */
async function backUpKept(kit: Kit, walletId: Uint8Array): Promise<void> {
  const begun = createJourney.stations.findLastIndex(({ stage }) => stage === 'repeat-pin');
  const rest = createJourney.stations.slice(begun);
  for (const { stage, holds: wallet, by, position } of rest) {
    await perform(kit, by);
    await arrive(kit, { activity: 'create', stage, wallet, position }, by.join(', '));
  }
  await perform(kit, createJourney.end.by);
  const state = await arrive(kit, statusAtRest.unlocked, 'next');
  kit.memory.walletId = await checkKept(kit, state, walletId);
  // And so it is when a host meets it again.
  await bring(kit, 'locked');
  await bring(kit, 'unlocked');
  const again = await kit.probe.status();
  if (again !== undefined) checkWallet(kit, again, await kit.probe.ask('wallet'));
}

/** The wallet is the one that was kept. Both IDs are public outputs. */
export async function checkKept(kit: Kit, state: PublicState, walletId: Uint8Array): Promise<Uint8Array> {
  const reply = await kit.probe.ask('wallet');
  kit.findings.check('kept-wallet', equalBytes(reply.data, walletId), () => ({
    where: stateText(state),
    sent: headText(messageOf('wallet')),
    came: reply.word === statusWords.ok ? idText(reply.data) : replyText(reply),
    expected: idText(walletId),
  }));
  return reply.data;
}

/** On the device's clock. */
const silenceMs = 120_000;

async function waitInSilence(kit: Kit): Promise<void> {
  const { port, probe, findings } = kit;
  if (!kit.options.long) return findings.leave('needs-long', 'host-silence');
  await beginCheck(kit);
  await probe.ask('commit');
  await port.wait(silenceMs - 15_000);
  const still = await probe.status();
  findings.check('host-silence', still?.stage === 'entropy', () => ({
    where: stateText(still),
    sent: `${silenceMs - 15_000} ms`,
    came: stateText(still),
    expected: 'entropy',
  }));
  await port.wait(25_000);
  const over = await probe.status();
  findings.check('host-silence', over?.stage === 'stopped' && over.outcome === 'cancelled', () => ({
    where: stateText(over),
    sent: `${silenceMs + 10_000} ms`,
    came: stateText(over),
    expected: '07=03',
  }));
  await bring(kit, 'empty');
}

export async function runEntropy(kit: Kit): Promise<void> {
  const { capabilities } = kit.info;
  if (!capabilities.includes('entropy-check') || !capabilities.includes('create'))
    return kit.findings.leave('absent', ...allRules);
  await session(kit, async (check) => backUpKept(kit, await keepTheSecond(check)));
  await session(kit, async (check) => {
    const firstPart = await tryTheOrder(check);
    await openToTheCap(check, firstPart);
    await keepTheLast(check);
  });
  try {
    await waitInSilence(kit);
  } catch (error) {
    if (error !== notReached) throw error;
  }
}

/** One create with the check, from its question on. What breaks off is one finding. */
async function session(kit: Kit, work: (check: Check) => Promise<void>): Promise<void> {
  const check: Check = { kit, commitments: [], parts: [], walletIds: [] };
  try {
    await beginCheck(kit);
    await work(check);
  } catch (error) {
    if (error !== notReached) throw error;
  } finally {
    for (const part of check.parts) part.fill(0);
  }
}
