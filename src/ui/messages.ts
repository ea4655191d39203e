/**
 * The app's own English texts, whole sentences, in one typed catalogue: a translation is a second object of this
 * type. What device and app say alike comes from `src/protocol/sentences.ts`.
 */
import type { Ending, Proof, WaitReason } from '../ceremony/state.ts';
import type { Step } from '../ceremony/step-names.ts';
import type { WalletState, WordCount } from '../protocol/public-state.ts';
import type { LinkKind } from '../transport/transport.ts';

export interface NoticeText {
  readonly title: string;
  readonly body: readonly string[];
}

export interface Messages {
  readonly wordmark: string;
  readonly simulatorBadge: string;
  readonly simulatorFrameTitle: string;
  readonly footer: string;
  readonly progressLabel: string;
  readonly steps: Record<Step, string>;
  readonly stepOf: (index: number, total: number, name: string) => string;
  readonly stepDone: string;
  readonly connection: { connected: string; connecting: string; lost: string; none: string };
  readonly welcome: {
    title: string;
    lead: string;
    points: readonly { title: string; body: string }[];
    useSimulator: string;
    useDevice: string;
    simulatorHint: string;
  };
  /** The backup of the wallet on the connected device, and of those on the devices that this browser remembers. */
  readonly backup: {
    readonly label: string;
    readonly states: Record<WalletState, string>;
    readonly remembered: (devices: number, unfinished: number, unchecked: number) => string;
    readonly records: string;
  };
  /** While the code of a page is on its way. */
  readonly loading: NoticeText;
  readonly privacy: NoticeText & { next: string };
  readonly terms: NoticeText & { next: string };
  readonly back: string;
  readonly choose: {
    title: string;
    lead: string;
    links: Record<LinkKind, { title: string; body: string }>;
    noWebHid: string;
  };
  readonly problem: {
    noWebHid: NoticeText;
    permissionDenied: NoticeText;
    udevTitle: (file: string) => string;
    notFound: NoticeText;
    notFoundProcess: string;
  };
  readonly opening: Record<LinkKind, NoticeText> & { identify: NoticeText };
  readonly waiting: Record<WaitReason, NoticeText>;
  readonly refused: { title: string; retry: string };
  /** Said as long as the particulars are not there (`messages-proof.ts`). */
  readonly alarm: NoticeText & { forget: string };
  readonly unverified: NoticeText & { accept: string };
  readonly lost: {
    readonly device: NoticeText & { readonly long: string };
    readonly simulator: NoticeText & { readonly long: string };
    readonly reconnecting: string;
    readonly retry: string;
  };
  readonly swapped: string;
  /** The way to the page of blank forms; its own texts come with it. */
  readonly forms: { open: string; hint: string; loading: string };
  /** A known device has another wallet than before, or none. The reasons: `messages-wallet.ts`. */
  readonly wallet: Record<
    'changed' | 'gone' | 'before' | 'now' | 'none' | 'unfinished' | 'accept' | 'stop',
    string
  >;
  readonly chooseAnother: string;
  readonly cancel: string;
  readonly cancelling: string;
  readonly length: {
    title: string;
    lead: string;
    legend: string;
    option: (wordCount: WordCount) => string;
    hint: Partial<Record<WordCount, string>>;
    others: string;
    create: string;
    needs: string;
  };
  readonly checking: NoticeText;
  readonly lookAtDevice: string;
  readonly attached: string;
  readonly after: Record<Ending, string>;
  readonly buttons: { title: string; left: string; right: string; both: string; unused: string };
  readonly drawing: string;
  readonly panel: {
    title: string;
    before: string;
    firmware: (version: string) => string;
    proof: Record<Proof, string>;
  };
  readonly wordProgress: (position: number, total: number) => string;
  readonly triesLeft: (count: number) => string;
  /** The counterpart of a forgotten password. */
  readonly forgottenPin: NoticeText;
  readonly resting: { locked: NoticeText; unfinished: NoticeText };
  readonly again: string;
  readonly goOn: string;
  readonly readingWallet: NoticeText;
  readonly backedUp: {
    title: string;
    lead: string;
    known: string;
    walletId: string;
    date: string;
    device: string;
    words: string;
    wordCount: (count: number) => string;
    unknownDate: string;
    simulator: (model: string) => string;
    simulatorOnly: string;
    keepTitle: string;
    keep: readonly string[];
    finish: string;
  };
}

export const messages: Messages = {
  wordmark: 'Hostblind',
  simulatorBadge: 'Simulator · not for real money',
  simulatorFrameTitle: 'Simulated device',
  footer: 'This page works offline. It has no analytics and talks to nothing but your device.',
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
    lead: 'Create a wallet on a hardware device, write its words down by hand and confirm every one of them there. This page guides you, and is blind to the words.',
    points: [
      {
        title: 'The words stay on the device',
        body: 'Hold its button to reveal them. They appear on its own screen, one at a time.',
      },
      {
        title: 'Every word is confirmed',
        body: 'The device asks for each word before the wallet can be used.',
      },
      {
        title: 'The computer learns only how far you are',
        body: 'No command of the device accepts or returns a word.',
      },
    ],
    useSimulator: 'Use the simulator',
    useDevice: 'Use my device',
    simulatorHint: 'The simulator shows you everything, without a device and without risk.',
  },
  backup: {
    label: 'Wallet',
    states: { empty: 'No wallet', 'unfinished-backup': 'Not backed up', 'backed-up': 'Backed up' },
    remembered: (devices, unfinished, unchecked) => {
      const which = devices === 1 ? '1 device' : `${devices} devices`;
      if (unfinished > 0)
        return devices === 1 ? `${which}: not backed up` : `${which}: ${unfinished} not backed up`;
      if (unchecked > 0) return devices === 1 ? `${which}: check due` : `${which}: ${unchecked} to check`;
      return `${which}: all well`;
    },
    records: 'Records',
  },
  loading: { title: 'One moment', body: ['This part of the page is loaded.'] },
  privacy: {
    title: 'Nothing leaves this computer',
    body: [
      'There are no analytics, no accounts and no servers. This page talks to your device and to nothing else.',
      'This browser keeps a list of your devices, with the key and the id of their wallet, and of what you did with them and when, to notice when one is exchanged. No word is in it, and you can erase it at any time under “Records”.',
    ],
    next: 'Continue',
  },
  terms: {
    title: 'Nobody can recover the words for you',
    body: [
      'Whoever has the words has the money. If you lose them and the device, nobody can bring them back: not the maker of the device, and not this app.',
      'Nobody will ever need them from you either. Never type them on a computer or a phone, and never photograph them.',
    ],
    next: 'I understand',
  },
  back: 'Back',
  choose: {
    title: 'Choose your device',
    lead: 'All of them work the same way.',
    links: {
      webhid: {
        title: 'USB device',
        body: 'Plug it in, switch it on, then choose it in the list that the browser shows. A stock Ledger works too.',
      },
      webusb: {
        title: 'USB device',
        body: 'Plug it in, switch it on, then choose it in the list that the browser shows. A stock Ledger works too.',
      },
      'simulator-frame': {
        title: 'Simulator on this page',
        body: 'Try everything here. It forgets its wallet when you leave.',
      },
      'simulator-process': {
        title: 'Simulator in its own window',
        body: 'For the firmware-sim program, started on this computer.',
      },
    },
    noWebHid:
      'This browser cannot reach USB devices. Open this page in Chrome, Edge or another Chromium browser on a computer, or use the simulator.',
  },
  problem: {
    noWebHid: {
      title: 'This browser cannot reach USB devices',
      body: [
        'Open this page in Chrome, Edge or another Chromium browser on a computer, or use the simulator.',
      ],
    },
    permissionDenied: {
      title: 'The device could not be opened',
      body: [
        'The browser or the system did not allow it. Allow the device in the site settings of the browser, then choose it again.',
        'On Linux, the system needs a rule once. Put these lines into the file below as root, then plug the device in again.',
      ],
    },
    udevTitle: (file) => `File ${file}`,
    notFound: {
      title: 'No device answers',
      body: ['Plug the device in and switch it on, then choose it again.'],
    },
    notFoundProcess: 'To use the simulator in its own window, start it first with npm run firmware-sim.',
  },
  opening: {
    webhid: {
      title: 'Choose it in the browser’s list',
      body: ['If the device is locked, enter its PIN on the device.'],
    },
    webusb: {
      title: 'Choose it in the browser’s list',
      body: ['If the device is locked, enter its PIN on the device.'],
    },
    'simulator-frame': { title: 'Starting the simulator', body: ['It starts on this page.'] },
    'simulator-process': { title: 'Connecting to the simulator', body: ['It runs in its own window.'] },
    identify: {
      title: 'Checking the device',
      body: ['The device proves with its own key what it is.'],
    },
  },
  waiting: {
    'in-use': {
      title: 'The device is in use elsewhere',
      body: [
        'Another tab or another program holds it. Close that one, and this page goes on by itself.',
        'Nothing on the device is affected.',
      ],
    },
    locked: {
      title: 'The device is locked',
      body: ['Enter your PIN on the device. This page goes on by itself.'],
    },
    busy: {
      title: 'The device is busy',
      body: ['Finish or stop what the device shows. This page goes on by itself.'],
    },
  },
  refused: { title: 'This did not work', retry: 'Try again' },
  alarm: {
    title: 'Do not use this device',
    body: [
      'It failed a check that every honest device passes.',
      'Enter no words on it and send no money to its wallet.',
    ],
    forget: 'I set it up anew myself: forget the old wallet',
  },
  unverified: {
    title: 'Unknown maker',
    body: [
      'The device proved that it has a key of its own, but this app does not know who issued the key. A device that you built yourself looks like this, and so does a counterfeit.',
    ],
    accept: 'I built or know this device: go on',
  },
  lost: {
    device: {
      title: 'The device is not connected',
      body: [
        'Nothing is lost: the device knows where you were.',
        'Plug it in again and unlock it. This page goes on by itself.',
      ],
      long: 'Still no contact. Try another cable or another port. There is no hurry, and words on the screen of the device stay there for you.',
    },
    simulator: {
      title: 'The simulator has ended',
      body: [
        'Start it again, with the same --storage file, and it knows where you were. Without such a file it begins as a new device.',
        'This page goes on by itself.',
      ],
      long: 'Still no contact. Start the simulator with: npm run firmware-sim -- --storage device.bin',
    },
    reconnecting: 'Reconnecting…',
    retry: 'Choose the device again',
  },
  wallet: {
    changed: 'This device has another wallet than before',
    gone: 'The wallet that was on this device is gone',
    before: 'Wallet before',
    now: 'Wallet now',
    none: 'None: the device is empty',
    unfinished: 'A new one, not backed up yet',
    accept: 'I know why: go on',
    stop: 'Stop',
  },
  swapped: 'This is another device than before. What you see is its own state.',
  forms: {
    open: 'Print a blank form',
    hint: 'If you have a printer, print an empty form first. Your device warns against printers for a good reason: no word may ever reach one. An empty sheet tells it nothing.',
    loading:
      'The page of blank forms is on its way. If it does not come, reload this page while you are connected.',
  },
  chooseAnother: 'Choose another device',
  cancel: 'Cancel',
  cancelling: 'The device was asked to stop…',
  length: {
    title: 'How many words?',
    lead: 'Both are safe. More words take longer to write down and to confirm.',
    legend: 'Length of the recovery phrase',
    option: (wordCount) => `${wordCount} words`,
    hint: { 12: 'About 5 minutes', 24: 'About 10 minutes' },
    others: 'Other lengths',
    create: 'Create on the device',
    needs: 'Have pen and paper ready, and be alone in the room.',
  },
  checking: { title: 'One moment', body: ['The device tells where it stands.'] },
  lookAtDevice: 'Look at your device',
  attached: 'Your device was already in the middle of this. You can go on from here.',
  after: {
    declined: 'You said no on the device.',
    cancelled: 'That was cancelled. The wallet on the device is still unfinished.',
    stopped: 'You stopped on the device. The wallet is still unfinished.',
    discarded: 'The unfinished wallet was deleted.',
    wiped: 'The device deleted its wallet after three wrong PINs.',
    fault: 'The device found a fault in itself.',
    match: 'Your words match the wallet on the device.',
    'no-match': 'Your words do not match the wallet on the device.',
    'wrong-code': 'The backup code was wrong.',
    'other-wallet': 'The backup file is of another wallet.',
  },
  buttons: {
    title: 'What the buttons do now',
    left: 'Left',
    right: 'Right',
    both: 'Both',
    unused: 'not used',
  },
  drawing: 'A device with a screen between two buttons.',
  panel: {
    title: 'Your device',
    before: 'The words appear on the device, and nowhere else.',
    firmware: (version) => `Firmware ${version}`,
    proof: {
      simulator: 'Simulator',
      genuine: 'Genuine device',
      'unknown-issuer': 'Unknown maker',
    },
  },
  wordProgress: (position, total) => `Word ${position} of ${total}`,
  forgottenPin: {
    title: 'Forgotten the PIN?',
    body: [
      'Nobody can look it up or set it back, and that protects you. After three wrong PINs the device deletes its wallet.',
      'With your words on paper nothing is lost: restore the wallet on the empty device, and choose a new PIN there. Without them, keep trying to remember before the third try.',
    ],
  },
  triesLeft: (count) =>
    count === 1
      ? 'One try is left. After it, the device deletes its wallet.'
      : `${count} tries are left before the device deletes its wallet.`,
  resting: {
    locked: {
      title: 'The device is locked',
      body: ['Enter your PIN on the device. This page goes on by itself.'],
    },
    unfinished: {
      title: 'The backup is unfinished',
      body: [
        'The device asks whether to resume or to discard it. Decide there; this page goes on by itself.',
      ],
    },
  },
  again: 'Start again',
  goOn: 'Continue',
  readingWallet: { title: 'Almost done', body: ['The device tells its wallet id.'] },
  backedUp: {
    title: 'Backed up',
    lead: 'You confirmed every word on the device. This computer has seen none of them.',
    known: 'This wallet is backed up: every word was confirmed on the device.',
    walletId: 'Wallet id',
    date: 'Backed up on',
    device: 'Device',
    words: 'Recovery phrase',
    wordCount: (count) => (count === 1 ? 'One word' : `${count} words, on your paper only`),
    unknownDate: 'Before this browser knew the wallet',
    simulator: (model) => `${model}, simulated`,
    simulatorOnly: 'This wallet lives in a simulator. Never send real money to it.',
    keepTitle: 'From here on',
    keep: [
      'Keep the paper dry, out of sight, and away from the device.',
      'Anyone who asks for the words, whoever it is, wants to steal from you.',
    ],
    finish: 'Done',
  },
};
