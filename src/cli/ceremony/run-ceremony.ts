/**
 * Leads a person through a ceremony in a terminal, to its end, also over a lost cable. It runs the same session as the app, with the
 * same trust in devices.
 */
import type { AnyFamily } from '../../devices/family.ts';
import { pause } from '../../devices/hostblind/polling.ts';
import { HostblindError } from '../../protocol/errors.ts';
import type { SessionMachine } from '../../session/create-session.ts';
import type { SessionState } from '../../session/state.ts';
import { ceremonyText } from '../../text/terminal/ceremonies.ts';
import type { StartTimer } from '../../transport/timer.ts';
import type { LinkKind } from '../../transport/transport.ts';
import type { ExitName } from '../terminal/exit-codes.ts';
import type { Keyboard } from '../terminal/keyboard.ts';
import type { Answer } from '../terminal/keys.ts';
import type { Output } from '../terminal/output.ts';
import { requestedWords, type Errand } from './errand.ts';
import { finish, type Saved } from './finish.ts';
import { freshMemory, type Choice, type End, type Memory, type CeremonyQuestion } from './step.ts';
import { heldBy, stepCeremony } from './steps.ts';

/** Milliseconds between two looks for a device, while another one is there in its place. */
export const searchIntervalMs = 1_000;
/** Milliseconds that an end waits for what is noted of it. */
export const lingerMs = 2_000;

export interface CeremonyParts {
  readonly session: SessionMachine;
  readonly errand: Errand;
  readonly link: LinkKind;
  readonly output: Output;
  /** `undefined`: nobody can be asked. */
  readonly keyboard: Keyboard | undefined;
  /** The person has confirmed beforehand. */
  readonly confirmed: boolean;
  /** The person agrees that the device hasn't the wallet that this computer knows on it. */
  readonly forgetWallet: boolean;
  /** What a device of a family that leads by itself is, and what can be done with it. */
  readonly aboutFamily: (family: AnyFamily) => string | undefined;
  /** Tells what else can answer on the link from a device that went away. */
  readonly whenUnmet: (ending: () => Promise<ExitName>) => Promise<ExitName>;
  /** What became of the file that a backup is written to. */
  readonly saved?: Saved | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly startTimer: StartTimer;
  /** Ending the program means stopping the device too. */
  readonly signal: AbortSignal;
}

/** A question that is on the screen. */
interface Asking {
  readonly kind: CeremonyQuestion['kind'];
  answer: Answer | undefined;
  /** Settles with the answer; never where it is withdrawn. */
  readonly answered: Promise<void>;
  withdraw(): void;
}

/** Resolves once the state is not this one any more, or `also` has settled; rejects with `aborted`. */
function changed(
  session: SessionMachine,
  from: SessionState,
  signal: AbortSignal,
  also?: Promise<void>,
): Promise<void> {
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
    if (also !== undefined) void also.then(() => settle(resolve));
    if (signal.aborted) onAbort();
    else look();
  });
}

export async function runCeremony(parts: CeremonyParts): Promise<ExitName> {
  const { session } = parts;
  try {
    const { end, met } = await follow(parts);
    const ending = (): Promise<ExitName> => Promise.resolve().then(() => finish(end, parts));
    return await (met ? ending() : parts.whenUnmet(ending));
  } finally {
    session.dispatch({ kind: 'choose-another' });
    await session.closed();
  }
}

function ask({ keyboard }: CeremonyParts, { kind, lines }: CeremonyQuestion): Asking {
  const withdrawn = new AbortController();
  const asking: Asking = {
    kind,
    answer: undefined,
    answered: new Promise((resolve) => {
      const onAnswer = (answer: Answer): void => {
        asking.answer = answer;
        resolve();
      };
      // What was withdrawn is answered by nobody.
      keyboard?.ask(lines, withdrawn.signal).then(onAnswer, () => undefined);
    }),
    withdraw: () => withdrawn.abort(),
  };
  return asking;
}

async function follow(parts: CeremonyParts): Promise<{ readonly end: End; readonly met: boolean }> {
  const { session, errand, link, output, startTimer, signal, now } = parts;
  const choice: Choice = {
    errand,
    acceptChange: parts.forgetWallet,
    canAsk: parts.keyboard !== undefined,
    confirmed: parts.confirmed || parts.keyboard === undefined,
    aboutFamily: parts.aboutFamily,
  };
  const requested = requestedWords(errand);
  let memory: Memory = freshMemory;
  let asking: Asking | undefined;
  session.dispatch({ kind: 'choose', link });
  try {
    for (;;) {
      if (signal.aborted) throw new HostblindError('aborted');
      const { state } = session;
      const step = stepCeremony(memory, state, choice, now());
      ({ memory } = step);
      const { next } = step;
      if (next.kind !== 'ask' || next.question.kind !== asking?.kind) {
        asking?.withdraw();
        asking = undefined;
      }
      for (const said of step.says) {
        if (said.kind === 'note') output.note(said.event, said.text, said.more);
        else output.state(said.status, requested);
      }
      switch (next.kind) {
        case 'end':
          return { end: next.end, met: memory.deviceId !== undefined };
        case 'dispatch':
          session.dispatch(next.event);
          break;
        case 'open':
          session.dispatch({ kind: 'choose', link });
          break;
        case 'look-again':
          await pause(searchIntervalMs, startTimer, signal);
          session.dispatch({ kind: 'resume', link });
          break;
        case 'linger':
          await lingerAt(session, state, parts);
          break;
        case 'ask': {
          asking ??= ask(parts, next.question);
          await changed(session, state, signal, asking.answered);
          if (asking.answer !== undefined) {
            memory = { ...memory, answer: { question: asking.kind, answer: asking.answer } };
            asking = undefined;
          }
          break;
        }
        case 'wait':
          await changed(session, state, signal);
          break;
      }
    }
  } catch (error) {
    asking?.withdraw();
    if (signal.aborted) {
      const held = heldBy(memory, session.state, errand);
      output.note('interrupted', ceremonyText.interrupted[held]);
      // A ceremony of somebody else's is let run.
      if (held === 'ours') session.dispatch({ kind: 'stop' });
    }
    throw error;
  }
}

/** Until the next change, and not for long. */
async function lingerAt(
  session: SessionMachine,
  state: SessionState,
  { startTimer, signal }: CeremonyParts,
): Promise<void> {
  let stop = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    stop = startTimer(lingerMs, resolve);
  });
  await changed(session, state, signal, over);
  stop();
}
