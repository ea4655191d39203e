import { svg } from 'lit';
import type { DeviceModel } from '../device-drawing/model.ts';
import { slab } from '../device-drawing/parts.ts';

/** 72 × 18.6 mm. Its buttons are round, one at each end of the front; the steel cover turns around the right one. */
export const nanoXModel: DeviceModel = {
  layout: 'buttons-beside',
  width: 72,
  height: 18.6,
  body: slab(
    72,
    18.6,
    9.3,
    9.3,
    svg`<circle class="recess" cx="9.3" cy="9.3" r="6.7" /><circle class="metal" cx="62.7" cy="9.3" r="6.9" />`,
  ),
  screen: { kind: 'bar', x: 23.5, y: 3.05, width: 25, height: 12.5, radius: 1.2 },
  buttons: {
    left: { kind: 'disc', x: 9.3, y: 9.3, radius: 5 },
    right: { kind: 'disc', x: 62.7, y: 9.3, radius: 5 },
  },
};
