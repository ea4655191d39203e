/** What is said on the way, from the sentences of the page where it has them. */
import type { WalletRecord } from '../../records/book.ts';
import { checkReminder } from '../../records/reminders.ts';
import { addressPaths } from '../../protocol/address-paths.ts';
import type { Wish } from '../../session/offers.ts';
import { backupOf } from '../../session/progress.ts';
import {
  isSimulatorLink,
  type DeviceFacts,
  type KnownWallet,
  type Session,
  type WalletChange,
} from '../../session/state.ts';
import { strangerOf } from '../../session/trust/stranger.ts';
import { messages, type NoticeText } from '../../text/app.ts';
import { copiesMessages } from '../../text/copies.ts';
import { explanations } from '../../text/explanations.ts';
import { formatDate } from '../../text/locale/format.ts';
import { proof } from '../../text/proof.ts';
import { quizMessages } from '../../text/quiz.ts';
import { recordsMessages } from '../../text/records.ts';
import { seedQrMessages } from '../../text/seed-qr-page.ts';
import { settingsMessages } from '../../text/settings.ts';
import { ceremonyText } from '../../text/terminal/ceremonies.ts';
import { terminalText } from '../../text/terminal/terminal.ts';
import { walletChange } from '../../text/wallet-change.ts';
import { walletMessages } from '../../text/wallet.ts';
import type { Line } from '../terminal/wrap.ts';
import type { Errand } from './errand.ts';
import { note, type Saying } from './step.ts';

export function noteOf(event: keyof typeof terminalText.notes): Saying {
  return note(event, terminalText.notes[event]);
}

/** A title, and what is said under it. */
export function noticeLines({ title, body }: NoticeText): readonly string[] {
  return [/[.?!]$/.test(title) ? title : `${title}.`, ...body];
}

const strangers = {
  'unknown-issuer': 'unknown-maker',
  'self-built': 'self-built',
  none: 'cannot-prove',
} as const;

/** The person decides here or on the device, which asks before it does anything. */
export function noteStranger({ proof: proved, maker, product }: DeviceFacts): Saying {
  const event = strangers[strangerOf(proved)];
  const claims = product === '' ? [] : [terminalText.claims({ maker, product })];
  return note(event, [terminalText.notes[event], ...claims].join(' '));
}

export function simulatorNotes({ simulator, link }: DeviceFacts): readonly Saying[] {
  if (simulator) return [noteOf('simulator')];
  return isSimulatorLink(link) ? [noteOf('simulator-link')] : [];
}

/** What it is called, and what it proved. */
export function noteDevice(device: DeviceFacts): Saying {
  const value = `${proof.deviceTitle(device)} (${proof.deviceProof(device)})`;
  const { deviceId, kind, proof: proved } = device;
  return note('device', { label: terminalText.labels.device, value }, { deviceId, kind, proof: proved });
}

export function noteLost({ link }: DeviceFacts): Saying {
  return note('lost', noticeLines(isSimulatorLink(link) ? messages.lost.simulator : messages.lost.device));
}

/** When the paper was checked last, and whether that is long ago. `now`: milliseconds since 1970. */
export function lastCheck(
  { checked, doubted }: Partial<Pick<WalletRecord, 'checked' | 'doubted'>>,
  now: number,
): string {
  const { never, longAgo } = recordsMessages.devices;
  if (doubted !== undefined) return settingsMessages.failed.on(formatDate(doubted));
  if (checked === undefined) return never;
  const late = checkReminder({ checked }, now) !== undefined;
  return late ? `${formatDate(checked)}, ${longAgo}` : formatDate(checked);
}

/** What this computer knows of the wallet on the device, before anything is done with it. */
export function noteWallet(
  session: Session,
  { walletId, record, checkedAt }: KnownWallet,
  now: number,
): Saying {
  const { labels } = terminalText;
  const backup = backupOf(session) ?? 'backed-up';
  const doubted = record?.doubted;
  const lines: Line[] = [
    { label: labels.walletId, id: walletId },
    { label: labels.backup, value: messages.backup.states[backup] },
    { label: labels.checked, value: lastCheck({ checked: checkedAt, doubted }, now) },
    ...(backup === 'doubtful' ? doubtLines(doubted) : []),
  ];
  return note('wallet', lines, { walletId, backup, checked: checkedAt, doubted });
}

/** The wallet is back, and the person is about to be asked whether it's theirs. */
export function noteRestored({ walletId }: KnownWallet): readonly Saying[] {
  const { title, ask } = walletMessages.restored;
  const id: Line = { label: terminalText.labels.walletId, id: walletId };
  return [note('restored', [...noticeLines({ title, body: [ask] }), id], { walletId })];
}

/** Words from the paper didn't fit. `doubted`: when, ISO 8601. */
export function doubtLines(doubted: string | undefined): readonly string[] {
  const { title, lead } = walletMessages.doubt;
  return [`${title}.`, lead(doubted === undefined ? undefined : formatDate(doubted)), ceremonyText.doubtNext];
}

/** What the addresses are compared with: said before, since the device shows them for as long as a person looks. */
function comparison(): readonly string[] {
  const { title, body } = explanations.compare;
  return [title, ...body(addressPaths).map((sentence) => `- ${sentence}`)];
}

/** What to have at hand, and what is at stake, before the device is asked. */
function beforehand(wish: Wish): readonly Line[] {
  switch (wish.kind) {
    case 'create':
      return [settingsMessages.length.needs];
    case 'restore':
      return [settingsMessages.restore.needs];
    case 'identify':
      return [settingsMessages.identify.lead, settingsMessages.restore.needs, ...comparison()];
    case 'addresses':
      return comparison();
    case 'reveal': {
      const { start, questions, done } = quizMessages;
      return [
        ...noticeLines({ title: start.title, body: start.body.slice(0, 1) }),
        ...questions.flatMap(({ title, afterRight }, index) => [
          `${index + 1}. ${title}`,
          `   ${noticeLines(afterRight).join(' ')}`,
        ]),
        ...done.body,
      ];
    }
    case 'wipe':
      return noticeLines(walletMessages.wipe);
    case 'backup-file':
      return [copiesMessages.file.body, ...copiesMessages.file.advice.map((advice) => `- ${advice}`)];
    case 'seed-qr':
      return [seedQrMessages.seedQr.body, ...seedQrMessages.seedQr.advice.map((advice) => `- ${advice}`)];
    default:
      return [];
  }
}

/** `undefined` where there is nothing to know. */
export function noteBefore({ wish }: Errand): readonly Saying[] {
  const lines = wish === undefined ? [] : beforehand(wish);
  return lines.length === 0 ? [] : [note('before', lines)];
}

/** What is asked here before the device is; `undefined` where the device's own question is enough. */
export function confirmation({ wish }: Errand): string | undefined {
  if (wish?.kind !== 'reveal' && wish?.kind !== 'wipe') return undefined;
  return `${ceremonyText.sure[wish.kind]} ${ceremonyText.yesNo}`;
}

export function strangerQuestion(): string {
  return `${messages.unverified.title} ${ceremonyText.yesNo}`;
}

export function comparisonQuestion(): readonly string[] {
  const { question, answers } = settingsMessages.compare;
  const { same: yes, different: no, none } = answers;
  return [question, ceremonyText.threeKeys({ yes, no, none })];
}

/** The wallet on a device isn't the one that this computer knows: both, and what it can mean. */
export function changeLines({ before, now }: WalletChange): readonly Line[] {
  const text = messages.wallet;
  const there = typeof now === 'object';
  const found = now === 'empty' ? text.none : text.unfinished;
  return [
    `${there ? text.changed : text.gone}.`,
    { label: text.before, id: before },
    there ? { label: text.now, id: now.walletId } : { label: text.now, value: found },
    ...walletChange.reasons[there ? 'changed' : 'gone'],
    ...terminalText.changed,
  ];
}
