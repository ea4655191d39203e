/** States in which there is something to say, and nothing to follow on the device: one table of what is said. */
import type { PersonEvent } from '../ceremony/events.ts';
import type { CeremonyState, Session } from '../ceremony/state.ts';
import { errorCatalogue } from '../protocol/errors.ts';
import { messages, type NoticeText } from './messages.ts';

export type NoticeTone = 'working' | 'waiting' | 'locked' | 'attention' | 'lost' | 'danger' | 'ended';

export interface NoticeAction {
  readonly label: string;
  readonly request: PersonEvent;
  readonly style: 'primary' | 'plain' | 'quiet';
}

export interface Notice extends NoticeText {
  readonly tone: NoticeTone;
  /** Something goes on by itself. */
  readonly progress?: string;
  readonly actions: readonly NoticeAction[];
}

const chooseAnother: NoticeAction = {
  label: messages.chooseAnother,
  request: { kind: 'choose-another' },
  style: 'quiet',
};
const primaryChooseAnother: NoticeAction = { ...chooseAnother, style: 'primary' };

function action(label: string, request: PersonEvent, style: NoticeAction['style'] = 'primary'): NoticeAction {
  return { label, request, style };
}

function sessionNotice({ task, status }: Session): Notice | undefined {
  switch (task.kind) {
    case 'checking':
      return { ...messages.checking, tone: 'working', actions: [chooseAnother] };
    case 'starting':
      return { ...messages.starting, tone: 'working', actions: [chooseAnother] };
    case 'reading-wallet':
      return { ...messages.readingWallet, tone: 'working', actions: [] };
    case 'resting':
      return status?.locked
        ? { ...messages.resting.locked, tone: 'locked', actions: [chooseAnother] }
        : { ...messages.resting.unfinished, tone: 'waiting', actions: [chooseAnother] };
    case 'ended': {
      const text = messages.ended[task.outcome];
      if (task.outcome === 'fault') return { ...text, tone: 'danger', actions: [primaryChooseAnother] };
      const unfinished = status?.wallet !== 'empty';
      const next = action(unfinished ? messages.goOn : messages.again, { kind: 'continue' });
      const tone = task.outcome === 'wiped' ? 'attention' : 'ended';
      return { ...text, tone, actions: [next, chooseAnother] };
    }
    default:
      return undefined;
  }
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
      return { ...messages.alarm, tone: 'danger', actions: [primaryChooseAnother] };
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
      const { title, body, long, reconnecting, retry } = messages.lost;
      return {
        title,
        body: state.phase === 'long' ? [...body, long] : body,
        tone: 'lost',
        progress: reconnecting,
        actions:
          state.session.device.link === 'webhid'
            ? [action(retry, { kind: 'retry' }, 'plain'), chooseAnother]
            : [chooseAnother],
      };
    }
    case 'connected':
      return sessionNotice(state.session);
    default:
      return undefined;
  }
}
