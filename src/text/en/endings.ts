import type { CeremonyKind } from '../../protocol/ceremonies.ts';
import type { Activity } from '../../protocol/public-state.ts';
import type { NoticeText } from '../types/app.ts';
import type { EndingsMessages, Ended } from '../types/endings.ts';

const asking: Readonly<Record<CeremonyKind, string>> = {
  create: 'Look at your device: it’s asking whether to create a new wallet.',
  restore: 'Look at your device: it’s asking whether to restore a wallet.',
  reveal: 'Look at your device: it’s asking whether to show your words.',
  check: 'Look at your device: it’s asking whether to check your backup.',
  'change-pin': 'Look at your device: it’s asking whether to change your PIN.',
  rename: 'Look at your device: it’s showing the new name and asking you to confirm.',
  language: 'Look at your device: it’s asking in both languages whether to switch.',
  wipe: 'Look at your device: it’s asking whether to delete the wallet.',
  'seed-qr': 'Look at your device: it’s asking whether to show your phrase as a SeedQR.',
  'backup-file': 'Look at your device: it’s asking whether to make an encrypted backup file.',
  'check-file': 'Look at your device: it’s asking whether to check the backup file.',
  'restore-file': 'Look at your device: it’s showing the file’s wallet ID and asking whether to restore it.',
  addresses: 'Look at your device: it’s asking whether to show this wallet’s addresses.',
  identify: 'Look at your device: it’s asking whether to show the addresses of words you enter.',
};

const general: Readonly<Record<Ended, NoticeText>> = {
  completed: { title: 'Done', body: ['Your device has finished.'] },
  declined: { title: 'You declined on the device', body: ['Nothing has changed.'] },
  cancelled: {
    title: 'Cancelled',
    body: ['Your device stopped, as you asked. This computer learned nothing.'],
  },
  stopped: {
    title: 'Stopped on the device',
    body: ['Nothing’s lost. You can continue whenever you like.'],
  },
  discarded: {
    title: 'Unfinished wallet deleted',
    body: [
      'The words you wrote down belong to an empty wallet that’s no longer on this device. Destroy that paper so it can’t mislead anyone.',
    ],
  },
  wiped: {
    title: 'The device deleted its wallet',
    body: [
      'The PIN was wrong three times, so your device is now empty.',
      'If you have your words on paper, the wallet isn’t lost: restore it from them.',
    ],
  },
  fault: {
    title: 'Your device found a fault in itself',
    body: ['Don’t use this device for a wallet. Switch it off and on once. If it says so again, replace it.'],
  },
  match: {
    title: 'Your words match',
    body: [
      'The words on your paper open the wallet on this device. Nothing on it has changed.',
      'Put the paper back where it’s dry, out of sight and away from the device. Check it again in a few months.',
    ],
  },
  'no-match': {
    title: 'Your words don’t match',
    body: [
      'At least one word is wrong or out of order. Nothing on your device has changed.',
      'Show the words on your device again and compare them with your paper. If they differ, write a new one. Then check again.',
    ],
  },
  'wrong-code': {
    title: 'Wrong backup code',
    body: [
      'The code you entered doesn’t open this backup file. Nothing on your device has changed.',
      'Compare each code word with your paper and try again.',
    ],
  },
  unknown: {
    title: 'It has ended on your device',
    body: ['This app doesn’t know how: your device is newer. Look at its screen.'],
  },
  'other-wallet': {
    title: 'This file belongs to another wallet',
    body: ['This backup file isn’t for the wallet on your device. Nothing has changed.'],
  },
};

const samePin = ['Your PIN hasn’t changed.'];

const noFile = [
  'No file was made and nothing has changed. If you wrote down a code, it opens nothing: destroy that paper.',
];
const stillEmpty = ['Your device is still empty and kept nothing you entered. You can start over.'];

const unsavedFile: EndingsMessages['unsavedFile'] = {
  saving: { title: 'Saving your backup file', body: ['Your device has released it.'] },
  failed: {
    title: 'Your backup file isn’t saved',
    body: [
      'Your device released it, but this computer couldn’t save it. Try again: the device keeps the file until you switch it off or ask it for something else.',
    ],
  },
};

/** Where a ceremony has something of its own to say. */
const particular: Partial<Record<Activity, Partial<Record<Ended, NoticeText>>>> = {
  create: {
    declined: {
      title: general.declined.title,
      body: ['No wallet was created and nothing has changed.'],
    },
  },
  addresses: {
    completed: {
      title: 'Your device showed the addresses',
      body: [
        'If your other wallet shows the same ones, this device holds that wallet.',
        'If they differ, the words can still be right: another account, another path or a passphrase gives other addresses.',
        'This app only knows that they were shown.',
      ],
    },
    declined: { title: general.declined.title, body: ['No addresses were shown and nothing has changed.'] },
    stopped: {
      title: general.stopped.title,
      body: ['The addresses are hidden again and nothing has changed.'],
    },
  },
  identify: {
    completed: {
      title: 'Your device showed the addresses',
      body: [
        'If another wallet shows the same ones, your paper opens that wallet.',
        'If they differ, the words can still be right: another account, another path or a passphrase gives other addresses.',
        'Your device is still empty and kept nothing you entered. This app only knows that they were shown.',
      ],
    },
    declined: {
      title: general.declined.title,
      body: ['No addresses were shown. Your device is still empty.'],
    },
    cancelled: {
      title: general.cancelled.title,
      body: ['Your device stopped, as you asked. It’s still empty and kept nothing you entered.'],
    },
    stopped: { title: general.stopped.title, body: stillEmpty },
  },
  restore: {
    declined: { title: general.declined.title, body: ['Nothing was restored. Your device is still empty.'] },
    cancelled: {
      title: general.cancelled.title,
      body: ['Your device stopped, as you asked. It’s still empty and kept nothing you entered.'],
    },
    stopped: {
      title: general.stopped.title,
      body: ['Your device is still empty and kept nothing you entered. You can start over.'],
    },
  },
  reveal: {
    completed: {
      title: 'You’ve seen your words',
      body: [
        'Your device showed every word. This computer hasn’t seen any of them.',
        'Put the paper back where it’s dry, out of sight and away from the device.',
      ],
    },
    declined: { title: general.declined.title, body: ['No words were shown and nothing has changed.'] },
    stopped: { title: general.stopped.title, body: ['Your words are hidden again and nothing has changed.'] },
  },
  'seed-qr': {
    completed: {
      title: 'You’ve copied your SeedQR',
      body: [
        'Your device showed every square. This computer hasn’t seen any of them.',
        'Read your copy back with a device that has a camera and no network, never with a phone. Then keep it as safe as your words: it is your recovery phrase.',
      ],
    },
    declined: { title: general.declined.title, body: ['Nothing was shown and nothing has changed.'] },
    stopped: {
      title: general.stopped.title,
      body: [
        'The squares are hidden again and nothing has changed. If you started a copy, it’s part of your phrase: finish it later or destroy it.',
      ],
    },
    cancelled: {
      title: general.cancelled.title,
      body: [
        'The squares are hidden again and this computer learned nothing. If you started a copy, it’s part of your phrase: finish it later or destroy it.',
      ],
    },
  },
  check: {
    stopped: {
      title: general.stopped.title,
      body: ['The check stopped before the last word, so there’s no result. Nothing has changed.'],
    },
  },
  'change-pin': {
    completed: {
      title: 'PIN changed',
      body: [
        'From now on your device opens only with the new PIN. Your words haven’t changed, so your paper is still good.',
        'Keep your PIN and your words in different places.',
      ],
    },
    declined: { title: general.declined.title, body: samePin },
    cancelled: { title: general.cancelled.title, body: samePin },
    stopped: { title: general.stopped.title, body: samePin },
  },
  rename: {
    completed: {
      title: 'Your device has a new name',
      body: ['It shows the name when it’s idle, so you can tell your devices apart.'],
    },
    declined: { title: general.declined.title, body: ['The name hasn’t changed.'] },
    cancelled: { title: general.cancelled.title, body: ['The name hasn’t changed.'] },
  },
  language: {
    completed: {
      title: 'Your device has a new language',
      body: ['It keeps that language when it’s switched off, and even when it’s wiped.'],
    },
    declined: { title: general.declined.title, body: ['Its language hasn’t changed.'] },
    cancelled: { title: general.cancelled.title, body: ['Its language hasn’t changed.'] },
  },
  'backup-file': {
    completed: {
      title: 'Backup file saved',
      body: [
        'It’s in your downloads, encrypted by your device. This computer hasn’t seen the code that opens it.',
        'Move the file to where you’ll keep it, and keep the paper with the code somewhere else. Then check the file under “Copies”, “Check a backup file”.',
      ],
    },
    declined: { title: general.declined.title, body: noFile },
    cancelled: { title: general.cancelled.title, body: noFile },
    stopped: { title: general.stopped.title, body: noFile },
  },
  'check-file': {
    match: {
      title: 'The backup file is good',
      body: [
        'It holds the wallet on this device and your backup code opens it. Nothing has changed.',
        'Keep the file and the code in different places.',
      ],
    },
    'no-match': {
      title: 'The file doesn’t hold this wallet',
      body: [
        'The code opens the file, but it doesn’t hold the wallet on your device. Don’t rely on it: make a new one.',
      ],
    },
    stopped: {
      title: general.stopped.title,
      body: [
        'The check stopped before you’d entered the whole code, so there’s no result. Nothing has changed.',
      ],
    },
  },
  'restore-file': {
    declined: { title: general.declined.title, body: ['Nothing was restored. Your device is still empty.'] },
    cancelled: { title: general.cancelled.title, body: stillEmpty },
    stopped: { title: general.stopped.title, body: stillEmpty },
    'wrong-code': {
      title: general['wrong-code'].title,
      body: [
        'The code you entered doesn’t open this file. Your device is still empty.',
        'Compare each code word with your paper, and make sure the paper belongs to this file. Then try again.',
      ],
    },
    'no-match': {
      title: 'The file isn’t what it claims',
      body: [
        'The code opens the file, but it holds a different wallet from the one it names. Nothing was restored.',
      ],
    },
  },
  wipe: {
    completed: {
      title: 'Your device is empty',
      body: [
        'The wallet is deleted from this device. Your written words can restore it, here or on another device.',
      ],
    },
    declined: {
      title: general.declined.title,
      body: ['Nothing was deleted. The wallet is still on the device.'],
    },
    cancelled: {
      title: general.cancelled.title,
      body: ['Nothing was deleted. The wallet is still on the device.'],
    },
  },
};

const cutShort: EndingsMessages['cutShort'] = {
  create: 'Your device was switched off before its PIN was set, so there’s no new wallet yet. Start again.',
  backup:
    'Your device was switched off. Nothing’s lost: the wallet is still there, with the same words. You can resume the backup or discard it.',
  restore:
    'Your device was switched off before the wallet was restored. It kept none of the words you entered, so start again.',
  'restore-file':
    'Your device was switched off before the wallet was restored. It kept nothing of the code you entered, so choose the file again.',
  reveal: 'Your device was switched off and your words are hidden again. Nothing has changed.',
  check:
    'Your device was switched off before this app got the result of the check. Nothing has changed, and you can check again any time.',
  'change-pin':
    'Your device was switched off while you were changing the PIN. If you’d entered the new PIN twice, use that one. If not, use the old one.',
  wipe: 'Your device was switched off before anything was deleted. The wallet is still there.',
  rename: 'Your device was switched off before it was renamed. You can rename it again any time.',
  language: 'Your device was switched off before it changed its language. You can ask again any time.',
  'seed-qr': 'Your device was switched off and the squares are hidden again. Nothing has changed.',
  'backup-file':
    'Your device was switched off before this app got the file. If you wrote down a backup code, throw it away: the next file gets a new one.',
  'check-file':
    'Your device was switched off before this app got the result of the check. Nothing has changed, and you can check the file again any time.',
  wiped:
    'Your device deleted its wallet after three wrong PINs. If you have your words on paper, the wallet isn’t lost: restore it from them.',
  addresses: 'Your device was switched off and the addresses are hidden again. Nothing has changed.',
  identify: 'Your device was switched off. It kept none of the words you entered, so start again.',
};

export const endingsInEnglish: EndingsMessages = {
  starting: (kind) => ({ title: 'Asking your device', body: [asking[kind]] }),
  ended: (activity, outcome) => particular[activity]?.[outcome] ?? general[outcome],
  unsavedFile,
  cutShort,
};
