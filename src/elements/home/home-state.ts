/** How the backup of a wallet stands, in one word and one colour: what is known of it, and never more (H12). */
import { longAgoMs } from '../../records/reminders.ts';
import type { Comparison, KnownWallet, RestoredFrom } from '../../session/state.ts';

export interface HomeState {
  readonly kind: 'doubtful' | 'restored' | 'due' | 'checked' | 'never' | 'backed-up';
  readonly tone: 'good' | 'attention' | 'danger';
}

/** Milliseconds: a paper whose every word was confirmed needs no check the day after. */
const freshMs = 30 * 24 * 60 * 60 * 1_000;

export interface Standing {
  readonly wallet: KnownWallet | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly restored: RestoredFrom | undefined;
  readonly compared: Comparison | undefined;
  readonly doubted: boolean;
  /** The device can check a paper. */
  readonly checkable: boolean;
}

export function homeState({ wallet, now, restored, compared, doubted, checkable }: Standing): HomeState {
  if (doubted || wallet?.record?.doubted !== undefined) return { kind: 'doubtful', tone: 'danger' };
  if (restored !== undefined && compared !== 'same') return { kind: 'restored', tone: 'attention' };
  const checkedAt = wallet?.checkedAt;
  if (checkedAt !== undefined)
    return now - Date.parse(checkedAt) > longAgoMs
      ? { kind: 'due', tone: 'attention' }
      : { kind: 'checked', tone: 'good' };
  const backedUp = wallet?.record?.backedUp;
  const fresh = backedUp !== undefined && now - Date.parse(backedUp) < freshMs;
  return fresh || !checkable ? { kind: 'backed-up', tone: 'good' } : { kind: 'never', tone: 'attention' };
}
