/** What the device does from power-on to power-off: waits, runs one ceremony at a time, and waits again. */
import type { Activity, Outcome } from '../../../../src/protocol/public-state.ts';
import { discardBackup, requested, resumeBackup, unlockWallet } from './ceremonies.ts';
import { stopRequest, type Flow } from '../flow.ts';
import { choose, chooseLater, type Glass } from '../glass.ts';
import { drawAtHome, drawAtRest, type AtRest } from '../screens/screens.ts';

/** Requests that a host may take back before the person has answered one, and how long it must leave them alone then. */
const mostUnanswered = 3;
const quietMs = 30_000;

/** What a host took back is said, and the person leaves that screen before anything else can be asked. */
function* sayStopped(glass: Glass): Flow<void> {
  const { state } = glass;
  yield* chooseLater(glass, glass.enter('stopped'));
  if (state.unanswered < mostUnanswered) return;
  state.unanswered = 0;
  state.quietUntilMs = glass.now() + quietMs;
}

/** Runs one ceremony that a host may stop; whatever it throws ends here. */
function* ceremony(glass: Glass, activity: Activity, flow: Flow<Outcome>): Flow<void> {
  const { state } = glass;
  state.activity = activity;
  state.stoppable = true;
  state.withdrawn = false;
  state.failedHost = false;
  state.outcome = 'none';
  state.releasedFile = undefined;
  state.ceremony = (state.ceremony + 1) & 0xffff;
  let outcome: Outcome = 'fault';
  try {
    outcome = yield* flow;
  } catch (thrown) {
    if (thrown === stopRequest) outcome = 'cancelled';
  }
  state.stoppable = false;
  // The wallet is closed. Stopped between "backed up" and the person's last press, the PIN will release the wallet ID.
  if (glass.vault.state() !== 'empty' && state.releasedWalletId === undefined) state.locked = true;
  // How it ended counts from here: a fault, and what a host took back, are told while the glass says so.
  state.outcome = outcome;
  if (outcome === 'fault') yield* (state.failedHost ? chooseLater : choose)(glass, glass.enter('fault'));
  if (state.withdrawn) yield* sayStopped(glass);
  state.owner = undefined;
  state.requested = undefined;
  state.requestedMix = {};
}

/** Waits, with whatever is on the screen, until a host asks for a ceremony, and runs it. */
function* waitForRequest(glass: Glass): Flow<void> {
  for (;;) {
    const input = yield;
    if (input.kind !== 'start') continue;
    const { request } = input;
    glass.state.requested = 'wordCount' in request ? request.wordCount : undefined;
    glass.state.requestedMix =
      request.kind === 'create' ? { entropyCheck: request.entropyCheck, dice: request.dice } : {};
    return yield* ceremony(glass, request.kind, requested(glass, request));
  }
}

function atRest({ vault, text }: Glass): AtRest {
  const name = vault.name();
  return {
    name: name === '' ? '' : text.name(name),
    kind: vault.kind === 'self-built' ? text.selfBuilt : '',
  };
}

function* waitEmpty(glass: Glass): Flow<void> {
  const sentences = glass.enter('idle');
  glass.draw((canvas) => drawAtRest(canvas, { ...sentences, title: 'Hostblind' }, atRest(glass)));
  yield* waitForRequest(glass);
}

function* unfinishedMenu(glass: Glass): Flow<void> {
  glass.state.activity = 'resume';
  const picked = yield* choose(glass, glass.enter('unfinished'));
  if (picked === 'right') return yield* ceremony(glass, 'resume', resumeBackup(glass));
  yield* ceremony(glass, 'resume', keepAsStopped(glass));
}

function* keepAsStopped(glass: Glass): Flow<Outcome> {
  const result = yield* discardBackup(glass);
  return result === 'kept' ? 'stopped' : result;
}

function* unlocking(glass: Glass): Flow<void> {
  const { state } = glass;
  state.activity = 'unlock';
  try {
    yield* unlockWallet(glass);
  } catch {
    state.outcome = 'fault';
    yield* choose(glass, glass.enter('fault'));
  }
}

function* atHome(glass: Glass): Flow<void> {
  glass.enter('idle');
  const walletId = glass.state.releasedWalletId;
  const rest = atRest(glass);
  const { text } = glass;
  const title = text.home;
  glass.draw((canvas) =>
    walletId === undefined
      ? drawAtRest(canvas, { title }, rest)
      : drawAtHome(canvas, title, rest, walletId, text),
  );
  yield* waitForRequest(glass);
}

export function* deviceLoop(glass: Glass): Flow<never> {
  const { state, vault } = glass;
  state.locked = vault.state() !== 'empty';
  for (;;) {
    state.activity = 'none';
    if (vault.state() !== 'backed-up') state.releasedWalletId = undefined;
    if (vault.state() === 'empty') {
      state.locked = false;
      yield* waitEmpty(glass);
    } else if (vault.state() === 'unfinished-backup') {
      // A ceremony that ended here closed the wallet: the PIN opens it again.
      state.locked = true;
      yield* unfinishedMenu(glass);
    } else if (state.locked) {
      yield* unlocking(glass);
    } else {
      yield* atHome(glass);
    }
  }
}
