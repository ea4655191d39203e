/**
 * The thin shell around `reduce`: keeps the state, runs the effects and reports what came of them. It decides
 * nothing. Everything it touches is handed in, so that a test can unplug a cable or move the clock.
 */
import type { RecordStore } from '../records/book.ts';
import type { Signer } from '../signer/signer.ts';
import type { LinkKind } from '../transport/transport.ts';
import { createBookkeeping } from './bookkeeping.ts';
import { createConnections, type Connection, type ConnectionParts } from './connection.ts';
import { createDeviceWork } from './device-work.ts';
import type { CeremonyEvent, Effect, TimerName } from './events.ts';
import { reduce } from './reduce.ts';
import { initialState, type CeremonyState } from './state.ts';
import type { TrustStore } from './trust-store.ts';

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `then` once after that many milliseconds; returns a function that takes it back. */
  after(milliseconds: number, then: () => void): () => void;
}

export interface CeremonyParts extends ConnectionParts {
  readonly clock: Clock;
  readonly records: RecordStore;
  readonly trust: TrustStore;
  /** Keeps which link a reloaded page goes back to. */
  readonly rememberLink: (link: LinkKind | undefined) => void;
  /**
   * Saves an encrypted backup file as a download, and keeps it nowhere else. Throws `bad-response` for bytes that are
   * no such file, or not that wallet's (32 hexadecimal digits).
   */
  readonly saveFile?: ((file: Uint8Array, walletId: string) => Promise<void>) | undefined;
  /** At least 0 and below 1, for the order of answers; nothing secret hangs on it. */
  readonly random?: (() => number) | undefined;
}

export interface Ceremony {
  readonly state: CeremonyState;
  /** Call it inside the click that caused it: a browser shows its device list only then. */
  dispatch(event: CeremonyEvent): void;
  /** Calls `listener` after each change; returns a function that takes it back. */
  subscribe(listener: () => void): () => void;
}

export function createCeremony(parts: CeremonyParts): Ceremony {
  const { clock, records, trust, random = Math.random } = parts;
  const listeners = new Set<() => void>();
  const timers = new Map<TimerName, () => void>();
  let state = initialState;
  const now = (): string => new Date(clock.now()).toISOString();
  const connections = createConnections(parts, report);
  const books = createBookkeeping(records, trust, now);
  const work = createDeviceWork({
    report,
    state: () => state,
    now,
    records,
    trust,
    books,
    saveFile: parts.saveFile,
  });

  function dispatch(event: CeremonyEvent): void {
    const [next, effects] = reduce(state, event);
    const changed = next !== state;
    state = next;
    // First the page, then the effects: opening the simulator's frame needs the frame to be on its way.
    if (changed) for (const listener of listeners) listener();
    for (const effect of effects) run(effect);
  }

  function report(from: Connection, event: CeremonyEvent): void {
    if (!from.abort.signal.aborted) dispatch(event);
  }

  function forgetTimers(): void {
    for (const stop of timers.values()) stop();
    timers.clear();
  }

  /** Effects that need a device; without one they end in the same event as a device that went away. */
  function withSigner(use: (current: Connection, signer: Signer) => Promise<void>): void {
    const { current } = connections;
    if (current.signer === undefined) {
      queueMicrotask(() => report(current, { kind: 'disconnected' }));
      return;
    }
    void use(current, current.signer);
  }

  function run(effect: Effect): void {
    switch (effect.kind) {
      case 'open':
      case 'reopen':
        void connections.open(effect.link, effect.kind);
        return;
      case 'identify':
        withSigner(work.identify);
        return;
      case 'follow':
        withSigner(work.follow);
        return;
      case 'follow-ledger':
        withSigner(work.followLedger);
        return;
      case 'quit-app':
        withSigner(work.quitApp);
        return;
      case 'begin':
        withSigner(work.begin(effect.request));
        return;
      case 'cancel':
        withSigner(work.cancel);
        return;
      case 'check-entropy':
        withSigner(work.checkEntropy(effect.request));
        return;
      case 'trust':
        trust.put(effect.device);
        return;
      case 'pin':
        books.change(effect.deviceId, { pinned: effect.pinned });
        return;
      case 'count-checks':
        books.change(effect.deviceId, { unfinishedChecks: effect.unfinishedChecks });
        return;
      case 'forget-wallet':
        books.forgetWallet(effect);
        return;
      case 'read-wallet':
        withSigner(work.readWallet);
        return;
      case 'read-name':
        withSigner(work.readName);
        return;
      case 'note-check':
        withSigner(work.noteCheck);
        return;
      case 'save-file':
        withSigner(work.saveFile);
        return;
      case 'draw-quiz':
        dispatch({ kind: 'quiz-drawn', order: [random() < 0.5, random() < 0.5] });
        return;
      case 'save-backup':
        books.saveBackup(effect);
        return;
      case 'save-check':
        books.saveCheck(effect.device, effect.walletId);
        return;
      case 'record':
        books.record(effect);
        return;
      case 'see-device':
        withSigner(work.seeDevice(effect));
        return;
      case 'forget-device':
        books.forgetDevice(effect);
        return;
      case 'erase-records':
        books.eraseAll();
        return;
      case 'close':
        forgetTimers();
        connections.letGo();
        return;
      case 'stop-and-close':
        forgetTimers();
        connections.stopAndLetGo();
        return;
      case 'drop':
        connections.letGo();
        return;
      case 'timer': {
        timers.get(effect.name)?.();
        const stop = clock.after(effect.milliseconds, () => dispatch({ kind: 'timer', name: effect.name }));
        timers.set(effect.name, stop);
        return;
      }
      case 'remember':
        parts.rememberLink(effect.link);
    }
  }

  return {
    get state() {
      return state;
    },
    dispatch,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
