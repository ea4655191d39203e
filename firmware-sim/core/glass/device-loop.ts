/** What the device does from power-on to power-off: waits, runs one ceremony at a time, and waits again. */
import type { Activity, Outcome } from '../../../src/protocol/public-state.ts';
import { createWallet, discardBackup, resumeBackup, unlockWallet } from './ceremonies.ts';
import { stopRequest, type Flow } from './flow.ts';
import { choose, type Glass } from './glass.ts';
import { drawSentences, walletIdBody } from './screens.ts';

const faultSentences = {
  title: 'Device fault',
  body: 'Do not use this device for a wallet. It stopped before anything was lost.',
  right: 'OK',
};

/** Runs one ceremony that a host may stop; whatever it throws ends here. */
function* ceremony(glass: Glass, activity: Activity, flow: Flow<Outcome>): Flow<void> {
  const { state } = glass;
  state.activity = activity;
  state.stoppable = true;
  state.outcome = 'none';
  state.ceremony = (state.ceremony + 1) & 0xffff;
  let outcome: Outcome = 'fault';
  try {
    outcome = yield* flow;
  } catch (thrown) {
    if (thrown === stopRequest) outcome = 'cancelled';
  }
  state.stoppable = false;
  // Stopped between "backed up" and the person's last press: the PIN will release the wallet id.
  if (glass.vault.state() === 'backed-up' && state.releasedWalletId === undefined) state.locked = true;
  if (outcome === 'fault') yield* choose(glass, faultSentences);
  state.outcome = outcome;
  state.requested = undefined;
}

function* waitForStart(glass: Glass): Flow<void> {
  const sentences = glass.enter('idle');
  glass.draw((canvas) => drawSentences(canvas, { ...sentences, title: 'Hostblind' }));
  for (;;) {
    const input = yield;
    if (input.kind !== 'start') continue;
    glass.state.requested = input.wordCount;
    return yield* ceremony(glass, 'create', createWallet(glass, input.wordCount));
  }
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
    const outcome = yield* unlockWallet(glass);
    if (outcome === 'wiped') state.outcome = outcome;
    else state.locked = false;
  } catch {
    state.outcome = 'fault';
    yield* choose(glass, faultSentences);
  }
}

function* atHome(glass: Glass): Flow<never> {
  const { title } = glass.enter('finish');
  glass.enter('idle');
  const walletId = glass.state.releasedWalletId;
  const body = walletId === undefined ? undefined : walletIdBody(walletId);
  glass.draw((canvas) => drawSentences(canvas, body === undefined ? { title } : { title, body }));
  for (;;) yield;
}

export function* deviceLoop(glass: Glass): Flow<never> {
  const { state, vault } = glass;
  state.locked = vault.state() !== 'empty';
  for (;;) {
    state.activity = 'none';
    if (vault.state() === 'empty') {
      state.locked = false;
      yield* waitForStart(glass);
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
