/** What a state of a connected device means for the ceremony that was asked for: what is done next, or how it ends. Pure. */
import type { Activity, Outcome, PublicState } from '../../protocol/public-state.ts';
import { canDo, otherLanguages } from '../../session/offers.ts';
import type { Comparison, KnownWallet, Session, Task } from '../../session/state.ts';
import { ceremonyText } from '../../text/terminal/ceremonies.ts';
import type { Unfit } from '../../text/types/terminal/ceremonies.ts';
import { isOurs, leadsToBackup, leavesWallet, type Errand } from './errand.ts';
import { comparisonQuestion, confirmation, noteBefore, noteOf, noteRestored, noteWallet } from './sayings.ts';
import {
  dispatching,
  endWith,
  waits,
  type CeremonyStep,
  type Choice,
  type End,
  type Memory,
  type Next,
  type Saying,
} from './step.ts';

export interface CeremonySituation {
  readonly session: Session;
  readonly memory: Memory;
  readonly choice: Choice;
  /** Milliseconds since 1970. */
  readonly now: number;
}

type EndedTask = Extract<Task, { kind: 'ended' }>;
type Ended = Extract<End, { kind: 'ended' }>;

function to(memory: Memory, next: Next, says: readonly Saying[] = []): CeremonyStep {
  return { memory, says, next };
}

function ended(
  { session: { device, status }, memory }: CeremonySituation,
  activity: Activity,
  outcome: Outcome,
  more: Partial<Ended> = {},
): CeremonyStep {
  const unfinished = status?.wallet === 'unfinished-backup';
  return to(memory, endWith({ kind: 'ended', activity, outcome, unfinished, device, ...more }));
}

/** What the errand asks for; of a backup that is resumed, that. */
function activityOf({ wish }: Errand): Activity {
  return wish?.kind ?? 'resume';
}

/** Nothing of anybody's runs on it: it waits for its PIN, for its unfinished backup, or for a request. */
export function isAtRest({ activity, stage }: PublicState): boolean {
  return activity === 'none' || activity === 'unlock' || (activity === 'resume' && stage === 'unfinished');
}

/** Why the device can't be asked, where it stands; `undefined` where it can be, or isn't there yet. */
function unfitFor({
  session: { task, status },
  memory,
  choice: { errand },
}: CeremonySituation): Unfit | undefined {
  if (memory.begun || status === undefined || !isAtRest(status)) return undefined;
  const unfinished = status.wallet === 'unfinished-backup';
  // A locked one needs no PIN for that.
  const has = task.kind === 'backed-up' || (status.wallet === 'backed-up' && status.locked);
  switch (errand.needs) {
    case 'wallet':
      if (unfinished) return 'unfinished';
      return task.kind === 'empty' ? 'no-wallet' : undefined;
    case 'either':
      return unfinished ? 'unfinished' : undefined;
    case 'empty':
      if (unfinished && !leadsToBackup(errand)) return 'unfinished';
      return has ? 'has-wallet' : undefined;
    case 'unfinished':
      return has || task.kind === 'empty' ? 'nothing-unfinished' : undefined;
  }
}

/** The device was switched off in the middle of it; `undefined` where it asks whether to resume. */
function cutShortOf({ session, memory, choice }: CeremonySituation): CeremonyStep | undefined {
  if (!memory.begun) return undefined;
  const { cutShort } = session;
  if (cutShort !== undefined && cutShort !== 'backup')
    return to(memory, endWith({ kind: 'cut-short', what: cutShort }));
  // It had released a file, which nobody has saved.
  return memory.released && session.task.kind !== 'ended' && choice.errand.wish?.kind === 'backup-file'
    ? to(memory, endWith({ kind: 'cut-short', what: 'backup-file' }))
    : undefined;
}

/** Asks the device for it, after what the person should know. */
function ask({ session, memory, choice }: CeremonySituation, says: readonly Saying[] = []): CeremonyStep {
  const { device } = session;
  const { wish } = choice.errand;
  // The session asks no device for what it can't do.
  if (wish === undefined || !canDo(device, wish.kind))
    return to(memory, endWith({ kind: 'error', code: 'unsupported' }), says);
  if (wish.kind === 'language') {
    // The session asks the device for them by itself, and not all at once.
    if (device.languages === undefined && !memory.lingered)
      return to({ ...memory, lingered: true }, { kind: 'linger' }, says);
    const others = otherLanguages(device);
    if (!others.includes(wish.tag))
      return to(memory, endWith({ kind: 'language', speaks: device.language ?? '', others }), says);
  }
  const unchecked = wish.kind === 'create' && !device.capabilities.includes('entropy-check');
  // Dice come with the check. Who asked for them isn't given a wallet without.
  if (unchecked && wish.dice === true)
    return to(memory, endWith({ kind: 'error', code: 'unsupported' }), says);
  const before = memory.warned ? [] : noteBefore(choice.errand);
  return to({ ...memory, begun: true, warned: true }, dispatching({ kind: 'start', wish }), [
    ...says,
    ...before,
    ...(unchecked ? [noteOf('not-checked')] : []),
  ]);
}

/** It was asked for, and the device rests again without an end that was seen. */
function afterwards(situation: CeremonySituation, otherwise: () => CeremonyStep): CeremonyStep {
  const { session, memory } = situation;
  if (session.refusal !== undefined) return to(memory, endWith({ kind: 'error', code: session.refusal }));
  // The device takes the request once it has time for it.
  if (memory.queued && !memory.ran) return to(memory, waits);
  return otherwise();
}

function onEmpty(situation: CeremonySituation): CeremonyStep {
  const { memory, choice } = situation;
  if (!memory.begun) return ask(situation);
  return afterwards(situation, () => {
    // While nobody looked on, the wallet went as it should.
    const wiped = choice.errand.wish?.kind === 'wipe' && memory.ran;
    return wiped
      ? ended(situation, 'wipe', 'completed')
      : ended(situation, activityOf(choice.errand), 'none');
  });
}

const comparisons = { yes: 'same', no: 'different', none: 'none' } as const satisfies Record<
  string,
  Comparison
>;

function onRestored(situation: CeremonySituation, wallet: KnownWallet): CeremonyStep {
  const { session, memory, choice } = situation;
  const { compared, device } = session;
  const from = choice.errand.wish?.kind === 'restore-file' ? 'file' : 'words';
  const asked = memory.toldWallet === wallet.walletId;
  if (compared === undefined && memory.answer?.question === 'compare') {
    const answer = comparisons[memory.answer.answer];
    return to({ ...memory, answer: undefined }, dispatching({ kind: 'compare-wallet', answer }));
  }
  if (compared !== undefined || !choice.canAsk || session.restored === undefined)
    return to(memory, endWith({ kind: 'restored', device, wallet, from, compared, asked }));
  const says = asked ? [] : noteRestored(wallet);
  const told: Memory = { ...memory, toldWallet: wallet.walletId };
  return to(told, { kind: 'ask', question: { kind: 'compare', lines: comparisonQuestion() } }, says);
}

/** A wallet that is backed up and open, before it was asked for anything. */
function onWallet(situation: CeremonySituation, wallet: KnownWallet): CeremonyStep {
  const { session, memory, choice } = situation;
  const { walletId } = wallet;
  const { errand } = choice;
  const known = memory.toldWallet === walletId ? [] : [noteWallet(session, wallet, situation.now)];
  const told: Memory = { ...memory, toldWallet: walletId };
  const here = { ...situation, memory: told };
  if (errand.fileNames !== undefined && errand.fileNames !== walletId) {
    const end = { kind: 'other-file', onDevice: walletId, inFile: errand.fileNames } as const;
    return to(told, endWith(end), known);
  }
  const question = confirmation(errand);
  const able = errand.wish !== undefined && canDo(session.device, errand.wish.kind);
  if (question === undefined || choice.confirmed || memory.agreed === walletId || !able)
    return ask(here, known);
  if (memory.answer?.question === 'confirm') {
    if (memory.answer.answer !== 'yes') return to(told, endWith({ kind: 'left' }), known);
    return ask({ ...here, memory: { ...told, answer: undefined, agreed: walletId } }, known);
  }
  const before = memory.warned ? [] : noteBefore(errand);
  return to({ ...told, warned: true }, { kind: 'ask', question: { kind: 'confirm', lines: [question] } }, [
    ...known,
    ...before,
  ]);
}

function onBackedUp(situation: CeremonySituation, wallet: KnownWallet): CeremonyStep {
  const { session, memory, choice } = situation;
  const { errand } = choice;
  const { device, witnessed } = session;
  if (!memory.begun) return onWallet(situation, wallet);
  if (leavesWallet(errand))
    return afterwards(situation, () => ended(situation, activityOf(errand), 'unknown'));
  if (!leadsToBackup(errand)) return onRestored(situation, wallet);
  return to(memory, endWith({ kind: 'backed-up', device, wallet, proof: wallet.proof, witnessed }));
}

/** A backup file that the device has released is saved before anything else is said of it. */
function onReleased(situation: CeremonySituation, { activity, outcome, file }: EndedTask): CeremonyStep {
  const { memory, choice } = situation;
  const released: Memory = { ...memory, released: true };
  const here = { ...situation, memory: released };
  if (file === undefined) return to(released, waits);
  if (file === 'saved' || !choice.canAsk) return ended(here, activity, outcome, { file });
  if (memory.answer?.question !== 'save-again') {
    const lines = [`${ceremonyText.tryToSaveAgain} ${ceremonyText.yesNo}`];
    return to(released, { kind: 'ask', question: { kind: 'save-again', lines } });
  }
  return memory.answer.answer === 'yes'
    ? to({ ...released, answer: undefined }, dispatching({ kind: 'save-file' }))
    : ended(here, activity, outcome, { file });
}

/** What is noted of an end is noted a moment later. */
function isNoted({ activity, outcome, checkedAt }: EndedTask, { name }: Session, { wish }: Errand): boolean {
  if (activity === 'check' && outcome === 'match') return checkedAt !== undefined;
  if (activity === 'rename' && outcome === 'completed') return wish?.kind === 'rename' && wish.name === name;
  return true;
}

function onEnded(situation: CeremonySituation, task: EndedTask): CeremonyStep {
  const { session, memory, choice } = situation;
  const { activity, outcome, checkedAt, unproven } = task;
  const { errand } = choice;
  if (outcome === 'fault') return ended(situation, activity, 'fault');
  const ours = memory.begun && (isOurs(errand, activity) || activity === 'unlock' || activity === 'none');
  // Three wrong PINs, at the device's own question.
  if (!ours && outcome === 'wiped') return ended(situation, activity, outcome);
  const goesOn = !leavesWallet(errand) && outcome === 'completed';
  if (!ours || goesOn) return to(memory, dispatching({ kind: 'continue' }));
  if (activity === 'backup-file' && outcome === 'completed') return onReleased(situation, task);
  if (!isNoted(task, session, errand) && !memory.lingered)
    return to({ ...memory, lingered: true }, { kind: 'linger' });
  const name = errand.wish?.kind === 'rename' ? errand.wish.name : undefined;
  return ended(situation, activity, outcome, { checkedAt, unproven, name });
}

function onFollowing(
  situation: CeremonySituation,
  { after }: Extract<Task, { kind: 'following' }>,
): CeremonyStep {
  const { session, memory, choice } = situation;
  const { status } = session;
  const activity = status === undefined ? 'none' : status.activity;
  if (status?.outcome === 'fault' || after === 'fault') return ended(situation, activity, 'fault');
  // Back at the question that an unfinished backup begins with: the person has stopped.
  const stopped = memory.ran && status?.stage === 'unfinished' && after !== undefined;
  return stopped ? ended(situation, activityOf(choice.errand), after) : to(memory, waits);
}

export function decide(situation: CeremonySituation): CeremonyStep {
  const { session, memory, choice } = situation;
  const { task, status } = session;
  const why = unfitFor(situation);
  if (why !== undefined && task.kind !== 'wallet-changed' && status?.outcome !== 'fault')
    return to(memory, endWith({ kind: 'unfit', why }));
  if (task.kind !== 'wallet-changed') {
    const cut = cutShortOf(situation);
    if (cut !== undefined) return cut;
  }
  switch (task.kind) {
    case 'empty':
      return onEmpty(situation);
    case 'following':
      return onFollowing(situation, task);
    case 'resting':
      return status?.locked === true && !memory.toldLocked
        ? to({ ...memory, toldLocked: true }, waits, [noteOf('locked')])
        : to(memory, waits);
    case 'ended':
      return onEnded(situation, task);
    case 'wallet-changed':
      return choice.acceptChange
        ? to(memory, dispatching({ kind: 'accept-wallet' }))
        : to(memory, endWith({ kind: 'wallet-changed', change: task.change }));
    case 'backed-up':
      return onBackedUp(situation, task.wallet);
    default:
      return to(memory, waits);
  }
}
