import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDeviceTime } from '../../../firmware-sim/device/device-time.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('device time', () => {
  it('follows the real clock while it runs, a tick every 50 ms', () => {
    const ticks: number[] = [];
    const time = createDeviceTime(
      () => ticks.push(time.now()),
      () => Date.now(),
    );
    vi.advanceTimersByTime(175);
    expect(ticks).toEqual([50, 100, 150]);
    expect(time.now()).toBe(175);
    time.close();
  });

  it('stands still while paused, and goes on where it stood', () => {
    const tick = vi.fn<() => void>();
    const time = createDeviceTime(tick, () => Date.now());
    vi.advanceTimersByTime(60);
    time.pause();
    time.pause();
    vi.advanceTimersByTime(10_000);
    expect([time.now(), tick.mock.calls.length, time.running()]).toEqual([60, 1, false]);
    time.resume();
    time.resume();
    vi.advanceTimersByTime(50);
    expect([time.now(), tick.mock.calls.length]).toEqual([110, 2]);
    time.close();
  });

  it('advances at once in ticks of 50 ms and a last one of the rest', () => {
    const ticks: number[] = [];
    const time = createDeviceTime(
      () => ticks.push(time.now()),
      () => Date.now(),
    );
    time.pause();
    time.advance(1500);
    expect(ticks).toHaveLength(30);
    time.advance(70);
    expect(ticks.slice(-2)).toEqual([1550, 1570]);
  });

  it('advances also while it runs, and never goes back', () => {
    const time = createDeviceTime(
      () => undefined,
      () => Date.now(),
    );
    vi.advanceTimersByTime(10);
    time.advance(1000);
    expect(time.now()).toBe(1010);
    vi.advanceTimersByTime(10);
    expect(time.now()).toBe(1020);
    time.close();
  });

  it('a wait passes with the clock, or steps it while paused', async () => {
    const time = createDeviceTime(
      () => undefined,
      () => Date.now(),
    );
    let done = false;
    const waiting = time.wait(100).then(() => {
      done = true;
    });
    await vi.advanceTimersByTimeAsync(99);
    expect(done).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await waiting;
    time.pause();
    await time.wait(300);
    expect(time.now()).toBe(400);
    await time.wait(0);
    await time.wait(-5);
    expect(time.now()).toBe(400);
  });
});
