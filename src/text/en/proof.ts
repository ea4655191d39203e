import { todoAfter, type AlarmReason } from '../../session/trust/alarm.ts';
import { cheatChance, provesNothing } from '../../session/trust/cheat-chance.ts';
import { isVouchedFor, strangerOf } from '../../session/trust/stranger.ts';
import type { DeviceFacts, UnprovenReason } from '../../session/state.ts';
import { plural } from '../locale/format.ts';
import type { NoticeText } from '../types/app.ts';
import type { Found, ProofTexts, StrangerText } from '../types/proof.ts';

const candidates = (count: number): string =>
  plural(count, { one: 'one candidate', other: `${count} candidates` });

/** What the device did, in one sentence each. */
const happened: Readonly<Record<AlarmReason, string>> = {
  attestation:
    'It couldn’t prove what it is: its certificate or signature is false. It may be counterfeit, or someone may be sitting between it and this computer.',
  malformed: 'In the randomness check it gave an answer no honest device gives.',
  'wrong-number': 'It misnumbered the candidates in the randomness check.',
  reused: 'It used the same values twice in the randomness check. Real randomness never does.',
  'bad-part': 'What it calls random is always the same.',
  'bad-commitment':
    'It committed to its random part before seeing this computer’s, then showed a different one. That would let it choose your words.',
  'wrong-wallet-id':
    'The wallet it showed doesn’t come from the device’s and this computer’s randomness together. Someone may already know its words.',
  refused: 'It agreed to the randomness check, then refused to continue.',
  skipped: 'It skipped the randomness check you’d agreed to.',
  'check-lost':
    'Its randomness could be checked before, and now it says it can’t. A tampered device may be avoiding the check.',
  'attestation-lost':
    'It proved what it is before, and now it says it can’t. Another device may have taken its place.',
  'key-changed':
    'It claims to be a device this browser knows, but its key is different. It was swapped or tampered with.',
  'wallet-unsigned':
    'It gave a wallet ID, then didn’t sign it. Another device may be answering in its place.',
  'number-ignored':
    'It signed without this computer’s random number, although it had agreed to use it. A signature like that can carry your keys out, bit by bit. This page threw it away.',
  'other-key':
    'It signed with another key than the address’s it had given. This page threw the signature away.',
  'simulator-mark-lost':
    'It was a simulator when this browser first saw it, and now it claims to be a real device.',
  'other-wallet-after-backup':
    'The wallet you backed up isn’t the one that was checked: it was swapped. Someone may know its words.',
  'other-wallet': 'It came back with a different wallet from the one this browser knows.',
};

const todo = {
  empty:
    'Nothing’s on it yet. Don’t create a wallet or enter words on it. If you bought it, tell the seller and the maker.',
  wallet:
    'Don’t send money to its wallet. If there’s money in it, move it to a wallet made on another device. Don’t enter any words on this one.',
  signing:
    'Sign nothing more with it, not even to move money. Restore your words on another device, and move the money from there to a new wallet.',
  other:
    'If you wiped it and set it up again elsewhere, that’s fine: this browser can forget the old wallet. If you didn’t, don’t use it, and move your money to a wallet made on another device.',
} as const;

function alarmText(reason: AlarmReason): NoticeText {
  const next = todo[todoAfter(reason)];
  return {
    title: reason === 'other-wallet' ? 'This device now holds a different wallet' : 'Do not use this device',
    body: [happened[reason], next],
  };
}

const ifNotYou =
  'If you didn’t do this and it happens again, don’t use this device: it may be avoiding the check.';

const unproven: Readonly<Partial<Record<UnprovenReason, readonly string[]>>> = {
  stopped: ['You stopped on the device during the randomness check.', ifNotYou],
  cancelled: ['The device was asked to stop during the randomness check.'],
  disconnected: ['The device was disconnected during the randomness check.', ifNotYou],
  timeout: ['The device didn’t answer in time during the randomness check.', ifNotYou],
  'not-computed': ['This page couldn’t compute the check. Reload the page, then start again.'],
};

/** One alone says nothing about a device; several in a row are what a device does that cheats and knows when to stop. */
const inARow = (count: number): string =>
  `${count} checks in a row with this device never finished. An honest device finishes unless someone stops it. If it wasn’t you, don’t use this device: it may be quitting whenever it would be caught. The more unfinished checks, the less the next one proves.`;

function unprovenText(reason: UnprovenReason, count: number): NoticeText {
  const [what, advice] = unproven[reason] ?? [
    'The device moved on to something else during the check.',
    ifNotYou,
  ];
  const again = count > 1 && reason !== 'not-computed' ? inARow(count) : advice;
  const nothingLost = 'No wallet was created and nothing’s lost. You can start again.';
  return {
    title: 'The check didn’t finish',
    body: [what, again, nothingLost].filter((sentence) => sentence !== undefined),
  };
}

/** What the check proved, and how likely a cheat was to get through: at this check, and at those that it gave up before. */
function provenText(found: Found): string {
  const { opened, range, unfinishedBefore } = found;
  const { times, of } = cheatChance(found);
  const count = unfinishedBefore.length;
  if (provesNothing(found)) {
    return plural(count, {
      one: 'The randomness check isn’t reliable: an earlier one with this device never finished. If you didn’t stop it, don’t fund this wallet. Create one on another device.',
      other: `The randomness check isn’t reliable: ${count} earlier ones in a row with this device never finished. If you didn’t stop them, don’t fund this wallet. Create one on another device.`,
    });
  }
  const proven = `Your words come from your device’s and this computer’s randomness together, and neither knew the other’s part in time to choose. To verify that, this computer had ${candidates(opened)} opened, a number it drew in secret from 1 to ${range}, and recomputed each one.`;
  if (count === 0) return `${proven} A dishonest device had at most a ${times}-in-${of} chance of passing.`;
  return plural(count, {
    one: `${proven} One earlier check with this device never finished. If you didn’t cancel it yourself, a dishonest device had up to a ${times}-in-${of} chance of passing. To be surer, create a wallet on another device.`,
    other: `${proven} ${count} earlier checks in a row with this device never finished. If you didn’t cancel those checks yourself, a dishonest device had up to a ${times}-in-${of} chance of passing. To be surer, create a wallet on another device.`,
  });
}

const strangers = {
  'unknown-issuer': {
    title: 'Unknown maker',
    body: [
      'Your device has a certificate, but this app doesn’t know who issued it. A new maker’s device looks like this, and so does a counterfeit.',
    ],
    accept: 'I know this device: continue',
  },
  'self-built': {
    title: 'Self-built device',
    body: [
      'No maker vouches for it. This browser remembers its key, and warns you if another device ever answers in its place.',
      'If you didn’t build it or get it from the person who did, don’t use it.',
    ],
    accept: 'I know who built it: continue',
  },
  none: {
    title: 'This device can’t prove what it is',
    body: [
      'It has no certificate, so this app can’t tell it from a counterfeit or recognize it next time.',
      'Continue only if you know where it comes from.',
    ],
    accept: 'I know this device: continue',
  },
} as const;

function strangerText({
  proof,
  maker,
  product,
}: Pick<DeviceFacts, 'proof' | 'maker' | 'product'>): StrangerText {
  const claims =
    product === ''
      ? []
      : [
          { name: 'Its maker, so it says', value: `“${maker}”` },
          { name: 'What it calls itself', value: `“${product}”` },
        ];
  return { ...strangers[strangerOf(proof)], claims };
}

const deviceTitle: ProofTexts['deviceTitle'] = ({ proof, maker, product }) => {
  if (product === '') return 'Unnamed device';
  return isVouchedFor(proof) ? `${maker} ${product}` : `“${product}”`;
};

const deviceProof: ProofTexts['deviceProof'] = ({ proof, maker, addedRoot }) =>
  ({
    simulator: 'Simulator',
    genuine: addedRoot === true ? `${maker} (added to this build)` : `Genuine ${maker} device`,
    'self-built': 'Self-built',
    'unknown-issuer': 'Unknown maker',
    none: 'Can’t prove what it is',
  })[proof];

export const proofInEnglish: ProofTexts = {
  deviceTitle,
  deviceProof,
  strangerText,
  alarmText,
  unprovenText,
  progress: (opened: number): string =>
    opened === 0 ? 'Starting the check.' : `Checked ${candidates(opened)}: all good so far.`,
  attached: 'This check started earlier and can’t be resumed. Cancel it, then start again.',
  passed: ({ opened }: Found): string =>
    `Randomness checked: this computer opened ${candidates(opened)} and found nothing wrong.`,
  row: 'Randomness',
  rowProven: (found: Found, date: string): string =>
    provesNothing(found) ? `Checked on ${date}, but not reliable` : `Checked on ${date}`,
  rowUnproven: 'Not checked by this browser',
  proven: provenText,
  provesNothing,
  forgottenPin: {
    title: 'Forgot your PIN?',
    body: [
      'No one can look it up or reset it, and that protects you. After three wrong PINs your device deletes its wallet.',
      'If you have your words on paper, nothing’s lost: restore the wallet on the empty device and choose a new PIN. If you don’t, take your time before the third try.',
    ],
  },
  noCapability:
    'This device’s firmware can’t show how it draws its randomness, so this browser couldn’t check it.',
};
