/** What the page says while it asks the device for a ceremony, and how each of them can end. */
import type { Ending } from '../ceremony/state.ts';
import type { CutShort } from '../ceremony/cut-short.ts';
import type { CeremonyKind } from '../protocol/ceremonies.ts';
import type { Activity } from '../protocol/public-state.ts';
import type { NoticeText } from './messages.ts';

type Ended = Ending | 'completed';

const asking: Readonly<Record<CeremonyKind, string>> = {
  create: 'Look at your device: it asks whether you want a new wallet.',
  restore: 'Look at your device: it asks whether you want to restore a wallet.',
  reveal: 'Look at your device: it asks whether to show your words.',
  check: 'Look at your device: it asks whether to check your backup.',
  'change-pin': 'Look at your device: it asks whether you want another PIN.',
  rename: 'Look at your device: it shows the new name and asks whether you agree.',
  wipe: 'Look at your device: it asks whether to delete the wallet.',
  'seed-qr': 'Look at your device: it asks whether to show your phrase as a SeedQR.',
  'backup-file': 'Look at your device: it asks whether to make an encrypted backup file.',
  'check-file': 'Look at your device: it asks whether to check the backup file.',
  'restore-file': 'Look at your device: it shows the wallet id in the file and asks whether to restore it.',
};

export function startingText(kind: CeremonyKind): NoticeText {
  return { title: 'Asking the device', body: [asking[kind]] };
}

const general: Readonly<Record<Ended, NoticeText>> = {
  completed: { title: 'Done', body: ['The device has finished what you asked for.'] },
  declined: { title: 'You declined on the device', body: ['Nothing has changed.'] },
  cancelled: {
    title: 'Cancelled',
    body: ['The device stopped, as you asked. Nothing was revealed to this computer.'],
  },
  stopped: {
    title: 'Stopped on the device',
    body: ['The device keeps what it has. You can go on whenever you like.'],
  },
  discarded: {
    title: 'The unfinished wallet is deleted',
    body: ['Words that you wrote down for it open nothing. Destroy that paper, so that it misleads nobody.'],
  },
  wiped: {
    title: 'The device deleted its wallet',
    body: [
      'The PIN was wrong three times, so the device is empty now.',
      'If you have the words on paper, the wallet is not lost: they restore it.',
    ],
  },
  fault: {
    title: 'The device found a fault in itself',
    body: [
      'Do not use this device for a wallet. Switch it off and on once; if it says so again, replace it.',
    ],
  },
  match: {
    title: 'Your words match',
    body: [
      'The words on your paper open the wallet on this device. Nothing on the device has changed.',
      'Put the paper back where it is dry, out of sight, and away from the device. Check it again in a few months.',
    ],
  },
  'no-match': {
    title: 'Your words do not match',
    body: [
      'One word or more that you entered differs from the wallet on the device, or two are in another order. Nothing on the device has changed.',
      'Let the device show its words again, compare them with your paper, and write a new paper if they differ. Then check once more.',
    ],
  },
  'wrong-code': {
    title: 'The backup code is wrong',
    body: [
      'The code that you entered does not open this backup file. Nothing on the device has changed.',
      'Compare each word of the code with your paper, and try again.',
    ],
  },
  'other-wallet': {
    title: 'This file is of another wallet',
    body: ['The backup file holds another wallet than the one on the device. Nothing has changed.'],
  },
};

const samePin = ['The PIN is the one that you had before.'];

const noFile = [
  'No file was made, and nothing has changed. A code that you wrote down opens nothing: destroy that paper.',
];
const stillEmpty = ['The device is still empty and keeps nothing of what you entered. You can begin anew.'];

/** A backup file that the device has released, and that is not saved yet. */
export const unsavedFile: Readonly<Record<'saving' | 'failed', NoticeText>> = {
  saving: { title: 'Saving the backup file', body: ['The device has released it.'] },
  failed: {
    title: 'The backup file is not saved',
    body: [
      'The device has released it, but this computer could not save it. Try again: the device keeps the file until you switch it off or ask it for something else.',
    ],
  },
};

/** Where a ceremony has something of its own to say. */
const particular: Partial<Record<Activity, Partial<Record<Ended, NoticeText>>>> = {
  create: {
    declined: {
      title: general.declined.title,
      body: ['No wallet was created, and nothing has changed.'],
    },
  },
  restore: {
    declined: { title: general.declined.title, body: ['Nothing was restored. The device is still empty.'] },
    cancelled: {
      title: general.cancelled.title,
      body: ['The device stopped, as you asked. It is still empty and keeps nothing of what you entered.'],
    },
    stopped: {
      title: general.stopped.title,
      body: ['The device is still empty and keeps nothing of what you entered. You can begin anew.'],
    },
  },
  reveal: {
    completed: {
      title: 'You have seen your words',
      body: [
        'The device has shown every word. This computer has seen none of them.',
        'Put the paper back where it is dry, out of sight, and away from the device.',
      ],
    },
    declined: { title: general.declined.title, body: ['No word was shown, and nothing has changed.'] },
    stopped: { title: general.stopped.title, body: ['The words are hidden again, and nothing has changed.'] },
  },
  'seed-qr': {
    completed: {
      title: 'You have copied your SeedQR',
      body: [
        'The device has shown every square. This computer has seen none of them.',
        'Read your copy back with a device that has a camera and no network, never with a phone. Then keep it as safe as your words: it is the phrase itself.',
      ],
    },
    declined: { title: general.declined.title, body: ['No square was shown, and nothing has changed.'] },
    stopped: {
      title: general.stopped.title,
      body: [
        'The squares are hidden again, and nothing has changed. A copy that you began is a part of your phrase: finish it later, or destroy it.',
      ],
    },
    cancelled: {
      title: general.cancelled.title,
      body: [
        'The squares are hidden again, and nothing was revealed to this computer. A copy that you began is a part of your phrase: finish it later, or destroy it.',
      ],
    },
  },
  check: {
    stopped: {
      title: general.stopped.title,
      body: ['The check ended before the last word, so there is no result. Nothing has changed.'],
    },
  },
  'change-pin': {
    completed: {
      title: 'The PIN is changed',
      body: [
        'From now on the device opens with the new PIN only. Your words are the same as before, and so is your paper.',
        'Keep the PIN and the words in different places.',
      ],
    },
    declined: { title: general.declined.title, body: samePin },
    cancelled: { title: general.cancelled.title, body: samePin },
    stopped: { title: general.stopped.title, body: samePin },
  },
  rename: {
    completed: {
      title: 'The device has a new name',
      body: [
        'It shows the name whenever it has nothing else to show, so that you can tell your devices apart.',
      ],
    },
    declined: { title: general.declined.title, body: ['The name is the one that it had before.'] },
    cancelled: { title: general.cancelled.title, body: ['The name is the one that it had before.'] },
  },
  'backup-file': {
    completed: {
      title: 'The backup file is saved',
      body: [
        'It is among your downloads, encrypted by the device. This computer has not seen the code that opens it.',
        'Put the file where it shall stay, and the paper with the code somewhere else. Then check the file: \u201cCopies\u201d, \u201cCheck a backup file\u201d.',
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
        'It holds the wallet on this device, and your backup code opens it. Nothing has changed.',
        'Keep the file and the code in different places.',
      ],
    },
    'no-match': {
      title: 'The file does not hold this wallet',
      body: [
        'The code opens the file, but what is in it is not the wallet on the device. Do not rely on this file: make a new one.',
      ],
    },
    stopped: {
      title: general.stopped.title,
      body: [
        'The check ended before the whole code was entered, so there is no result. Nothing has changed.',
      ],
    },
  },
  'restore-file': {
    declined: { title: general.declined.title, body: ['Nothing was restored. The device is still empty.'] },
    cancelled: { title: general.cancelled.title, body: stillEmpty },
    stopped: { title: general.stopped.title, body: stillEmpty },
    'wrong-code': {
      title: general['wrong-code'].title,
      body: [
        'The code that you entered does not open this file. The device is still empty.',
        'Compare each code word with your paper, and look whether the paper belongs to this file. Then try again.',
      ],
    },
    'no-match': {
      title: 'The file is not what it says',
      body: [
        'The code opens the file, but another wallet is in it than the one that it names. Nothing was restored.',
      ],
    },
  },
  wipe: {
    completed: {
      title: 'The device is empty',
      body: [
        'The wallet is deleted from this device. Your written words still open it, on this device or on another.',
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

export function endedText(activity: Activity, outcome: Ended): NoticeText {
  return particular[activity]?.[outcome] ?? general[outcome];
}

/** What became of a ceremony in which the device was switched off, and what to do now. */
export const cutShortTexts: Readonly<Record<CutShort, string>> = {
  create: 'The device was switched off before its PIN was set, so there is no new wallet yet. Begin again.',
  backup:
    'The device was switched off. Nothing is lost: the wallet is still there, with the same words. You can go on with it or discard it.',
  restore:
    'The device was switched off before the wallet was restored. It keeps none of the words that you entered, so begin again.',
  'restore-file':
    'The device was switched off before the wallet was restored. It keeps nothing of the code that you entered, so choose the file again.',
  reveal: 'The device was switched off and hides your words again. Nothing has changed.',
  check:
    'The device was switched off before this page knew a result of the check. Nothing has changed; you can check again at any time.',
  'change-pin':
    'The device was switched off while you were changing the PIN. If you had entered the new PIN twice, it holds; if not, the old one does.',
  wipe: 'The device was switched off before anything was deleted. The wallet is still there.',
  rename: 'The device was switched off before it had a new name. You can rename it again at any time.',
  'seed-qr': 'The device was switched off and hides the squares again. Nothing has changed.',
  'backup-file':
    'The device was switched off before this page had the file. Throw away a backup code that you wrote down: the next file has another one.',
  'check-file':
    'The device was switched off before this page knew a result of the check. Nothing has changed; you can check the file again at any time.',
  wiped:
    'The device deleted its wallet after three wrong PINs. If you have the words on paper, the wallet is not lost: restore it from them.',
};
