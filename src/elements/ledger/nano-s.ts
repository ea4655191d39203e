import { svg } from 'lit';
import type { DeviceModel } from '../device-drawing/model.ts';
import { slab } from '../device-drawing/parts.ts';

/** 56.95 × 17.4 mm. As the Nano S Plus, with a screen of half the height. */
export const nanoSModel: DeviceModel = {
  layout: 'buttons-above',
  width: 56.95,
  height: 17.4,
  body: slab(
    56.95,
    17.4,
    3.6,
    8.7,
    svg`<rect class="port" x="0" y="5.6" width="1.5" height="6.2" rx="0.75" />
      <circle class="metal" cx="48.25" cy="8.7" r="6.4" /><circle class="recess" cx="48.25" cy="8.7" r="4.6" />`,
  ),
  screen: { kind: 'bar', x: 9.4, y: 5.4, width: 24, height: 6.6, radius: 1 },
  buttons: {
    left: { kind: 'bar', x: 8, y: -1.7, width: 8, height: 5, radius: 1.5 },
    right: { kind: 'bar', x: 26.8, y: -1.7, width: 8, height: 5, radius: 1.5 },
  },
  buttonsOnEdge: true,
};
