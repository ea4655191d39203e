import { formatChoice } from '../../locale/format.ts';
import type { TerminalHelpMessages } from '../../types/terminal/help.ts';

export const terminalHelpInEnglish: TerminalHelpMessages = {
  title: 'hostblind: back up a wallet on a device. Its words appear on the device and never here.',
  usage: 'Usage:',
  usageLine: 'hostblind COMMAND [OPTIONS]',
  usageOf: (command) => `hostblind ${command} [OPTIONS]`,
  groups: {
    backup: 'Back up, check and restore',
    copies: 'Copies',
    signing: 'Sign',
    device: 'The device',
    looking: 'Look',
    makers: 'For makers',
  },
  options: 'Options',
  exitCodes: 'Exit codes',
  more: 'hostblind COMMAND --help says more about each command. Nothing secret is ever typed here: you enter words, PINs and codes on the device.',
  commands: {
    create: {
      summary: 'Make a new wallet and back it up',
      about: [
        'Makes a new wallet on an empty device and leads you through its backup: set a PIN, write the words down, confirm every word. All of that happens on the device. An unfinished backup is resumed.',
        "This computer checks the device's randomness meanwhile and remembers the wallet's ID.",
      ],
    },
    resume: {
      summary: 'Resume a backup that was interrupted',
      about: [
        'Picks up a backup that was started but not finished. The device asks whether to resume or discard it.',
      ],
    },
    check: {
      summary: 'Check your paper: enter its words on the device',
      about: [
        'You enter the words from your paper on the device. It says whether they match its wallet. Nothing on it changes.',
        "A check that fails is remembered until one matches: hostblind info and hostblind records show it, and so does every command with that wallet. Ends with 11 if the words don't match.",
      ],
    },
    restore: {
      summary: 'Restore a wallet from the words on your paper',
      about: [
        'You enter the words from your paper on an empty device, which makes the wallet from them. Then compare its wallet ID with the one on your form.',
      ],
    },
    reveal: {
      summary: 'Show the words again, on the device',
      about: [
        'The device shows the words on its own screen, after its PIN and a held button. Two questions about scams come first, with their answers.',
      ],
    },
    addresses: {
      summary: "Show the wallet's first addresses, on the device",
      about: [
        'After its PIN, the device shows its first Ethereum and Bitcoin address on its own screen. Compare them with what your other wallet shows. They never reach this computer.',
      ],
    },
    identify: {
      summary: 'See which addresses the words on a paper open',
      about: [
        'You enter the words on an empty device. It shows their first Ethereum and Bitcoin address on its own screen and keeps nothing. For an old paper that nobody dares to type anywhere.',
      ],
    },
    'backup-file': {
      summary: 'Save an encrypted copy of the wallet as a file',
      about: [
        'The device encrypts its wallet under a backup code of 12 code words, which it shows on its own screen for you to write down. This computer gets the file and never the code.',
        'The file is written whole or not at all, and only you can read it. A file that exists is replaced only with --force.',
      ],
    },
    'check-file': {
      summary: 'Check that a backup file is good',
      about: [
        'You enter the backup code on the device. It says whether the file holds its wallet. Nothing changes.',
      ],
    },
    'restore-file': {
      summary: 'Restore a wallet from a backup file',
      about: [
        "You enter the backup code on an empty device. Compare the wallet ID on the device with the file's first.",
      ],
    },
    'seed-qr': {
      summary: 'Show the words as squares, to be copied by hand',
      about: [
        'The device shows the phrase as a SeedQR on its own screen, block by block. You copy the squares by hand, for a device with a camera and no network. The squares are your words: never photograph them.',
      ],
    },
    'sign-message': {
      summary: "Sign a message, with this computer's number in the signature",
      about: [
        "Your device shows the whole message and signs it with an Ethereum key of its wallet once you hold its button. This computer puts a random number of its own into the signature and checks that it's there. So a dishonest device can't hide your words in it. A device that can't do that isn't asked to sign.",
        "TEXT is signed as it is. With - it's read from standard input, with its last line break. Never put words of your phrase into a message: a signed message is public.",
      ],
    },
    rename: {
      summary: 'Give the device another name',
      about: ['The device shows the name and asks you to agree.'],
    },
    language: {
      summary: 'Make the device speak another language',
      about: ['Its own screen asks you twice: in the language it speaks now, then in the new one.'],
    },
    'change-pin': {
      summary: "Change the device's PIN, on the device",
      about: ['You enter your PIN on the device, then the new one twice.'],
    },
    wipe: {
      summary: 'Delete the wallet from the device',
      about: [
        'Says what is lost, asks you, and then the device asks too: it deletes the wallet only after you hold its button. Check your paper first.',
      ],
    },
    list: { summary: 'List the devices it can reach', about: [] },
    info: {
      summary: 'Show what the device is, what it proves, what is known of it',
      about: [
        "Shows the device's kind and proof, and what this computer remembers of it: its wallet, the last check of its backup, and checks of its randomness that never finished. Nothing is asked of the device, and nothing is kept.",
      ],
    },
    status: { summary: 'Show what the device is doing', about: [] },
    records: {
      summary: 'Show what this computer remembers',
      about: [
        'Lists your devices, your wallets, the last check of each, those that failed or are due, and what you did. With --json it prints the list as the page saves it. It holds no words, no PIN and no keys.',
      ],
    },
    cancel: {
      summary: "Ask the device to stop what it's doing",
      about: [],
    },
    conform: {
      summary: 'Test whether a device follows the protocol',
      about: ['For makers of devices. Makes and deletes wallets: use an empty device.'],
    },
  },
  argument: { file: 'FILE', name: 'NAME', language: 'LANGUAGE', message: 'TEXT' },
  values: {
    words: 'COUNT',
    candidates: 'RANGE',
    account: 'NUMBER',
    link: 'LINK',
    port: 'PORT',
    path: 'PATH',
    records: 'FILE',
    roots: 'FILE',
    only: 'PART',
    press: 'COMMAND',
    report: 'FILE',
  },
  flags: ({ words, candidates, only }) => ({
    words: `how many words: ${formatChoice(words.map(String))} (default 24)`,
    candidates: `open 1 to this many candidates in the check of the randomness: ${formatChoice(candidates.map(String))} (default 8)`,
    dice: 'roll dice on the device',
    force: 'replace the file if it exists',
    yes: "confirm now, where you can't be asked",
    'forget-wallet': 'you know why the device has another wallet, or none: forget the old one',
    account: 'the account whose key signs; 0 is the first (default 0)',
    link: "usb (default), process or tcp: a simulator's wire port or APDU port",
    port: "the simulator's port (default 9997 for process, 9999 for tcp)",
    path: 'the USB device to use, as shown by list (default: the first)',
    records: 'the file for what this computer remembers (default $XDG_STATE_HOME/hostblind/records.json)',
    'no-records': 'remember nothing',
    roots: "a file of makers' roots to trust too (docs/makers.md)",
    only: `this part alone: ${only.join(', ')}; can be repeated`,
    press: 'a command that acts on the device in your place (docs/conformance.md)',
    report: 'write the report there: as JSON if it ends in .json, as text if not',
    long: 'also run what takes minutes of waiting',
    json: 'one line of JSON for each event',
    version: 'print the version',
    help: 'print this',
  }),
  names: (names) => `Its name is one of these: ${names.join(', ')}.`,
  languages: (languages) => `The languages: ${languages.join(', ')}.`,
};
