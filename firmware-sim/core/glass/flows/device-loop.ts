/** What the device does from power-on to power-off: waits, runs one ceremony at a time, and waits again. */
import type { Activity, Outcome } from '../../../../src/protocol/public-state.ts';
import type { StageSentences } from '../../../../src/protocol/stage-facts.ts';
import type { AppQuestion } from '../../device-state.ts';
import { discardBackup, requested, resumeBackup, unlockWallet } from './ceremonies.ts';
import { stopRequest, unlessAsked, type Flow } from '../flow.ts';
import { choose, chooseLater, type Glass, type Paint } from '../glass.ts';
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

/** What a device with apps does beside the ceremonies: `app-flows.ts`. */
export interface AppFlows {
  /** What is at rest on an unlocked device. Ends when something else is to be: another app, or none. */
  rest(glass: Glass, home: RestScreen): Flow<void>;
  /** Asks, and gives the command's response. */
  answer(glass: Glass, question: AppQuestion): Flow<Outcome>;
}

/** A screen at rest, as it is without apps. */
export interface RestScreen {
  readonly sentences: StageSentences;
  readonly paint: Paint;
}

/** Does what a host asks of a device at rest, which shows what it shows until then. */
function* untilAsked(glass: Glass, resting: Flow<void> = nothing(), apps?: AppFlows): Flow<void> {
  const { state } = glass;
  const asked = yield* unlessAsked(resting);
  if (asked === undefined || asked.kind === 'moved') return;
  if (asked.kind === 'ask') {
    if (apps !== undefined) yield* ceremony(glass, 'app', apps.answer(glass, asked.question));
    return;
  }
  const { request } = asked;
  state.running = undefined;
  state.requested = 'wordCount' in request ? request.wordCount : undefined;
  state.requestedMix =
    request.kind === 'create' ? { entropyCheck: request.entropyCheck, dice: request.dice } : {};
  yield* ceremony(glass, request.kind, requested(glass, request));
}

/** A screen without a button. */
function* nothing(): Flow<never> {
  for (;;) yield;
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
  yield* untilAsked(glass);
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

function* atHome(glass: Glass, apps?: AppFlows): Flow<void> {
  glass.enter('idle');
  const walletId = glass.state.releasedWalletId;
  const rest = atRest(glass);
  const { text } = glass;
  const home: RestScreen = {
    sentences: { title: text.home },
    paint: (canvas, sentences) =>
      walletId === undefined
        ? drawAtRest(canvas, sentences, rest)
        : drawAtHome(canvas, sentences, rest, walletId, text),
  };
  if (apps !== undefined) return yield* untilAsked(glass, apps.rest(glass, home), apps);
  glass.draw((canvas) => home.paint(canvas, home.sentences));
  yield* untilAsked(glass);
}

/** `ownApps`: what the device has by now. */
export function* deviceLoop(glass: Glass, ownApps: () => AppFlows | undefined): Flow<never> {
  const { state, vault } = glass;
  state.locked = vault.state() !== 'empty';
  for (;;) {
    state.activity = 'none';
    const apps = ownApps();
    // It has locked itself meanwhile.
    if (apps !== undefined && vault.state() === 'backed-up' && vault.keys() === undefined)
      state.locked = true;
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
      yield* atHome(glass, apps);
    }
  }
}
