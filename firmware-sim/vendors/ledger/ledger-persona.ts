/**
 * A stock Ledger as a host sees it, on any board of this repository: its set-up on its own glass, with words of its
 * own that no message asks for or carries. Made from the table of flags in Ledger's open parsers, for tests of the
 * host; it holds no keys and signs nothing.
 */
import type { Board, DeviceEvent, ServedFirmware } from '../../core/board.ts';
import type { Flow, Input } from '../../core/glass/flow.ts';
import { drawSentences } from '../../core/glass/screens/screens.ts';
import { createPersonaGlass, type PersonaGlass } from './persona-glass.ts';
import { home, keepWallet, unlockPersona, type Lock } from './persona-home.ts';
import { personaFirmware, type PersonaModel } from './persona-model.ts';
import { setUp } from './persona-set-up.ts';
import { createPersonaState } from './persona-state.ts';
import { personaPinTries, readPersona } from './persona-storage.ts';
import { answerAsLedger, type PersonaIdentity, type PersonaMode } from './persona-wire.ts';

/** Milliseconds without a press after which a device with a PIN locks itself. */
export const lockAfter = 300_000;
/** Milliseconds of silence while keys are derived; a real device may take two minutes. */
export const usualDerivation = 8_000;

export interface PersonaOptions {
  readonly model: PersonaModel;
  readonly firmware?: string | undefined;
  readonly mode?: PersonaMode | undefined;
  readonly derivingMs?: number | undefined;
}

type Ending = 'wiped' | 'lock';

/** Runs a flow and, in front of it, the PIN whenever nobody has pressed anything for long. */
function* behindLock(glass: PersonaGlass, flow: Flow<'lock'>, lockOf: () => Lock | undefined): Flow<Ending> {
  let quietSince: number | undefined;
  try {
    let step = flow.next();
    while (step.done !== true) {
      const input: Input = yield;
      if (!('at' in input)) continue;
      if (input.kind !== 'tick' || quietSince === undefined) quietSince = input.at;
      const lock = lockOf();
      const idle = input.at - quietSince >= lockAfter;
      if (idle && lock !== undefined && !glass.state.deriving) {
        const redraw = glass.keepPicture();
        if ((yield* unlockPersona(glass, lock)) === 'wiped') return 'wiped';
        quietSince = undefined;
        redraw();
      } else {
        step = flow.next(input);
      }
    }
    return step.value;
  } finally {
    flow.return('lock');
  }
}

function* life(glass: PersonaGlass, options: PersonaOptions): Flow<never> {
  const { board, state } = glass;
  const { model, derivingMs = usualDerivation } = options;
  for (;;) {
    const stored = readPersona(board);
    let lock: Lock | undefined;
    if (stored === undefined) {
      Object.assign(state, createPersonaState());
      const first = function* (): Flow<'lock'> {
        yield* setUp(glass, {
          model,
          derivingMs,
          onPin: (pin) => {
            lock = { pin, triesLeft: personaPinTries };
          },
        });
        if (lock !== undefined) keepWallet(glass, lock.pin);
        return yield* home(glass);
      };
      if ((yield* behindLock(glass, first(), () => lock)) === 'wiped') continue;
    } else {
      lock = { ...stored };
      // A Ledger with a wallet says "welcome" again after a restart: the onboarded bit alone tells that it has one.
      Object.assign(state, createPersonaState(), { onboarded: true });
    }
    if (lock === undefined) continue;
    yield* staysHome(glass, lock);
  }
}

/** Locked, at home, locked again, until three wrong PINs have emptied it. */
function* staysHome(glass: PersonaGlass, lock: Lock): Flow<void> {
  while ((yield* unlockPersona(glass, lock)) === 'unlocked') {
    if ((yield* behindLock(glass, home(glass), () => lock)) === 'wiped') return;
  }
}

const standstills: Record<Exclude<PersonaMode, 'normal'>, string> = {
  bootloader: 'Bootloader',
  updater: 'Update',
  recovery: 'Recovery',
};

/** A device that only says what it was started into. */
function* standstill(glass: PersonaGlass, title: string): Flow<never> {
  glass.draw((canvas) => drawSentences(canvas, { title, body: 'Switch the device off and on to leave.' }));
  for (;;) yield;
}

/** Makes the firmware of a persona: what a board's `createFirmware` is. */
export function createLedgerPersona(options: PersonaOptions): (board: Board) => ServedFirmware {
  const { model, mode = 'normal' } = options;
  const identity: PersonaIdentity = { model, mode, firmware: options.firmware ?? personaFirmware[model] };
  return (board) => {
    const state = createPersonaState();
    const glass = createPersonaGlass(board, state);
    const flow = mode === 'normal' ? life(glass, options) : standstill(glass, standstills[mode]);
    flow.next();
    const down = new Set<string>();
    let on = true;
    const feed = (input: Input): void => void flow.next(input);
    return {
      handle(event: DeviceEvent) {
        if (!on) return;
        const at = board.clock.now();
        if (event.kind === 'tick') return feed({ kind: 'tick', at });
        const isDown = event.kind === 'press';
        if (down.has(event.button) === isDown) return;
        if (isDown) down.add(event.button);
        else down.delete(event.button);
        feed({ ...event, at });
      },
      exchange(command) {
        if (!on) throw new Error('the device is off');
        const { app } = state;
        const answer = answerAsLedger(identity, state, command);
        // The glass notices at once that a host has closed the app.
        if (app !== state.app) feed({ kind: 'tick', at: board.clock.now() });
        return answer;
      },
      powerOff() {
        if (!on) return;
        on = false;
        flow.return(undefined as never);
      },
    };
  };
}
