/** The backup code of an encrypted file: shown and entered like a phrase, and called so that nobody takes it for one. */
import type { Activity } from './public-state.ts';

/** 128 bits, written as BIP-39 writes them. */
export const codeWordCount = 12;

/** Whether the words of a ceremony are those of a backup code, and not of the recovery phrase. */
export function isAboutCode(activity: Activity | undefined): boolean {
  return activity === 'backup-file' || activity === 'check-file' || activity === 'restore-file';
}

/** What one of the words is called. */
export function wordName(activity: Activity | undefined): 'word' | 'code word' {
  return isAboutCode(activity) ? 'code word' : 'word';
}

/** The same at the beginning of a sentence. */
export function wordTitle(activity: Activity | undefined): 'Word' | 'Code word' {
  return isAboutCode(activity) ? 'Code word' : 'Word';
}
