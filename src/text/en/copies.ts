import type { CopiesMessages } from '../types/copies.ts';

export const copiesInEnglish: CopiesMessages = {
  title: 'Copies',
  lead: 'Paper can burn, and a home can be robbed. A second copy somewhere else protects you from both.',
  noClipboard:
    'There’s no button to copy the words: every program on this computer could read them, and this page never has them in the first place.',
  file: {
    title: 'Encrypted backup file',
    body: 'Your device saves your wallet as a file that this computer can keep but never read. It opens only with a backup code of 12 code words, which you copy from the device’s screen onto paper.',
    advice: [
      'Keep the file and the code apart. On its own, neither is any use to a thief.',
      'Together they’re as powerful as your recovery phrase: they restore the whole wallet.',
      'Every file has its own code. Write the file’s name on the paper with its code.',
      'Check the file once it’s where you’ll keep it, and again every year.',
    ],
    make: 'Make a backup file',
    check: 'Check a backup file',
  },
  choose: {
    'check-file': {
      title: 'Check a backup file',
      body: [
        'Choose the file, then enter your PIN and the backup code on the device. It says whether the file holds its wallet. Nothing changes on the device or in the file.',
      ],
      ask: 'Check on the device',
    },
    'restore-file': {
      title: 'Restore from a backup file',
      body: [
        'Choose the file and have its backup code ready. You’ll enter the code on the device with its two buttons. Never type it on a computer.',
      ],
      ask: 'Restore on the device',
    },
    pick: 'Choose the file',
    pickAnother: 'Choose another file',
    chosen: 'File',
    walletId: 'Wallet ID',
    otherWallet: {
      title: 'This file names another wallet',
      body: [
        'It isn’t a copy of the wallet on your device. Choose another file, or check this one with the device that holds its wallet.',
      ],
    },
    unreadable: {
      title: 'Couldn’t read the file',
      body: ['This computer didn’t let the page open it. Copy the file to another folder and try again.'],
    },
    problems: {
      'not-a-backup': {
        title: 'This isn’t a backup file',
        body: [
          'Backup files usually have a name that ends in .hbbackup. The file you chose holds something else.',
        ],
      },
      cut: {
        title: 'The file is incomplete',
        body: ['Its end is missing, so it can’t be restored. Use another copy of the file.'],
      },
      damaged: {
        title: 'The file is damaged',
        body: ['Some of its contents have changed, so it can’t be restored. Use another copy of the file.'],
      },
      'newer-version': {
        title: 'The file is from a newer version',
        body: [
          'A newer device made it. Update this app and your device’s firmware, then choose the file again.',
        ],
      },
    },
  },
};
