/** Looking through a backup file on the host: its header and its checksum, which need no key. */
import {
  checkedBytes,
  parseBackupFile,
  type BackupFile,
  type BackupFileProblem,
} from '../../protocol/files/backup-file.ts';

/** The parts of a file, or what is wrong with it. */
export async function readChosenFile(bytes: Uint8Array): Promise<BackupFile | BackupFileProblem> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', checkedBytes(bytes).slice()));
  return parseBackupFile(bytes, () => digest);
}
