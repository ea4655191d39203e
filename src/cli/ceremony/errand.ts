/** What a command asks of a device, as data: the same steps lead through all of them. */
import type { Activity } from '../../protocol/public-state.ts';
import type { Wish } from '../../session/offers.ts';

export interface Errand {
  /** `undefined`: nothing is asked for; the device asks by itself whether to resume its backup. */
  readonly wish: Wish | undefined;
  /** Where the device must stand: without a wallet, with one that is backed up, in one of these two, or in the middle of its backup. */
  readonly needs: 'empty' | 'wallet' | 'either' | 'unfinished';
  /** The wallet that the file names, 32 hexadecimal digits; absent without a file, or where an old one can't be compared. */
  readonly fileNames?: string | undefined;
}

/** A new wallet, or what is unfinished of one. */
export function newWallet(wish: Extract<Wish, { kind: 'create' }>): Errand {
  return { wish, needs: 'empty' };
}

export const unfinishedBackup: Errand = { wish: undefined, needs: 'unfinished' };

const forNoWallet: ReadonlySet<Wish['kind']> = new Set(['create', 'restore', 'restore-file', 'identify']);

export function errandFor(wish: Exclude<Wish, { kind: 'create' }>, fileNames?: string): Errand {
  if (wish.kind === 'language') return { wish, needs: 'either' };
  return { wish, needs: forNoWallet.has(wish.kind) ? 'empty' : 'wallet', fileNames };
}

/** Whether it leads through a backup: a new one, or one that was begun before. */
export function leadsToBackup({ wish }: Errand): boolean {
  return wish === undefined || wish.kind === 'create';
}

/** Whether what runs on a device can be what this errand asked for. */
export function isOurs(errand: Errand, activity: Activity): boolean {
  if (leadsToBackup(errand) && activity === 'resume') return true;
  return errand.wish !== undefined && activity === errand.wish.kind;
}

/** Its end leaves the device where it stood. */
export function leavesWallet({ needs, wish }: Errand): boolean {
  return needs === 'wallet' || needs === 'either' || wish?.kind === 'identify';
}

/** How many words were asked for; `undefined` where the wallet decides. */
export function requestedWords({ wish }: Errand): number | undefined {
  return wish !== undefined && 'wordCount' in wish ? wish.wordCount : undefined;
}
