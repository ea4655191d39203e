/**
 * H5, S24: a clock that jumps ahead, stands still or goes back, in every ceremony. No hold is completed by it, and
 * nothing else depends on time. (A board promises that its clock never goes back; here one does.)
 */
import { describe, expect, it, vi } from 'vitest';
import type { Button, Firmware } from '../../firmware-sim/core/board.ts';
import { createFirmware } from '../../firmware-sim/core/firmware.ts';
import { responseData } from '../../src/protocol/apdu/apdu.ts';
import { decodeStatus, encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import type { PublicState } from '../../src/protocol/public-state.ts';
import { createCoreBoard } from '../fixtures/devices/core-board.ts';
import { ceremonyRuns, playRun, soundRandom, storageBefore } from '../fixtures/proof/ceremony-runs.ts';
import type { Step } from '../fixtures/drivers/script.ts';
import { createTestDevice, type TestDevice } from '../fixtures/devices/test-device.ts';

// Pictures never matter here, and are most of a device's time.
vi.mock('../../firmware-sim/core/glass/screens/canvas.ts', async () => {
  const { picturelessCanvas } = await import('../fixtures/proof/pictureless-canvas.ts');
  return picturelessCanvas();
});

const hour = 3_600_000;

/** Plays a step; where a ceremony does not need a hold, all its time passes in one tick of so many hours. */
function jumping(hours: number) {
  return (device: TestDevice, steps: readonly Step[]): void => {
    const isHold = steps.some((step) => step.kind === 'time' && step.milliseconds > 1000);
    for (const step of steps) {
      if (step.kind === 'event') device.event(step.event);
      else if (step.kind === 'time' && isHold) device.tick(step.milliseconds);
      else device.stall(hours * hour);
    }
    device.stall(hours * hour);
  };
}

/** A device on a clock that the test sets, in any direction. */
function deviceWithClock(setting: 'empty' | 'unfinished-backup' | 'backed-up', start = 10 * hour) {
  let now = start;
  const board = createCoreBoard({
    storage: storageBefore({ before: setting }),
    random: soundRandom(),
    now: () => now,
  });
  const firmware: Firmware = createFirmware(board);
  return {
    set: (time: number) => void (now = time),
    tick: () => firmware.handle({ kind: 'tick' }),
    press: (button: Button) => firmware.handle({ kind: 'press', button }),
    release: (button: Button) => firmware.handle({ kind: 'release', button }),
    status: (): PublicState => decodeStatus(responseData(firmware.exchange(encodeStatusRequest()))),
  };
}

describe('a clock that jumps (H5, S24)', () => {
  it.each(ceremonyRuns)('hours ahead at every press of $name changes nothing but the time', (run) => {
    const device = createTestDevice({ storage: storageBefore(run), random: soundRandom() });
    playRun(device, run, jumping(5));
    expect(device.status()).toMatchObject({ wallet: run.after, outcome: run.outcome });
  });

  // An unfinished wallet, one press from a hold that deletes it.
  const atDiscard = () => {
    const device = deviceWithClock('unfinished-backup');
    device.press('left');
    device.release('left');
    expect(device.status().stage).toBe('discard');
    return device;
  };

  it('ahead by hours while the button is down adds one tick to a hold, not hours', () => {
    const device = atDiscard();
    device.press('right');
    for (let ticks = 1; ticks <= 7; ticks += 1) {
      device.set((10 + ticks) * hour);
      device.tick();
      expect(device.status().stage).toBe('discard');
    }
    // Each counts for 200 ms at most: the eighth makes 1.6 s, with the button down all the time.
    device.set(20 * hour);
    device.tick();
    expect(device.status().wallet).toBe('empty');
  });

  it('that stands still never completes a hold', () => {
    const device = atDiscard();
    device.press('right');
    for (let ticks = 0; ticks < 1_000; ticks += 1) device.tick();
    expect(device.status()).toMatchObject({ stage: 'discard', wallet: 'unfinished-backup' });
  });

  it('back at every tick never completes a hold', () => {
    const device = atDiscard();
    device.press('right');
    for (let ticks = 0; ticks < 1_000; ticks += 1) {
      device.set(10 * hour - ticks * 60_000);
      device.tick();
    }
    expect(device.status()).toMatchObject({ stage: 'discard', wallet: 'unfinished-backup' });
  });

  it('back and forth counts what goes forth, and never more than was held', () => {
    const device = atDiscard();
    device.press('right');
    let time = 10 * hour;
    let forth = 0;
    // 50 ms on, 500 ms back: what was held before stays counted, and the way back earns nothing.
    while (device.status().stage === 'discard' && forth < 3_000) {
      device.set((time -= 500));
      device.tick();
      device.set((time += 50));
      device.tick();
      forth += 50;
    }
    expect(forth).toBe(1_500);
  });
});
