import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDevice, type Device, type Screen } from '../../../firmware-sim/device/device.ts';
import { memoryStorage } from '../../../firmware-sim/device/file-storage.ts';
import type { Board } from '../../../firmware-sim/core/board.ts';
import { createManualPace, type ManualPace } from '../../fixtures/fakes/manual-pace.ts';
import { createFakeFirmware, type FakeFirmware } from '../../fixtures/fakes/fake-firmware.ts';

let device: Device;
let boards: Board[];
let firmwares: FakeFirmware[];
beforeEach(() => {
  boards = [];
  firmwares = [];
  device = createDevice({
    storage: memoryStorage(),
    createFirmware(board) {
      const firmware = createFakeFirmware(board);
      boards.push(board);
      firmwares.push(firmware);
      return firmware;
    },
  });
  device.time.pause();
});
afterEach(() => device.close());

describe('the node board', () => {
  it('is a simulator', () => {
    expect([boards[0]?.simulator, boards[0]?.storage.size]).toEqual([true, 4096]);
  });

  it('gives random bytes of the wanted length, fresh each time', () => {
    const draw = (): Uint8Array | undefined => boards[0]?.random('phrase', 32);
    const [one, other] = [draw(), draw()];
    expect(one).toHaveLength(32);
    expect(one).not.toEqual(other);
    expect(boards[0]?.random('quiz', 0)).toHaveLength(0);
  });

  it('keeps pictures as copies', () => {
    const first = device.screen();
    device.press('left');
    expect(first.pixels[0]).toBe(0);
    expect(device.screen().pixels[0]).toBe(1);
    expect(first.lines[1]?.text).toBe('presses 0');
  });

  it('tells each picture, in order, after the firmware has returned', () => {
    const seen: Screen[] = [];
    device.onScreen((screen) => {
      seen.push(screen);
      expect(device.screen()).toBe(screen);
      // From inside the telling: what this draws is told afterwards.
      if (seen.length === 1) device.press('right');
    });
    const seenByAnother: Screen[] = [];
    device.onScreen((screen) => seenByAnother.push(screen));
    device.press('left');
    expect(seen.map(({ sequence, lines }) => [sequence, lines[1]?.text])).toEqual([
      [2, 'presses 1'],
      [3, 'presses 2'],
    ]);
    expect(seenByAnother).toEqual(seen);
  });

  it('stops telling after unsubscribing', () => {
    const seen: Screen[] = [];
    device.onScreen((screen) => seen.push(screen))();
    device.press('left');
    expect(seen).toEqual([]);
  });

  it('gives the firmware a copy of the command in memory of its own', () => {
    const network = Buffer.from('0000b00100000000', 'hex');
    expect(device.connect().exchange(network.subarray(2, 7))?.length).toBe(16);
    expect(firmwares[0]?.journal).toEqual(['apdu b001000000']);
  });
});

describe('power', () => {
  it('off: no wire, no buttons, a black glass', () => {
    device.press('left');
    device.powerOff();
    device.powerOff();
    device.press('right');
    device.time.advance(100);
    expect(device.connect().exchange(Uint8Array.of(0xb0, 1, 0, 0))).toBeUndefined();
    expect(firmwares[0]?.journal).toEqual(['press left', 'power off']);
    const { pixels, lines, sequence } = device.screen();
    expect([pixels.every((byte) => byte === 0), lines, sequence]).toEqual([true, [], 3]);
  });

  it('on: new firmware on the same storage, with no button down', () => {
    device.press('left');
    device.powerOff();
    device.powerOn();
    device.powerOn();
    expect(firmwares).toHaveLength(2);
    expect(boards[1]?.storage.read()[1]).toBe(1);
    device.release('left');
    expect(firmwares[1]?.journal).toEqual([]);
    device.press('left');
    expect(firmwares[1]?.journal).toEqual(['press left']);
  });

  it('is told to those who listen', () => {
    const seen: boolean[] = [];
    device.onPower((powered) => seen.push(powered));
    device.powerOff();
    device.powerOn();
    expect(seen).toEqual([false, true]);
  });
});

describe('a device that keeps pace', () => {
  let grid: ManualPace | undefined;
  let paced: Device;
  let firmware: FakeFirmware | undefined;
  beforeEach(() => {
    paced = createDevice({
      storage: memoryStorage(),
      createFirmware(board) {
        firmware = createFakeFirmware(board);
        return { ...firmware, keepsPace: () => true };
      },
      createPace(keepsPace) {
        grid = createManualPace(keepsPace);
        return grid.pace;
      },
    });
    paced.time.pause();
    // Near the next beat, so that nothing is done at once.
    grid?.until(5);
  });
  afterEach(() => paced.close());

  it('takes a press on its beat; who waits for it is told then', async () => {
    const settled: string[] = [];
    paced.press('left');
    void paced.settled().then(() => settled.push('settled'));
    await Promise.resolve();
    expect([firmware?.journal, settled]).toEqual([[], []]);
    grid?.until(10);
    await Promise.resolve();
    expect([firmware?.journal, settled]).toEqual([['press left'], ['settled']]);
  });

  it('has taken what was pressed when its clock is moved, or its power cut', () => {
    paced.press('left');
    paced.time.advance(50);
    expect(firmware?.journal).toEqual(['press left', 'tick 50']);
    paced.press('right');
    paced.powerOff();
    expect(firmware?.journal.slice(2)).toEqual(['press right', 'power off']);
  });

  it('answers no command of a connection that went meanwhile', () => {
    const link = paced.connect();
    const answers: unknown[] = [];
    paced.pace.exchange(
      () => link.exchange(Uint8Array.of(0xb0, 1, 0, 0, 0)),
      (response) => answers.push(response),
    );
    link.close();
    grid?.until(100);
    expect([answers, firmware?.journal]).toEqual([[undefined], []]);
  });
});
