/** The texts of "Copies", and of choosing a backup file: loaded with those pages. */
import type { BackupFileProblem } from '../protocol/backup-file.ts';
import type { NoticeText } from './messages.ts';

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

export const copiesMessages: CopiesMessages = {
  title: 'Copies',
  lead: 'One paper can burn, and one place can be robbed. A second copy somewhere else keeps your wallet safe from that.',
  noClipboard:
    'There is no button that copies the words: every program on this computer can read what is copied, and this page never has a word to give.',
  file: {
    title: 'Encrypted backup file',
    body: 'The device hands out your wallet as a file that this computer can keep and can never read. It opens only with a backup code of 12 code words, which the device shows on its own screen and you write on paper.',
    advice: [
      'Keep the file and the code apart. The file alone is worthless to a thief, and the code alone too.',
      'The two together are as precious as your recovery phrase: they restore the whole wallet.',
      'Every file has a code of its own. Write the name of the file on the paper with its code.',
      'Check the file once it is where it shall stay, and again every year.',
    ],
    make: 'Make a backup file',
    check: 'Check a backup file',
  },
  choose: {
    'check-file': {
      title: 'Check a backup file',
      body: [
        'Choose the file. You then enter your PIN and the backup code on the device, and it says whether the file holds its wallet. Nothing changes, on the device or in the file.',
      ],
      ask: 'Check on the device',
    },
    'restore-file': {
      title: 'Restore from a backup file',
      body: [
        'Choose the file and have the paper with its backup code ready. You enter the code on the device, with its two buttons. Never type it on a computer.',
      ],
      ask: 'Restore on the device',
    },
    pick: 'Choose the file',
    pickAnother: 'Choose another file',
    chosen: 'File',
    walletId: 'Wallet id',
    otherWallet: {
      title: 'This file names another wallet',
      body: [
        'It is not a copy of the wallet on your device. Choose another file, or check this one with the device that holds its wallet.',
      ],
    },
    unreadable: {
      title: 'The file could not be read',
      body: ['This computer did not let the page open it. Copy the file to another folder and try again.'],
    },
    problems: {
      'not-a-backup': {
        title: 'This is not a backup file',
        body: [
          'A backup file of this app has a name that ends in .hbbackup. The file that you chose holds something else.',
        ],
      },
      cut: {
        title: 'The file is cut off',
        body: ['Its end is missing, so nothing can be restored from it. Use another copy of the file.'],
      },
      damaged: {
        title: 'The file is damaged',
        body: [
          'Some of its bytes have changed, so nothing can be restored from it. Use another copy of the file.',
        ],
      },
      'newer-version': {
        title: 'The file is of a newer version',
        body: [
          'A newer device has made it. Update this app and the firmware of the device, then choose the file again.',
        ],
      },
    },
  },
};
