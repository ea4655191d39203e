import { svg } from 'lit';
import type { DeviceModel } from '../device-drawing/model.ts';
import { fingers, slab } from '../device-drawing/parts.ts';

const screen = {
  kind: 'bar',
  x: 4.6,
  y: 2.4,
  width: 46.3,
  height: 80.1,
  radius: 3.6,
  paper: true,
  path: 'M1.9 2.4H47.3A3.6 3.6 0 0 1 50.9 6V78.9A3.6 3.6 0 0 1 47.3 82.5H1.9A1 1 0 0 1 .9 81.5V3.4A1 1 0 0 1 1.9 2.4Z',
} as const;

/** 85 × 54 mm. Its paper-like screen bends around the left edge. */
export const staxModel: DeviceModel = {
  layout: 'touch',
  width: 54,
  height: 85,
  body: slab(54, 85, 2.2, 5.4),
  screen: { ...screen, more: svg`<path class="fold" d="M4.6 3.4V81.5" />` },
  spots: fingers(screen, 4.5),
};
