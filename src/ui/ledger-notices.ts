/** States of a stock Ledger in which there is something to say, and nothing to follow. */
import { viewOf, type LedgerState } from '../ceremony/ledger-state.ts';
import { ledgerMessages } from './ledger-messages.ts';
import { chooseAnother, type Notice, type NoticeAction, type NoticeTone } from './notice.ts';

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
  const { link } = state.session;
  const actions: NoticeAction[] = [
    { label: keepWaiting, request: { kind: 'keep-waiting' }, style: 'primary' },
    // Some firmware comes back with other ids, and the browser asks for those anew.
    ...(link === 'webhid' || link === 'webusb'
      ? [{ label: choose, request: { kind: 'retry' }, style: 'plain' } as const]
      : []),
    chooseAnother,
  ];
  return { title, body: [...body, long], tone: 'lost', progress: ledgerMessages.reconnecting, actions };
}

/** `undefined` while the set-up is followed, and when it is done. */
export function ledgerNotice(state: LedgerState): Notice | undefined {
  const { reading, quitting } = state.session;
  const view = viewOf(state);
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
  return {
    ...notice,
    body: [ledgerMessages.appOpen(reading.app), ...notice.body],
    actions: [
      { label: ledgerMessages.quitApp(reading.app), request: { kind: 'quit-app' }, style: 'primary' },
      chooseAnother,
    ],
  };
}
