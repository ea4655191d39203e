/** Fingers at a device in the test's own process, which a page drives over its fake `navigator.hid` or `navigator.usb`. */
import type { Page } from 'playwright-core';
import type { SlowFingers } from '../../kit/drivers/person.ts';
import type { TestDevice } from '../../fixtures/devices/test-device.ts';

/** `device` and `page` are asked for each time: a test may replug the one and reload the other. */
export function hidFingers(device: () => TestDevice, page: () => Page): SlowFingers {
  return async (action) => {
    if (action.kind !== 'watch') return device().fingers(action);
    // The glass changes when the page has asked for the next thing: look again with each of its frames.
    while (device().lines()[0] === action.title)
      await page().evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    return device().textLines();
  };
}
