/**
 * Gives a raw link what its driver lacks: exchanges queue up, and each one settles, on answer, abort, timeout,
 * unplug or close. A link that hung or failed is never used again, so that a late answer cannot be taken for the
 * answer to another command.
 */
import { asHostblindError, HostblindError } from '../protocol/errors.ts';
import { abortedError } from './abort.ts';
import { createDisconnectListeners } from './disconnect-listeners.ts';
import { startTimer, type StartTimer } from './timer.ts';
import type { PatientOptions, Link, Transport } from './transport.ts';

/** Milliseconds from handing a command to the link until its answer. A device answers at once, by protocol, unless a person decides. */
export const exchangeTimeoutMs = 5000;
/** Milliseconds that `close` waits for a driver to let go. */
export const closeTimeout = 1000;

export interface GuardOptions {
  readonly timeout?: number | undefined;
  readonly startTimer?: StartTimer | undefined;
  /** Called once, when the link has been let go: the place to release a lock. Waited for, at most a second. */
  readonly onClosed?: (() => void | Promise<void>) | undefined;
}

interface Job {
  readonly command: Uint8Array;
  readonly patient: boolean;
  /** Settles the caller's promise once; later calls do nothing. */
  settle(result: Uint8Array | HostblindError): void;
}

export function guard(link: Link, options: GuardOptions = {}): Transport {
  const start = options.startTimer ?? startTimer;
  const timeout = options.timeout ?? exchangeTimeoutMs;
  const listeners = createDisconnectListeners();
  const queue: Job[] = [];
  let running: Job | undefined;
  let stopTimer = (): void => undefined;
  let closing: Promise<void> | undefined;
  let stopListening = (): void => undefined;

  /** Lets go of the link. `ending` is what happened to the running exchange, `rest` to those behind it. */
  const shut = (ending: HostblindError, rest: HostblindError): Promise<void> => {
    if (closing !== undefined) return closing;
    closing = closeWithin(link, start, options.onClosed);
    stopTimer();
    stopListening();
    const behind = queue.splice(0);
    running?.settle(ending);
    running = undefined;
    for (const job of behind) job.settle(rest);
    return closing;
  };

  const isClosing = (): boolean => closing !== undefined;

  const lose = (ending: HostblindError): void => {
    if (closing !== undefined) return;
    void shut(ending, new HostblindError('disconnected'));
    listeners.tell();
  };

  const runNext = (): void => {
    if (running !== undefined || closing !== undefined) return;
    const job = queue.shift();
    if (job === undefined) return;
    running = job;
    if (!job.patient) {
      stopTimer = start(timeout, () => {
        lose(new HostblindError('timeout'));
      });
    }
    exchangeOn(link, job.command).then(
      (answer) => {
        if (running !== job) return;
        stopTimer();
        running = undefined;
        job.settle(answer);
        runNext();
      },
      (error: unknown) => {
        // Reports of a failed exchange may still be on their way: only a new link is in step again.
        if (running === job) lose(asHostblindError(error, 'disconnected'));
      },
    );
  };

  stopListening = link.onDisconnect(() => {
    lose(new HostblindError('disconnected'));
  });
  // A link may say at once that its device is gone already.
  if (isClosing()) stopListening();

  return {
    exchange(command, { signal, patient = false }: PatientOptions = {}) {
      if (signal?.aborted === true) return Promise.reject(abortedError(signal));
      if (closing !== undefined) return Promise.reject(new HostblindError('disconnected'));
      return new Promise((resolve, reject) => {
        let settled = false;
        const onAbort = (): void => {
          // A command that is on its way keeps its place until the link answers or the time is up.
          const place = queue.indexOf(job);
          if (place >= 0) queue.splice(place, 1);
          job.settle(abortedError(signal));
        };
        const job: Job = {
          // A copy: the caller may reuse or erase its array while the command waits.
          command: command.slice(),
          patient,
          settle(result) {
            if (settled) return;
            settled = true;
            signal?.removeEventListener('abort', onAbort);
            if (result instanceof Uint8Array) resolve(result);
            else reject(result);
          },
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        queue.push(job);
        runNext();
      });
    },
    onDisconnect: (listener) => listeners.add(listener),
    close() {
      const closed = new HostblindError('aborted', { detail: 'closed' });
      const done = shut(closed, closed);
      listeners.clear();
      return done;
    },
  };
}

/** `async`, so that a driver that throws at once looks like one that rejects. */
async function exchangeOn(link: Link, command: Uint8Array): Promise<Uint8Array> {
  const answer = await link.exchange(command);
  // A driver of another kind of page or process is not typed; what is no byte array never reaches a decoder.
  if (!(answer instanceof Uint8Array)) throw new HostblindError('bad-response');
  return answer;
}

/** Never rejects and never hangs, whatever the driver does; the lock is given back in any case. */
async function closeWithin(link: Link, start: StartTimer, onClosed: GuardOptions['onClosed']): Promise<void> {
  await settledWithin(start, async () => {
    await link.close();
  });
  await settledWithin(start, async () => {
    await onClosed?.();
  });
}

function settledWithin(start: StartTimer, work: () => Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const stop = start(closeTimeout, resolve);
    const finish = (): void => {
      stop();
      resolve();
    };
    // What can't be closed is let go anyway: there is nothing more to do for it.
    work().then(finish, finish);
  });
}
