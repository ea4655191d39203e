import { describe, expect, it } from 'vitest';
import {
  createBrowserBoard,
  type BrowserBoard,
} from '../../../../firmware-sim/boards/browser/browser-board.ts';
import { createMemoryStorage } from '../../../../firmware-sim/boards/browser/memory-storage.ts';
import { glassInk, paintFrame } from '../../../../firmware-sim/boards/browser/paint.ts';
import type { Board, DeviceEvent, Firmware, Frame, TakeLate } from '../../../../firmware-sim/core/board.ts';
import { createFirmware } from '../../../../firmware-sim/core/firmware.ts';
import { withoutPace } from '../../../../firmware-sim/pace/pace.ts';
import { responseData } from '../../../../src/protocol/apdu/apdu.ts';
import { encodeCreateRequest } from '../../../../src/protocol/commands/create.ts';
import { decodeInfo, encodeInfoRequest } from '../../../../src/protocol/commands/info.ts';
import { decodeStatus, encodeStatusRequest } from '../../../../src/protocol/commands/status.ts';
import { decodeWallet, encodeWalletRequest } from '../../../../src/protocol/commands/wallet.ts';
import { createWallet, runPerson } from '../../../kit/drivers/person.ts';
import { seededRandom } from '../../../fixtures/devices/test-device.ts';

/** What the board answers at once. */
function answerOf(board: BrowserBoard, command: Uint8Array): Uint8Array | undefined {
  let answer: Uint8Array | undefined;
  board.exchange(command, (response) => (answer = response));
  return answer;
}

function setUp() {
  const events: string[] = [];
  const boards: Board[] = [];
  const firmware: Firmware = {
    handle: (event) => events.push(event.kind === 'tick' ? 'tick' : `${event.kind} ${event.button}`),
    exchange: (command) => command.toReversed(),
    keepsPace: () => false,
    unlink: () => undefined,
    powerOff: () => events.push('power off'),
  };
  const frames: Frame[] = [];
  const board = createBrowserBoard({
    createFirmware(given) {
      boards.push(given);
      return firmware;
    },
    now: () => 42,
    createPace: () => withoutPace,
    random: (length) => new Uint8Array(length).fill(length),
    show: (frame) => frames.push(frame),
  });
  return { board, events, boards, frames };
}

/** A device that answers nothing at once, on a board whose late answers wait for `leave`. */
function setUpAsking() {
  const waiting: (() => void)[] = [];
  const events: DeviceEvent[] = [];
  let take: TakeLate = () => undefined;
  const board = createBrowserBoard({
    createFirmware: () => ({
      handle: (event) => void events.push(event),
      exchange: () => Uint8Array.of(0),
      ask(_, late) {
        take = late;
        return 'waits';
      },
      keepsPace: () => true,
      unlink: () => undefined,
      powerOff: () => undefined,
    }),
    now: () => 0,
    createPace: () => ({ ...withoutPace, late: (send) => void waiting.push(send) }),
    random: (length) => new Uint8Array(length),
    show: () => undefined,
  });
  const leave = (): void => {
    for (const send of waiting.splice(0)) send();
  };
  return { board, events, late: () => take, leave };
}

describe('createBrowserBoard', () => {
  it('gives the core a simulator’s board', () => {
    const [given] = setUp().boards;
    expect(given).toMatchObject({ simulator: true, storage: { size: 4096 } });
    expect(given?.clock.now()).toBe(42);
    expect(given?.random('phrase', 3)).toEqual(Uint8Array.of(3, 3, 3));
  });

  it('passes buttons, ticks, APDUs and pictures', () => {
    const { board, boards, events, frames } = setUp();
    board.press('left');
    board.tick();
    board.release('left');
    expect(answerOf(board, Uint8Array.of(1, 2))).toEqual(Uint8Array.of(2, 1));
    const frame: Frame = { width: 128, height: 64, pixels: new Uint8Array(1024), lines: [] };
    boards[0]?.display.show(frame);
    expect(events).toEqual(['press left', 'tick', 'release left']);
    expect(frames).toEqual([frame]);
  });

  it('once off stays off, and answers nothing', () => {
    const { board, events } = setUp();
    board.powerOff();
    board.powerOff();
    board.press('left');
    board.tick();
    board.release('left');
    expect(answerOf(board, Uint8Array.of(1))).toBeUndefined();
    expect(events).toEqual(['power off']);
  });

  it('brings an answer when a person has given it, on the device’s own grid', () => {
    const { late, leave, board } = setUpAsking();
    const answers: Uint8Array[] = [];
    board.exchange(Uint8Array.of(7), (answer) => answers.push(answer));
    expect(answers).toEqual([]);
    late()(Uint8Array.of(8));
    expect(answers).toEqual([]);
    leave();
    expect(answers).toEqual([Uint8Array.of(8)]);
  });

  it('says of a tick that nobody sees the glass', () => {
    const { board, events } = setUpAsking();
    board.tick();
    board.tick(true);
    expect(events).toEqual([
      { kind: 'tick', unseen: false },
      { kind: 'tick', unseen: true },
    ]);
  });

  it('carries the real firmware through a whole ceremony', () => {
    let shown: Frame['lines'] = [];
    let now = 0;
    const random = seededRandom({ all: 'browser board' });
    const board = createBrowserBoard({
      createFirmware,
      now: () => now,
      createPace: () => withoutPace,
      random: (length) => random('device', length),
      show(frame) {
        shown = [...frame.lines];
      },
    });
    const ask = (command: Uint8Array): Uint8Array =>
      responseData(answerOf(board, command) ?? new Uint8Array());
    expect(decodeInfo(ask(encodeInfoRequest()))).toMatchObject({ kind: 'simulator' });
    ask(encodeCreateRequest({ wordCount: 12 }));
    runPerson(createWallet(12, '1234'), (action) => {
      const buttons =
        action.kind === 'hold'
          ? (['right'] as const)
          : action.kind === 'tap'
            ? action.gesture === 'both'
              ? (['left', 'right'] as const)
              : ([action.gesture] as const)
            : [];
      for (const button of buttons) board.press(button);
      for (let left = ('milliseconds' in action) ? action.milliseconds : 50; left > 0; left -= 50) {
        now += 50;
        board.tick();
      }
      for (const button of buttons) board.release(button);
      return shown;
    });
    expect(decodeStatus(ask(encodeStatusRequest()))).toMatchObject({
      wallet: 'backed-up',
      outcome: 'completed',
    });
    expect(decodeWallet(ask(encodeWalletRequest()))).toHaveLength(16);
  });
});

describe('memory storage', () => {
  it('is empty at first, keeps what is written, and gives copies', () => {
    const storage = createMemoryStorage();
    expect(storage.read()).toEqual(new Uint8Array(4096).fill(0xff));
    storage.write(4094, Uint8Array.of(1, 2));
    storage.read().fill(7);
    expect(storage.read().slice(4093)).toEqual(Uint8Array.of(0xff, 1, 2));
    expect(() => {
      storage.write(4095, Uint8Array.of(1, 2));
    }).toThrow(RangeError);
  });
});

describe('paintFrame', () => {
  it('paints the highest bit leftmost', () => {
    const pixels = new Uint8Array(1024);
    pixels[0] = 0b1000_0001;
    pixels[1023] = 1;
    const image = new Uint8ClampedArray(128 * 64 * 4);
    paintFrame({ pixels }, image);
    const pixel = (x: number, y: number): number[] =>
      Array.from(image.slice((y * 128 + x) * 4, (y * 128 + x) * 4 + 4));
    const [lit, dark] = [
      [...glassInk.lit, 255],
      [...glassInk.dark, 255],
    ];
    expect([pixel(0, 0), pixel(1, 0), pixel(7, 0), pixel(8, 0), pixel(127, 63)]).toEqual([
      lit,
      dark,
      lit,
      dark,
      lit,
    ]);
  });
});
