/** Saving an encrypted backup file: a download, and kept nowhere else. */
import { backupFileName } from '../../protocol/files/backup-file.ts';
import { toHex } from '../../protocol/bytes.ts';
import { HostblindError } from '../../protocol/errors.ts';
import { readChosenFile } from '../shared/read-backup-file.ts';
import { startTimer } from '../../transport/timer.ts';

/** Milliseconds that the browser has to begin the download: it copies the bytes as soon as it does. */
const downloadTime = 60_000;

/** Throws `bad-response` for bytes that are no backup file, or not that wallet's (32 hexadecimal digits). */
export async function saveBackupFile(bytes: Uint8Array, walletId: string): Promise<void> {
  const file = await readChosenFile(bytes);
  if (typeof file === 'string') throw new HostblindError('bad-response', { detail: file });
  if (toHex(file.walletId) !== walletId)
    throw new HostblindError('bad-response', { detail: 'another wallet' });
  const url = URL.createObjectURL(new Blob([bytes.slice()], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = backupFileName(walletId);
  link.click();
  startTimer(downloadTime, () => URL.revokeObjectURL(url));
}
