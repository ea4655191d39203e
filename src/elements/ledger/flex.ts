import type { DeviceModel } from '../device-drawing/model.ts';
import { fingers, slab } from '../device-drawing/parts.ts';

const screen = { kind: 'bar', x: 5.6, y: 5.5, width: 45.3, height: 56.6, radius: 1.6, paper: true } as const;

/** 78.4 × 56.5 mm. Its paper-like screen has a broad rim below. */
export const flexModel: DeviceModel = {
  layout: 'touch',
  width: 56.5,
  height: 78.4,
  body: slab(56.5, 78.4, 7),
  screen,
  spots: fingers(screen, 4.5),
};
