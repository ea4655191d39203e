/** Walks every state that can be reached by a small alphabet of events, and asks what must hold in each. */
import { describe, expect, it } from 'vitest';
import { initialApp, type AppEvent, type AppState } from '../../../src/app/pages/pages.ts';
import { screenOf, stepOf } from '../../../src/app/view.ts';
import { reduceApp } from '../../../src/app/pages/reduce-app.ts';
import type { DeviceFacts, Session, Task } from '../../../src/session/state.ts';
import { steps } from '../../../src/session/progress.ts';
import { stages } from '../../../src/protocol/public-state.ts';
import {
  emptyStatus,
  someMemory,
  someWalletId,
  statusAt,
  usbDevice,
} from '../../fixtures/screens/screens.ts';

const statuses = [
  emptyStatus,
  ...stages.filter((stage) => stage !== 'idle').map((stage) => statusAt(stage)),
  { ...emptyStatus, wallet: 'backed-up' as const, outcome: 'completed' as const, ceremony: 1 },
  ...(['check', 'wipe'] as const).map((activity) => ({
    ...emptyStatus,
    wallet: 'backed-up' as const,
    activity,
    stage: 'consent' as const,
    ceremony: 2,
  })),
  { ...emptyStatus, activity: 'restore' as const, stage: 'enter-words' as const, ceremony: 2 },
  ...(['match', 'declined'] as const).map((outcome) => ({
    ...emptyStatus,
    wallet: 'backed-up' as const,
    outcome,
    ceremony: 2,
  })),
  { ...emptyStatus, outcome: 'completed' as const, ceremony: 2 },
  { ...emptyStatus, wallet: 'backed-up' as const, locked: true, ceremony: 1 },
  { ...emptyStatus, wallet: 'unfinished-backup' as const, outcome: 'cancelled' as const, ceremony: 1 },
  ...(['declined', 'stopped', 'discarded', 'wiped', 'fault'] as const).map((outcome) => ({
    ...emptyStatus,
    outcome,
    ceremony: 1,
  })),
];

/**
 * Those that only fill in a detail (all lengths, a name read, a file chosen, the order of answers) are left to `reduce.test.ts`, and a
 * message that is being signed to `signing-page.test.ts`.
 */
const personEvents: readonly AppEvent[] = [
  { kind: 'begin', intent: 'create' },
  { kind: 'next' },
  { kind: 'back' },
  { kind: 'choose', link: 'webhid' },
  { kind: 'retry' },
  { kind: 'choose-another' },
  { kind: 'accept-unverified' },
  { kind: 'accept-wallet' },
  { kind: 'open-records' },
  { kind: 'set-length', wordCount: 12 },
  { kind: 'ask', ceremony: 'create' },
  { kind: 'ask', ceremony: 'restore' },
  { kind: 'ask', ceremony: 'reveal' },
  { kind: 'ask', ceremony: 'check' },
  { kind: 'ask', ceremony: 'change-pin' },
  { kind: 'ask', ceremony: 'rename' },
  { kind: 'ask', ceremony: 'wipe' },
  { kind: 'ask', ceremony: 'backup-file' },
  { kind: 'set-purpose', purpose: 'restore' },
  { kind: 'set-purpose', purpose: 'create' },
  { kind: 'open-settings' },
  { kind: 'open-page', page: 'rename' },
  { kind: 'open-page', page: 'wipe' },
  { kind: 'open-page', page: 'copies' },
  { kind: 'open-page', page: 'check-file' },
  { kind: 'open-restore-file' },
  { kind: 'choose-name', name: 'Desk' },
  { kind: 'open-quiz' },
  { kind: 'open-signing' },

  { kind: 'answer', right: true },
  { kind: 'answer', right: false },
  { kind: 'cancel' },
  { kind: 'continue' },
  { kind: 'finish' },
];

const shellEvents: readonly AppEvent[] = [
  { kind: 'resume', link: 'webhid' },
  { kind: 'opened' },
  { kind: 'open-failed', code: 'chooser-cancelled' },
  { kind: 'open-failed', code: 'permission-denied' },
  { kind: 'open-failed', code: 'in-use' },
  { kind: 'open-failed', code: 'not-found' },
  { kind: 'identified', device: usbDevice },
  { kind: 'identified', device: { ...usbDevice, known: someMemory } },
  { kind: 'identified', device: { ...usbDevice, proof: 'unknown-issuer' } },
  { kind: 'proof-failed' },
  { kind: 'identify-failed', code: 'unsupported' },
  { kind: 'identify-failed', code: 'locked' },
  { kind: 'begin-failed', code: 'not-in-this-state' },
  {
    kind: 'wallet-read',
    walletId: someWalletId,
    date: '2026-11-24T10:00:00.000Z',
    record: undefined,
    checkedAt: undefined,
  },
  { kind: 'wallet-failed', code: 'locked' },
  { kind: 'paper-matched', walletId: someWalletId, date: '2026-12-24T10:00:00.000Z' },
  { kind: 'disconnected' },
  { kind: 'timer', name: 'retry' },
  { kind: 'timer', name: 'lost' },
  { kind: 'timer', name: 'long' },
  ...statuses.map((status) => ({ kind: 'status' as const, status })),
];

/**
 * What the session keeps for the record leads nowhere else; `recording.test.ts` and `reduce-wallet.test.ts` test it. Nor does what only
 * changes a sentence: why the device refused, whether this page saw the end, which wallet was celebrated.
 */
const bookkeeping: ReadonlySet<string> = new Set([
  'recording',
  'returned',
  'paperCounted',
  'walletId',
  'known',
  'cutShort',
  'check',
  'unchecked',
  'restoring',
  'refusal',
  'witnessed',
  'celebrated',
]);

/** A warning stays whatever the device says, so that its details make no other state of it. */
function essentials(session: Session): unknown {
  const { device, status, task } = session;
  if (task.kind === 'wallet-changed') return { device: device.deviceId, wallet: status?.wallet, task };
  const another = device.known?.wallet?.walletId === someMemory.wallet?.walletId;
  return another && status === undefined ? { ...session, another: true } : session;
}

/**
 * Attempts are counted without end, and what was cut short is a note that decides nothing: two states that differ by
 * these alone are one. So are those that differ by what is remembered of the device, unless that leads to the warning.
 * The device here is always the same but for its proof, and cannot be checked; `reduce-check.test.ts` walks the rest.
 */
function keyOf(state: AppState): string {
  return keyOfPart(state);
}

/** Most parts of a state are the very objects of the one before. */
const keys = new WeakMap<object, string>();

function keyOfPart(part: unknown): string {
  if (typeof part !== 'object' || part === null) return JSON.stringify(part) ?? '';
  const known = keys.get(part);
  if (known !== undefined) return known;
  const key = Object.entries(part).reduce((text, [name, value]) => text + keyOfField(name, value), '{');
  keys.set(part, key);
  return key;
}

function keyOfField(name: string, value: unknown): string {
  if (value === undefined || bookkeeping.has(name)) return '';
  if (name === 'attempts') return `${name}:0,`;
  if (name === 'device' && typeof value === 'object') return `${name}:${(value as DeviceFacts).proof},`;
  const isSession = name === 'session' && 'task' in (value as object);
  return `${name}:${keyOfPart(isSession ? essentials(value as Session) : value)}},`;
}

/** States by their number: their keys are long, and to compare them again and again takes most of the time. */
interface Graph {
  readonly states: readonly AppState[];
  /** Where each event of the alphabet leads, in its order. */
  readonly edges: readonly (readonly number[])[];
}

/** The introduction was read: it would be there twice, and `first-pages.test.ts` has it. */
const start: AppState = { ...initialApp, introduced: true, intent: 'create' };

function explore(alphabet: readonly AppEvent[]): Graph {
  const numbers = new Map<string, number>();
  const states: AppState[] = [];
  const numberOf = (state: AppState): number => {
    const key = keyOf(state);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, states.length);
    return states.push(state) - 1;
  };
  numberOf(start);
  const edges: number[][] = [];
  // It grows on the way.
  for (const [number, state] of states.entries())
    edges.push(
      alphabet.map((event) => {
        const [next] = reduceApp(state, event);
        return next === state ? number : numberOf(next);
      }),
    );
  return { states, edges };
}

/** All states from which one of `goals` can be reached. */
function canReach({ edges }: Graph, goals: Iterable<number>): ReadonlySet<number> {
  const sources: Set<number>[] = edges.map(() => new Set());
  for (const [from, targets] of edges.entries()) for (const to of targets) sources[to]?.add(from);
  const reached = new Set(goals);
  for (const number of reached) for (const from of sources[number] ?? []) reached.add(from);
  return reached;
}

/** The numbers of the states that fit. */
function where(fits: (state: AppState) => boolean): readonly number[] {
  return graph.states.flatMap((state, number) => (fits(state) ? [number] : []));
}

const graph = explore([...personEvents, ...shellEvents]);
const { states } = graph;

const statesNotIn = (numbers: ReadonlySet<number>): readonly AppState[] =>
  states.filter((_, number) => !numbers.has(number));

describe('the graph of states', () => {
  it('reaches every kind of state, of task and of stage', () => {
    const kinds = new Set(
      states.map(({ session, page }) => (session.kind === 'idle' ? page.kind : session.kind)),
    );
    expect([...kinds].toSorted()).toEqual(
      [
        'alarm',
        'choose',
        'connected',
        'lost',
        'opening',
        'records',
        'refused',
        'unverified',
        'waiting',
        'welcome',
      ].toSorted(),
    );
    const tasks = new Set(
      states.flatMap(({ session }) => (session.kind === 'connected' ? [session.session.task.kind] : [])),
    );
    const pages = new Set(
      states.flatMap(({ session, page }) => (session.kind === 'connected' ? [page.kind] : [])),
    );
    expect([...pages].toSorted()).toEqual([
      'celebration',
      'choose-file',
      'choose-length',
      'device',
      'quiz',
      'settings',
      'sign-message',
    ]);
    const allTasks: Task['kind'][] = [
      'checking',
      'empty',
      'starting',
      'following',
      'resting',
      'ended',
      'reading-wallet',
      'backed-up',
      'wallet-changed',
    ];
    expect([...tasks].toSorted()).toEqual(allTasks.toSorted());
    const shown = new Set(states.map(screenOf));
    for (const stage of stages.filter((name) => name !== 'idle')) expect(shown).toContain(`stage:${stage}`);
    expect(new Set(states.map(({ session }) => stepOf(session)))).toEqual(new Set(steps));
  });

  it('has a way on to a backed-up wallet from everywhere', () => {
    const goals = where(
      ({ session }) => session.kind === 'connected' && session.session.task.kind === 'backed-up',
    );
    expect(goals.length).toBeGreaterThan(0);
    const reaching = canReach(graph, goals);
    expect(statesNotIn(reaching)).toEqual([]);
  });

  it('lets the person leave from everywhere, without help from the device', () => {
    const edges = graph.edges.map((all) => all.slice(0, personEvents.length));
    const alone = { states, edges };
    const goals = where(({ page }) => page.kind === 'choose' || page.kind === 'welcome');
    expect(goals.length).toBeGreaterThan(0);
    const reaching = canReach(alone, goals);
    expect(statesNotIn(reaching)).toEqual([]);
  });

  it('never calls a wallet backed up that the device does not call so', () => {
    const calling = states.flatMap(({ session: state, page }) => {
      if (state.kind !== 'connected' && state.kind !== 'lost') return [];
      const { task, status } = state.session;
      const calls = task.kind === 'backed-up' || page.kind === 'settings' || page.kind === 'quiz';
      return calls ? [{ task: task.kind, wallet: status?.wallet, locked: status?.locked }] : [];
    });
    expect(calling.length).toBeGreaterThan(100);
    // Or the end of a ceremony with it, from which the person goes to these pages.
    const wrongly = calling.filter(
      ({ task, wallet, locked }) =>
        !['backed-up', 'ended'].includes(task) || wallet !== 'backed-up' || locked !== false,
    );
    expect(wrongly).toEqual([]);
  });
});
