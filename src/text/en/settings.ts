import { plural } from '../locale/format.ts';
import type { SettingsMessages } from '../types/settings.ts';

export const settingsInEnglish: SettingsMessages = {
  deviceLanguage: { speaks: (language) => `Your device speaks ${language}.`, ask: 'Ask it to speak English' },
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
  home: {
    title: 'Your device',
    states: {
      backedUp: (date) => `Backed up on ${date}`,
      checked: (date) => `Backed up, checked on ${date}`,
      known: 'Backed up, your device says',
      never: 'Backed up, never checked here',
      due: 'Backed up, check due',
    },
    reveal: 'Show the words',
    addresses: 'Show its addresses',
    sign: 'Sign a message',
    records: 'Records',
    apps: 'You can use this wallet with wallet programs: open “Apps” on the device, or let the program do it. The device signs nothing that it hasn’t shown you first.',
    details: 'Details',
    disconnect: 'Disconnect',
  },
  receipt: {
    walletId: 'Wallet ID',
    date: 'Backed up on',
    device: 'Device',
    words: 'Recovery phrase',
    wordCount: (count) => plural(count, { one: 'One word', other: `${count} words` }),
    unknownDate: 'Before this browser knew this wallet',
    finish: 'Done',
  },
  simulated: {
    device: 'This wallet is in a simulator. Never send real money to it.',
    link: 'This device is connected the way simulators are. Unless you know what’s at the other end, never send real money to this wallet.',
  },
  next: {
    title: 'Next steps',
    advice: [
      'Keep your paper dry, out of sight and away from the device.',
      'Anyone who asks for your words is trying to steal from you.',
    ],
  },
  length: {
    title: 'How many words?',
    lead: 'Any length is safe. More words take longer to write down and confirm.',
    legend: 'Recovery phrase length',
    option: (wordCount) => `${wordCount} words`,
    hint: {
      12: 'About 5 minutes',
      15: 'About 6 minutes',
      18: 'About 8 minutes',
      21: 'About 9 minutes',
      24: 'About 10 minutes',
    },
    others: 'Other lengths',
    create: 'Create on the device',
    needs: 'Have pen and paper ready, and make sure you’re alone.',
  },
  restore: {
    offer: 'Restore from my words',
    title: 'How many words are on your paper?',
    lead: 'You’ll enter them on the device with its two buttons. Never type them on a computer.',
    ask: 'Restore on the device',
    needs: 'Have your paper ready, and make sure you’re alone.',
    instead: 'Create a new wallet instead',
    offerFile: 'Restore from a backup file',
    neither: {
      title: 'No wallet on this device',
      lead: 'Its firmware can’t create a wallet, and it can’t restore one from words.',
    },
  },
  identify: {
    offer: 'Which wallet is this paper?',
    title: 'Which wallet is this paper?',
    lead: 'Enter its words on the device and see which addresses they open. Nothing is stored, and neither words nor addresses reach this computer.',
    ask: 'Enter the words on the device',
  },
  rename: {
    title: 'Name this device',
    lead: 'Pick a name and confirm it on the device. The names are ready-made, so that nobody gets used to typing here.',
    legend: 'Device name',
    keep: 'No change',
    ask: 'Rename on the device',
    keepAsk: 'Keep the name',
  },
};
