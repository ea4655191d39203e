/**
 * What a device answers to each well-formed command in each state, as far as a host can tell the states apart. Held against the
 * firmware in all of its states: tests/unit/conformance/expected.test.ts.
 */
import type { StatusWordName } from '../../protocol/apdu/status-words.ts';
import { attestationLength } from '../../protocol/commands/attest.ts';
import { infoLength, type Capability } from '../../protocol/commands/info.ts';
import { statusLength } from '../../protocol/commands/status.ts';
import { entropyPartLength } from '../../protocol/entropy/entropy.ts';
import { walletIdLength } from '../../protocol/entropy/wallet-id.ts';
import { backupFileLength } from '../../protocol/files/backup-file.ts';
import type { Activity, PublicState, Stage } from '../../protocol/public-state.ts';
import { capabilityOf, type KitCommand } from './messages.ts';

/** Whose turn it is in the entropy check: the device's promise, the host's part, or opening and keeping; of the 65th, keeping alone. */
export type CheckTurn = 'commit' | 'part' | 'decide' | 'keep';

export interface Situation {
  readonly status: Pick<PublicState, 'wallet' | 'locked' | 'activity' | 'stage'>;
  readonly capabilities: readonly Capability[];
  readonly turn: CheckTurn;
  readonly fileReleased: boolean;
  /** Three requests in a row were withdrawn, and the half minute after them isn't over. */
  readonly leftAlone: boolean;
  /** The ceremony is another link's. */
  readonly otherLink: boolean;
  /** Its glass is in English. */
  readonly inEnglish: boolean;
}

type Words = Pick<Situation, 'status'>['status'];

const making: readonly Activity[] = ['create', 'resume', 'restore', 'restore-file'];

/** The person has released the wallet ID. */
export function isWalletReleased({ wallet, locked, activity }: Words): boolean {
  // While one is made, it's released by the last press, which ends the ceremony.
  return wallet === 'backed-up' && !locked && !making.includes(activity);
}

const notStoppable: readonly Stage[] = ['idle', 'unfinished', 'stopped', 'wiped', 'fault'];

/** There is something that a host may stop. */
export function mayBeCancelled({ activity, stage }: Words): boolean {
  return activity !== 'none' && activity !== 'unlock' && !notStoppable.includes(stage);
}

/** What a ceremony belongs to a link for; what the person began belongs to none. */
export function isOwned({ activity }: Words): boolean {
  return activity !== 'none' && activity !== 'unlock' && activity !== 'resume';
}

const forAll: readonly KitCommand[] = ['appName', 'info', 'status', 'certificate'];

const forNoWallet: readonly KitCommand[] = ['create', 'restore', 'restoreFile', 'identify'];

function requestWord(command: KitCommand, { status, leftAlone, inEnglish }: Situation): StatusWordName {
  if (status.activity === 'unlock') return 'locked';
  if (status.activity !== 'none' || leftAlone) return 'busy';
  if (command === 'rename') return 'ok';
  if (command === 'language') return inEnglish ? 'notInThisState' : 'ok';
  const needsNone = forNoWallet.includes(command);
  return status.wallet === (needsNone ? 'empty' : 'backed-up') ? 'ok' : 'notInThisState';
}

/** The kit opens no app, so there is nothing to protect. */
function protectionWord({ status, leftAlone }: Situation): StatusWordName {
  if (status.activity === 'unlock') return 'locked';
  return status.activity !== 'none' || leftAlone ? 'busy' : 'notInThisState';
}

/** A candidate is named by another wallet ID here: where it is open or keep's turn, that is bad data. */
function checkWord(
  command: 'commit' | 'entropy' | 'open' | 'keep',
  { status, turn }: Situation,
): StatusWordName {
  if (status.activity === 'unlock') return 'locked';
  if (status.stage !== 'entropy') return 'notInThisState';
  switch (command) {
    case 'commit':
      return turn === 'commit' ? 'ok' : 'notInThisState';
    case 'entropy':
      return turn === 'part' ? 'ok' : 'notInThisState';
    case 'open':
      return turn === 'decide' ? 'badData' : 'notInThisState';
    case 'keep':
      return turn === 'decide' || turn === 'keep' ? 'badData' : 'notInThisState';
  }
}

/** What is there once the person has released it. */
function releasedWord({ wallet, locked }: Words, released: boolean): StatusWordName {
  if (wallet !== 'backed-up') return 'notInThisState';
  if (locked) return 'locked';
  return released ? 'ok' : 'notInThisState';
}

/** The answer to `messageOf(command)`. */
export function expectedWord(command: KitCommand, situation: Situation): StatusWordName {
  const { status, capabilities, otherLink, fileReleased } = situation;
  const needed = capabilityOf(command);
  if (needed !== undefined && !capabilities.includes(needed)) return 'unknownInstruction';
  if (forAll.includes(command)) return 'ok';
  if (command === 'cancel') return mayBeCancelled(status) ? 'ok' : 'notInThisState';
  if (otherLink && isOwned(status)) return 'busy';
  switch (command) {
    case 'attest':
    case 'name':
    case 'languages':
      return 'ok';
    case 'wallet':
      return releasedWord(status, isWalletReleased(status));
    case 'readFile':
      return releasedWord(status, fileReleased);
    case 'commit':
    case 'entropy':
    case 'open':
    case 'keep':
      return checkWord(command, situation);
    case 'protect':
    case 'nonce':
      return protectionWord(situation);
    default:
      return requestWord(command, situation);
  }
}

/** Whether an answer of 9000 to it would change anything. */
export function acts(command: KitCommand): boolean {
  return ![
    'appName',
    'info',
    'status',
    'certificate',
    'attest',
    'wallet',
    'name',
    'languages',
    'readFile',
  ].includes(command);
}

const lengths: Readonly<Partial<Record<KitCommand, readonly [least: number, most: number]>>> = {
  appName: [6, 253],
  info: [infoLength, 253],
  status: [statusLength, 253],
  attest: [attestationLength, 253],
  certificate: [159, 253],
  wallet: [walletIdLength, walletIdLength],
  name: [0, 12],
  languages: [5, 253],
  readFile: [backupFileLength, backupFileLength],
  commit: [1 + entropyPartLength, 1 + entropyPartLength],
  entropy: [walletIdLength, walletIdLength],
  open: [entropyPartLength, entropyPartLength],
};

/** How long the data of an answer is; a refusal has none. */
export function expectedLength(command: KitCommand, word: StatusWordName): readonly [number, number] {
  return (word === 'ok' ? lengths[command] : undefined) ?? [0, 0];
}

/** What is left, at rest. */
export type Rest = 'empty' | 'unfinished' | 'locked' | 'unlocked';

/** Once the person has left the screen that says what was stopped. */
export function restAfterCancel(status: Words): Rest {
  if (status.wallet === 'empty') return 'empty';
  if (status.wallet === 'unfinished-backup') return 'unfinished';
  return isWalletReleased(status) ? 'unlocked' : 'locked';
}

export function restAfterPowerCut({ wallet }: Words): Rest {
  return wallet === 'empty' ? 'empty' : wallet === 'unfinished-backup' ? 'unfinished' : 'locked';
}

export const statusAtRest: Readonly<Record<Rest, Words>> = {
  empty: { wallet: 'empty', locked: false, activity: 'none', stage: 'idle' },
  unfinished: { wallet: 'unfinished-backup', locked: true, activity: 'resume', stage: 'unfinished' },
  locked: { wallet: 'backed-up', locked: true, activity: 'unlock', stage: 'enter-pin' },
  unlocked: { wallet: 'backed-up', locked: false, activity: 'none', stage: 'idle' },
};

export function restOf(status: Words): Rest | undefined {
  return (Object.keys(statusAtRest) as Rest[]).find((rest) => {
    const { wallet, activity, stage } = statusAtRest[rest];
    return status.wallet === wallet && status.activity === activity && status.stage === stage;
  });
}
