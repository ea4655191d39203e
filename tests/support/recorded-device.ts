/** A whole device whose every frame is kept: for laws about all that a person ever sees. */
import type { Button, Firmware } from '../../firmware-sim/core/board.ts';
import { createFirmware } from '../../firmware-sim/core/firmware.ts';
import { responseData } from '../../src/protocol/apdu.ts';
import { encodeCeremonyRequest, type CeremonyRequest } from '../../src/protocol/ceremonies.ts';
import { encodeCreateRequest } from '../../src/protocol/commands/create.ts';
import { decodeStatus, encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import type { PublicState, WordCount } from '../../src/protocol/public-state.ts';
import { createCoreBoard, type CoreBoard, type CoreBoardOptions } from './core-board.ts';
import { runPerson, type Action, type Person } from './person.ts';

export interface RecordedDevice {
  readonly board: CoreBoard;
  readonly firmware: Firmware;
  lines(): string[];
  status(): PublicState;
  startCreate(wordCount: WordCount): void;
  start(request: CeremonyRequest): void;
  /** Lets time pass, with a tick every 50 ms. */
  readonly wait: (milliseconds: number) => void;
  tap(...gestures: readonly ('left' | 'right' | 'both')[]): void;
  person<Result>(person: Person<Result>): Result;
  /** Power off and on again, with the same storage and the same random source. */
  replug(): RecordedDevice;
}

export function createRecordedDevice(options: CoreBoardOptions = {}): RecordedDevice {
  let now = 0;
  const board = createCoreBoard({ ...options, now: () => now });
  const firmware = createFirmware(board);
  const wait = (milliseconds: number): void => {
    const until = now + milliseconds;
    while (now < until) {
      now += 50;
      firmware.handle({ kind: 'tick' });
    }
  };
  const act = (action: Action): void => {
    if (action.kind === 'look' || action.kind === 'watch') return;
    const buttons: Button[] =
      action.kind === 'hold' ? ['right'] : action.gesture === 'both' ? ['left', 'right'] : [action.gesture];
    buttons.forEach((button) => firmware.handle({ kind: 'press', button }));
    wait(action.kind === 'hold' ? action.milliseconds : 50);
    buttons.forEach((button) => firmware.handle({ kind: 'release', button }));
  };
  const shown = () => board.frames.at(-1)?.lines ?? [];
  return {
    board,
    firmware,
    lines: () =>
      shown()
        .map(({ text }) => text)
        .filter((text) => text !== 'SIM'),
    status: () => decodeStatus(responseData(firmware.exchange(encodeStatusRequest()))),
    startCreate: (wordCount) => void responseData(firmware.exchange(encodeCreateRequest({ wordCount }))),
    start: (request) => void responseData(firmware.exchange(encodeCeremonyRequest(request))),
    wait,
    tap: (...gestures) => gestures.forEach((gesture) => act({ kind: 'tap', gesture })),
    person: (person) =>
      runPerson(person, (action) => {
        act(action);
        return shown();
      }),
    replug() {
      firmware.powerOff();
      return createRecordedDevice({
        ...options,
        storage: board.stored,
        random: (purpose, length) => board.random(purpose, length),
      });
    },
  };
}
