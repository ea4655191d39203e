/** The texts of "Copies", and of choosing a backup file: loaded with those pages. */
import type { BackupFileProblem } from '../../protocol/files/backup-file.ts';
import type { NoticeText } from './app.ts';

export interface CopiesMessages {
  readonly title: string;
  readonly lead: string;
  /** Why one way that people know from elsewhere is missing. */
  readonly noClipboard: string;
  readonly file: {
    readonly title: string;
    readonly body: string;
    readonly advice: readonly string[];
    readonly make: string;
    readonly check: string;
  };
  readonly choose: Record<'check-file' | 'restore-file', NoticeText & { ask: string }> & {
    readonly pick: string;
    readonly pickAnother: string;
    readonly chosen: string;
    readonly walletId: string;
    readonly otherWallet: NoticeText;
    readonly unreadable: NoticeText;
    readonly problems: Record<BackupFileProblem, NoticeText>;
  };
}
