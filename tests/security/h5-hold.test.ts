/** H5: a reveal needs the button held for 1.5 s without a break, on the device's clock. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeviceEvent } from '../../firmware-sim/core/board.ts';
import { agreeToNewWallet, choosePin, expectScreen, tap } from '../kit/drivers/person.ts';
import { createTestDevice, type TestDevice } from '../fixtures/devices/test-device.ts';

function deviceAtTheHold(): TestDevice {
  const device = createTestDevice();
  device.startCreate(12);
  device.person(
    (function* untilTheHold() {
      yield* agreeToNewWallet();
      yield* choosePin('1234');
      yield* expectScreen('Pen and paper');
      yield* tap('right');
      yield* expectScreen('Hold to reveal');
    })(),
  );
  return device;
}

function isHidden(device: TestDevice): boolean {
  return device.status().stage === 'hold' && device.textLines().every(({ secret }) => !secret);
}

describe('H5 hold on the device’s clock', () => {
  it('reveals at 1.5 s and not one tick before', () => {
    const device = deviceAtTheHold();
    device.press('right');
    device.tick(1450);
    expect(isHidden(device)).toBe(true);
    device.tick(50);
    expect(device.status().stage).toBe('words');
  });

  it.each<[string, (device: TestDevice) => void]>([
    ['a release', (device) => (device.release('right'), device.press('right'))],
    ['a second button', (device) => (device.press('left'), device.release('left'))],
    [
      'a second button, and the first let go and taken again',
      (device) => {
        device.press('left');
        device.release('right');
        device.press('right');
        device.release('left');
      },
    ],
  ])('%s sets the time back to zero', (_, interrupt) => {
    const device = deviceAtTheHold();
    device.press('right');
    device.tick(1450);
    interrupt(device);
    device.tick(1450);
    expect(isHidden(device)).toBe(true);
  });

  it('short presses never add up', () => {
    const device = deviceAtTheHold();
    for (let taps = 0; taps < 40; taps += 1) {
      device.press('right');
      device.tick(1400);
      device.release('right');
    }
    expect(isHidden(device)).toBe(true);
  });

  it('a button already down when the screen appears counts only after a new press', () => {
    const device = deviceAtTheHold();
    device.press('right');
    device.tick(1500);
    expect(device.status().stage).toBe('words');
    // The right button stays down; the left one leads back to the hold.
    device.press('left');
    device.release('left');
    expect(isHidden(device)).toBe(true);
    device.tick(5000);
    expect(isHidden(device)).toBe(true);
    device.release('right');
    device.press('right');
    device.tick(1500);
    expect(device.status().stage).toBe('words');
  });

  it('a clock that jumps, or a board that stalls, does not turn a tap into a hold', () => {
    const device = deviceAtTheHold();
    device.press('right');
    device.stall(60_000);
    device.release('right');
    expect(isHidden(device)).toBe(true);
  });

  it('a key that repeats is one press', () => {
    const device = deviceAtTheHold();
    for (let repeats = 0; repeats < 29; repeats += 1) {
      device.press('right');
      device.tick(50);
    }
    expect(isHidden(device)).toBe(true);
    device.press('right');
    device.tick(50);
    expect(device.status().stage).toBe('words');
  });

  it('an unplug during the hold resets it: the backup asks for PIN and hold again', () => {
    const device = deviceAtTheHold();
    device.press('right');
    device.tick(1450);
    const again = device.replug();
    again.tick(100);
    expect(again.status()).toMatchObject({ stage: 'unfinished', locked: true });
  });

  it('only 1.5 s of the right button alone, without a break, ever reveals the words', () => {
    type Step = { readonly event: DeviceEvent } | { readonly time: number };
    const edges = fc.constantFrom<Step[]>(
      ...(['left', 'right'] as const).flatMap((button) =>
        (['press', 'release'] as const).map((kind): Step[] => [{ event: { kind, button } }]),
      ),
    );
    const time = fc.integer({ min: 1, max: 1600 }).map((milliseconds): Step[] => [{ time: milliseconds }]);
    fc.assert(
      fc.property(fc.array(fc.oneof(edges, time), { maxLength: 30 }), (script) => {
        const device = deviceAtTheHold();
        const down = { left: false, right: false };
        let alone = 0;
        let longest = 0;
        for (const step of script.flat()) {
          if (device.status().stage !== 'hold') break;
          if ('time' in step) {
            device.tick(step.time);
            if (down.right && !down.left) alone += step.time;
            longest = Math.max(longest, alone);
          } else if (step.event.kind !== 'tick') {
            device.event(step.event);
            const isDown = step.event.kind === 'press';
            if (down[step.event.button] !== isDown) alone = 0;
            down[step.event.button] = isDown;
          }
        }
        if (device.status().stage === 'words') expect(longest).toBeGreaterThanOrEqual(1500);
      }),
      { numRuns: 150 },
    );
  });
});
