/**
 * What a power cut ended. A device that is switched on counts its ceremonies from the start and knows nothing of the one before;
 * the page saw it, and can say what became of it.
 */
import type { Activity, PublicState } from '../protocol/public-state.ts';

/** Ceremonies of a wallet that is there before and after; a wallet that is not, went as it should. */
const ofAWallet = [
  'reveal',
  'check',
  'change-pin',
  'wipe',
  'rename',
  'language',
  'seed-qr',
  'backup-file',
  'check-file',
  'addresses',
] as const satisfies readonly Activity[];

/** `backup`: an unfinished wallet is there as before. `wiped`: the device had just deleted its wallet. */
export type CutShort =
  'create' | 'backup' | 'restore' | 'restore-file' | 'identify' | 'wiped' | (typeof ofAWallet)[number];

/** `undefined` when nothing was cut short, or when it had reached its end. */
export function cutShort(previous: PublicState, status: PublicState): CutShort | undefined {
  if (previous.stage === 'wiped' && status.stage === 'idle' && status.outcome === 'none') return 'wiped';
  if (status.ceremony >= previous.ceremony) return undefined;
  const { activity, stage } = previous;
  if (activity === 'restore' || activity === 'restore-file' || activity === 'identify')
    return status.wallet === 'empty' ? activity : undefined;
  if (activity === 'create' && status.wallet === 'empty') return 'create';
  if (activity === 'create' || (activity === 'resume' && stage !== 'unfinished')) {
    return status.wallet === 'unfinished-backup' ? 'backup' : undefined;
  }
  return status.wallet === previous.wallet ? ofAWallet.find((name) => name === activity) : undefined;
}
