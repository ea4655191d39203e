/** `hostblind records`: what this computer remembers, as lines. Pure. */
import {
  findWallet,
  resultName,
  walletOn,
  type CeremonyRecord,
  type DeviceRecord,
  type RecordBook,
  type RecordView,
  type WalletRecord,
} from '../records/book.ts';
import { checkReminder } from '../records/reminders.ts';
import { messages } from '../text/app.ts';
import { formatDate, formatTime } from '../text/locale/format.ts';
import { recordsMessages } from '../text/records.ts';
import { terminalText } from '../text/terminal/terminal.ts';
import { lastCheck } from './ceremony/sayings.ts';
import type { Fact, Line } from './terminal/wrap.ts';

/** How many ceremonies are listed. */
const mostListed = 20;

function titleOf({
  name,
  product,
  simulator,
}: Pick<DeviceRecord, 'product' | 'simulator'> & { readonly name?: string }): string {
  const { named, simulator: mark } = recordsMessages.devices;
  const parts = [
    ...(name === undefined || name === '' ? [] : [named(name)]),
    recordsMessages.product(product),
    ...(simulator ? [mark] : []),
  ];
  return parts.join(', ');
}

function walletLines(wallet: WalletRecord | undefined, walletId: string, now: number): readonly Fact[] {
  const { labels } = terminalText;
  return [
    { label: labels.walletId, id: walletId },
    { label: labels.checked, value: lastCheck(wallet ?? {}, now) },
  ];
}

function deviceLines(book: RecordBook, device: DeviceRecord, now: number): readonly Line[] {
  const { labels } = terminalText;
  const walletId = walletOn(device);
  const wallet = findWallet(book, walletId);
  const doubtful = device.state === 'backed-up' && wallet?.doubted !== undefined;
  const state = doubtful ? 'doubtful' : device.state;
  const { unfinishedChecks } = device;
  return [
    '',
    titleOf(device),
    ...(state === undefined ? [] : [{ label: labels.backup, value: messages.backup.states[state] }]),
    ...(walletId === undefined ? [] : walletLines(wallet, walletId, now)),
    ...(unfinishedChecks.length === 0
      ? []
      : [{ label: labels.checks, value: terminalText.unfinishedChecks(unfinishedChecks.length) }]),
    { label: labels.lastSeen, value: formatDate(device.lastSeen) },
  ];
}

/** Wallets that none of the remembered devices has. */
function otherLines({ wallets, devices }: RecordBook, now: number): readonly Line[] {
  const there = new Set(devices.map(walletOn));
  const others = wallets.filter(({ walletId }) => !there.has(walletId));
  if (others.length === 0) return [];
  const { title } = recordsMessages.backups;
  return [
    '',
    title,
    ...others.flatMap((wallet): Line[] => [
      '',
      titleOf(wallet),
      ...walletLines(wallet, wallet.walletId, now),
      ...(wallet.backedUp === undefined
        ? []
        : [{ label: terminalText.labels.backedUp, value: formatDate(wallet.backedUp) }]),
    ]),
  ];
}

function reminderLines({ wallets }: RecordBook, now: number): readonly Line[] {
  if (wallets.length === 0) return [];
  const text = recordsMessages.reminders;
  const reminders = wallets.map((wallet) => checkReminder(wallet, now));
  const failed = reminders.filter((reminder) => reminder === 'failed').length;
  const due = reminders.filter((reminder) => reminder !== undefined).length - failed;
  return [
    '',
    text.title,
    ...(failed === 0 ? [] : [text.failed(failed)]),
    ...(due === 0 ? [] : [text.unchecked(due)]),
    ...(failed + due === 0 ? [terminalText.records.allChecked] : []),
  ];
}

function ceremonyLine({ what, result, began }: CeremonyRecord): Line {
  const { what: names, results } = recordsMessages.ceremonies;
  const said =
    result === 'cancelled' ? terminalText.records.cancelled : results[resultName({ what, result })];
  return `${formatTime(began)}  ${terminalText.records.ceremony(names[what], said)}`;
}

function ceremonyLines({ ceremonies }: RecordBook): readonly Line[] {
  if (ceremonies.length === 0) return [];
  const older = ceremonies.length - mostListed;
  return [
    '',
    recordsMessages.ceremonies.title,
    ...ceremonies.slice(0, mostListed).map(ceremonyLine),
    ...(older > 0 ? [terminalText.records.more(older)] : []),
  ];
}

/** `file`: where they are kept. `now`: milliseconds since 1970. */
export function recordLines(
  { book, unreadable }: RecordView,
  file: string | undefined,
  now: number,
): readonly Line[] {
  const devices = book.devices.filter(({ state }) => state !== undefined);
  const nothing = devices.length + book.wallets.length + book.ceremonies.length === 0;
  return [
    ...(nothing ? [terminalText.records.none] : []),
    ...(devices.length === 0
      ? []
      : [recordsMessages.devices.title, ...devices.flatMap((device) => deviceLines(book, device, now))]),
    ...otherLines(book, now),
    ...reminderLines(book, now),
    ...ceremonyLines(book),
    ...(unreadable === 0 ? [] : ['', recordsMessages.unreadable(unreadable)]),
    '',
    terminalText.records.place(file),
  ];
}
