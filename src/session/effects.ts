/**
 * Runs the effects of a session, and reports what came of them as events. Everything it touches is handed in, so that a
 * test can unplug a cable or move the clock.
 */
import type { AnyFamily } from '../devices/family.ts';
import type { RecordStore } from '../records/book.ts';
import type { Signer } from '../devices/hostblind/signer.ts';
import type { LinkKind } from '../transport/transport.ts';
import { createConnections, type Connection, type ConnectionParts } from './connection.ts';
import { createDeviceWork, type SignMessage } from './device-work.ts';
import type { Effect, SessionEvent, TimerName } from './events.ts';
import type { SessionState } from './state.ts';

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `then` once after that many milliseconds; returns a function that takes it back. */
  after(milliseconds: number, then: () => void): () => void;
}

export interface SessionParts extends ConnectionParts {
  readonly clock: Clock;
  readonly records: RecordStore;
  /** Settles once the program can show a device of that family; a device that is found waits for it. */
  readonly beforeGuided?: ((family: AnyFamily) => Promise<void>) | undefined;
  /** Keeps which link this program goes back to when it is started again. */
  readonly rememberLink: (link: LinkKind | undefined) => void;
  /**
   * Saves an encrypted backup file as a download, and keeps it nowhere else. Throws `bad-response` for bytes that are
   * no such file, or not that wallet's (32 hexadecimal digits).
   */
  readonly saveFile?: ((file: Uint8Array, walletId: string) => Promise<void>) | undefined;
  /** Without it no message is signed. */
  readonly signMessage?: SignMessage | undefined;
}

/** The machine whose effects are run. */
export interface EffectHost {
  readonly state: () => SessionState;
  readonly dispatch: (event: SessionEvent) => void;
}

type Runners = {
  readonly [Kind in Effect['kind']]: (effect: Extract<Effect, { readonly kind: Kind }>) => void;
};

export interface Effects {
  readonly run: (effect: Effect) => void;
  /** Settles once every device that was let go of is: for a program that ends. */
  readonly closed: () => Promise<void>;
}

export function createEffects(parts: SessionParts, { state, dispatch }: EffectHost): Effects {
  const { clock, records } = parts;
  const timers = new Map<TimerName, () => void>();
  const now = (): string => new Date(clock.now()).toISOString();
  const connections = createConnections(parts, report);
  const { saveFile, beforeGuided, signMessage } = parts;
  const work = createDeviceWork({ report, state, now, records, saveFile, beforeGuided, signMessage });

  function report(from: Connection, event: SessionEvent): void {
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

  const runners: Runners = {
    open: ({ link }) => void connections.open(link, 'open'),
    reopen: ({ link }) => void connections.open(link, 'reopen'),
    identify: () => withSigner(work.identify),
    follow: () => withSigner(work.follow),
    'follow-guided': () => withSigner(work.followGuided),
    'quit-app': () => withSigner(work.quitApp),
    begin: ({ request }) => withSigner(work.begin(request)),
    cancel: () => withSigner(work.cancel),
    'check-entropy': ({ request }) => withSigner(work.checkEntropy(request)),
    'read-wallet': () => withSigner(work.readWallet),
    'read-name': () => withSigner(work.readName),
    'read-languages': () => withSigner(work.readLanguages),
    'read-checked-wallet': () => withSigner(work.readCheckedWallet),
    'save-file': () => withSigner(work.saveFile),
    'sign-message': ({ request }) => withSigner(work.signMessage(request)),
    keep: ({ change }) => records.update({ ...change, at: now() }),
    close() {
      forgetTimers();
      connections.letGo();
    },
    'stop-and-close'() {
      forgetTimers();
      connections.stopAndLetGo();
    },
    drop: () => connections.letGo(),
    timer({ name, milliseconds }) {
      timers.get(name)?.();
      timers.set(
        name,
        clock.after(milliseconds, () => dispatch({ kind: 'timer', name })),
      );
    },
    remember: ({ link }) => parts.rememberLink(link),
  };

  const run = <Kind extends Effect['kind']>(effect: Extract<Effect, { readonly kind: Kind }>): void => {
    const runner: (effect: Extract<Effect, { readonly kind: Kind }>) => void = runners[effect.kind as Kind];
    runner(effect);
  };
  return { run, closed: () => connections.closed() };
}
