/** The persona with a wallet: its dashboard, one app, its own menu, and the PIN in front of all. */
import type { Flow } from '../../core/glass/flow.ts';
import { erase } from '../../core/vault/memory/erase.ts';
import { askPersona, chooseOption, enterDigits, type PersonaGlass } from './persona-glass.ts';
import {
  isRightPin,
  personaPinTries,
  wipePersona,
  writePersona,
  writeTries,
  type PinCheck,
} from './persona-storage.ts';

export const personaApp = 'Bitcoin';

function* inApp(glass: PersonaGlass): Flow<void> {
  const { state } = glass;
  state.app = personaApp;
  const body = 'Application is ready';
  glass.draw((canvas) => {
    canvas.text(personaApp, 2, -2, { font: 'bold' });
    canvas.text(body, 2, 16);
    canvas.text('●● Quit', 64, 54, { align: 'centre' });
  });
  const down = new Set<string>();
  // A host may close it too: then the app is gone at the next event.
  while (state.app !== undefined) {
    const input = yield;
    if (input.kind === 'press') down.add(input.button);
    if (input.kind === 'release') down.delete(input.button);
    if (down.size === 2) state.app = undefined;
  }
}

/** Until the person locks it. */
export function* home(glass: PersonaGlass): Flow<'lock'> {
  const { state } = glass;
  for (;;) {
    const option = yield* chooseOption(glass, 'Your Ledger', [
      'Dashboard',
      `Open ${personaApp}`,
      'Open the menu',
      'Lock',
    ]);
    if (option === 1) yield* inApp(glass);
    if (option === 2) {
      state.menuOpen = true;
      try {
        yield* askPersona(glass, { title: 'Menu', body: 'Nothing to set here.', left: 'Close' });
      } finally {
        state.menuOpen = false;
      }
    }
    if (option === 3) return 'lock';
  }
}

export interface Lock {
  readonly pin: PinCheck;
  triesLeft: number;
}

/** Asks for the PIN until it is right, or the third wrong one has wiped the device. */
export function* unlockPersona(glass: PersonaGlass, lock: Lock): Flow<'unlocked' | 'wiped'> {
  const { board, state } = glass;
  state.locked = true;
  while (lock.triesLeft > 0) {
    const tries = lock.triesLeft === 1 ? 'Last try' : `${lock.triesLeft} tries left`;
    const pin = yield* enterDigits(glass, 'Enter your PIN', tries);
    lock.triesLeft -= 1;
    if (state.onboarded) writeTries(board, lock.triesLeft);
    const right = isRightPin(board, lock.pin, pin);
    erase(pin);
    if (right) {
      lock.triesLeft = personaPinTries;
      if (state.onboarded) writeTries(board, lock.triesLeft);
      state.locked = false;
      state.pinValidated = true;
      return 'unlocked';
    }
    if (lock.triesLeft > 0) yield* askPersona(glass, { title: 'Wrong PIN', right: 'Again' });
  }
  if (state.onboarded) wipePersona(board);
  yield* askPersona(glass, {
    title: 'Reset',
    body: 'Three wrong PINs: this device is empty now.',
    right: 'OK',
  });
  return 'wiped';
}

export function keepWallet({ board, state }: PersonaGlass, pin: PinCheck): void {
  writePersona(board, pin);
  state.onboarded = true;
}
