import type { AttestationFailure } from '../../../devices/hostblind/attestation/attestation-outcome.ts';
import { mayHoldMoney, type AlarmReason } from '../../../session/trust/alarm.ts';
import { cheatChance, provesNothing } from '../../../session/trust/cheat-chance.ts';
import { formatChoice, plural } from '../../locale/format.ts';
import type { TerminalMessages } from '../../types/terminal/terminal.ts';
import { proofInEnglish } from '../proof.ts';

const ofTrust: Readonly<Partial<Record<AlarmReason, string>>> = {
  attestation: "it couldn't prove what it is",
  'attestation-lost': 'it proved what it is before, and no longer does',
  'check-lost': 'its randomness could be checked before, and no longer can',
  'key-changed': 'it claims to be a device this computer knows, but its key is different',
  'wallet-unsigned': "it gave a wallet ID and didn't sign it",
  'simulator-mark-lost': 'it was a simulator before, and now claims to be a real device',
  'other-wallet':
    'it holds a different wallet from the one this computer knows; if you reset it yourself, use --forget-wallet',
};

const failures: Readonly<Record<AttestationFailure, string>> = {
  malformed: 'its certificate or its answer is malformed',
  'challenge-signature': "it doesn't have the key of its certificate",
  'issuer-signature': "its certificate isn't signed by the issuer it names",
  'simulator-mark-missing': "its certificate is a simulator's, and it claims to be none",
  'other-maker': 'its certificate names another maker than its issuer',
  revoked: 'its maker has revoked it',
  'not-this-device': 'its certificate belongs to another device',
};

const outputFaults: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file is too large',
};

const wrongRoots = {
  'no-json': "it isn't JSON",
  empty: 'it names no root',
  'no-such-field': 'this field is missing, unknown, or has the wrong value',
  maker: "a maker's name has 1 to 20 plain characters and starts with a letter or a digit",
  key: 'a public key is 04 and 128 more hexadecimal digits',
  'no-point': "this isn't a public key on the curve P-256",
  reserved: 'this name is taken by this project',
  twice: 'this key is known already',
} as const;

export const terminalInEnglish: TerminalMessages = {
  exits: {
    done: 'Done.',
    fault: 'A fault in this program.',
    usage: "The command line wasn't understood.",
    noDevice: "No device found, or the simulator isn't running.",
    notAllowed: "The device is there but can't be opened: no permission, no USB libraries, or in use.",
    notFinished:
      'It ended before it was done: declined, stopped, cancelled, discarded, wiped or switched off.',
    notNow:
      "The device can't do that now: it has a wallet or has none, is locked or busy, can't protect a signature, or there's nothing to cancel.",
    link: 'The device was disconnected or gave no valid answer.',
    doNotUse:
      "The device couldn't prove what it is, failed the entropy check, changed since this computer met it, signed in a way that could betray its keys, or found a fault. Don't use it.",
    outputLost: "The output couldn't be written, such as to a full disk. The device was asked to stop.",
    notConforming: 'The device breaks a rule of the protocol; the report names it.',
    notMatching: "It doesn't match: the words, the backup code or the file don't fit the wallet.",
    badFile: "The file can't be used: it exists already, is no backup file, or couldn't be read or written.",
    interrupted:
      'Ctrl-C, or nothing reads the output any more. The device was asked to stop what this program had begun, except by conform.',
  },
  notes: {
    simulator: 'This is a simulator. Never send real money to its wallet.',
    'simulator-link':
      "This connection is made for simulators. Unless you know what's at the other end, never send real money to its wallet.",
    'unknown-maker':
      "This program doesn't know who made this device. Unless you do, press Ctrl-C and don't use it.",
    'self-built':
      'This device is self-built: no maker vouches for it. This computer remembers its key from now on. Unless you know who built it, press Ctrl-C.',
    'cannot-prove': "This device can't prove what it is. Unless you know where it comes from, press Ctrl-C.",
    'not-checked': "This device's firmware can't show how it draws its randomness.",
    back: 'Your device is back.',
    'other-device': 'This is a different device. Plug in the first one.',
    'not-kept':
      "What this computer knows of your devices can't be read or kept, so a device that changed won't be noticed.",
    locked: "Your device is locked. Enter its PIN on the device and we'll continue from there.",
    busy: "Your device is busy with something that wasn't started here. We'll continue once that's done.",
    asked:
      "A program asks something on your device. Read it there and answer it there. We'll continue after that.",
  },
  labels: {
    device: 'device',
    kind: 'kind',
    firmware: 'firmware',
    deviceId: 'device ID',
    can: 'can',
    proof: 'proof',
    name: 'name',
    walletId: 'wallet ID',
    wallet: 'wallet',
    tries: 'PIN tries',
    backup: 'backup',
    backedUp: 'backed up',
    checked: 'last check',
    checks: 'randomness',
    known: 'known',
    lastSeen: 'last seen',
    file: 'file',
    address: 'address',
    signature: 'signature',
  },
  walletState: (state, locked) => (locked ? `${state}, locked` : state),
  proven(proof) {
    const { opened } = proof;
    const { times, of } = cheatChance(proof);
    const before = proof.unfinishedBefore.length;
    if (provesNothing(proof)) {
      return [
        `This check isn't reliable: ${before} earlier checks with this device never finished.`,
        "If you didn't stop them, don't fund this wallet.",
      ];
    }
    return [
      plural(opened, {
        one: 'Randomness checked: one candidate opened, nothing wrong.',
        other: `Randomness checked: ${opened} candidates opened, nothing wrong.`,
      }),
      ...(before === 0
        ? []
        : [
            plural(before, {
              one: 'One earlier check with this device never finished.',
              other: `${before} earlier checks with this device never finished.`,
            }),
          ]),
      `A dishonest device had at most a ${times}-in-${of} chance of passing.`,
    ];
  },
  unfinished(reason, count) {
    const { title, body } = proofInEnglish.unprovenText(reason, count);
    return [`${title}.`, ...body].join(' ');
  },
  alarm(reason) {
    const detail = ofTrust[reason] ?? `it failed the entropy check: ${reason}`;
    const known = reason === 'other-wallet';
    return mayHoldMoney(reason) && !known ? `${detail}; don't send money to its wallet` : detail;
  },
  doNotUse: (why) => `Don't use this device: ${why}.`,
  changed: [
    'Nothing was asked of the device.',
    "If you know why, run the same command again with --forget-wallet. If you don't, don't use the device.",
  ],
  kinds: {
    maker: "a maker's device",
    simulator: 'simulator: not for real money',
    'self-built': 'self-built',
  },
  make: ({ maker, product }, vouched) =>
    vouched ? `${maker} ${product}` : `"${product}" by "${maker}", so it says`,
  claims: ({ maker, product }) => `It calls itself "${product}" by "${maker}".`,
  attested(proof) {
    switch (proof?.kind) {
      case undefined:
        return "none: it can't prove what it is";
      case 'simulator':
        return 'simulator, as its certificate states';
      case 'genuine':
        return proof.added ? 'genuine, by a root that you added' : 'genuine';
      case 'self-built':
        return 'signed by its own key alone: no maker vouches for it';
      case 'unknown-issuer':
        return "has a certificate, but this program doesn't know its issuer";
      case 'failed':
        return `FAILED: ${failures[proof.reason]}. Don't use this device.`;
    }
  },
  links: {
    process: (kind) => (kind === 'simulator' ? 'Simulator in its own window' : 'Device on the wire port'),
    tcp: (kind) => (kind === 'simulator' ? 'Simulator over TCP' : 'Device over TCP'),
  },
  usage: {
    choose: (what, given, choices) => `${what} ${given}: choose ${choices.join(', ')}.`,
    port: (given) => `--port ${given}: a port is a number from 1 to 65535.`,
    account: (given, highest) => `--account ${given}: an account is a number from 0 to ${highest}.`,
    message: (longest) => `sign-message: a message has 1 to ${longest} bytes of UTF-8 text.`,
    looksLikePhrase:
      "that looks like a recovery phrase. Nothing was sent. Never type your words on a computer; if there's money behind these, move it to a new wallet.",
    commandNeeded: (commands) => `a command is needed: ${commands.join(', ')}.`,
    oneCommand: (more) => `one command at a time: ${more.join(' ')} is too much.`,
    notWith: (flag, other) => `${flag}: don't use it with ${other}.`,
    fileNeeded: (flag) => `${flag}: name a file.`,
    programNeeded: (flag) => `${flag}: name a command.`,
    onlyWith: (flag, others) => `${flag}: use it with ${formatChoice(others)}.`,
    notFor: (flag, command) => `${flag}: ${command} doesn't take it. See hostblind ${command} --help.`,
    argumentNeeded: (command, what) => `${command}: name ${what}, as in hostblind ${command} ${what}.`,
    sayYes: (command) =>
      `${command}: add --yes to confirm. This program can only ask you in a terminal, and without --json.`,
  },
  roots: {
    problem(file, problem) {
      const where = 'where' in problem && problem.where !== '' ? `${problem.where}: ` : '';
      return `roots file ${file}: ${where}${wrongRoots[problem.kind]}.`;
    },
    unreadable: (file, code) => `roots file ${file}: it can't be read (${code}).`,
  },
  signing: {
    steps: {
      opening: 'Opening the Ethereum app on your device.',
      consent: 'If your device asks whether a program may see its addresses, read that and answer there.',
      reading:
        "Read the whole message on your device. If it's what you want to sign, hold its right button at the end.",
      finishing: 'Checking the signature.',
    },
    checked:
      "Checked: this computer's random number is in the signature, so your device can't have hidden anything in it.",
    unreadable: (code) => `the message can't be read from standard input (${code}).`,
  },
  cancelled: 'The device stopped, as you asked.',
  nothingToCancel: "There's nothing to cancel on the device right now.",
  noDevice: 'No device found.',
  stopped: 'Stopped here. Press Ctrl-C again to leave at once.',
  seeHelp: 'See hostblind --help.',
  unknownFault: 'unknown fault',
  udevRule: (file) => `On Linux, put these lines into ${file} as root:`,
  startSimulator: 'For the simulator: start firmware-sim, then use --link process.',
  outputLost: (code) =>
    `the output can't be written: ${outputFaults[code] ?? code}. What's missing from it wasn't said anywhere else.`,
  otherService: (where, mayBeOff) =>
    mayBeOff
      ? `What answers at ${where} isn't a simulator, or its device is switched off.`
      : `What answers at ${where} isn't a simulator.`,
  portPrinted: (name) => `Start firmware-sim, and name the port it prints for ${name} with --port.`,
  keys: 'Press y or n, then Enter. Never type a word or your PIN on a computer.',
  unfinishedChecks: (count) =>
    plural(count, {
      one: 'one check never finished',
      other: `${count} checks in a row never finished`,
    }),
  acquainted: {
    known: (since) => `since ${since}, by the same key`,
    new: 'not yet: nothing is remembered of this device',
    unproven: "no: it can't prove which device it is, so nothing is remembered of it",
  },
  records: {
    place: (file) =>
      file === undefined
        ? 'Nothing is kept: --no-records.'
        : `Kept in ${file}, for you alone to read: dates, wallet IDs, your devices' IDs, names and public keys. No words, no PIN.`,
    allChecked: 'Every backup this computer knows of was checked in the last year.',
    ceremony: (what, ended) => `${what}: ${ended}`,
    cancelled: 'Cancelled on a computer',
    none: 'This computer remembers nothing yet.',
    more: (count) =>
      plural(count, {
        one: 'One older entry: --json lists it.',
        other: `${count} older entries: --json lists them.`,
      }),
  },
};
