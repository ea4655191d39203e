/** States in which there is something to say, and nothing to follow on the device: one table of what is said. */
import type { AlarmReason } from '../ceremony/alarm.ts';
import type { PersonEvent } from '../ceremony/events.ts';
import {
  isSimulatorLink,
  type CeremonyState,
  type DeviceFacts,
  type Session,
  type Task,
  type WalletChange,
} from '../ceremony/state.ts';
import { errorCatalogue } from '../protocol/errors.ts';
import type { Outcome } from '../protocol/public-state.ts';
import { ledgerNotice } from './ledger-notices.ts';
import type { LinkKind } from '../transport/transport.ts';
import { formatDate, groupDigits } from './format.ts';
import { cutShortTexts, endedText, startingText, unsavedFile } from './messages-endings.ts';
import { settingsMessages } from './messages-settings.ts';
import { messages, type Messages, type NoticeText } from './messages.ts';
import { chooseAnother, type Notice, type NoticeAction, type NoticeTone } from './notice.ts';
import { proofTexts } from './proof-texts.ts';

const primaryChooseAnother: NoticeAction = { ...chooseAnother, style: 'primary' };

function action(label: string, request: PersonEvent, style: NoticeAction['style'] = 'primary'): NoticeAction {
  return { label, request, style };
}

const endedTones: Partial<Record<Outcome, NoticeTone>> = {
  completed: 'done',
  match: 'done',
  'no-match': 'attention',
  'wrong-code': 'attention',
  'other-wallet': 'attention',
  wiped: 'attention',
};

/** What the view of a backed-up wallet says first: how this page came to know that it is. */
export function backedUpLead({ witnessed, restored }: Pick<Session, 'witnessed' | 'restored'>): string {
  if (restored) return settingsMessages.restoredLead;
  return witnessed ? messages.backedUp.lead : messages.backedUp.known;
}

export function walletChangeTitle({ now }: WalletChange): string {
  return typeof now === 'object' ? messages.wallet.changed : messages.wallet.gone;
}

function walletNotice(change: WalletChange): Notice {
  const { before, now, none, unfinished, accept, stop } = messages.wallet;
  const found = typeof change.now === 'object' ? groupDigits(change.now.walletId) : undefined;
  return {
    title: walletChangeTitle(change),
    body: [],
    tone: 'danger',
    facts: [
      { name: before, value: groupDigits(change.before) },
      { name: now, value: found ?? (change.now === 'empty' ? none : unfinished) },
    ],
    actions: [action(stop, { kind: 'choose-another' }), action(accept, { kind: 'accept-wallet' }, 'quiet')],
  };
}

/** How a ceremony ended, or why its check did. */
export function endedTextOf(
  { activity, outcome, unproven }: Extract<Task, { kind: 'ended' }>,
  { known }: DeviceFacts,
): NoticeText {
  const inARow = known?.unfinishedChecks.length ?? 0;
  const why = unproven === undefined ? undefined : proofTexts()?.unprovenText(unproven, inARow);
  return why ?? endedText(activity, outcome);
}

export function alarmTextOf(reason: AlarmReason): NoticeText {
  const { title, body } = proofTexts()?.alarmText(reason) ?? messages.alarm;
  return { title, body };
}

function sessionNotice({ task, status, device }: Session): Notice | undefined {
  switch (task.kind) {
    case 'checking':
      return { ...messages.checking, tone: 'working', actions: [chooseAnother] };
    case 'starting':
      return { ...startingText(task.request.kind), tone: 'working', actions: [chooseAnother] };
    case 'reading-wallet':
      return { ...messages.readingWallet, tone: 'working', actions: [] };
    case 'resting':
      return status?.locked
        ? { ...messages.resting.locked, tone: 'locked', actions: [chooseAnother] }
        : { ...messages.resting.unfinished, tone: 'waiting', actions: [chooseAnother] };
    case 'ended': {
      const { activity, outcome, checkedAt } = task;
      if (activity === 'backup-file' && outcome === 'completed') return fileNotice(task.file);
      const { title, body } = endedTextOf(task, device);
      if (outcome === 'fault') return { title, body, tone: 'danger', actions: [primaryChooseAnother] };
      const anew = status?.wallet === 'empty' && outcome !== 'completed';
      const next = action(anew ? messages.again : messages.goOn, { kind: 'continue' });
      const noted = checkedAt === undefined ? [] : [settingsMessages.noted(formatDate(checkedAt))];
      return {
        title,
        body: [...body, ...noted],
        tone: endedTones[outcome] ?? 'ended',
        actions: [next, chooseAnother],
      };
    }
    case 'wallet-changed':
      return walletNotice(task.change);
    case 'settings': {
      if (task.page !== 'wipe') return undefined;
      const { title, body, ask, keep } = settingsMessages.wipe;
      return {
        title,
        body,
        tone: 'danger',
        actions: [
          action(ask, { kind: 'ask', ceremony: 'wipe' }, 'danger'),
          action(keep, { kind: 'back' }, 'plain'),
        ],
      };
    }
    default:
      return undefined;
  }
}

/** Where the person goes on after the device was switched off: its question, its PIN, its wallet. */
const saysCutShort: ReadonlySet<Task['kind']> = new Set([
  'choose-length',
  'following',
  'resting',
  'reading-wallet',
  'backed-up',
]);

/** Why the page is not where it was before the device was switched off. */
export function cutShortText(state: CeremonyState): string | undefined {
  if (state.kind !== 'connected' || !saysCutShort.has(state.session.task.kind)) return undefined;
  const { cutShort } = state.session;
  return cutShort === undefined ? undefined : cutShortTexts[cutShort];
}

/** The device has released a backup file: until it is saved, saving it comes before everything else. */
function fileNotice(file: 'saved' | 'failed' | undefined): Notice {
  const goOn = action(messages.goOn, { kind: 'continue' });
  const { again, retry } = settingsMessages.save;
  if (file === undefined) return { ...unsavedFile.saving, tone: 'working', actions: [] };
  if (file === 'saved')
    return {
      ...endedText('backup-file', 'completed'),
      tone: 'done',
      actions: [goOn, action(again, { kind: 'save-file' }, 'plain'), chooseAnother],
    };
  return {
    ...unsavedFile.failed,
    tone: 'attention',
    actions: [action(retry, { kind: 'save-file' }), { ...goOn, style: 'plain' }, chooseAnother],
  };
}

/** What to do depends on what went away: a cable, or a program. */
export function lostText(link: LinkKind): Messages['lost']['device'] {
  return isSimulatorLink(link) ? messages.lost.simulator : messages.lost.device;
}

/** `undefined` for a state that has a view of its own. */
export function noticeFor(state: CeremonyState): Notice | undefined {
  switch (state.kind) {
    case 'opening': {
      const text = state.attempt === 'identify' ? messages.opening.identify : messages.opening[state.link];
      return { ...text, tone: 'working', actions: [chooseAnother] };
    }
    case 'waiting':
      return {
        ...messages.waiting[state.reason],
        tone: state.reason === 'locked' ? 'locked' : 'waiting',
        actions: [chooseAnother],
      };
    case 'refused': {
      const { when, todo } = errorCatalogue[state.code];
      return {
        title: messages.refused.title,
        body: [when, todo].filter((sentence) => sentence !== ''),
        tone: 'attention',
        actions: [action(messages.refused.retry, { kind: 'retry' }), chooseAnother],
      };
    }
    case 'alarm':
      return {
        ...alarmTextOf(state.reason),
        tone: 'danger',
        // The one alarm that the person may know better about has its way on in plain sight; the others have none.
        actions:
          state.reason === 'other-wallet'
            ? [primaryChooseAnother, action(messages.alarm.forget, { kind: 'forget-wallet' }, 'plain')]
            : [primaryChooseAnother],
      };
    case 'unverified':
      return {
        ...messages.unverified,
        tone: 'attention',
        actions: [
          primaryChooseAnother,
          action(messages.unverified.accept, { kind: 'accept-unverified' }, 'quiet'),
        ],
      };
    case 'lost': {
      if (state.phase === 'blip') return sessionNotice(state.session);
      const { title, body, long } = lostText(state.session.device.link);
      const { reconnecting, retry } = messages.lost;
      return {
        title,
        body: state.phase === 'long' ? [...body, long] : body,
        tone: 'lost',
        progress: reconnecting,
        actions:
          state.session.device.link === 'webhid' || state.session.device.link === 'webusb'
            ? [action(retry, { kind: 'retry' }, 'plain'), chooseAnother]
            : [chooseAnother],
      };
    }
    case 'connected':
      return sessionNotice(state.session);
    case 'ledger':
      return ledgerNotice(state);
    default:
      return undefined;
  }
}
