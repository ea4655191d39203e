/** A device with a touch screen, of no model in particular: where ours has no drawing of its own. */
import type { DeviceModel } from './model.ts';
import { fingers, slab } from './parts.ts';

const screen = { kind: 'bar', x: 4, y: 4, width: 46, height: 62, radius: 3 } as const;

export const touchDeviceModel: DeviceModel = {
  layout: 'touch',
  width: 54,
  height: 74,
  body: slab(54, 74, 7),
  screen,
  spots: fingers(screen, 4.5),
};
