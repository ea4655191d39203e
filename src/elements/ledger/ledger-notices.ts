/** States of a stock Ledger in which there is something to say, and nothing to follow. */
import { ledgerViewOf, type LedgerState } from '../../devices/ledger/ledger-family.ts';
import { ledgerMessages } from '../../text/ledger.ts';
import { chooseAnother, type Notice, type NoticeAction, type NoticeTone } from '../notice/notice.ts';

const tones: Record<keyof typeof ledgerMessages.conditions, NoticeTone> = {
  locked: 'locked',
  'app-open': 'attention',
  'menu-open': 'waiting',
  busy: 'waiting',
  bootloader: 'attention',
  updater: 'waiting',
  'recovery-mode': 'attention',
  'model-not-supported': 'attention',
  'firmware-too-old': 'attention',
  'unknown-screen': 'waiting',
};

function lostNotice(state: LedgerState): Notice {
  const { title, body, long, keepWaiting, choose } = ledgerMessages.lost;
  const { link } = state;
  const actions: NoticeAction[] = [
    { label: keepWaiting, request: { kind: 'keep-waiting' }, style: 'primary' },
    // Some firmware comes back with other ids, and the browser asks for those again.
    ...(link === 'webhid' || link === 'webusb'
      ? [{ label: choose, request: { kind: 'retry' }, style: 'plain' } as const]
      : []),
    chooseAnother,
  ];
  return { title, body: [...body, long], tone: 'lost', progress: ledgerMessages.reconnecting, actions };
}

/** `undefined` while the set-up is followed, and when it is done. */
export function ledgerNotice(state: LedgerState): Notice | undefined {
  const { reading, quitting } = state.seen;
  const view = ledgerViewOf(state);
  if (view === 'lost') return lostNotice(state);
  if (view === 'quiet') return { ...ledgerMessages.quiet, tone: 'waiting', actions: [chooseAnother] };
  if (reading.kind === 'onboarding' || reading.kind === 'set-up') return undefined;
  const { title, body } = ledgerMessages.conditions[reading.kind];
  const notice: Notice = {
    title,
    body: view === 'waiting' ? [...body, ledgerMessages.waiting] : body,
    tone: tones[reading.kind],
    actions: [chooseAnother],
  };
  if (reading.kind !== 'app-open') return notice;
  if (quitting) return { ...notice, tone: 'waiting', body: [ledgerMessages.quitting] };
  const called = ledgerMessages.appOpen(reading.app);
  return {
    ...notice,
    body: called === undefined ? notice.body : [called, ...notice.body],
    actions: [
      { label: ledgerMessages.quitApp, request: { kind: 'quit-app' }, style: 'primary' },
      chooseAnother,
    ],
  };
}
