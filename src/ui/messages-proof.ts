/** The texts of the entropy check and of every alarm: what happened, what it means, what to do. */
import { mayHoldMoney, type AlarmReason } from '../ceremony/alarm.ts';
import { cheatChance } from '../ceremony/cheat-chance.ts';
import type { UnprovenReason } from '../ceremony/state.ts';
import type { EntropyProof } from '../ceremony/trust-store.ts';
import type { NoticeText } from './messages.ts';

type Found = Pick<EntropyProof, 'opened' | 'range' | 'unfinishedBefore'>;

const candidates = (count: number): string => (count === 1 ? 'one candidate' : `${count} candidates`);

/** What the device did, in one sentence each. */
const happened: Readonly<Record<AlarmReason, string>> = {
  attestation:
    'It could not prove what it is: its certificate or its signature is false. It may be a counterfeit, or somebody may be between it and this computer.',
  malformed: 'In the check of its randomness it gave an answer that no honest device gives.',
  'wrong-number': 'In the check of its randomness it counted the candidates wrongly.',
  reused: 'In the check of its randomness it used the same values twice. Real randomness never does.',
  'bad-part': 'What it calls random is a constant.',
  'bad-commitment':
    'It had promised its random part before it saw the one of this computer, and then showed another. So it can choose your words as it likes.',
  'wrong-wallet-id':
    'The wallet that it showed does not come from the randomness of the device and this computer together. Somebody may know the words already.',
  refused: 'It agreed to the check of its randomness and then refused to go on with it.',
  skipped: 'It went on without the check of its randomness that you had agreed to.',
  'check-lost':
    'Its randomness could be checked before, and now it says that it cannot. A changed device may want to avoid the check.',
  'attestation-lost':
    'It proved before what it is, and now it says that it cannot. Another device may have taken its place.',
  'key-changed':
    'It says that it is a device that this browser knows, but it has another key. It was replaced or changed.',
  'simulator-mark-lost':
    'It was a simulator when this browser met it first, and now it says that it is a real device.',
  'other-wallet-after-backup':
    'The wallet that you have backed up is not the one that was checked: it was exchanged. Somebody may know its words.',
  'other-wallet': 'It comes back with another wallet than the one that this browser knows on it.',
};

const todo = {
  empty:
    'Nothing was put on it yet. Do not create a wallet on it and do not enter words on it. If you bought it, tell the seller and the maker.',
  wallet:
    'Do not send money to its wallet. If there is money in it, move the money to a wallet that was made on another device. Enter no words on this one.',
  other:
    'If you wiped it and set it up anew yourself, elsewhere, all is well: this browser can forget the old wallet. If you did not, do not use it, and move your money to a wallet that was made on another device.',
} as const;

export function alarmText(reason: AlarmReason): NoticeText {
  const next = reason === 'other-wallet' ? todo.other : mayHoldMoney(reason) ? todo.wallet : todo.empty;
  return {
    title: reason === 'other-wallet' ? 'This is not the wallet of before' : 'Do not use this device',
    body: [happened[reason], next],
  };
}

const ifNotYou =
  'If you did not do this, and it happens again, do not use this device: it may be avoiding the check.';

const unproven: Readonly<Partial<Record<UnprovenReason, readonly string[]>>> = {
  stopped: ['You stopped on the device while its randomness was being checked.', ifNotYou],
  cancelled: ['The device was asked to stop while its randomness was being checked.'],
  disconnected: ['The device was not connected any more while its randomness was being checked.', ifNotYou],
  timeout: ['The device did not answer in time while its randomness was being checked.', ifNotYou],
  'not-computed': ['This page could not compute the check. Load the page again, then start anew.'],
};

/** One alone says nothing about a device; several in a row are what a device does that cheats and knows when to stop. */
const inARow = (count: number): string =>
  `${count} checks in a row with this device have led to no wallet now. An honest device that nobody stops finishes. If you did not end them yourself, do not use this device: it may give up whenever it would be found out. And the more there are, the less the next check proves.`;

/**
 * The check had no result, which says nothing about the device. `count`: the checks in a row that led to no wallet, with
 * this one; one that this page could not compute is not among them.
 */
export function unprovenText(reason: UnprovenReason, count: number): NoticeText {
  const [what, advice] = unproven[reason] ?? [
    'The device went on to something else during the check.',
    ifNotYou,
  ];
  const again = count > 1 && reason !== 'not-computed' ? inARow(count) : advice;
  const nothingLost = 'No wallet was created, and nothing is lost. You can start again.';
  return {
    title: 'The check did not finish',
    body: [what, again, nothingLost].filter((sentence) => sentence !== undefined),
  };
}

/** The chances of the tries add up to certainty: anybody may have got through. */
function provesNothing(found: Found): boolean {
  const { times, of } = cheatChance(found);
  return times >= of;
}

/** What the check proved, and how likely a cheat was to get through: at this check, and at those that it gave up before. */
function provenText(found: Found): string {
  const { opened, range, unfinishedBefore } = found;
  const { times, of } = cheatChance(found);
  const chance = `with a chance of at most ${times} in ${of}.`;
  const proven = `Your words come from the randomness of the device and of this computer together, and neither knew the other’s part in time to choose. To see that, this computer had ${candidates(opened)} opened, a number that it drew from 1 to ${range} and told nobody, and computed each of them again.`;
  const count = unfinishedBefore.length;
  if (count === 0) return `${proven} A device that cheats would have got through ${chance}`;
  const before = `${count === 1 ? 'one check' : `${count} checks in a row`} with this device had led to no wallet, and a device that cheats may give up whenever it would be found out.`;
  return provesNothing(found)
    ? `The check of this wallet proves nothing, unless you ended those before it yourself, of your own accord. Before it, ${before} With so many tries one gets through. If it was not you, send no money to this wallet, and create one on another device.`
    : `${proven} Before that, ${before} Unless you ended them yourself, of your own accord, one that cheats would have got through by now ${chance} For more certainty, create a wallet on another device.`;
}

export const proofMessages = {
  /** While the check runs. */
  progress: (opened: number): string =>
    opened === 0 ? 'The check begins.' : `Checked ${candidates(opened)}: all right so far.`,
  attached:
    'A check that was begun before cannot be gone on with. Stop it on the device or here, then start again.',
  passed: ({ opened }: Found): string =>
    `Checked: this computer had ${candidates(opened)} opened, and all was right.`,
  row: 'Randomness',
  rowProven: (found: Found, date: string): string =>
    provesNothing(found) ? `Checked on ${date}, which may prove nothing` : `Checked on ${date}`,
  rowUnproven: 'Not checked by this browser',
  proven: provenText,
  provesNothing,
  noCapability:
    'The firmware of this device cannot show how it draws its randomness, so this browser could not check it.',
} as const;
