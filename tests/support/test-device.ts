/** A device in this process, with a virtual clock, scripted randomness and storage that can lose power. */
import { sha256 } from '@noble/hashes/sha2.js';
import type {
  Board,
  Button,
  DeviceEvent,
  Firmware,
  RandomPurpose,
  TextLine,
} from '../../firmware-sim/core/board.ts';
import { createFirmware } from '../../firmware-sim/core/firmware.ts';
import { encodeCeremonyRequest, type CeremonyRequest } from '../../src/protocol/ceremonies.ts';
import { decodeStatus, encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import { encodeCreateRequest } from '../../src/protocol/commands/create.ts';
import { responseData } from '../../src/protocol/apdu.ts';
import type { PublicState, WordCount } from '../../src/protocol/public-state.ts';
import { runPerson, type Action, type Fingers, type Person } from './person.ts';

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** A stream of bytes for each purpose, from a seed for each purpose: reproducible, and never the same twice. */
export function seededRandom(seeds: Partial<Record<RandomPurpose, string>> & { readonly all: string }) {
  const drawn = new Map<RandomPurpose, number>();
  return (purpose: RandomPurpose, length: number): Uint8Array => {
    const bytes = new Uint8Array(length);
    const count = drawn.get(purpose) ?? 0;
    drawn.set(purpose, count + 1);
    for (let offset = 0; offset < length; offset += 32) {
      const block = sha256(ascii(`${seeds[purpose] ?? seeds.all}/${purpose}/${count}/${offset}`));
      bytes.set(block.subarray(0, Math.min(32, length - offset)), offset);
    }
    return bytes;
  };
}

export class PowerCut extends Error {
  override readonly name = 'PowerCut';
}

export interface TestStorage {
  readonly bytes: Uint8Array;
  /** Bytes that can still be written before the power goes; `Infinity` for a healthy device. */
  budget: number;
  writtenBytes: number;
  /** Every write, in order. */
  readonly log: { readonly offset: number; readonly bytes: Uint8Array }[];
}

export function createTestStorage(size = 1024): TestStorage {
  return {
    bytes: new Uint8Array(size).fill(0xff),
    budget: Number.POSITIVE_INFINITY,
    writtenBytes: 0,
    log: [],
  };
}

export interface TestDevice {
  readonly firmware: Firmware;
  readonly storage: TestStorage;
  readonly fingers: Fingers;
  /** The text on the glass, the simulator's mark not among it. */
  lines(): string[];
  /** All that is on the glass, as drawn. */
  textLines(): readonly TextLine[];
  pixels(): Uint8Array;
  tick(milliseconds?: number): void;
  /** Time passes and the board sends a single tick for all of it. */
  stall(milliseconds: number): void;
  event(event: DeviceEvent): void;
  press(button: Button): void;
  release(button: Button): void;
  exchange(command: Uint8Array): Uint8Array;
  status(): PublicState;
  startCreate(wordCount: WordCount): void;
  start(request: CeremonyRequest): void;
  person<Result>(person: Person<Result>): Result;
  now(): number;
  frames(): number;
  /** Power off and on again: a new firmware on the same storage. */
  replug(): TestDevice;
}

export interface TestDeviceOptions {
  readonly storage?: TestStorage;
  readonly random?: Board['random'];
  readonly startAt?: number;
  /** Another firmware than the honest one. */
  readonly createFirmware?: typeof createFirmware;
}

const tickLength = 50;

export function createTestDevice(options: TestDeviceOptions = {}): TestDevice {
  const storage = options.storage ?? createTestStorage();
  const random = options.random ?? seededRandom({ all: 'test' });
  let now = options.startAt ?? 0;
  let shown: { pixels: Uint8Array; lines: readonly TextLine[] } = { pixels: new Uint8Array(1024), lines: [] };
  let frames = 0;
  const board: Board = {
    model: 'nanosp',
    simulator: true,
    clock: { now: () => now },
    random,
    display: {
      show(frame) {
        frames += 1;
        shown = { pixels: frame.pixels.slice(), lines: [...frame.lines] };
      },
    },
    storage: {
      size: storage.bytes.length,
      read: () => storage.bytes.slice(),
      write(offset, bytes) {
        const allowed = Math.min(bytes.length, storage.budget);
        storage.bytes.set(bytes.subarray(0, allowed), offset);
        storage.log.push({ offset, bytes: bytes.slice(0, allowed) });
        storage.budget -= allowed;
        storage.writtenBytes += allowed;
        if (allowed < bytes.length) throw new PowerCut('power lost while storage was written');
      },
    },
  };
  const firmware = (options.createFirmware ?? createFirmware)(board);
  const tick = (milliseconds = tickLength): void => {
    for (let left = milliseconds; left > 0; left -= tickLength) {
      now += Math.min(left, tickLength);
      firmware.handle({ kind: 'tick' });
    }
  };
  const press = (button: Button): void => firmware.handle({ kind: 'press', button });
  const release = (button: Button): void => firmware.handle({ kind: 'release', button });

  const act = (action: Action): void => {
    if (action.kind === 'hold') {
      press('right');
      tick(action.milliseconds);
      release('right');
    } else if (action.kind === 'tap') {
      const buttons: Button[] = action.gesture === 'both' ? ['left', 'right'] : [action.gesture];
      buttons.forEach(press);
      tick();
      buttons.forEach(release);
    }
  };
  const fingers: Fingers = (action) => {
    act(action);
    return shown.lines;
  };

  const device: TestDevice = {
    firmware,
    storage,
    fingers,
    lines: () => shown.lines.map(({ text }) => text).filter((text) => text !== 'SIM'),
    textLines: () => shown.lines,
    pixels: () => shown.pixels,
    tick,
    stall(milliseconds) {
      now += milliseconds;
      firmware.handle({ kind: 'tick' });
    },
    event: (event) => firmware.handle(event),
    press,
    release,
    exchange: (command) => firmware.exchange(command),
    status: () => decodeStatus(responseData(firmware.exchange(encodeStatusRequest()))),
    start: (request) => void responseData(firmware.exchange(encodeCeremonyRequest(request))),
    startCreate: (wordCount) => void responseData(firmware.exchange(encodeCreateRequest({ wordCount }))),
    person: (person) => runPerson(person, fingers),
    now: () => now,
    frames: () => frames,
    replug() {
      firmware.powerOff();
      return createTestDevice({ ...options, storage, random, startAt: now });
    },
  };
  return device;
}
