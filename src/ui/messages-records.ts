/** The texts of "Records and reminders". Loaded with its pages, after the first screen. */
import type { CeremonyRecord, Result, StorageProblem } from '../records/book.ts';

export interface RecordsMessages {
  readonly title: string;
  readonly lead: string;
  readonly back: string;
  readonly erased: string;
  readonly problems: Record<StorageProblem, string>;
  readonly unreadable: (count: number) => string;
  readonly devices: {
    title: string;
    none: string;
    wallet: string;
    seen: string;
    checked: string;
    never: string;
    longAgo: string;
    simulator: string;
    forget: string;
    forgetNamed: (name: string) => string;
  };
  readonly backups: { title: string; backedUp: string; unknownDate: string };
  readonly reminders: {
    title: string;
    unchecked: (count: number) => string;
    allChecked: string;
    about: string;
    save: string;
    saved: string;
    file: string;
    event: { title: string; description: string };
  };
  readonly ceremonies: {
    title: string;
    none: string;
    all: (count: number) => string;
    what: Partial<Record<CeremonyRecord['what'], string>>;
    results: Partial<Record<Result, string>>;
  };
  readonly keeping: {
    title: string;
    about: string;
    export: string;
    file: string;
    erase: string;
    sureTitle: string;
    sure: string;
    yes: string;
    no: string;
  };
  readonly open: string;
}

export const recordsMessages: RecordsMessages = {
  title: 'Records and reminders',
  lead: 'This browser keeps a list of your devices and of what you did with them, on this computer only. No word is ever in it.',
  back: 'Back',
  erased: 'Everything that this browser kept is erased. A new list begins when you use a device again.',
  problems: {
    unavailable:
      'The browser gives this page no storage, so that this list ends with the page. Your devices work as before.',
    full: 'The storage of this browser is full. What is new here ends with the page, unless there is room again before. Save the list as a file, or erase it.',
    blocked:
      'Another tab with this app holds the storage. Close that tab: what is new here is kept as soon as it is gone.',
    newer:
      'A newer version of this app wrote the list in this browser. This version leaves it as it is. Load this page again, so that you have the newer one.',
    damaged:
      'The storage of this page is damaged, so that this list ends with the page. Erase everything to begin a new list.',
  },
  unreadable: (count) =>
    count === 1
      ? 'One entry cannot be read. It is left as it is, and goes when you erase everything.'
      : `${count} entries cannot be read. They are left as they are, and go when you erase everything.`,
  devices: {
    title: 'Your devices',
    none: 'No device yet. A device is added when you connect it and it proves who it is.',
    wallet: 'Wallet',
    seen: 'Last connected',
    checked: 'Backup checked',
    never: 'Never',
    longAgo: 'more than a year ago',
    simulator: 'Simulator',
    forget: 'Forget',
    forgetNamed: (name) => `Forget ${name}`,
  },
  backups: {
    title: 'Other backups made with this browser',
    backedUp: 'Backed up',
    unknownDate: 'before this browser knew it',
  },
  reminders: {
    title: 'Checks of your backups',
    unchecked: (count) =>
      count === 1
        ? 'One backup has not been checked for a year, or never. Enter its words on the device: then you know that you can read them.'
        : `${count} backups have not been checked for a year, or never. Enter their words on the device: then you know that you can read them.`,
    allChecked: 'Every backup that this browser knows of was checked within the last year.',
    about:
      'A file for your calendar reminds you after 1, 6 and 12 months. Its entries say “Routine check” and nothing about wallets or money, since others may see your calendar.',
    save: 'Save calendar file',
    saved: 'The file is among your downloads. Open it to add the dates to your calendar.',
    file: 'reminders.ics',
    event: {
      title: 'Routine check',
      description: 'A reminder that you made for yourself.',
    },
  },
  ceremonies: {
    title: 'What was done',
    none: 'Nothing yet.',
    all: (count) => `Show all ${count}`,
    what: {
      create: 'New wallet',
      unlock: 'PIN entry',
      resume: 'Unfinished backup',
      reveal: 'Look at the words',
      check: 'Backup check',
      restore: 'Restore',
      'change-pin': 'PIN change',
      wipe: 'Wipe',
      rename: 'Rename',
    },
    results: {
      completed: 'Completed',
      declined: 'Declined on the device',
      cancelled: 'Cancelled on this page',
      stopped: 'Stopped on the device',
      discarded: 'Wallet discarded',
      wiped: 'Device wiped after wrong PINs',
      fault: 'Device fault',
      match: 'Words match',
      'no-match': 'Words do not match',
      'under-way': 'Under way',
      interrupted: 'Interrupted: its end was not seen here',
    },
  },
  keeping: {
    title: 'Your data',
    about:
      'Dates, wallet ids and the ids and names of your devices. No words, no PIN, no keys. Nobody gets the file unless you give it to them.',
    export: 'Save list as a file',
    file: 'hostblind-records.json',
    erase: 'Erase everything',
    sureTitle: 'Erase everything that this browser keeps?',
    sure: 'The list, your devices and the dates of your checks are gone then, and this app cannot warn you any more when a device comes back with another wallet. Your devices, their wallets and your paper stay as they are.',
    yes: 'Erase now',
    no: 'Keep it',
  },
  open: 'Records and reminders',
};
