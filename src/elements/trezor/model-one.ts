import type { DeviceModel } from '../device-drawing/model.ts';
import { bodyOf } from '../device-drawing/parts.ts';

/** 60 × 30 mm, narrower where its cable is. Two buttons below the screen. */
export const trezorOneModel: DeviceModel = {
  layout: 'buttons-below',
  width: 30,
  height: 60,
  body: bodyOf(
    'M4.8.7Q15-.7 25.2.7C28.6 1.2 30 3 30 6.2V39C30 44.4 28.8 47.8 25.8 52.4L24.1 55C21.6 58.9 20.4 60 17.2 60H12.8C9.6 60 8.4 58.9 5.9 55L4.2 52.4C1.2 47.8 0 44.4 0 39V6.2C0 3 1.4 1.2 4.8.7Z',
    'M1.1 6.4C1.1 3.6 2.2 2.2 5 1.8Q15 .4 25 1.8C27.8 2.2 28.9 3.6 28.9 6.4',
  ),
  screen: { kind: 'bar', x: 2.6, y: 12.6, width: 24.8, height: 14, radius: 1.4 },
  buttons: {
    left: { kind: 'bar', x: 2.9, y: 30.4, width: 10.4, height: 5.2, radius: 1.5 },
    right: { kind: 'bar', x: 16.7, y: 30.4, width: 10.4, height: 5.2, radius: 1.5 },
  },
};
