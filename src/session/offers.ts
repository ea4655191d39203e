/** What can be asked of a device: by what its firmware can do, and by where it stands. */
import type { CeremonyKind, CeremonyRequest } from '../protocol/ceremonies.ts';
import type { Capability } from '../protocol/commands/info.ts';
import type { WordCount } from '../protocol/public-state.ts';
import { isCheckRange, usualRange } from '../devices/hostblind/entropy-check/entropy-outcome.ts';
import type { DeviceFacts, Session } from './state.ts';

type Able = Pick<DeviceFacts, 'capabilities'>;

/** A new wallet, as a person asks for it: whether it is checked is not theirs to choose. */
export interface NewWalletWish {
  readonly kind: 'create';
  readonly wordCount: WordCount;
  /** The person rolls dice on the device. */
  readonly dice?: boolean | undefined;
  /** Candidates of the entropy check are opened from 1 up to this many; absent: as usual. */
  readonly range?: number | undefined;
}

/** A ceremony, as a person asks for it. */
export type Wish = Exclude<CeremonyRequest, { kind: 'create' }> | NewWalletWish;

/** What can be done with a wallet that is backed up, in the order in which it is offered. */
export const settingsCeremonies = [
  'reveal',
  'check',
  'change-pin',
  'rename',
  'wipe',
] as const satisfies readonly (CeremonyKind & Capability)[];
export type SettingsCeremony = (typeof settingsCeremonies)[number];

/** What the firmware of this device can do; an older one can do nothing of it. */
export function settingsOf({ capabilities }: Able): readonly SettingsCeremony[] {
  return settingsCeremonies.filter((ceremony) => capabilities.includes(ceremony));
}

/** Whether the device makes any copy of a wallet. */
export function offersCopies({ capabilities }: Able): boolean {
  return capabilities.includes('backup-file') || capabilities.includes('seed-qr');
}

/** Whether there is anything to do with a wallet that is backed up. */
export function offersSettings(device: Able): boolean {
  return settingsOf(device).length > 0 || offersCopies(device);
}

/** What names a ceremony in the device's info: the three of the backup file come together, and so do the two that show addresses. */
function capabilityFor(ceremony: CeremonyKind): Capability {
  if (ceremony === 'check-file' || ceremony === 'restore-file') return 'backup-file';
  return ceremony === 'identify' ? 'addresses' : ceremony;
}

export function canDo({ capabilities }: Able, ceremony: CeremonyKind): boolean {
  return capabilities.includes(capabilityFor(ceremony));
}

/** Whether the device signs messages, and puts this computer's random number into its signatures. */
export function offersSigning({ capabilities }: Able): boolean {
  return capabilities.includes('apps') && capabilities.includes('protected-signatures');
}

/** What the glass can be asked to speak instead of what it speaks; none of a device that has English alone. */
export function otherLanguages({ language, languages = [] }: DeviceFacts): readonly string[] {
  return languages.filter((tag) => tag !== language);
}

const forNoWallet: ReadonlySet<CeremonyKind> = new Set(['create', 'restore', 'restore-file', 'identify']);

/** A wallet that is backed up and open: it is shown, or a ceremony with it has just ended. */
export function hasOpenWallet({ task, status }: Pick<Session, 'task' | 'status'>): boolean {
  if (task.kind !== 'ended') return task.kind === 'backed-up';
  return status?.wallet === 'backed-up' && !status.locked;
}

/** Whether a ceremony fits where the device stands: with a wallet that is backed up, or with none. */
function fits(session: Session, ceremony: CeremonyKind): boolean {
  const isEmpty = session.task.kind === 'empty';
  // The glass is read with a wallet and without.
  if (ceremony === 'language') return isEmpty || hasOpenWallet(session);
  return forNoWallet.has(ceremony) ? isEmpty : hasOpenWallet(session);
}

/**
 * What the device is asked for; `undefined` where it can't be. A new wallet is always checked where the device can be:
 * nobody has to ask for it.
 */
export function requestOf(session: Session, wish: Wish): CeremonyRequest | undefined {
  const { capabilities } = session.device;
  if (!canDo(session.device, wish.kind) || !fits(session, wish.kind)) return undefined;
  if (wish.kind === 'language' && !otherLanguages(session.device).includes(wish.tag)) return undefined;
  if (wish.kind !== 'create') return wish;
  const { kind, wordCount, dice } = wish;
  if (!capabilities.includes('entropy-check')) return { kind, wordCount };
  return { kind, wordCount, entropyCheck: true, ...(dice === true ? { dice } : {}) };
}

/** The range of the entropy check that comes with a wish; one that is not on offer is the usual one. */
export function rangeOf(wish: Wish): number {
  const range = wish.kind === 'create' ? wish.range : undefined;
  return range !== undefined && isCheckRange(range) ? range : usualRange;
}
