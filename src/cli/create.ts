/**
 * `hostblind create`: starts a backup, or resumes an unfinished one, and follows it to its end, also over a lost
 * cable. It runs the same session as the app, with the same trust in devices.
 */
import { HostblindError } from '../protocol/errors.ts';
import type { WordCount } from '../protocol/public-state.ts';
import { pause } from '../devices/hostblind/polling.ts';
import type { SessionMachine } from '../session/create-session.ts';
import type { SessionState } from '../session/state.ts';
import type { StartTimer } from '../transport/timer.ts';
import type { LinkKind } from '../transport/transport.ts';
import { freshMemory, stepCreate, type CreateChoice, type CreateEnd } from './create-steps.ts';
import { exitOfOutcome, type ExitName } from './exit-codes.ts';
import { aboutFamily, type SaidFamily } from './families.ts';
import type { Output } from './output.ts';
import { terminalText } from '../text/terminal.ts';
import { openingOn } from './wrong-service.ts';

/** Milliseconds between two looks for a device, while another one is there in its place. */
export const searchIntervalMs = 1_000;

export interface CreateParts {
  readonly session: SessionMachine;
  /** The families that the session looks for. */
  readonly families: readonly SaidFamily[];
  readonly link: LinkKind;
  /** The link and the port that were asked for. */
  readonly opening: Parameters<typeof openingOn>[0];
  readonly output: Output;
  readonly wordCount: WordCount;
  /** Candidates of the entropy check are opened from 1 up to this many. */
  readonly candidates: number;
  readonly dice: boolean;
  /** The person agrees that the device hasn't the wallet that this computer knows on it. */
  readonly forgetWallet: boolean;
  readonly startTimer: StartTimer;
  /** Ending the program means stopping the device too. */
  readonly signal: AbortSignal;
}

/** Resolves once the state is not this one any more; rejects with `aborted`. */
function changed(session: SessionMachine, from: SessionState, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (then: () => void): void => {
      stop();
      signal.removeEventListener('abort', onAbort);
      then();
    };
    const onAbort = (): void => settle(() => reject(new HostblindError('aborted')));
    const look = (): void => {
      if (session.state !== from) settle(resolve);
    };
    const stop = session.subscribe(look);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    else look();
  });
}

export async function create(parts: CreateParts): Promise<ExitName> {
  const { session } = parts;
  try {
    const { end, met } = await follow(parts);
    const ending = (): Promise<ExitName> => Promise.resolve().then(() => finish(end, parts));
    return await (met ? ending() : openingOn(parts.opening, ending));
  } finally {
    session.dispatch({ kind: 'choose-another' });
    await session.closed();
  }
}

async function follow({
  session,
  link,
  output,
  startTimer,
  signal,
  ...asked
}: CreateParts): Promise<{ readonly end: CreateEnd; readonly met: boolean }> {
  const { wordCount, candidates: range, dice, forgetWallet, families } = asked;
  const options: CreateChoice = {
    wish: { kind: 'create', wordCount, dice, range },
    acceptChange: forgetWallet,
    aboutFamily: (family) => aboutFamily(family, families),
  };
  let memory = freshMemory;
  session.dispatch({ kind: 'choose', link });
  try {
    for (;;) {
      if (signal.aborted) throw new HostblindError('aborted');
      const { state } = session;
      const step = stepCreate(memory, state, options);
      ({ memory } = step);
      for (const said of step.says) {
        if (said.kind === 'note') output.note(said.event, said.text);
        else output.state(said.status, wordCount);
      }
      const { next } = step;
      if (next === undefined) await changed(session, state, signal);
      else if (next === 'look-again') {
        await pause(searchIntervalMs, startTimer, signal);
        session.dispatch({ kind: 'resume', link });
      } else if (isEnd(next)) return { end: next, met: memory.deviceId !== undefined };
      else session.dispatch(next);
    }
  } catch (error) {
    // A ceremony of somebody else's is let run.
    if (signal.aborted && memory.begun) session.dispatch({ kind: 'stop' });
    throw error;
  }
}

const ends = { completed: true, outcome: true, 'wallet-changed': true, alarm: true, error: true } as const;

function isEnd(next: { readonly kind: string }): next is CreateEnd {
  return Object.hasOwn(ends, next.kind);
}

function finish(end: CreateEnd, { output, wordCount }: CreateParts): ExitName {
  switch (end.kind) {
    case 'completed': {
      const { wallet, proof } = end;
      const { walletId } = wallet;
      const said = proof && {
        walletId,
        opened: proof.opened,
        range: proof.range,
        unfinishedBefore: proof.unfinishedBefore.length,
      };
      output.answer(
        [
          terminalText.backedUp,
          `wallet ID     ${walletId}`,
          ...(proof === undefined ? [] : terminalText.proven(proof)),
        ],
        { event: 'result', outcome: 'completed', walletId, wordCount, ...(said && { proof: said }) },
      );
      return 'done';
    }
    case 'outcome':
      output.answer([terminalText.endings[end.outcome]], { event: 'result', outcome: end.outcome });
      return exitOfOutcome(end.outcome);
    case 'wallet-changed':
      output.answer(terminalText.changed(end.change), {
        event: 'result',
        outcome: 'wallet-changed',
        ...end.change,
      });
      return 'doNotUse';
    case 'alarm':
      output.alarm(end.reason, terminalText.doNotUse(terminalText.alarm(end.reason)));
      return 'doNotUse';
    case 'error':
      throw new HostblindError(end.code);
  }
}
