/** Asking a device for a ceremony, and following it to its end. */
import { encodeCeremonyRequest } from '../../protocol/commands/ceremonies.ts';
import type { CeremonyRequest } from '../../protocol/ceremonies.ts';
import { encodeCancelRequest } from '../../protocol/commands/cancel.ts';
import type { Activity, PublicState } from '../../protocol/public-state.ts';
import { abortable, throwIfAborted } from '../../transport/abort.ts';
import { isSameState, isWorthWaiting, readPatiently, waitForNext, type PollOptions } from './polling.ts';

export interface CeremonyTools {
  /** The data of the response, or an error of the catalogue. */
  readonly ask: (command: Uint8Array) => Promise<Uint8Array>;
  readonly poll: PollOptions;
}

interface Asking {
  /** Whether the device took the command. `false`: it is locked or busy, and can be asked again. */
  attempt(): Promise<boolean>;
  /** From now on an abort stops nothing. */
  release(): void;
  /** Once a request to stop was answered, so that a caller who closes the transport next does not overtake it. */
  settled(): Promise<void>;
}

/** An abort asks the device to stop. Only a ceremony of ours is stopped; a device that was busy is busy with somebody else's. */
function askFor(request: CeremonyRequest, { ask, poll: { signal } }: CeremonyTools): Asking {
  throwIfAborted(signal);
  let started = Promise.resolve(false);
  let cancelled = Promise.resolve();
  const onAbort = (): void => {
    const stop = async (): Promise<void> => {
      if (await started) await ask(encodeCancelRequest());
    };
    cancelled = stop().catch(() => undefined);
  };
  signal?.addEventListener('abort', onAbort, { once: true });
  return {
    attempt() {
      started = ask(encodeCeremonyRequest(request)).then(
        () => true,
        (error: unknown) => {
          if (isWorthWaiting(error)) return false;
          throw error;
        },
      );
      return abortable(started, signal);
    },
    release: () => signal?.removeEventListener('abort', onAbort),
    settled: () => cancelled,
  };
}

/** See `Signer.begin`. */
export async function beginCeremony(
  request: CeremonyRequest,
  tools: CeremonyTools,
  onBusy: () => void = () => undefined,
): Promise<void> {
  const asking = askFor(request, tools);
  try {
    while (!(await asking.attempt())) {
      onBusy();
      await waitForNext(tools.poll);
    }
  } finally {
    asking.release();
    await asking.settled();
  }
}

/** See `Signer.create`. */
export async function* followCeremony(
  request: CeremonyRequest,
  tools: CeremonyTools,
): AsyncGenerator<PublicState, void> {
  const { poll } = tools;
  const asking = askFor(request, tools);
  try {
    let taken = false;
    /** The device's number for our ceremony: what it says right after it took the command. */
    let number: number | undefined;
    let last: PublicState | undefined;
    for (;;) {
      throwIfAborted(poll.signal);
      taken ||= await asking.attempt();
      const state = await readPatiently(poll.read);
      if (state !== undefined) {
        if (taken) number ??= state.ceremony;
        const over = number !== undefined && isOver(state, request.kind, number);
        if (over) asking.release();
        if (over || !isSameState(state, last)) yield state;
        if (over) return;
        last = state;
      }
      await waitForNext(poll);
    }
  } finally {
    asking.release();
    await asking.settled();
  }
}

/** A device moves on when a ceremony ends, to its PIN or to an unfinished backup: `none` may never be seen. */
function isOver(state: PublicState, activity: Activity, number: number): boolean {
  return state.activity !== activity || state.outcome !== 'none' || state.ceremony !== number;
}
