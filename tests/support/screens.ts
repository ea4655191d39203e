/** One state of the ceremony per screen that the app can show, by name: for axe, layout tests and screenshots. */
import type { CutShort } from '../../src/ceremony/cut-short.ts';
import type {
  CeremonyState,
  ChosenFile,
  DeviceFacts,
  Ending,
  KnownWallet,
  Session,
  Task,
} from '../../src/ceremony/state.ts';
import type { AlarmReason } from '../../src/ceremony/alarm.ts';
import { rememberedDevice } from '../../src/ceremony/trust.ts';
import { capabilities } from '../../src/protocol/commands/info.ts';
import { stages, type Activity, type PublicState, type Stage } from '../../src/protocol/public-state.ts';

export const someWalletId = '3f9a0c52b7e14d68a1c07be95d2f4486';

export const knownWallet: KnownWallet = {
  walletId: someWalletId,
  record: {
    walletId: someWalletId,
    model: 'nanosp',
    simulator: false,
    backedUp: '2026-11-24T10:00:00.000Z',
    checked: '2026-12-24T10:00:00.000Z',
  },
  checkedAt: '2026-12-24T10:00:00.000Z',
};

/** A firmware before the entropy check: a new wallet goes straight to its PIN. `checkedDevice` can do all. */
export const capabilitiesWithoutCheck = capabilities.filter((capability) => capability !== 'entropy-check');

export const simulatorDevice: DeviceFacts = {
  link: 'simulator-process',
  deviceId: '00112233445566778899aabbccddeeff',
  model: 'nanosp',
  simulator: true,
  firmware: '0.1.0',
  proof: 'simulator',
  capabilities: capabilitiesWithoutCheck,
  publicKey: `04${'5a'.repeat(64)}`,
  known: undefined,
};

export const usbDevice: DeviceFacts = {
  ...simulatorDevice,
  link: 'webhid',
  simulator: false,
  proof: 'genuine',
};

export const checkedDevice: DeviceFacts = { ...usbDevice, capabilities };

export const emptyStatus: PublicState = {
  wallet: 'empty',
  locked: false,
  activity: 'none',
  stage: 'idle',
  position: 0,
  total: 0,
  outcome: 'none',
  ceremony: 0,
  triesLeft: 3,
  wordCount: 0,
};

export function statusAt(stage: Stage, position = 5): PublicState {
  const words = stage === 'words';
  return {
    ...emptyStatus,
    wallet: stage === 'consent' ? 'empty' : 'unfinished-backup',
    activity: stage === 'enter-pin' ? 'unlock' : stage === 'unfinished' ? 'resume' : 'create',
    stage,
    position: words ? position : 0,
    total: words ? 24 : 0,
    ceremony: 1,
    wordCount: 24,
    triesLeft: stage === 'enter-pin' ? 2 : 3,
  };
}

export function sessionWith(task: Task, session: Partial<Session> = {}): Session {
  return {
    device: usbDevice,
    status: emptyStatus,
    task,
    witnessed: false,
    restored: false,
    swapped: false,
    ...session,
  };
}

export const following: Extract<Task, { kind: 'following' }> = {
  kind: 'following',
  attached: false,
  cancelling: false,
  requested: 24,
  after: undefined,
};

function connected(task: Task, session: Partial<Session> = {}): CeremonyState {
  return { kind: 'connected', session: sessionWith(task, session) };
}

function lost(phase: 'blip' | 'lost' | 'long'): CeremonyState {
  const session = sessionWith(following, { status: statusAt('words') });
  return { kind: 'lost', session, phase, attempt: 'pause', attempts: 3 };
}

const endings: readonly Ending[] = ['declined', 'cancelled', 'stopped', 'discarded', 'wiped', 'fault'];

const backedUpStatus: PublicState = { ...emptyStatus, wallet: 'backed-up', wordCount: 24 };

export const chosenFile: ChosenFile = {
  name: 'hostblind-3f9a0c52.hbbackup',
  bytes: new Uint8Array(124),
  walletId: someWalletId,
};
const otherFile: ChosenFile = { ...chosenFile, walletId: 'ca982de93b97c673978ca5edeb234651' };

/** Every screen of "Security & privacy", of its ceremonies and of how they end. */
function lifeScreens(): Record<string, CeremonyState> {
  const wallet = knownWallet;
  const there = { status: backedUpStatus };
  const settings = { kind: 'settings', wallet, name: '', chosen: undefined } as const;
  const quiz = { kind: 'quiz', wallet, order: [true, false], answered: undefined } as const;
  const led = (activity: Activity, stage: Stage): CeremonyState =>
    connected(following, { status: { ...statusAt(stage), wallet: 'backed-up', activity } });
  const ended = (activity: Activity, outcome: Ending | 'completed', checkedAt?: string): CeremonyState =>
    connected({ kind: 'ended', activity, outcome, checkedAt }, there);
  return {
    'length-restore': connected({
      kind: 'choose-length',
      purpose: 'restore',
      wordCount: 24,
      allLengths: false,
    }),
    'backed-up-checked': connected({ kind: 'backed-up', wallet }, there),
    'backed-up-restored': connected({ kind: 'backed-up', wallet }, { ...there, restored: true }),
    settings: connected({ ...settings, page: 'menu' }, there),
    'settings-rename': connected({ ...settings, page: 'rename' }, there),
    'settings-rename-chosen': connected({ ...settings, page: 'rename', name: 'Desk', chosen: 'Home' }, there),
    copies: connected({ ...settings, page: 'copies' }, there),
    'check-file': connected({ ...settings, page: 'check-file' }, there),
    'check-file-chosen': connected({ ...settings, page: 'check-file', file: chosenFile }, there),
    'check-file-other': connected({ ...settings, page: 'check-file', file: otherFile }, there),
    'restore-file': connected({ kind: 'choose-file', file: undefined }),
    'restore-file-chosen': connected({ kind: 'choose-file', file: chosenFile }),
    'code-warning': led('backup-file', 'warning'),
    'code-words': connected(following, {
      status: { ...statusAt('words'), wallet: 'backed-up', activity: 'backup-file', total: 12 },
    }),
    'code-written': led('backup-file', 'written'),
    'file-release': led('backup-file', 'finish'),
    'file-entering': led('check-file', 'enter-words'),
    ...Object.fromEntries(
      ([undefined, 'saved', 'failed'] as const).map((file) => [
        `file-${file ?? 'saving'}`,
        connected({ kind: 'ended', activity: 'backup-file', outcome: 'completed', file }, there),
      ]),
    ),
    'ended-backup-file-stopped': ended('backup-file', 'stopped'),
    ...Object.fromEntries(
      (['match', 'no-match', 'wrong-code', 'other-wallet', 'stopped'] as const).map((outcome) => [
        `ended-check-file-${outcome}`,
        ended('check-file', outcome),
      ]),
    ),
    'ended-restore-file-wrong-code': connected({
      kind: 'ended',
      activity: 'restore-file',
      outcome: 'wrong-code',
    }),
    'settings-records': connected({ ...settings, page: 'records' }, there),
    'wallet-changed': connected(
      {
        kind: 'wallet-changed',
        change: { before: 'c4'.repeat(16), now: { walletId: someWalletId } },
      },
      there,
    ),
    'wallet-gone': connected({
      kind: 'wallet-changed',
      change: { before: someWalletId, now: 'empty' },
    }),
    'wallet-replaced': connected(
      { kind: 'wallet-changed', change: { before: someWalletId, now: 'unfinished-backup' } },
      { status: statusAt('words') },
    ),
    'backed-up-long-ago': connected(
      { kind: 'backed-up', wallet: { ...wallet, checkedAt: '2024-12-24T10:00:00.000Z' } },
      there,
    ),
    'settings-wipe': connected({ ...settings, page: 'wipe' }, there),
    'quiz-start': connected({ ...quiz, step: 'start' }, there),
    'quiz-1': connected({ ...quiz, step: 0 }, there),
    'quiz-1-wrong': connected({ ...quiz, step: 0, answered: 'wrong' }, there),
    'quiz-2': connected({ ...quiz, step: 1 }, there),
    'quiz-2-right': connected({ ...quiz, step: 1, answered: 'right' }, there),
    'quiz-done': connected({ ...quiz, step: 'done' }, there),
    'starting-wipe': connected({ kind: 'starting', request: { kind: 'wipe' } }, there),
    'reveal-words': led('reveal', 'words'),
    'reveal-written': led('reveal', 'written'),
    'check-words': led('check', 'enter-words'),
    'check-result': led('check', 'result'),
    'restore-finish': led('restore', 'finish'),
    'seed-qr-warning': led('seed-qr', 'warning'),
    'seed-qr-format': led('seed-qr', 'entry-method'),
    'seed-qr-squares': led('seed-qr', 'seed-qr'),
    'seed-qr-written': led('seed-qr', 'written'),
    'ended-seed-qr': ended('seed-qr', 'completed'),
    'ended-seed-qr-stopped': ended('seed-qr', 'stopped'),
    'wipe-hold': led('wipe', 'wipe'),
    'ended-reveal': ended('reveal', 'completed'),
    'ended-reveal-declined': ended('reveal', 'declined'),
    'ended-check-match': ended('check', 'match', '2026-12-24T10:00:00.000Z'),
    'ended-check-no-match': ended('check', 'no-match'),
    'ended-check-stopped': ended('check', 'stopped'),
    'ended-change-pin': ended('change-pin', 'completed'),
    'ended-change-pin-cancelled': ended('change-pin', 'cancelled'),
    'ended-change-pin-wiped': ended('change-pin', 'wiped'),
    'ended-rename': ended('rename', 'completed'),
    'ended-wipe': connected({ kind: 'ended', activity: 'wipe', outcome: 'completed' }),
    'ended-wipe-declined': ended('wipe', 'declined'),
    'ended-restore-stopped': connected({ kind: 'ended', activity: 'restore', outcome: 'stopped' }),
  };
}

/** A device that was switched off in the middle of something, and what the page says of it. */
function cutShortScreens(): Record<string, CeremonyState> {
  const locked = { ...backedUpStatus, locked: true, activity: 'unlock', stage: 'enter-pin' } as const;
  const length = { kind: 'choose-length', purpose: 'create', wordCount: 24, allLengths: false } as const;
  const asksForPin = (cutShort: CutShort): CeremonyState =>
    connected(following, { status: locked, cutShort });
  return {
    'cut-short-create': connected(length, { cutShort: 'create' }),
    'cut-short-wiped': connected(length, { cutShort: 'wiped' }),
    'cut-short-restore': connected({ ...length, purpose: 'restore' }, { cutShort: 'restore' }),
    'cut-short-backup': connected(following, { status: statusAt('unfinished'), cutShort: 'backup' }),
    'cut-short-reveal': asksForPin('reveal'),
    'cut-short-change-pin': asksForPin('change-pin'),
    'cut-short-wipe': asksForPin('wipe'),
    'cut-short-rename': asksForPin('rename'),
    'cut-short-check': connected(
      { kind: 'backed-up', wallet: knownWallet },
      { status: backedUpStatus, cutShort: 'check' },
    ),
  };
}

const proof = {
  kind: 'entropy-check',
  opened: 5,
  range: 8,
  date: '2026-11-24T10:00:00.000Z',
  unfinishedBefore: [],
} as const;

/** Every screen that the entropy check and the trust in a device add. */
function proofScreens(): Record<string, CeremonyState> {
  const device = checkedDevice;
  const alarm = (reason: AlarmReason, simulator = false): CeremonyState => ({
    kind: 'alarm',
    link: 'webhid',
    reason,
    simulator,
    deviceId: device.deviceId,
  });
  const choose = { kind: 'choose-length', purpose: 'create', wordCount: 24, allLengths: false } as const;
  const checking = { ...statusAt('entropy'), wallet: 'empty', wordCount: 0 } as const;
  const there = { device, status: backedUpStatus, witnessed: true };
  const unproven = { kind: 'ended', activity: 'create', outcome: 'stopped', unproven: 'stopped' } as const;
  const ranges = (count: number): number[] => Array.from({ length: count }, () => 8);
  const without = (count: number): DeviceFacts => ({
    ...device,
    known: { ...rememberedDevice(device), unfinishedChecks: ranges(count) },
  });
  const later = (count: number): CeremonyState => {
    const wallet = { ...knownWallet, proof: { ...proof, unfinishedBefore: ranges(count) } };
    return connected({ kind: 'backed-up', wallet }, there);
  };
  return {
    'length-checkable': connected(choose, { device }),
    'length-dice': connected({ ...choose, options: { range: 64, dice: true } }, { device }),
    'on-device-checking': connected(following, {
      device,
      status: checking,
      check: { kind: 'running', opened: 3, range: 8 },
    }),
    'on-device-check-attached': connected({ ...following, attached: true }, { device, status: checking }),
    'on-device-proven': connected(following, {
      device,
      status: statusAt('choose-pin'),
      check: { kind: 'proven', walletId: someWalletId, proof },
    }),
    'ended-unproven': connected(unproven),
    'ended-unproven-again': connected(unproven, { device: without(2) }),
    'backed-up-proven': connected({ kind: 'backed-up', wallet: { ...knownWallet, proof } }, there),
    'backed-up-proven-later': later(2),
    'backed-up-proves-nothing': later(7),
    'backed-up-unchecked': connected(
      { kind: 'backed-up', wallet: { ...knownWallet, unchecked: true } },
      there,
    ),
    'alarm-check': alarm('wrong-wallet-id', true),
    'alarm-swapped': alarm('other-wallet-after-backup'),
    'alarm-other-wallet': alarm('other-wallet'),
    'alarm-key': alarm('key-changed'),
  };
}

export const screens: Readonly<Record<string, CeremonyState>> = {
  welcome: { kind: 'welcome' },
  records: { kind: 'records', from: { kind: 'welcome' } },
  privacy: { kind: 'privacy', intended: undefined },
  terms: { kind: 'terms', intended: undefined },
  choose: { kind: 'choose', problem: undefined },
  'choose-permission': { kind: 'choose', problem: 'permission-denied' },
  'choose-not-found': { kind: 'choose', problem: 'not-found' },
  'choose-no-webhid': { kind: 'choose', problem: 'no-webhid' },
  opening: { kind: 'opening', link: 'webhid', attempt: 'open' },
  identifying: { kind: 'opening', link: 'webhid', attempt: 'identify' },
  'waiting-in-use': { kind: 'waiting', link: 'webhid', reason: 'in-use' },
  'waiting-locked': { kind: 'waiting', link: 'webhid', reason: 'locked' },
  'waiting-busy': { kind: 'waiting', link: 'webhid', reason: 'busy' },
  refused: { kind: 'refused', link: 'webhid', code: 'unsupported' },
  alarm: { kind: 'alarm', link: 'webhid', reason: 'attestation', simulator: false },
  unverified: { kind: 'unverified', device: { ...usbDevice, proof: 'unknown-issuer' } },
  checking: connected({ kind: 'checking' }),
  length: connected({ kind: 'choose-length', purpose: 'create', wordCount: 24, allLengths: false }),
  'length-all': connected({ kind: 'choose-length', purpose: 'create', wordCount: 18, allLengths: true }),
  starting: connected({ kind: 'starting', request: { kind: 'create', wordCount: 24 } }),
  ...Object.fromEntries(
    stages
      .filter((stage) => stage !== 'idle')
      .map((stage) => [`on-device-${stage}`, connected(following, { status: statusAt(stage) })]),
  ),
  'on-device-attached': connected(
    { ...following, attached: true, cancelling: true },
    { status: statusAt('confirm') },
  ),
  'on-device-after': connected(
    { ...following, after: 'cancelled' },
    { status: statusAt('unfinished'), swapped: true },
  ),
  resting: connected(
    { kind: 'resting' },
    { status: { ...statusAt('idle'), activity: 'none', locked: true } },
  ),
  'resting-unfinished': connected({ kind: 'resting' }, { status: { ...statusAt('idle'), activity: 'none' } }),
  ...Object.fromEntries(
    endings.map((outcome) => [`ended-${outcome}`, connected({ kind: 'ended', activity: 'create', outcome })]),
  ),
  ...lifeScreens(),
  ...cutShortScreens(),
  ...proofScreens(),
  'reading-wallet': connected({ kind: 'reading-wallet' }),
  'backed-up': connected(
    { kind: 'backed-up', wallet: { ...knownWallet, checkedAt: undefined } },
    { status: { ...emptyStatus, wallet: 'backed-up', wordCount: 24 }, witnessed: true },
  ),
  'backed-up-known': connected(
    { kind: 'backed-up', wallet: { walletId: someWalletId, record: undefined, checkedAt: undefined } },
    { status: { ...emptyStatus, wallet: 'backed-up', wordCount: 12 }, device: simulatorDevice },
  ),
  'lost-blip': lost('blip'),
  lost: lost('lost'),
  'lost-long': lost('long'),
};

/** The ways to a device that the first screens offer. */
export const linkOffers = [
  { kind: 'webhid', supported: false },
  { kind: 'simulator-frame', supported: true },
  { kind: 'simulator-process', supported: true },
] as const;
