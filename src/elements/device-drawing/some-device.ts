/** A device of which no more is known than that it is one. */
import type { DeviceModel } from './model.ts';
import { slab } from './parts.ts';

export const someDeviceModel: DeviceModel = {
  layout: 'screen',
  width: 60,
  height: 42,
  body: slab(60, 42, 8),
  screen: { kind: 'bar', x: 7, y: 7, width: 46, height: 28, radius: 2.6 },
};
