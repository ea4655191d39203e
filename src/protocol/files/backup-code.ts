/** The backup code of an encrypted file: shown and entered like a phrase, and called so that nobody takes it for one. */
import type { Activity } from '../public-state.ts';

/** 128 bits and a checksum of 4, which is never BIP-39's: no code is a recovery phrase. */
export const codeWordCount = 12;

/** Whether the words of a ceremony are those of a backup code, and not of the recovery phrase. */
export function isAboutCode(activity: Activity | undefined): boolean {
  return activity === 'backup-file' || activity === 'check-file' || activity === 'restore-file';
}
