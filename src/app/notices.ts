/** States in which there is something to say, and nothing to follow on the device: one table of what is said. */
import type { AlarmReason } from '../session/trust/alarm.ts';
import { canDo, hasOpenWallet } from '../session/offers.ts';
import type { PersonRequest } from '../elements/shared/page-events.ts';
import {
  isSimulatorLink,
  type SessionState,
  type DeviceFacts,
  type Session,
  type Task,
  type WalletChange,
} from '../session/state.ts';
import { backupFileName } from '../protocol/files/backup-file.ts';
import type { ErrorCode } from '../protocol/errors.ts';
import { errorMessages } from '../text/errors.ts';
import type { Activity, Outcome } from '../protocol/public-state.ts';
import { familyPages, type FamilyPages } from './family-pages.ts';
import type { LinkKind, PageLinkKind } from '../transport/transport.ts';
import { formatDate, groupDigits } from '../text/locale/format.ts';
import { endings } from '../text/endings.ts';
import { settingsMessages } from '../text/settings.ts';
import { walletMessages } from '../text/wallet.ts';
import { messages, type Messages, type NoticeText } from '../text/app.ts';
import {
  chooseAnother,
  onlyChooseAnother,
  type Notice,
  type NoticeAction,
  type NoticeTone,
} from '../elements/notice/notice.ts';
import { losesDevice } from './start/leaving.ts';
import type { AppState, Page } from './pages/pages.ts';
import { proof } from '../text/proof.ts';

function action(
  label: string,
  request: PersonRequest,
  style: NoticeAction['style'] = 'primary',
): NoticeAction {
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
  const why = unproven === undefined ? undefined : proof.unprovenText(unproven, inARow);
  return why ?? endings.ended(activity, outcome);
}

export function alarmTextOf(reason: AlarmReason): NoticeText {
  const { title, body } = proof.alarmText(reason);
  return { title, body };
}

function sessionNotice(session: Session, page: Page): Notice | undefined {
  const { task, status, device } = session;
  if (page.kind === 'quiz') return undefined;
  if (page.kind === 'settings') return page.page === 'wipe' ? wipeNotice() : undefined;
  switch (task.kind) {
    case 'checking':
      return { ...messages.checking, tone: 'working', actions: [chooseAnother] };
    case 'starting':
      return { ...endings.starting(task.request.kind), tone: 'working', actions: [chooseAnother] };
    case 'reading-wallet':
      return { ...messages.readingWallet, tone: 'working', actions: [] };
    case 'resting':
      return status?.locked
        ? { ...messages.resting.locked, tone: 'locked', actions: [chooseAnother] }
        : { ...messages.resting.unfinished, tone: 'waiting', actions: [chooseAnother] };
    case 'ended': {
      const { activity, outcome, checkedAt } = task;
      if (activity === 'backup-file' && outcome === 'completed')
        return fileNotice(task.file, session.walletId);
      const { title, body } = endedTextOf(task, device);
      if (outcome === 'fault') return { title, body, tone: 'danger', actions: [onlyChooseAnother] };
      const startsOver = status?.wallet === 'empty' && outcome !== 'completed';
      const next = action(startsOver ? messages.again : messages.goOn, { kind: 'continue' });
      const noted = checkedAt === undefined ? [] : [walletMessages.noted(formatDate(checkedAt))];
      return {
        title,
        body: [...body, ...noted],
        tone: endedTones[outcome] ?? 'ended',
        actions: [...(hasOpenWallet(session) ? waysOn(task, device, next) : [next]), chooseAnother],
      };
    }
    case 'wallet-changed':
      return walletNotice(task.change);
    default:
      return undefined;
  }
}

/** What begins a ceremony once more: the device asks for it itself, or there is a page before it. */
const again: Partial<Record<Activity, PersonRequest>> = {
  reveal: { kind: 'open-quiz' },
  check: { kind: 'ask', ceremony: 'check' },
  'change-pin': { kind: 'ask', ceremony: 'change-pin' },
  rename: { kind: 'open-page', page: 'rename' },
  'seed-qr': { kind: 'ask', ceremony: 'seed-qr' },
  addresses: { kind: 'ask', ceremony: 'addresses' },
  'backup-file': { kind: 'ask', ceremony: 'backup-file' },
  'check-file': { kind: 'open-page', page: 'check-file' },
};

/** Where it didn't end well, the person can try again right there. Words that didn't fit are looked at first. */
function waysOn(
  { activity, outcome }: Extract<Task, { kind: 'ended' }>,
  device: DeviceFacts,
  next: NoticeAction,
): readonly NoticeAction[] {
  const request = again[activity];
  // The paper opens this wallet: whether it's the one that the person means, the addresses tell.
  if (activity === 'check' && outcome === 'match' && canDo(device, 'addresses'))
    return [next, action(settingsMessages.home.addresses, { kind: 'ask', ceremony: 'addresses' }, 'plain')];
  if (request === undefined || outcome === 'completed' || outcome === 'match' || outcome === 'wiped')
    return [next];
  const { doubt, tryAgain } = walletMessages;
  const shows = activity === 'check' && outcome === 'no-match' && canDo(device, 'reveal');
  const goOn = { ...next, style: 'plain' } as const;
  return shows
    ? [action(doubt.show, { kind: 'open-quiz' }), action(doubt.check, request, 'plain'), goOn]
    : [action(tryAgain, request), goOn];
}

function wipeNotice(): Notice {
  const { title, body, ask, keep } = walletMessages.wipe;
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

/** Where the user continues after the device was switched off: its question, its PIN, its wallet. */
const saysCutShort: ReadonlySet<Task['kind']> = new Set([
  'empty',
  'following',
  'resting',
  'reading-wallet',
  'backed-up',
]);

/** Why the page is not where it was before the device was switched off. */
export function cutShortText({ session: state, page }: AppState): string | undefined {
  if (page.kind === 'settings' || page.kind === 'quiz' || page.kind === 'choose-file') return undefined;
  if (state.kind !== 'connected' || !saysCutShort.has(state.session.task.kind)) return undefined;
  const { cutShort } = state.session;
  return cutShort === undefined ? undefined : endings.cutShort[cutShort];
}

/** The device has released a backup file: until it is saved, saving it comes before everything else. */
function fileNotice(file: 'saved' | 'failed' | undefined, walletId: string | undefined): Notice {
  const goOn = action(messages.goOn, { kind: 'continue' });
  const { again, retry, name, write } = walletMessages.save;
  if (file === undefined) return { ...endings.unsavedFile.saving, tone: 'working', actions: [] };
  if (file === 'saved') {
    const { title, body } = endings.ended('backup-file', 'completed');
    const known = walletId !== undefined;
    return {
      title,
      body: known ? [write, ...body] : body,
      tone: 'done',
      facts: known ? [{ name, value: backupFileName(walletId) }] : [],
      actions: [goOn, action(again, { kind: 'save-file' }, 'plain'), chooseAnother],
    };
  }
  return {
    ...endings.unsavedFile.failed,
    tone: 'attention',
    actions: [action(retry, { kind: 'save-file' }), { ...goOn, style: 'plain' }, chooseAnother],
  };
}

/** What to do depends on what went away: a cable, a program, or a part of this page. */
export function lostText(link: LinkKind): Messages['lost']['device'] {
  if (link === 'simulator-frame') return messages.lost.frame;
  return isSimulatorLink(link) ? messages.lost.simulator : messages.lost.device;
}

/** Links that only a program outside a browser has are no page's. */
function isPageLink(link: LinkKind): link is PageLinkKind {
  return link !== 'node-hid' && link !== 'simulator-tcp';
}

export function openingText({ link, attempt }: Extract<SessionState, { kind: 'opening' }>): NoticeText {
  return attempt === 'identify' || !isPageLink(link) ? messages.opening.identify : messages.opening[link];
}

/** Codes whose own texts speak of plugging in. */
const aboutCables: ReadonlySet<ErrorCode> = new Set(['disconnected', 'timeout', 'not-found']);

/** Why a device can't be used, and what to do. */
export function refusedText({ link, code }: { link: LinkKind; code: ErrorCode }): NoticeText {
  if (isSimulatorLink(link) && isPageLink(link) && aboutCables.has(code))
    return messages.problem.notFound[link];
  const { when, todo } = errorMessages[code];
  return { title: messages.refused.title, body: [when, todo].filter((sentence) => sentence !== '') };
}

/** Back, from a device: what is lost by it is said before. */
function leaveNotice(state: SessionState): Notice {
  const { title, body, leave, stay } = messages.leave;
  const loses = losesDevice(state);
  return {
    title,
    body: [body[loses ? 'frame' : 'device']],
    tone: loses ? 'danger' : 'attention',
    actions: [action(stay, { kind: 'back' }), action(leave, { kind: 'leave' }, loses ? 'danger' : 'plain')],
  };
}

/** `undefined` for a state that has a view of its own. */
export function noticeFor(
  { session: state, page }: AppState,
  pages: FamilyPages = familyPages,
): Notice | undefined {
  if (page.kind === 'leave') return leaveNotice(state);
  switch (state.kind) {
    case 'opening': {
      return { ...openingText(state), tone: 'working', actions: [chooseAnother] };
    }
    case 'waiting':
      return {
        ...messages.waiting[state.reason],
        tone: state.reason === 'locked' ? 'locked' : 'waiting',
        actions: [chooseAnother],
      };
    case 'refused':
      return {
        ...refusedText(state),
        tone: 'attention',
        actions: [action(messages.refused.retry, { kind: 'retry' }), chooseAnother],
      };
    case 'alarm':
      return {
        ...alarmTextOf(state.reason),
        tone: 'danger',
        // The one alarm that the person may know better about has its way on in plain sight; the others have none.
        actions:
          state.reason === 'other-wallet'
            ? [onlyChooseAnother, action(messages.alarm.forget, { kind: 'forget-wallet' }, 'plain')]
            : [onlyChooseAnother],
      };
    case 'unverified': {
      const { title, body, accept, claims } = proof.strangerText(state.device);
      return {
        title,
        body,
        tone: 'attention',
        facts: claims,
        actions: [onlyChooseAnother, action(accept, { kind: 'accept-unverified' }, 'quiet')],
      };
    }
    case 'lost': {
      if (state.phase === 'blip') return sessionNotice(state.session, page);
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
      return sessionNotice(state.session, page);
    case 'guided': {
      const page = pages.of(state);
      return page === undefined
        ? { ...messages.loading, tone: 'working', actions: [chooseAnother] }
        : page.notice(state);
    }
    default:
      return undefined;
  }
}
