/** A backup file that a person names, looked through before a device sees it. */
import { readFileSync, statSync } from 'node:fs';
import { toHex } from '../protocol/bytes.ts';
import { namesWallet, parseBackupFile } from '../protocol/files/backup-file.ts';
import { copiesMessages } from '../text/copies.ts';
import { ceremonyText } from '../text/terminal/ceremonies.ts';
import { sha256 } from './backup-target.ts';
import { inOwnWords } from './terminal/own-words.ts';

/** A backup file has 124 bytes; a much larger file is not read at all. */
const longestFile = 4096;

export interface BackupSource {
  readonly bytes: Uint8Array;
  /** The wallet that it names, 32 hexadecimal digits; `undefined` in an old file, whose ID can't be compared. */
  readonly walletId: string | undefined;
}

function bytesOf(path: string): Uint8Array {
  try {
    const { size } = statSync(path);
    return size > longestFile ? new Uint8Array() : new Uint8Array(readFileSync(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw inOwnWords('bad-file', ceremonyText.unreadable(path, code), '', error);
  }
}

/** Throws `bad-file` with what is wrong, before anything is asked of a device. */
export function readBackupSource(path: string): BackupSource {
  const bytes = bytesOf(path);
  const file = parseBackupFile(bytes, sha256);
  if (typeof file === 'string') {
    const { title, body } = copiesMessages.choose.problems[file];
    throw inOwnWords('bad-file', `${path}: ${title}.`, body.join(' '));
  }
  return { bytes, walletId: namesWallet(file) ? toHex(file.walletId) : undefined };
}
