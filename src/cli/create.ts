/**
 * `hostblind create`: starts a ceremony, follows it to its end, also over a lost cable, and tells the wallet id. An
 * unfinished backup is gone on with: the person decides on the device whether to resume or to discard it.
 */
import { equalBytes, toHex } from '../protocol/bytes.ts';
import { errorCode, HostblindError } from '../protocol/errors.ts';
import type { Outcome, PublicState, WordCount } from '../protocol/public-state.ts';
import { pause } from '../signer/polling.ts';
import { startTimer } from '../transport/timer.ts';
import type { AnyConnector } from './connect.ts';
import { exitOfOutcome, type ExitName } from './exit-codes.ts';
import type { Output } from './output.ts';
import { CheckFailed, createEntropyProof, provenLines, type EntropyProof } from './entropy-proof.ts';
import { isSimulator, requireProof, startSession, type Session } from './session.ts';

/** Milliseconds between two looks for a device that went away. */
const reconnectInterval = 1000;

export interface CreateParts {
  readonly connector: AnyConnector;
  readonly output: Output;
  readonly wordCount: WordCount;
  /** Candidates of the entropy check are opened from 1 up to this many. */
  readonly candidates: number;
  readonly dice: boolean;
  readonly signal: AbortSignal;
}

export async function create(parts: CreateParts): Promise<ExitName> {
  const { connector, output, wordCount, signal } = parts;
  let session = await startSession(await connector.open({ signal }), signal);
  try {
    const proof = await requireProof(session, signal);
    if (isSimulator(session.info, proof))
      output.note('simulator', 'This is a simulator. Never send real money to its wallet.');
    if (proof.kind === 'unknown-issuer')
      output.note('unknown-maker', 'This program does not know who made this device.');
    const check = createEntropyProof();
    let outcome: Outcome | 'lost' = (await hasUnfinishedBackup(session, signal))
      ? await followSafely(session, parts)
      : await startSafely(session, parts, check);
    while (outcome === 'lost') {
      output.note(
        'lost',
        'The device is not connected. Nothing is lost: plug it in again, and this goes on.',
      );
      await session.close();
      session = await reconnect(session, parts);
      output.note('back', 'The device is back.');
      outcome = await followSafely(session, parts);
    }
    if (outcome !== 'completed') {
      output.answer([endings[outcome]], { event: 'result', outcome });
      return exitOfOutcome(outcome);
    }
    const walletId = toHex(await session.signer.wallet({ signal }));
    const { evidence, asked } = check;
    if (asked && evidence === undefined) throw new CheckFailed('skipped');
    if (evidence !== undefined && evidence.walletId !== walletId)
      throw new CheckFailed('other-wallet-after-backup');
    output.answer(
      [
        `Backed up. Every word was confirmed on the device.`,
        `wallet id     ${walletId}`,
        ...provenLines(evidence),
      ],
      {
        event: 'result',
        outcome,
        walletId,
        wordCount,
        ...(evidence === undefined ? {} : { proof: evidence }),
      },
    );
    return 'done';
  } finally {
    await session.close();
  }
}

const endings: Record<Exclude<Outcome, 'completed'>, string> = {
  none: 'It ended before there was a wallet. Nothing exists; start again.',
  declined: 'Declined on the device. Nothing has changed.',
  cancelled: 'Cancelled. A wallet that was begun stays unfinished on the device.',
  stopped: 'Stopped on the device. A wallet that was begun stays unfinished there.',
  discarded: 'The unfinished wallet was deleted. Words on paper for it open nothing.',
  wiped: 'The device deleted its wallet after three wrong PINs.',
  fault: 'The device found a fault in itself. Do not use it.',
  match: 'The words match.',
  'no-match': 'The words do not match.',
  'wrong-code': 'The backup code was wrong.',
  'other-wallet': 'The file is of another wallet.',
};

async function hasUnfinishedBackup({ signer }: Session, signal: AbortSignal): Promise<boolean> {
  return (await signer.status({ signal })).wallet === 'unfinished-backup';
}

function isLost(error: unknown): boolean {
  const code = errorCode(error);
  return code === 'disconnected' || code === 'timeout';
}

async function lostOr(work: () => Promise<Outcome>): Promise<Outcome | 'lost'> {
  try {
    return await work();
  } catch (error) {
    if (isLost(error)) return 'lost';
    throw error;
  }
}

function startSafely(
  { signer, info }: Session,
  { output, wordCount, candidates, dice, signal }: CreateParts,
  check: EntropyProof,
): Promise<Outcome | 'lost'> {
  const entropyCheck = info.capabilities.includes('entropy-check');
  if (!entropyCheck)
    output.note('not-checked', 'The firmware of this device cannot show how it draws its randomness.');
  return lostOr(async () => {
    let last: PublicState | undefined;
    for await (const state of signer.create({ wordCount, entropyCheck, dice }, { signal })) {
      last = state;
      output.state(state, wordCount);
      if (entropyCheck) await check.look(state, { signer, output, wordCount, range: candidates, signal });
    }
    return last?.outcome ?? 'none';
  });
}

/** Follows whatever the device is in, until it has a backed-up wallet or none. */
function followSafely({ signer }: Session, { output, signal }: CreateParts): Promise<Outcome | 'lost'> {
  // Asked once, and only while it goes on: whoever ends the program wants the device to stop too.
  const onAbort = (): void => {
    stopping = signer.cancel().catch(() => undefined);
  };
  let stopping = Promise.resolve<void>(undefined);
  signal.addEventListener('abort', onAbort, { once: true });
  return lostOr(async () => {
    try {
      let running = false;
      for await (const state of signer.watch({ signal })) {
        output.state(state);
        const atMenu = state.stage === 'unfinished';
        // Back at the question that an unfinished backup begins with: the person has stopped.
        if (atMenu && running && state.outcome !== 'none') return state.outcome;
        running ||= !atMenu && state.activity === 'resume';
        if (state.outcome === 'fault') return 'fault';
        if (state.activity !== 'none' || state.locked) continue;
        if (state.wallet === 'backed-up') return 'completed';
        if (state.wallet === 'empty') return state.outcome === 'completed' ? 'none' : state.outcome;
      }
      throw new HostblindError('aborted');
    } finally {
      signal.removeEventListener('abort', onAbort);
      await stopping;
    }
  });
}

/** Waits for the same device, as long as it takes. Another one is passed over, with a note. */
async function reconnect(before: Session, { connector, output, signal }: CreateParts): Promise<Session> {
  let noted = '';
  for (;;) {
    await pause(reconnectInterval, startTimer, signal);
    try {
      const transport = await connector.reopen({ signal });
      if (transport === undefined) continue;
      const session = await startSession(transport, signal);
      if (equalBytes(session.info.deviceId, before.info.deviceId)) {
        await requireProof(session, signal);
        return session;
      }
      await session.close();
      const other = toHex(session.info.deviceId);
      if (noted !== other)
        output.note('other-device', 'This is another device than before. Plug in the first one.');
      noted = other;
    } catch (error) {
      // Not quite there yet, or gone again.
      if (errorCode(error) === 'aborted' || errorCode(error) === 'device-fault') throw error;
    }
  }
}
