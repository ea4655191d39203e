import type { DeviceModel } from '../device-drawing/model.ts';
import { bodyOf, fingers } from '../device-drawing/parts.ts';

const screen = { kind: 'bar', x: 5.6, y: 10.2, width: 27.8, height: 27.8, radius: 1 } as const;

/** 64 × 39 mm, much narrower where its cable is. A square touch screen. */
export const trezorTModel: DeviceModel = {
  layout: 'touch',
  width: 39,
  height: 64,
  body: bodyOf(
    'M4.6 0H34.4C37.4 0 39 1.6 39 4.6V38.5C39 44.6 37.6 47.9 33.8 52.3L26.3 61C24.6 63.1 23.6 64 21.2 64H17.8C15.4 64 14.4 63.1 12.7 61L5.2 52.3C1.4 47.9 0 44.6 0 38.5V4.6C0 1.6 1.6 0 4.6 0Z',
    'M1.1 5.1C1.1 2.4 2.4 1.1 5.1 1.1H33.9C36.6 1.1 37.9 2.4 37.9 5.1',
  ),
  screen,
  spots: fingers(screen, 2.8),
};
