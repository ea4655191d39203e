import { plural } from '../locale/format.ts';
import type { Messages, NoticeText, PageMessages } from '../types/app.ts';

const plugIn: NoticeText = {
  title: 'No device answers',
  body: ['Plug in your device and switch it on, then choose it again.'],
};

export const appInEnglish: Messages = {
  wordmark: 'Hostblind',
  deviceCalled: (name) => `“${name}”`,
  simulatorBadge: {
    device: 'Simulator · not for real money',
    link: 'Simulator connection · not for real money',
  },
  simulatorFrameTitle: 'Simulated device',
  footer: 'No analytics. This page talks only to your device.',
  footerOffline: 'No analytics. This page works offline and talks only to your device.',
  asides: { preferences: 'Preferences', help: 'Help and about' },
  asideLoading: 'Loading this page. If it doesn’t appear, reload while you’re online.',
  install: 'Install this app',
  newVersion: {
    ready: 'A new version of this app is ready.',
    otherPages: 'Hostblind is open in another tab. Close it there, then try again.',
    use: 'Use it now',
  },
  progressLabel: 'Progress',
  steps: {
    prepare: 'Prepare',
    pin: 'PIN',
    write: 'Reveal & write',
    confirm: 'Confirm',
    'backed-up': 'Backed up',
  },
  stepOf: (index, total, name) => `Step ${index} of ${total}: ${name}`,
  stepDone: 'done',
  connection: {
    connected: 'Connected',
    connecting: 'Connecting…',
    lost: 'Not connected',
    none: 'No device',
  },
  welcome: {
    title: 'A recovery phrase that no computer ever sees',
    lead: 'Create a wallet on a hardware device, write down its words by hand and confirm each one on the device. This page guides you and never sees them.',
    points: [
      {
        title: 'The words stay on the device',
        body: 'Hold a button to reveal them. They appear on the device’s own screen, one at a time.',
      },
      {
        title: 'You confirm every word',
        body: 'You can’t use the wallet until the device has asked you for each one.',
      },
      {
        title: 'The computer only sees your progress',
        body: 'The device has no command that sends or receives a word.',
      },
    ],
    choices: {
      create: {
        title: 'Create a new wallet',
        body: 'Your device makes the words. You write them down and confirm each one.',
      },
      restore: {
        title: 'I have words or a file',
        body: 'Bring back a wallet from its recovery phrase or a backup file.',
      },
      try: {
        title: 'Try it with the simulator',
        body: 'Everything on this page: no device, no risk.',
      },
    },
    manage: 'My device already has a wallet',
    noUsb: {
      title: 'This browser can’t reach USB devices',
      body: [
        'For a hardware device, open this page in Chrome, Edge or another Chromium browser. The simulator works right here.',
      ],
    },
  },
  backup: {
    label: 'Wallet',
    states: {
      empty: 'No wallet',
      'unfinished-backup': 'Not backed up',
      'backed-up': 'Backed up',
      restored: 'Restored',
      doubtful: 'Check failed',
    },
    remembered(devices, { unfinished, failed, unchecked }) {
      if (failed > 0) {
        return plural(devices, {
          one: '1 device: last check failed',
          other: `${devices} devices: ${failed} failed the last check`,
        });
      }
      if (unfinished > 0) {
        return plural(devices, {
          one: '1 device: not backed up',
          other: `${devices} devices: ${unfinished} not backed up`,
        });
      }
      if (unchecked > 0) {
        return plural(devices, {
          one: '1 device: check due',
          other: `${devices} devices: ${unchecked} to check`,
        });
      }
      return plural(devices, { one: '1 device: all good', other: `${devices} devices: all good` });
    },
    records: 'Records',
  },
  loading: { title: 'One moment', body: ['Loading this page…'] },
  frameEnded: {
    title: 'The simulator on this page has ended',
    body: ['You left or reloaded the page, and its practice wallet went with it.'],
  },
  leave: {
    title: 'Leave this device?',
    body: {
      frame: 'The simulator on this page keeps nothing. If you leave, its wallet is gone.',
      device: 'Nothing on your device changes. Connect it again to continue.',
    },
    leave: 'Leave',
    stay: 'Stay',
  },
  loadFailed: {
    title: 'This page didn’t load completely',
    body: [
      'You may be offline, or the program that serves this page has stopped. Nothing on your device has changed.',
    ],
    retry: 'Try again',
  },
  introduction: {
    title: 'Before you start',
    points: {
      privacy: {
        title: 'Nothing leaves this computer',
        body: 'No analytics, no accounts, no servers: this page talks only to your device. To spot a swapped device, this browser remembers your devices, their public keys and wallet IDs, and what you did with them. It never holds a word, and you can erase it any time under “Records”.',
      },
      terms: {
        title: 'No one can recover your words for you',
        body: 'Anyone who has your words has your money. If you lose them and the device, no one can bring them back: not the device’s maker, and not this app.',
      },
      pin: {
        title: 'Your PIN stays on the device',
        body: 'You choose it there and enter it there. After too many wrong tries, the device deletes its wallet.',
      },
      words: {
        title: 'Your words belong on paper',
        body: 'No one should ever ask you for them. Never type them on a computer or phone, and never photograph them.',
      },
    },
    tick: 'I understand that no one can recover my words for me',
    missing: 'Tick the box above first.',
    next: 'Continue',
  },
  back: 'Back',
  dropFile: 'Drop your backup file here',
  choose: {
    title: 'Choose your device',
    lead: 'How do you want to connect?',
    links: {
      webhid: {
        title: 'USB device',
        body: 'Plug it in, switch it on, then pick it from the browser’s list. A stock Ledger works too, with fewer features.',
      },
      webusb: {
        title: 'USB device',
        body: 'Plug it in, switch it on, then pick it from the browser’s list. A stock Ledger works too, with fewer features.',
      },
      'simulator-frame': {
        title: 'Simulator on this page',
        body: 'Try everything here. Its wallet is gone when you leave.',
      },
      'simulator-process': {
        title: 'Simulator in its own window',
        body: 'For the firmware-sim program running on this computer.',
      },
    },
    noWebHid:
      'This browser can’t reach USB devices. Open this page in Chrome, Edge or another Chromium browser on a computer, or use the simulator.',
  },
  problem: {
    noWebHid: {
      title: 'This browser can’t reach USB devices',
      body: [
        'Open this page in Chrome, Edge or another Chromium browser on a computer, or use the simulator.',
      ],
    },
    permissionDenied: {
      title: 'Couldn’t open the device',
      body: [
        'Your browser or system didn’t allow it. Allow the device in the browser’s site settings, then choose it again.',
        'On Linux, you need to add a rule once. As root, put these lines into the file below, then plug the device in again.',
      ],
    },
    udevTitle: (file) => `File ${file}`,
    notFound: {
      webhid: plugIn,
      webusb: plugIn,
      'simulator-frame': {
        title: 'The simulator on this page didn’t start',
        body: [
          'Try it once more. If that doesn’t help, reload the page. If the page doesn’t load, you’re offline, or the program that serves it has stopped.',
          'An extension that blocks scripts, or an old browser, can keep it from starting: try another browser.',
          'Or run the simulator as a program: npm run firmware-sim, then choose “Simulator in its own window”.',
        ],
      },
      'simulator-process': {
        title: 'No simulator answers',
        body: ['Start it on this computer with npm run firmware-sim, then choose it again.'],
      },
    },
    chooserBlocked: {
      title: 'The browser showed no list of devices',
      body: [
        'It closed the list before anyone could choose. In the browser’s settings for this site, allow HID or USB devices, then try again.',
        'On a work computer, a policy may block USB devices on web pages: ask your administrator. The simulator works without them.',
      ],
    },
  },
  opening: {
    webhid: {
      title: 'Pick it from the browser’s list',
      body: ['If your device is locked, enter its PIN on the device.'],
    },
    webusb: {
      title: 'Pick it from the browser’s list',
      body: ['If your device is locked, enter its PIN on the device.'],
    },
    'simulator-frame': { title: 'Starting the simulator', body: ['It’ll appear on this page.'] },
    'simulator-process': { title: 'Connecting to the simulator', body: ['It runs in its own window.'] },
    identify: {
      title: 'Checking the device',
      body: ['Your device is proving what it is.'],
    },
  },
  waiting: {
    'in-use': {
      title: 'Your device is in use elsewhere',
      body: [
        'It’s open in another tab or program. Close that and we’ll continue.',
        'Nothing on your device has changed.',
      ],
    },
    locked: {
      title: 'The device is locked',
      body: ['Enter your PIN on the device. We’ll continue from there.'],
    },
    busy: {
      title: 'Your device is busy',
      body: ['Finish or stop what’s on its screen. We’ll continue from there.'],
    },
  },
  refused: { title: 'That didn’t work', retry: 'Try again' },
  alarm: {
    title: 'Do not use this device',
    body: [
      'It failed a check that every genuine device passes.',
      'Don’t enter any words on it, and don’t send money to its wallet.',
    ],
    forget: 'I reset this device. Forget its old wallet',
  },
  unverified: {
    title: 'Do you know this device?',
    body: ['No maker this app knows vouches for it.'],
    accept: 'I know this device: continue',
  },
  lost: {
    device: {
      title: 'Your device isn’t connected',
      body: [
        'Nothing’s lost: your device remembers where you were.',
        'Plug it back in and unlock it. We’ll continue from there.',
      ],
      long: 'Still can’t reach it. Try another cable or port. There’s no hurry: if your device shows a word, it stays on its screen.',
    },
    simulator: {
      title: 'The simulator has stopped',
      body: [
        'Start it again with the same --storage file and it remembers where you were. Without that file it starts as a new device.',
        'We’ll continue from there.',
      ],
      long: 'Still can’t reach it. Start the simulator with: npm run firmware-sim -- --storage device.bin',
    },
    frame: {
      title: 'The simulator on this page has stopped',
      body: [
        'We’re trying to reach it again. If it had to restart, it’s a new, empty device: the simulator on this page keeps nothing.',
      ],
      long: 'Still no answer. Reload the page to start the simulator again, as a new, empty device.',
    },
    reconnecting: 'Reconnecting…',
    retry: 'Choose the device again',
  },
  wallet: {
    changed: 'The wallet on this device has changed',
    gone: 'The wallet on this device is gone',
    before: 'Wallet before',
    now: 'Wallet now',
    none: 'None: this device is empty',
    unfinished: 'A new one, not backed up yet',
    accept: 'I know why: continue',
    stop: 'Stop',
  },
  swapped: 'This is a different device. What you see is its own state.',
  forms: {
    open: 'Print a blank form',
    hint: 'If you have a printer, print a blank form first. Your device warns against printers for good reason: your words should never reach one. A blank sheet is fine.',
    loading: 'Loading the blank forms. If they don’t appear, reload this page while you’re online.',
  },
  chooseAnother: 'Choose another device',
  cancel: 'Cancel',
  withdraw: 'Withdraw the question',
  cancelling: 'Asking your device to stop…',
  checking: { title: 'One moment', body: ['Reading the device’s status…'] },
  lookAtDevice: 'Look at your device',
  attached: 'Your device was already in the middle of this. You can continue from here.',
  lockedItself: 'Your device has locked itself, since no one pressed its buttons for a while.',
  after: {
    declined: 'You declined on the device.',
    cancelled: 'Cancelled. The backup of this wallet still isn’t finished.',
    stopped: 'You stopped on the device. The backup of this wallet still isn’t finished.',
    discarded: 'The unfinished wallet was deleted.',
    wiped: 'The device deleted its wallet after three wrong PINs.',
    fault: 'Your device found a fault in itself.',
    match: 'Your words match the wallet on the device.',
    'no-match': 'Your words don’t match the wallet on the device.',
    'wrong-code': 'The backup code was wrong.',
    'other-wallet': 'This backup file belongs to another wallet.',
    unknown: 'Something ended on your device. Look at its screen.',
  },
  panel: {
    title: 'Your device',
    before: 'Your words appear on your device and nowhere else.',
    firmware: (version) => `Firmware ${version}`,
  },
  wordProgress: (position, total) => `Word ${position} of ${total}`,
  triesLeft: (count) =>
    plural(count, {
      one: 'One try left. If it’s wrong, the device deletes its wallet.',
      other: `${count} tries left before the device deletes its wallet.`,
    }),
  resting: {
    locked: {
      title: 'The device is locked',
      body: ['Enter your PIN on the device. We’ll continue from there.'],
    },
    unfinished: {
      title: 'Your backup isn’t finished',
      body: ['Your device asks whether to resume or discard it. Choose there, and we’ll continue.'],
    },
  },
  again: 'Start again',
  goOn: 'Continue',
  readingWallet: { title: 'Almost done', body: ['Reading the wallet ID…'] },
  backedUp: {
    title: 'Backed up',
    lead: 'You confirmed every word on the device. This computer hasn’t seen any of them.',
    known: 'Your device says this wallet is backed up.',
  },
};

export const pageInEnglish: PageMessages = {
  title: 'Hostblind: a recovery phrase no computer ever sees',
  description:
    'Create a wallet on a hardware device and back up its recovery phrase, without any computer ever seeing a word.',
  noScript: 'Hostblind needs JavaScript: it talks to your device from this page, and to nothing else.',
  notLoaded: 'This page didn’t load completely. Reload it. Nothing on your device has changed.',
};
