import type { SettingsMessages } from '../types/settings.ts';

export const settingsInEnglish: SettingsMessages = {
  open: 'Security & privacy',
  title: 'Security & privacy',
  lead: 'All of this happens on your device. This page only asks, and you accept or decline there.',
  rows: {
    reveal: {
      title: 'Show recovery phrase on device',
      body: 'To compare it with your paper, or write a new one. Two quick questions come first.',
    },
    check: {
      title: 'Check my backup',
      body: 'Enter your written words on the device. It says whether they match and changes nothing.',
    },
    'change-pin': { title: 'Change PIN', body: 'You’ll need your current PIN.' },
    rename: { title: 'Rename device', body: 'Tell your devices apart.' },
    wipe: {
      title: 'Wipe device',
      body: 'Deletes the wallet from the device. We’ll show you what’s at stake first.',
    },
  },
  copies: { title: 'Copies', body: 'Another copy of your wallet, to keep somewhere else.' },
  named: (name) => `It’s called “${name}”.`,
  unnamed: 'It has no name yet.',
  lastChecked: 'Last checked on',
  neverChecked: 'Not yet, as far as this browser knows',
  remind:
    'In a few weeks, check this backup: enter the words from your paper on the device to make sure you can read them.',
  remindAgain:
    'Your last check was over a year ago. Enter the words from your paper on the device to make sure you can still read them.',
  compare: {
    question: 'Is the ID on your form the same?',
    answers: { same: 'It’s the same', different: 'It’s different', none: 'I don’t have one' },
    known: 'This browser knows this wallet: its ID is the same as before.',
  },
  failed: { row: 'Last check', on: (date) => `Failed on ${date}` },
  records: {
    title: 'Records and reminders',
    body: 'Your devices, past activity and calendar reminders. Save the list or erase it.',
  },
  restore: {
    offer: 'Restore from my words',
    title: 'How many words are on your paper?',
    lead: 'You’ll enter them on the device with its two buttons. Never type them on a computer.',
    ask: 'Restore on the device',
    needs: 'Have your paper ready, and make sure you’re alone.',
    instead: 'Create a new wallet instead',
    offerFile: 'Restore from a backup file',
  },
  rename: {
    title: 'Name this device',
    lead: 'Pick a name and confirm it on the device. This app has no text fields, by design.',
    legend: 'Device name',
    keep: 'No change',
    ask: 'Rename on the device',
    keepAsk: 'Keep the name',
  },
};
