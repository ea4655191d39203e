import { svg } from 'lit';
import type { DeviceModel } from '../device-drawing/model.ts';
import { bodyOf } from '../device-drawing/parts.ts';

/** 59 × 32 mm. Two buttons in one pad below the screen. */
export const trezorSafe3Model: DeviceModel = {
  layout: 'buttons-below',
  width: 32,
  height: 59,
  body: bodyOf(
    'M5.4 0H26.6C30.2 0 32 1.8 32 5.4V38.5C32 42.6 31 45.4 28.9 48.8L24.6 55.6C23 58.2 21.8 59 19 59H13C10.2 59 9 58.2 7.4 55.6L3.1 48.8C1 45.4 0 42.6 0 38.5V5.4C0 1.8 1.8 0 5.4 0Z',
    'M1.1 5.8C1.1 2.5 2.5 1.1 5.8 1.1H26.2C29.5 1.1 30.9 2.5 30.9 5.8',
    svg`<rect class="recess" x="3" y="26.9" width="26" height="8.8" rx="3" />`,
  ),
  screen: { kind: 'bar', x: 4.4, y: 8.2, width: 23.2, height: 12.6, radius: 1.4 },
  buttons: {
    left: { kind: 'bar', x: 4.2, y: 28.1, width: 9.8, height: 6.4, radius: 2 },
    right: { kind: 'bar', x: 18, y: 28.1, width: 9.8, height: 6.4, radius: 2 },
  },
};
