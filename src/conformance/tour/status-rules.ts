/** What every status must keep to, alone and after the one before. Pure: docs/protocol.md and docs/protocol/status.md have the rules. */
import {
  activities,
  isWordCount,
  outcomes,
  pinTries,
  stages,
  walletStates,
  type Activity,
  type PublicState,
  type Stage,
} from '../../protocol/public-state.ts';
import { decodeStatus, statusLayout, statusLength } from '../../protocol/commands/status.ts';
import { codeWordCount } from '../../protocol/files/backup-code.ts';
import type { RuleName } from '../catalogue/rules.ts';

export interface StatusBreach {
  readonly rule: Extract<RuleName, `status-${string}`>;
  /** Bytes and their values. */
  readonly expected: string;
}

const pinFirst: readonly Stage[] = ['consent', 'enter-pin', 'wrong-pin', 'wiped', 'fault', 'stopped'];
const backup: readonly Stage[] = ['warning', 'hold', 'words', 'written', 'confirm'];
const newPin: readonly Stage[] = ['choose-pin', 'repeat-pin', 'pins-differ'];
const entry: readonly Stage[] = ['entry-method', 'enter-words', 'result'];
const ended: readonly Stage[] = ['fault', 'stopped'];

/** The stages that an activity has. */
export const stagesOf: Readonly<Partial<Record<Activity, readonly Stage[]>>> = {
  none: ['idle'],
  create: ['consent', 'dice', 'entropy', ...newPin, ...backup, 'finish', ...ended],
  unlock: ['enter-pin', 'wrong-pin', 'wiped', 'fault'],
  resume: ['unfinished', 'discard', 'enter-pin', 'wrong-pin', 'wiped', ...backup, 'finish', ...ended],
  reveal: [...pinFirst, ...backup],
  check: [...pinFirst, ...entry],
  restore: ['consent', ...entry, ...newPin, 'finish', ...ended],
  'change-pin': [...pinFirst, ...newPin],
  wipe: ['consent', 'wipe', ...ended],
  rename: pinFirst,
  language: ['consent', ...ended],
  'seed-qr': [...pinFirst, 'warning', 'entry-method', 'hold', 'seed-qr', 'written'],
  addresses: [...pinFirst, 'addresses'],
  identify: ['consent', 'entry-method', 'enter-words', 'addresses', ...ended],
  'backup-file': [...pinFirst, ...backup, 'finish'],
  'check-file': [...pinFirst, ...entry],
  'restore-file': ['consent', ...entry, ...newPin, 'finish', ...ended],
};

/** A ceremony is under way: not at rest, not at the PIN of power-on, not at the question whether to resume. */
export function isInCeremony({ activity, stage }: Pick<PublicState, 'activity' | 'stage'>): boolean {
  return activity !== 'none' && activity !== 'unlock' && stage !== 'unfinished';
}

const beforeResumePin: readonly Stage[] = ['unfinished', 'discard', 'enter-pin', 'wrong-pin'];

/** Whether a wallet waits for its PIN; `undefined` where that depends on what came before. */
function waitsForPin({ wallet, activity, stage }: PublicState): boolean | undefined {
  if (wallet === 'empty') return false;
  if (activity === 'unlock') return true;
  if (stage === 'stopped' || stage === 'fault') return wallet === 'unfinished-backup' ? true : undefined;
  return activity === 'resume' && beforeResumePin.includes(stage);
}

/** Said while the screen that says it is up. */
const saidBy: Readonly<Partial<Record<Stage, readonly PublicState['outcome'][]>>> = {
  stopped: ['cancelled', 'no-match', 'wrong-code'],
  fault: ['fault'],
};

function outcomeFits(now: PublicState, before: PublicState | undefined): boolean {
  const said = saidBy[now.stage];
  if (said !== undefined) return said.includes(now.outcome);
  if (isInCeremony(now)) return now.outcome === 'none';
  // After a ceremony something is told of it, and stays until the next.
  if (before === undefined) return now.outcome !== 'none' || now.ceremony === 0 || now.activity === 'unlock';
  if (isInCeremony(before)) return now.outcome !== 'none';
  return now.outcome === before.outcome || (before.activity === 'unlock' && now.outcome === 'wiped');
}

/** How many ceremonies have begun between two: they are looked at more often than one can begin and end. */
function begunBetween(before: PublicState, now: PublicState): number {
  return isInCeremony(now) && (!isInCeremony(before) || before.activity !== now.activity) ? 1 : 0;
}

function positionFits({ stage, activity, position, total, wordCount }: PublicState): boolean {
  if (stage !== 'words') return position === 0 && total === 0;
  const shown = activity === 'backup-file' ? codeWordCount : wordCount;
  return total === shown && position >= 1 && position <= total;
}

function knownCodes(raw: Uint8Array): boolean {
  const [, wallet = 255, waits = 255, activity = 255, stage = 255, , , outcome = 255] = raw;
  const named = activities[activity];
  const shown = stages[stage];
  return (
    wallet < walletStates.length &&
    waits <= 1 &&
    named !== undefined &&
    shown !== undefined &&
    outcome < outcomes.length &&
    stagesOf[named]?.includes(shown) === true
  );
}

/** The fields that a decoder refuses. */
function malformedFields(raw: Uint8Array): readonly StatusBreach[] {
  const [position = 0, total = 0, tries = 0, wordCount = 0] = [raw[5], raw[6], raw[10], raw[11]];
  const atWords = stages[raw[4] ?? 255] === 'words';
  const placed = atWords
    ? isWordCount(total) && position >= 1 && position <= total
    : position === 0 && total === 0;
  return [
    ...(placed
      ? []
      : [{ rule: 'status-position', expected: atWords ? '1<=05<=06' : '05=00 06=00' } as const]),
    ...(tries <= pinTries ? [] : [{ rule: 'status-tries', expected: '0A<=03' } as const]),
    ...(isWordCount(wordCount) || wordCount === 0
      ? []
      : [{ rule: 'status-word-count', expected: '0B=0C|0F|12|15|18|00' } as const]),
  ];
}

export interface JudgedStatus {
  /** `undefined` where it can't be read at all. */
  readonly state: PublicState | undefined;
  readonly breaches: readonly StatusBreach[];
}

export function isStatusRule(rule: RuleName): rule is StatusBreach['rule'] {
  return rule.startsWith('status-');
}

/** `before`: the one before on this link, since the power came on. */
export function judgeStatus(raw: Uint8Array, before: PublicState | undefined): JudgedStatus {
  if (raw.length < statusLength || raw[0] !== statusLayout)
    return { state: undefined, breaches: [{ rule: 'status-layout', expected: '00=01 length>=12' }] };
  const codes: readonly StatusBreach[] = knownCodes(raw)
    ? []
    : [{ rule: 'status-codes', expected: '01 02 03 04 07' }];
  let state: PublicState;
  try {
    state = decodeStatus(raw);
  } catch {
    return { state: undefined, breaches: [...codes, ...malformedFields(raw)] };
  }
  const breaches: StatusBreach[] = [...codes];
  const judge = (rule: StatusBreach['rule'], fits: boolean, expected: string): void => {
    if (!fits) breaches.push({ rule, expected });
  };
  judge('status-position', positionFits(state), '05 06');
  const waits = waitsForPin(state);
  judge(
    'status-waits-for-pin',
    waits === undefined || waits === state.locked,
    `02=0${waits === true ? 1 : 0}`,
  );
  judge('status-outcome', outcomeFits(state, before), '07');
  judge('status-tries', state.wallet !== 'empty' || state.triesLeft === pinTries, '0A=03');
  judge('status-word-count', (state.wallet === 'empty') === (state.wordCount === 0), '0B');
  if (before !== undefined) {
    const expected = (before.ceremony + begunBetween(before, state)) & 0xffff;
    judge('status-number', state.ceremony === expected, `08=${expected.toString(16).padStart(4, '0')}`);
  }
  return { state, breaches };
}
