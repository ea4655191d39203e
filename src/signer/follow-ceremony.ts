/** Asking a device for a ceremony, and following it to its end. */
import { encodeCeremonyRequest, type CeremonyRequest } from '../protocol/ceremonies.ts';
import { encodeCancelRequest } from '../protocol/commands/cancel.ts';
import type { Activity, PublicState } from '../protocol/public-state.ts';
import { abortable, throwIfAborted } from '../transport/abort.ts';
import { isSameState, isWorthWaiting, pause, readPatiently, type PollOptions } from './polling.ts';

export interface CeremonyTools {
  /** The data of the response, or an error of the catalogue. */
  readonly ask: (command: Uint8Array) => Promise<Uint8Array>;
  readonly poll: PollOptions;
}

/** See `Signer.begin`. */
export async function* followCeremony(
  request: CeremonyRequest,
  { ask, poll }: CeremonyTools,
): AsyncGenerator<PublicState, void> {
  const { signal } = poll;
  throwIfAborted(signal);

  /** Whether the device took the command. `false`: it is locked or busy, and will be asked again. */
  const start = (): Promise<boolean> =>
    ask(encodeCeremonyRequest(request)).then(
      () => true,
      (error: unknown) => {
        if (isWorthWaiting(error)) return false;
        throw error;
      },
    );

  let started = Promise.resolve(false);
  let cancelled = Promise.resolve();
  const onAbort = (): void => {
    // Only a ceremony of ours is stopped; a device that was busy is busy with somebody else's.
    const stop = async (): Promise<void> => {
      if (await started) await ask(encodeCancelRequest());
    };
    cancelled = stop().catch(() => undefined);
  };
  signal?.addEventListener('abort', onAbort, { once: true });

  try {
    let taken = false;
    /** The device's number for our ceremony: what it says right after it took the command. */
    let number: number | undefined;
    let last: PublicState | undefined;
    for (;;) {
      throwIfAborted(signal);
      if (!taken) {
        started = start();
        taken = await abortable(started, signal);
      }
      const state = await readPatiently(poll.read);
      if (state !== undefined) {
        if (taken) number ??= state.ceremony;
        const over = number !== undefined && isOver(state, request.kind, number);
        if (over) signal?.removeEventListener('abort', onAbort);
        if (over || !isSameState(state, last)) yield state;
        if (over) return;
        last = state;
      }
      await pause(poll.interval(), poll.startTimer, signal);
    }
  } finally {
    signal?.removeEventListener('abort', onAbort);
    // So that a caller who closes the transport next does not overtake the request to stop.
    await cancelled;
  }
}

/** A device goes on by itself when a ceremony ends, to its PIN or to an unfinished backup: `none` may never be seen. */
function isOver(state: PublicState, activity: Activity, number: number): boolean {
  return state.activity !== activity || state.outcome !== 'none' || state.ceremony !== number;
}
