/**
 * Puts the three rooms together: the wire gets a `Control`, the glass gets the vault, and this file alone sees
 * both. What goes from the vault to the wire goes through the few lines of `control` below.
 */
import type { CeremonyKind } from '../../src/protocol/ceremonies.ts';
import { capabilities } from '../../src/protocol/commands/info.ts';
import { encodeTold } from '../../src/protocol/commands/attest.ts';
import { encodeStatus } from '../../src/protocol/commands/status.ts';
import { englishTag } from '../../src/protocol/language-tag.ts';
import type { PublicState, WalletState } from '../../src/protocol/public-state.ts';
import type { AppLoop } from './app-control.ts';
import type { Board, DeviceEvent, Firmware, LinkNumber, Make, TakeLate } from './board.ts';
import { createEntropyControl, type EntropyLoop } from './entropy-control.ts';
import { createDeviceState, type DeviceState } from './device-state.ts';
import { deviceLoop } from './glass/flows/device-loop.ts';
import { stopRequest, type Flow, type Input } from './glass/flow.ts';
import { canSpeak, createGlass, lacks } from './glass/glass.ts';
import { isWholeBackupFile } from './vault/copies/backup-file.ts';
import { testedBoard } from './vault/random/tested-board.ts';
import { openVault, type Vault } from './vault/vault.ts';
import type { DeviceAppParts, DeviceApps } from './device-apps.ts';
import { firmwareVersion } from './version.ts';
import { createFaultyFirmware } from './faulty.ts';
import { controlOfOthers, type Control } from './wire/control.ts';
import { dispatch } from './wire/dispatch.ts';

/**
 * Switches a device on. Storage that was never written makes a new device; damaged storage one that only says so. Without a make it is
 * a simulator, and says so; without apps it signs nothing.
 */
export function createFirmware(bareBoard: Board, make?: Make, apps?: DeviceApps): Firmware {
  let board: Board;
  let vault: Vault;
  try {
    board = testedBoard({
      ...bareBoard,
      // Without apps it has no use for keys, and keeps none.
      openKeys: () => apps?.() && bareBoard.openKeys?.(),
    });
    vault = openVault(board, make);
  } catch {
    return createFaultyFirmware(bareBoard);
  }

  const state = createDeviceState();
  const glass = createGlass(board, vault, state);
  let taken: DeviceAppParts | undefined;
  /** Once it has them, they are its own. What comes while its wallet is open, and without keys, waits for the next PIN. */
  const ownApps: DeviceApps = () => {
    if (state.locked || vault.state() !== 'backed-up' || vault.keys() !== undefined) taken ??= apps?.();
    return taken;
  };
  const loop: Flow<never> = deviceLoop(glass, () => ownApps()?.flows);
  loop.next();
  let on = true;
  const feed = (input: Input): void => void loop.next(input);
  /** The link whose command is being answered. */
  let speaking: LinkNumber = 0;
  const control = createControl(board, vault, state, ownApps, {
    start(request) {
      state.owner = speaking;
      feed({ kind: 'start', request });
    },
    stop() {
      state.withdrawn = true;
      if (state.stage === 'consent') state.unanswered += 1;
      loop.throw(stopRequest);
    },
    candidate(step) {
      // A host that came back by another link resumes the check that it left.
      state.owner ??= speaking;
      feed({ kind: 'candidate', step });
    },
    fail(fault) {
      state.failedHost = true;
      loop.throw(fault);
    },
  });
  const others = controlOfOthers(control);
  /** What came late, and waits. */
  const hasWaiting = (): boolean => ownApps() === undefined && apps?.() !== undefined;
  /** Nobody has pressed a button for so long that what the wallet signs with isn't kept any more (H9). */
  const isForgotten = (at: number): boolean =>
    at - state.touchedMs >= lockMs && (vault.keys() !== undefined || hasWaiting());
  const forgetKeys = (): void => {
    vault.lock();
    state.running = undefined;
    if (state.activity === 'app' && state.stoppable) return void loop.throw(stopRequest);
    // A ceremony goes on: the device locks when it ends.
    if (state.activity !== 'none') return;
    state.locked = true;
    state.broughtByHost = false;
    feed({ kind: 'moved' });
  };
  const exchange = (command: Uint8Array, link: LinkNumber): Uint8Array => {
    if (!on) throw new Error('the device is off');
    speaking = link;
    return dispatch(state.owner === undefined || state.owner === link ? control : others, command);
  };
  const parts = (late: TakeLate, link: LinkNumber): AppLoop => ({
    link,
    ask: (question) => feed({ kind: 'ask', question }),
    moved: () => feed({ kind: 'moved' }),
    // A question that the power cut has ended is nobody's any more.
    late: (response) => void (on && late(response)),
  });
  const ask: Firmware['ask'] = (command, late, link = 0) =>
    (on ? ownApps()?.dispatch(command, board, vault, state, parts(late, link)) : undefined) ??
    exchange(command, link);

  return {
    handle(event: DeviceEvent) {
      if (!on) return;
      const at = board.clock.now();
      if (event.kind === 'tick') {
        if (event.unseen !== true) feed({ kind: 'tick', at });
        if (isForgotten(at)) forgetKeys();
        return undefined;
      }
      state.touchedMs = at;
      const isDown = event.kind === 'press';
      // A board that repeats a key repeats the press: a button that is down already was not pressed again.
      if (glass.isDown(event.button) === isDown) return;
      glass.setDown(event.button, isDown);
      feed({ ...event, at });
    },
    exchange: (command, link = 0) => exchange(command, link),
    ...(apps && { ask }),
    // What is owed is signed as soon as its number comes: a secret is at work then.
    keepsPace: () => on && (state.activity !== 'none' || state.running?.protection?.kind === 'owed'),
    unlink(link) {
      if (state.owner === link) state.owner = undefined;
    },
    powerOff() {
      if (!on) return;
      on = false;
      vault.lock();
      loop.return(undefined as never);
    },
  };
}

/** Without a press the device locks itself: five minutes, on its clock. */
export const lockMs = 300_000;

/** Which wallet a ceremony needs. An unfinished backup is resumed or discarded on the device before all else. */
function startsIn(wallet: WalletState, kind: CeremonyKind): boolean {
  if (kind === 'rename' || kind === 'language') return true;
  const needsNone = kind === 'create' || kind === 'restore' || kind === 'restore-file' || kind === 'identify';
  return needsNone ? wallet === 'empty' : wallet === 'backed-up';
}

interface LoopControl extends EntropyLoop {
  start(request: Parameters<Control['start']>[0]): void;
  stop(): void;
}

function createControl(
  board: Board,
  vault: Vault,
  state: DeviceState,
  ownApps: DeviceApps,
  loop: LoopControl,
): Control {
  const publicState = (): PublicState => ({
    wallet: vault.state(),
    wordCount: vault.wordCount(),
    triesLeft: vault.triesLeft(),
    locked: state.locked,
    activity: state.activity,
    stage: state.stage,
    position: state.position,
    total: state.total,
    outcome: state.outcome,
    ceremony: state.ceremony,
  });
  const walletId = (): Uint8Array | 'notInThisState' | 'locked' => {
    if (vault.state() !== 'backed-up') return 'notInThisState';
    if (state.locked) return 'locked';
    return state.releasedWalletId?.slice() ?? 'notInThisState';
  };
  /** A board that has lost a language leaves its device English. */
  const spoken = (): string => (canSpeak(board, vault.language()) ? vault.language() : englishTag);
  return {
    entropy: createEntropyControl(vault, state, loop),
    state: publicState,
    info: () => ({
      firmware: firmwareVersion,
      kind: vault.kind,
      capabilities: capabilities.filter((name) =>
        name === 'apps' || name === 'protected-signatures'
          ? ownApps() !== undefined
          : name !== 'addresses' || !lacks(board, name),
      ),
      deviceId: vault.deviceId,
    }),
    isWholeFile: isWholeBackupFile,
    canSpeak: (tag) => canSpeak(board, tag),
    lacks: (kind) => lacks(board, kind),
    start(request) {
      if (state.activity === 'unlock') return 'locked';
      if (state.activity !== 'none' || board.clock.now() < state.quietUntilMs) return 'busy';
      if (!startsIn(vault.state(), request.kind)) return 'notInThisState';
      if (request.kind === 'language' && request.tag === spoken()) return 'notInThisState';
      loop.start(request);
      return 'started';
    },
    languages: () => ({ spoken: spoken(), offered: [englishTag, ...(board.languages?.tags ?? [])] }),
    name: () => Uint8Array.from(vault.name(), (character) => character.charCodeAt(0)),
    stop() {
      if (!state.stoppable) return 'notInThisState';
      loop.stop();
      return 'stopped';
    },
    walletId,
    file() {
      if (vault.state() !== 'backed-up') return 'notInThisState';
      if (state.locked) return 'locked';
      return state.releasedFile?.slice() ?? 'notInThisState';
    },
    certificate: () => vault.certificate(),
    attest(challenge) {
      const released = walletId();
      const told = encodeTold(
        encodeStatus(publicState()),
        typeof released === 'string' ? undefined : released,
      );
      return vault.attest(challenge, told);
    },
  };
}
