/** A file that a person picks on this computer, looked through before anything else sees it. */
import type { ChosenFile } from '../shared/page-events.ts';
import { namesWallet, type BackupFileProblem } from '../../protocol/files/backup-file.ts';
import { readChosenFile } from '../shared/read-backup-file.ts';
import { toHex } from '../../protocol/bytes.ts';

/** A backup file has 124 bytes; a much larger file is not read at all. */
const longestFile = 4096;

export type FileChoice =
  | { readonly kind: 'chosen'; readonly file: ChosenFile }
  | { readonly kind: 'problem'; readonly problem: BackupFileProblem | 'unreadable' };

/** Opens the browser's own chooser, so it must run inside a click. Nothing comes of a chooser that is closed. */
export function pickFile(picked: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.hbbackup';
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file !== undefined) picked(file);
  });
  input.click();
}

export async function lookThrough(file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Promise<FileChoice> {
  if (file.size > longestFile) return { kind: 'problem', problem: 'not-a-backup' };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { kind: 'problem', problem: 'unreadable' };
  }
  const parsed = await readChosenFile(bytes);
  if (typeof parsed === 'string') return { kind: 'problem', problem: parsed };
  return {
    kind: 'chosen',
    file: { name: file.name, bytes, walletId: namesWallet(parsed) ? toHex(parsed.walletId) : undefined },
  };
}
