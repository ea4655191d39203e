/** Every ceremony, led through all of its stages; at each, what must be refused is refused, and nothing changes. */
import { statusWords } from '../protocol/apdu/status-words.ts';
import type { PublicState } from '../protocol/public-state.ts';
import { isOwned, statusAtRest } from './tour/expected.ts';
import { inspect, inspectOtherLink } from './tour/inspect.ts';
import { fileJourney, journeys, needsNoWallet, unlockWipedJourney, type Journey } from './tour/journeys.ts';
import { notReached, isThorough, type Kit } from './tour/kit.ts';
import { headText, kitName, messageOf } from './tour/messages.ts';
import { namedWord, replyText, stateText } from './tour/probe.ts';
import { arrive, bring, complete, perform, request } from './tour/lead.ts';
import { checkInfoAgain } from './static-part.ts';

/** Whether this device has what a journey is about, and this run the time. */
export function isOnTheWay(kit: Kit, journey: Journey): boolean {
  const { info, options } = kit;
  const wanted = options.journeys === undefined || options.journeys.includes(journey.name);
  const has =
    journey.needs.every((each) => info.capabilities.includes(each)) &&
    (needsNoWallet(journey) || info.capabilities.includes('create')) &&
    (journey.activity !== 'language' || kit.memory.otherLanguage !== undefined);
  // One wallet lost by wrong PINs shows a person what the others do.
  const spared = journey.costly === true && journey.name !== unlockWipedJourney.name && !isThorough(kit);
  return wanted && has && !spared;
}

function needsOwnFile({ request: asked }: Journey): boolean {
  return asked !== undefined && 'file' in asked && asked.file === 'own';
}

/** A file of the wallet that the device has, or had last. */
export async function ensureFile(kit: Kit, journey: Journey): Promise<void> {
  if (!needsOwnFile(journey)) return;
  const { memory } = kit;
  const isOfWallet = (): boolean => {
    const { file, walletId } = memory;
    return file !== undefined && walletId?.every((byte, at) => byte === file[12 + at]) === true;
  };
  if (journey.from === 'empty') {
    if (memory.file !== undefined) return;
    await bring(kit, 'unlocked');
    await complete(kit, fileJourney);
    return;
  }
  await bring(kit, 'unlocked');
  const { data, word } = await kit.probe.ask('wallet');
  if (word === statusWords.ok) memory.walletId ??= data;
  if (!isOfWallet()) await complete(kit, fileJourney);
}

async function go(kit: Kit, journey: Journey): Promise<void> {
  kit.options.tell({ kind: 'journey', journey: journey.name });
  await ensureFile(kit, journey);
  await bring(kit, journey.from);
  let otherLinkTried = false;
  const state = await complete(kit, journey, async (reached) => {
    await inspect(kit, reached);
    if (otherLinkTried || !isOwned(reached)) return;
    otherLinkTried = true;
    await inspectOtherLink(kit, reached);
  });
  await inspect(kit, state);
  await checkInfoAgain(kit);
  if (journey.end.outcome !== 'completed') return;
  if (journey.activity === 'rename') await checkName(kit, state);
  if (journey.activity === 'language') await checkLanguage(kit, state);
}

async function checkLanguage({ probe, findings, memory }: Kit, state: PublicState): Promise<void> {
  const { language } = memory;
  const reply = await probe.ask('languages');
  const spoken = String.fromCharCode(...reply.data.subarray(0, 2));
  findings.check('language-kept', reply.word === statusWords.ok && spoken === language, () => ({
    where: stateText(state),
    sent: headText(messageOf('languages')),
    came: replyText(reply),
    expected: `9000 + ${language}`,
  }));
}

async function checkName({ probe, findings }: Kit, state: PublicState): Promise<void> {
  const reply = await probe.ask('name');
  const name = String.fromCharCode(...reply.data);
  findings.check('name-kept', reply.word === statusWords.ok && name === kitName, () => ({
    where: stateText(state),
    sent: headText(messageOf('name')),
    came: replyText(reply),
    expected: `9000 + ${kitName.length}`,
  }));
}

const withdrawals = 3;
const quietMs = 30_000;

/** Three requests in a row that a host took back: the device is left alone for half a minute, and taken up again after it. */
async function checkLeftAlone(kit: Kit): Promise<void> {
  const { probe, port, findings } = kit;
  if (!kit.options.long) return findings.leave('needs-long', 'left-alone');
  if (!kit.info.capabilities.includes('create')) return findings.leave('absent', 'left-alone');
  await bring(kit, 'empty');
  for (let times = 0; times < withdrawals; times += 1) {
    await request(kit, { kind: 'create', wordCount: 12 });
    await arrive(kit, { activity: 'create', stage: 'consent', wallet: 'empty' }, '');
    await perform(kit, ['cancel', 'next']);
    await arrive(kit, statusAtRest.empty, 'next');
  }
  const judge = async (word: 'busy' | 'ok'): Promise<void> => {
    const reply = await probe.ask('create');
    findings.check('left-alone', reply.word === statusWords[word], () => ({
      where: stateText(undefined),
      sent: headText(messageOf('create')),
      came: replyText(reply),
      expected: namedWord(word),
    }));
  };
  await judge('busy');
  await port.wait(quietMs - 5_000);
  await judge('busy');
  await port.wait(10_000);
  await judge('ok');
  await arrive(kit, { activity: 'create', stage: 'consent', wallet: 'empty' }, '');
  await perform(kit, ['decline']);
  await arrive(kit, statusAtRest.empty, 'decline');
}

/** One journey that breaks off is one finding; the next begins where the device then is. */
async function tryOut(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error !== notReached) throw error;
    return false;
  }
}

/** Journeys in a row that break off: the device can't be led any more. */
const mostLost = 3;

export async function runGuided(kit: Kit): Promise<void> {
  let lost = 0;
  for (const journey of journeys.filter((each) => isOnTheWay(kit, each))) {
    lost = (await tryOut(() => go(kit, journey))) ? 0 : lost + 1;
    if (lost >= mostLost) return;
  }
  if (kit.options.journeys === undefined || kit.options.journeys.includes('left-alone'))
    await tryOut(() => checkLeftAlone(kit));
}
