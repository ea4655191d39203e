/** The texts of "Security & privacy": what can be done with a wallet that is backed up, and two questions. */
import type { SettingsCeremony } from '../ceremony/reduce-settings.ts';
import type { NoticeText } from './messages.ts';

export interface SettingsMessages {
  readonly open: string;
  readonly title: string;
  readonly lead: string;
  readonly rows: Record<SettingsCeremony, { title: string; body: string }>;
  readonly copies: { title: string; body: string };
  readonly save: { again: string; retry: string };
  /** Shown while a page is fetched. */
  readonly loading: string;
  readonly named: (name: string) => string;
  readonly unnamed: string;
  readonly lastChecked: string;
  readonly neverChecked: string;
  readonly remind: string;
  readonly remindAgain: string;
  readonly records: { title: string; body: string };
  readonly noted: (date: string) => string;
  readonly restoredLead: string;
  readonly restoredKnown: string;
  readonly restore: {
    offer: string;
    title: string;
    lead: string;
    ask: string;
    needs: string;
    instead: string;
    offerFile: string;
  };
  readonly rename: {
    title: string;
    lead: string;
    legend: string;
    keep: string;
    ask: string;
    keepAsk: string;
  };
  readonly wipe: NoticeText & { ask: string; keep: string };
}

export const settingsMessages: SettingsMessages = {
  open: 'Security & privacy',
  title: 'Security & privacy',
  lead: 'All of this happens on the device. This page only asks it, and you agree or decline there.',
  rows: {
    reveal: {
      title: 'Show recovery phrase on device',
      body: 'To compare it with your paper, or to write a new one. Two questions come first.',
    },
    check: {
      title: 'Check my backup',
      body: 'Enter your written words on the device. It says whether they match, and changes nothing.',
    },
    'change-pin': { title: 'Change PIN', body: 'You need the PIN that you have now.' },
    rename: { title: 'Rename device', body: 'So that you can tell your devices apart.' },
    wipe: { title: 'Wipe device', body: 'Deletes the wallet from the device. See first what is lost.' },
  },
  copies: { title: 'Copies', body: 'A second copy of your wallet, for another place.' },
  save: { again: 'Save it again', retry: 'Save the file' },
  loading: 'Loading this page\u2026',
  named: (name) => `It is called “${name}” now.`,
  unnamed: 'It has no name yet.',
  lastChecked: 'Last checked on',
  neverChecked: 'Not yet, as far as this browser knows',
  remind:
    'You have not checked this backup yet. Take your paper in a few weeks and enter it on the device: then you know that you can read it.',
  remindAgain:
    'Your last check is more than a year ago. Enter the words from your paper on the device: then you know that you can still read them.',
  records: {
    title: 'Records and reminders',
    body: 'Your devices, what was done and when, dates for your calendar. Save the list, or erase it.',
  },
  noted: (date) => `This browser keeps ${date} as the day of your last check.`,
  restoredLead: 'The wallet is back on the device. This computer has seen none of its words.',
  restoredKnown: 'This browser knows the wallet: its id is the same as before.',
  restore: {
    offer: 'Restore from my words',
    title: 'How many words are on your paper?',
    lead: 'You enter them on the device, with its two buttons. Never type them on a computer.',
    ask: 'Restore on the device',
    needs: 'Have your paper ready, and be alone in the room.',
    instead: 'Create a new wallet instead',
    offerFile: 'Restore from a backup file',
  },
  rename: {
    title: 'What shall the device be called?',
    lead: 'Choose one of these names. The device shows it and asks whether you agree. Nothing in this app can be typed into.',
    legend: 'Name of the device',
    keep: 'No change',
    ask: 'Rename on the device',
    keepAsk: 'Leave it as it is',
  },
  wipe: {
    title: 'Wipe this device?',
    body: [
      'The wallet, its PIN and its words are deleted from the device. Nothing on this computer can bring them back.',
      'If you have your words on paper, they restore the wallet. If you do not have them, or are not sure of them, everything in the wallet is lost for ever: check your backup first.',
      'The device asks you once more, and deletes only after a hold of its button.',
    ],
    ask: 'Wipe on the device',
    keep: 'Keep the wallet',
  },
};
