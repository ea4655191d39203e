import { plural } from '../locale/format.ts';
import type { RecordsMessages } from '../types/records.ts';

export const recordsInEnglish: RecordsMessages = {
  product: (name) => (name === '' ? 'Device' : `“${name}”`),
  title: 'Records and reminders',
  lead: 'This browser keeps a list of your devices and what you did with them, on this computer only. It never holds a word.',
  back: 'Back',
  erased: 'Everything this browser kept is erased. A new list starts when you next use a device.',
  problems: {
    unavailable:
      'Your browser blocks storage here, so this list is lost when you close the page. Your devices still work.',
    full: 'This browser’s storage is full. Anything new is lost when you close the page, unless you free up space first. Save the list as a file, or erase it.',
    blocked:
      'Another tab with this app is using the storage. Close that tab, and anything new here is saved.',
    newer:
      'A newer version of this app wrote this list, so this version leaves it alone. Reload the page to get the newer one.',
    damaged:
      'This page’s storage is damaged, so this list is lost when you close the page. Erase everything to start a new list.',
  },
  unreadable: (count) =>
    plural(count, {
      one: 'One entry can’t be used. An earlier version may have named its wallet with another ID. It stays until you erase everything.',
      other: `${count} entries can’t be used. An earlier version may have named their wallets with other IDs. They stay until you erase everything.`,
    }),
  devices: {
    title: 'Your devices',
    none: 'No devices yet. A device is added once you connect it and it proves what it is.',
    wallet: 'Wallet',
    seen: 'Last connected',
    connected: 'Connected',
    checked: 'Backup checked',
    never: 'Never',
    longAgo: 'more than a year ago',
    failed: 'Failed on',
    simulator: 'Simulator',
    named: (name) => `“${name}”`,
    actions: {
      unfinished: 'Finish the backup',
      failed: 'Look into it',
      'long-ago': 'Check it again',
    },
    forget: 'Forget',
    forgetNamed: (name) => `Forget ${name}`,
  },
  backups: {
    title: 'Other backups',
    backedUp: 'Backed up',
    unknownDate: 'before this browser knew it',
  },
  reminders: {
    title: 'Checks of your backups',
    unchecked: (count) =>
      plural(count, {
        one: 'One backup hasn’t been checked in over a year. Enter its words on your device to make sure you can still read them.',
        other: `${count} backups haven’t been checked in over a year. Enter their words on your device to make sure you can still read them.`,
      }),
    failed: (count) =>
      plural(count, {
        one: 'The last check of one backup failed. Show its words on the device, compare them with your paper and check again.',
        other: `The last checks of ${count} backups failed. Show their words on the device, compare them with your papers and check again.`,
      }),
    allChecked: 'Every backup this browser knows of was checked in the last year.',
    about:
      'Add reminders to your calendar after 1, 6 and 12 months. They only say “Routine check”, in case others see your calendar.',
    save: 'Save calendar file',
    saved: 'The file is in your downloads. Open it to add the dates to your calendar.',
    file: 'reminders.ics',
    event: {
      title: 'Routine check',
      description: 'A reminder from yourself.',
    },
  },
  ceremonies: {
    title: 'Activity',
    none: 'Nothing yet.',
    all: (count) => `Show all ${count}`,
    what: {
      create: 'New wallet',
      unlock: 'PIN entry',
      resume: 'Unfinished backup',
      reveal: 'Words shown',
      check: 'Backup check',
      restore: 'Restore',
      'change-pin': 'PIN change',
      wipe: 'Wipe',
      rename: 'Rename',
      language: 'Language',
      'seed-qr': 'SeedQR copy',
      'backup-file': 'Backup file',
      'check-file': 'Backup file check',
      'restore-file': 'Restore from a file',
      addresses: 'Addresses shown',
      identify: 'Addresses of a paper',
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
      'no-match': 'Words don’t match',
      'file-match': 'File matches',
      'file-no-match': 'File doesn’t match',
      'wrong-code': 'The backup code didn’t open the file',
      'other-wallet': 'The file belongs to another wallet',
      'under-way': 'Under way',
      interrupted: 'Interrupted: the end wasn’t seen here',
    },
  },
  keeping: {
    title: 'Your data',
    about:
      'Dates, wallet IDs, and your devices’ IDs and names. No words, no PIN, no keys. The file stays with you unless you share it.',
    export: 'Save list as a file',
    file: 'hostblind-records.json',
    erase: 'Erase everything',
    sureTitle: 'Erase everything this browser keeps?',
    sure: 'This can’t be undone. The list, your devices and the dates of your checks are deleted, and this app can no longer warn you when a device comes back with a different wallet. Your devices, wallets and paper stay as they are.',
    yes: 'Erase now',
    no: 'Keep it',
  },
  open: 'Records and reminders',
};
