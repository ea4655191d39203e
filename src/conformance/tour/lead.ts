/** Leads a device from state to state: what a person is asked to do, and whether the device then is where it must be. */
import { statusWords } from '../../protocol/apdu/status-words.ts';
import { encodeCeremonyRequest } from '../../protocol/commands/ceremonies.ts';
import { toHex } from '../../protocol/bytes.ts';
import { isCode } from '../../protocol/errors.ts';
import type { CeremonyRequest } from '../../protocol/ceremonies.ts';
import { pinTries, type PublicState, type Stage, type WalletState } from '../../protocol/public-state.ts';
import type { Meaning } from '../catalogue/meanings.ts';
import type { RuleName } from '../catalogue/rules.ts';
import { restOf, statusAtRest, type Rest } from './expected.ts';
import {
  beginJourney,
  createJourney,
  discardJourney,
  resumeJourney,
  retriedJourney,
  unlockJourney,
  unlockWipedJourney,
  wipeJourney,
  type Deed,
  type Journey,
  type JourneyRequest,
  type Station,
} from './journeys.ts';
import { isLed, notReached, powerCut, type Kit } from './kit.ts';
import { headText, kitWordCount, messageOf } from './messages.ts';
import { idText, replyText, stateText } from './probe.ts';
import { keepOne } from './keep-one.ts';
import { notDone } from './port.ts';

/** How long a device may take to show what a person or a command has done. */
const patienceMs = { command: 15_000, person: 900_000, nobody: 0 } as const;
const pollMs = { command: 50, person: 250, nobody: 50 } as const;

export interface Place {
  readonly activity: PublicState['activity'];
  readonly stage: Stage;
  readonly wallet: WalletState;
  readonly position?: number | undefined;
}

export function placeText({ activity, stage, wallet, position }: Place): string {
  return `${activity} ${stage} ${wallet}${position === undefined ? '' : ` ${position}`}`;
}

function isAt(state: PublicState, place: Place): boolean {
  const at =
    state.activity === place.activity && state.stage === place.stage && state.wallet === place.wallet;
  return at && (place.position === undefined || state.position === place.position);
}

/** Waits until the device is at a place. Throws `notReached`, and notes it under a rule, when it doesn't come there. */
export async function arrive(
  kit: Kit,
  place: Place,
  by: string,
  rule: RuleName = 'stages',
): Promise<PublicState> {
  const { port, probe, findings } = kit;
  const until = port.now() + patienceMs[port.ledBy];
  for (;;) {
    const state = await probe.status();
    if (state !== undefined && isAt(state, place)) {
      findings.check(rule, true, () => ({ where: '', sent: '', came: '', expected: '' }));
      return state;
    }
    if (port.now() >= until) {
      findings.check(rule, false, () => ({
        where: placeText(place),
        sent: by,
        came: stateText(state),
        expected: placeText(place),
      }));
      throw notReached;
    }
    await port.wait(pollMs[port.ledBy]);
  }
}

/** Sends a request that must be taken; the question comes up, and nothing more. */
export async function request(kit: Kit, asked: CeremonyRequest): Promise<void> {
  const message = encodeCeremonyRequest(asked);
  kit.memory.fileReleased = false;
  const reply = await kit.probe.send(message);
  const taken = kit.findings.check(
    'stages',
    reply.word === statusWords.ok && reply.data.length === 0,
    () => ({
      where: stateText(undefined),
      sent: headText(message),
      came: replyText(reply),
      expected: '9000',
    }),
  );
  if (!taken) throw notReached;
}

/** What somebody does at the device. Throws `notReached`, and notes it, when it can't be done on the screen that is up. */
export async function act({ port, findings, probe }: Kit, meaning: Meaning): Promise<void> {
  try {
    await port.act(meaning);
  } catch (error) {
    if (!isCode(error, notDone)) throw error;
    const state = await probe.status();
    findings.check('stages', false, () => ({
      where: stateText(state),
      sent: meaning,
      came: '-',
      expected: meaning,
    }));
    throw notReached;
  }
}

/** What is done: by the person, or by the host where only it can. */
export async function perform(kit: Kit, deeds: readonly Deed[]): Promise<void> {
  for (const deed of deeds) {
    if (deed === 'cancel') {
      const reply = await kit.probe.ask('cancel');
      const taken = kit.findings.check('cancel-said', reply.word === statusWords.ok, () => ({
        where: stateText(undefined),
        sent: 'C8 03',
        came: replyText(reply),
        expected: '9000',
      }));
      if (!taken) throw notReached;
    } else if (deed === 'keep') kit.memory.keptId = await keepOne(kit);
    else await act(kit, deed);
  }
}

/** The request as it is sent; a file of the device's own must have been made before. */
function sentRequest(kit: Kit, asked: JourneyRequest): CeremonyRequest {
  if (asked.kind === 'language') {
    if (kit.memory.otherLanguage === undefined) throw notReached;
    return { kind: asked.kind, tag: kit.memory.otherLanguage };
  }
  if (!('file' in asked)) return asked;
  if (asked.file !== 'own') return { kind: asked.kind, file: asked.file };
  if (kit.memory.file === undefined) throw notReached;
  return { kind: asked.kind, file: kit.memory.file };
}

export type AtStation = (state: PublicState, station: Station, index: number) => Promise<void>;

/** From the beginning of a journey, where the device is, to the station at `last`; `at` looks at each on the way. */
export async function travel(
  kit: Kit,
  journey: Journey,
  last = journey.stations.length - 1,
  at: AtStation = () => Promise.resolve(),
): Promise<void> {
  if (journey.request !== undefined) await request(kit, sentRequest(kit, journey.request));
  // The paper with the code is written on again.
  if (journey.activity === 'backup-file') kit.memory.file = undefined;
  for (const [index, station] of journey.stations.slice(0, last + 1).entries()) {
    await perform(kit, station.by);
    const { stage, holds: wallet, position, tries } = station;
    const by = station.by.join(', ');
    const state = await arrive(kit, { activity: journey.activity, stage, wallet, position }, by);
    if (tries !== undefined)
      kit.findings.check('status-tries', state.triesLeft === tries, () => ({
        where: stateText(state),
        sent: by,
        came: `0A=0${state.triesLeft}`,
        expected: `0A=0${tries}`,
      }));
    if (wallet === 'empty') kit.memory.walletId = undefined;
    await at(state, station, index);
  }
}

/** A whole journey, with how it must end. */
export async function complete(kit: Kit, journey: Journey, at?: AtStation): Promise<PublicState> {
  await travel(kit, journey, undefined, at);
  const { by, rest, outcome } = journey.end;
  await perform(kit, by);
  const state = await arrive(kit, statusAtRest[rest], by.join(', '));
  if (outcome !== undefined)
    kit.findings.check('status-outcome', state.outcome === outcome, () => ({
      where: stateText(state),
      sent: by.join(', '),
      came: state.outcome,
      expected: outcome,
    }));
  if (rest === 'empty') kit.memory.walletId = undefined;
  if (journey.activity === 'language' && outcome === 'completed') swapLanguages(kit);
  if (journey.activity === 'backup-file' && outcome === 'completed') await readFile(kit, state);
  return state;
}

/** The next journey leads back. */
function swapLanguages({ memory }: Kit): void {
  const before = memory.language;
  memory.language = memory.otherLanguage ?? before;
  memory.otherLanguage = before;
}

async function readFile(kit: Kit, state: PublicState): Promise<void> {
  kit.memory.fileReleased = true;
  const file = await kit.probe.ask('readFile');
  const wallet = await kit.probe.ask('wallet');
  const names =
    file.word === statusWords.ok &&
    file.data.length === 124 &&
    file.data[8] === 3 &&
    file.data[11] === kitWordCount &&
    file.data.subarray(12, 28).every((byte, at) => byte === wallet.data[at]);
  kit.findings.check('file-names-wallet', names, () => ({
    where: stateText(state),
    sent: headText(messageOf('readFile')),
    came:
      file.word === statusWords.ok
        ? `${toHex(file.data.subarray(8, 12))} ${idText(file.data.subarray(12, 28))}`
        : replyText(file),
    expected: `03....${toHex(Uint8Array.of(kitWordCount))} ${idText(wallet.data)}`,
  }));
  if (file.word === statusWords.ok) kit.memory.file = file.data;
}

/** The shortest of a journey that a bring needs: slips and looks are left out. */
function straight(journey: Journey): Journey {
  const slip: readonly Stage[] = ['wrong-pin', 'pins-differ'];
  const stations = journey.stations.filter(({ stage, position }, at) => {
    const afterSlip = slip.includes(journey.stations[at - 1]?.stage ?? 'idle');
    // After two PINs that differ the PIN is chosen and repeated again.
    const again = journey.stations[at - 2]?.stage === 'pins-differ';
    return !slip.includes(stage) && !afterSlip && !again && position !== 5;
  });
  return { ...journey, stations };
}

const leavings: readonly Stage[] = ['stopped', 'fault', 'wiped', 'wrong-pin', 'result', 'finish'];

/** Out of whatever is under way, to where the device rests. */
async function settle(kit: Kit): Promise<readonly [Rest, PublicState]> {
  for (let tries = 0; tries < 6; tries += 1) {
    const state = await kit.probe.status();
    if (state === undefined) break;
    const rest = restOf(state);
    if (rest !== undefined) return [rest, state];
    if (!leavings.includes(state.stage) && (await kit.probe.ask('cancel')).word === statusWords.ok) continue;
    await act(kit, leavings.includes(state.stage) ? 'next' : 'back');
    for (let polls = 0; polls < 100; polls += 1) {
      const now = await kit.probe.status();
      if (now === undefined || now.stage !== state.stage || now.activity !== state.activity) break;
      await kit.port.wait(pollMs[kit.port.ledBy]);
    }
  }
  throw notReached;
}

/** The power goes off and on; what is told afterwards counts from there. */
export async function restart(kit: Kit): Promise<void> {
  await kit.port.restart();
  kit.probe.forget();
  kit.memory.fileReleased = false;
  // As a host does that meets a device.
  await kit.probe.ask('info');
}

/** One step from where the device rests towards where it should. */
async function stepTowards(kit: Kit, from: Rest, to: Rest): Promise<void> {
  const play = (journey: Journey): Promise<PublicState> => complete(kit, straight(journey));
  switch (from) {
    case 'empty':
      if (!kit.info.capabilities.includes('create')) throw notReached;
      await play(to === 'unfinished' ? beginJourney : createJourney);
      return;
    case 'unfinished':
      await play(to === 'empty' ? discardJourney : resumeJourney);
      return;
    case 'locked':
      await play(unlockJourney);
      return;
    case 'unlocked':
      if (to === 'locked' || !kit.info.capabilities.includes('wipe')) {
        await restart(kit);
        await arrive(kit, statusAtRest.locked, powerCut);
        if (to !== 'locked') await complete(kit, unlockWipedJourney);
        return;
      }
      await play(wipeJourney);
  }
}

/** After wrong PINs: the right one gives the tries back. */
async function regainTries(kit: Kit, from: Rest): Promise<void> {
  if (from === 'unfinished') {
    await complete(kit, retriedJourney);
    return;
  }
  if (from === 'unlocked') {
    await restart(kit);
    await arrive(kit, statusAtRest.locked, powerCut);
  }
  await complete(kit, straight(unlockJourney));
}

/** Leads the device to where a journey begins. Throws `notReached`. */
export async function bring(kit: Kit, to: Rest): Promise<void> {
  if (!isLed(kit)) throw notReached;
  for (let steps = 0; steps < 7; steps += 1) {
    const [rest, { triesLeft }] = await settle(kit);
    if (triesLeft !== pinTries && rest !== 'empty') await regainTries(kit, rest);
    else if (rest === to) return;
    else await stepTowards(kit, rest, to);
  }
  throw notReached;
}
