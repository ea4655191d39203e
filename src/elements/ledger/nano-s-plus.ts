import { svg } from 'lit';
import type { DeviceModel } from '../device-drawing/model.ts';
import { slab } from '../device-drawing/parts.ts';

/** 62.39 × 17.40 mm. Both buttons are on the upper edge; the steel cover turns around the disc on the right. */
export const nanoSPlusModel: DeviceModel = {
  layout: 'buttons-above',
  width: 62.39,
  height: 17.4,
  body: slab(
    62.39,
    17.4,
    3.6,
    8.7,
    svg`<rect class="port" x="0" y="5.6" width="1.5" height="6.2" rx="0.75" />
      <circle class="metal" cx="53.69" cy="8.7" r="6.4" /><circle class="recess" cx="53.69" cy="8.7" r="4.6" />`,
  ),
  screen: { kind: 'bar', x: 12.2, y: 2.7, width: 24, height: 12, radius: 1.2 },
  buttons: {
    left: { kind: 'bar', x: 10.4, y: -1.7, width: 8.4, height: 5, radius: 1.5 },
    right: { kind: 'bar', x: 29.6, y: -1.7, width: 8.4, height: 5, radius: 1.5 },
  },
  buttonsOnEdge: true,
};
