import { mayHoldMoney, type AlarmReason } from '../../session/trust/alarm.ts';
import { cheatChance } from '../../session/trust/cheat-chance.ts';
import { plural } from '../locale/format.ts';
import type { TerminalMessages } from '../types/terminal.ts';
import { proofInEnglish } from './proof.ts';

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

const outputFaults: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file is too large',
};

export const terminalInEnglish: TerminalMessages = {
  exits: {
    done: 'Done.',
    fault: 'A fault in this program.',
    usage: "The command line wasn't understood.",
    noDevice: "No device found, or the simulator isn't running.",
    notAllowed: "The device is there but can't be opened: no permission, no USB libraries, or in use.",
    notFinished: 'It ended on the device without a backup: declined, stopped, cancelled, discarded or wiped.',
    notNow: "The device can't do that now: it has a wallet, is locked or busy, or there's nothing to cancel.",
    link: 'The device was disconnected or gave no proper answer.',
    doNotUse:
      "The device couldn't prove what it is, failed the entropy check, changed since this computer met it, or found a fault. Don't use it.",
    outputLost: "The output couldn't be written, such as to a full disk. The device was asked to stop.",
    interrupted: 'Ctrl-C, or nothing reads the output any more. The device was asked to stop.',
  },
  notes: {
    simulator: 'This is a simulator. Never send real money to its wallet.',
    'unknown-maker': "This program doesn't know who made this device.",
    'not-checked': "This device's firmware can't show how it draws its randomness.",
    lost: "Your device isn't connected. Nothing's lost: plug it back in to continue.",
    back: 'Your device is back.',
    'other-device': 'This is a different device. Plug in the first one.',
    'not-kept':
      "What this computer knows of your devices can't be read or kept, so a device that changed won't be noticed.",
  },
  proven(proof) {
    const { opened } = proof;
    const { times, of } = cheatChance(proof);
    const before = proof.unfinishedBefore.length;
    if (proofInEnglish.provesNothing(proof)) {
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
  backedUp: 'Backed up. You confirmed every word on the device.',
  endings: {
    none: 'It ended before there was a wallet. Nothing was created: start again.',
    declined: 'Declined on the device. Nothing has changed.',
    cancelled: 'Cancelled. If a wallet was started, its backup still needs finishing on the device.',
    stopped: 'Stopped on the device. If a wallet was started, its backup still needs finishing there.',
    discarded:
      "The unfinished wallet was deleted. Destroy any paper with its words so it can't mislead anyone.",
    wiped: 'Your device deleted its wallet after three wrong PINs.',
    fault: "Your device found a fault in itself. Don't use it.",
    match: 'The words match.',
    'no-match': "The words don't match.",
    'wrong-code': 'Wrong backup code.',
    'other-wallet': 'This file belongs to another wallet.',
  },
  alarm(reason) {
    const detail = ofTrust[reason] ?? `it failed the entropy check: ${reason}`;
    const known = reason === 'other-wallet';
    return mayHoldMoney(reason) && !known ? `${detail}; don't send money to its wallet` : detail;
  },
  doNotUse: (why) => `Don't use this device: ${why}.`,
  changed({ before, now }) {
    const found =
      typeof now === 'object'
        ? `wallet ${now.walletId}`
        : { empty: 'no wallet', other: "a wallet that isn't backed up" }[now === 'empty' ? 'empty' : 'other'];
    return [
      'The wallet on this device has changed. Nothing was asked of it.',
      `this computer knows   wallet ${before}`,
      `on the device now     ${found}`,
      "If you reset it yourself, use --forget-wallet. If not, don't use it.",
    ];
  },
  simulated: 'simulated: not for real money',
  attested: {
    simulator: 'simulator, as its certificate states',
    genuine: 'genuine',
    'unknown-issuer': "has a key, but this program doesn't know its issuer",
    failed: 'FAILED',
  },
  links: { process: 'Simulator in its own window', tcp: 'Simulator over TCP' },
  help: (
    words,
    ranges,
    exits,
  ) => `hostblind: back up a wallet on a device. Its words appear on the device and never here.

  hostblind list                 list the devices it can reach
  hostblind info                 show what the device is and whether it can prove it
  hostblind create               create a wallet and back it up on the device, or resume an unfinished backup
  hostblind status               show what the device is doing
  hostblind cancel               ask the device to stop what it's doing

  --words COUNT        ${words.join(', ')} (default 24), for create
  --candidates RANGE   ${ranges.join(', ')} (default 8): opens 1 to this many candidates, for create
  --dice               roll dice on the device, for create
  --link LINK          usb (default), process or tcp: a simulator's wire port or APDU port
  --port PORT          the simulator's port (default 9997 for process, 9999 for tcp)
  --path PATH          the USB device to use, as shown by list (default: the first)
  --forget-wallet      you reset the device: forget its old wallet, for create
  --records FILE       what this computer knows of devices (default $XDG_STATE_HOME/hostblind/records.json)
  --no-records         remember nothing about a device
  --json               one line of JSON for each event
  --version, --help

Exit codes
${exits.join('\n')}
`,
  usage: {
    choose: (what, given, choices) => `${what} ${given}: choose ${choices.join(', ')}.`,
    port: (given) => `--port ${given}: a port is a number from 1 to 65535.`,
    commandNeeded: (commands) => `a command is needed: ${commands.join(', ')}.`,
    oneCommand: (more) => `one command at a time: ${more.join(' ')} is too much.`,
    notWith: (flag, other) => `${flag}: don't use it with ${other}.`,
    fileNeeded: (flag) => `${flag}: name a file.`,
    onlyWith: (flag, others) => `${flag}: use it with ${others.join(' or ')}.`,
  },
  cancelled: 'The device stopped, as you asked.',
  noDevice: 'No device found.',
  stopping: 'Asking the device to stop. Press Ctrl-C again to leave at once.',
  seeHelp: 'See hostblind --help.',
  unknownFault: 'unknown fault',
  udevRule: (file, rules) => `On Linux, put these lines into ${file} as root:\n\n${rules.join('\n')}`,
  startSimulator: 'For the simulator: start firmware-sim, then use --link process.',
  outputLost: (code) =>
    `the output can't be written: ${outputFaults[code] ?? code}. What's missing from it wasn't said anywhere else.`,
  otherService: (where, mayBeOff) =>
    mayBeOff
      ? `What answers at ${where} isn't a simulator, or its device is switched off.`
      : `What answers at ${where} isn't a simulator.`,
  portPrinted: (name) => `Start firmware-sim, and name the port it prints for ${name} with --port.`,
};
