/** A simulated Ledger in this process, with a virtual clock and scripted randomness. */
import type { Board, Button, RandomPurpose, TextLine } from '../../firmware-sim/core/board.ts';
import {
  createLedgerPersona,
  type PersonaOptions,
} from '../../firmware-sim/persona/ledger/ledger-persona.ts';
import { runPerson, type Fingers, type Person } from './person.ts';
import { createTestStorage, seededRandom, type TestStorage } from './test-device.ts';

export interface PersonaDevice {
  readonly storage: TestStorage;
  exchange(command: Uint8Array): Uint8Array | undefined;
  person<Result>(person: Person<Result>): Result;
  lines(): string[];
  textLines(): readonly TextLine[];
  tick(milliseconds: number): void;
  frames(): readonly (readonly TextLine[])[];
  powerOff(): void;
  /** Power off and on again, on the same storage. */
  replug(): PersonaDevice;
}

export interface PersonaDeviceOptions extends PersonaOptions {
  readonly storage?: TestStorage;
  readonly seeds?: Partial<Record<RandomPurpose, string>>;
  readonly startAt?: number;
}

const tickLength = 100;

export function createPersonaDevice(options: PersonaDeviceOptions): PersonaDevice {
  const storage = options.storage ?? createTestStorage();
  const random = seededRandom({ all: 'persona', ...options.seeds });
  let now = options.startAt ?? 0;
  let shown: readonly TextLine[] = [];
  const frames: (readonly TextLine[])[] = [];
  const board: Board = {
    model: 'nanosp',
    simulator: true,
    clock: { now: () => now },
    random,
    display: {
      show(frame) {
        shown = [...frame.lines];
        frames.push(shown);
      },
    },
    storage: {
      size: storage.bytes.length,
      read: () => storage.bytes.slice(),
      write: (offset, bytes) => {
        storage.bytes.set(bytes, offset);
        storage.log.push({ offset, bytes: bytes.slice() });
      },
    },
  };
  const firmware = createLedgerPersona(options)(board);
  const tick = (milliseconds: number): void => {
    for (let left = milliseconds; left > 0; left -= tickLength) {
      now += Math.min(left, tickLength);
      firmware.handle({ kind: 'tick' });
    }
  };
  const fingers: Fingers = (action) => {
    if (action.kind === 'tap') {
      const buttons: Button[] = action.gesture === 'both' ? ['left', 'right'] : [action.gesture];
      for (const button of buttons) firmware.handle({ kind: 'press', button });
      for (const button of buttons) firmware.handle({ kind: 'release', button });
    } else if (action.kind === 'hold') {
      tick(action.milliseconds);
    }
    return shown;
  };
  return {
    storage,
    exchange: (command) => firmware.exchange(command),
    person: (person) => runPerson(person, fingers),
    lines: () => shown.map(({ text }) => text).filter((text) => text !== 'SIM'),
    textLines: () => shown,
    tick,
    frames: () => frames,
    powerOff: () => firmware.powerOff(),
    replug() {
      firmware.powerOff();
      return createPersonaDevice({ ...options, storage, startAt: now });
    },
  };
}
