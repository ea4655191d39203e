import { svg } from 'lit';
import type { DeviceModel } from '../device-drawing/model.ts';
import { bodyOf, sliders } from '../device-drawing/parts.ts';

/** 54.5 × 25.4 mm with its plug. One touches its long edges, where nothing shows. */
export const bitBox02Model: DeviceModel = {
  layout: 'edges',
  width: 54.5,
  height: 25.4,
  body: bodyOf(
    'M9.9 0H51.1A3.4 3.4 0 0 1 54.5 3.4V22A3.4 3.4 0 0 1 51.1 25.4H9.9A3.4 3.4 0 0 1 6.5 22V3.4A3.4 3.4 0 0 1 9.9 0Z',
    'M7.6 3.4A2.3 2.3 0 0 1 9.9 1.1H51.1A2.3 2.3 0 0 1 53.4 3.4',
    svg`<path class="plug" d="M6.5 8.5H1.2A1.2 1.2 0 0 0 0 9.7V15.7A1.2 1.2 0 0 0 1.2 16.9H6.5" />`,
  ),
  screen: { kind: 'bar', x: 18.5, y: 6.3, width: 24, height: 12.8, radius: 1.2 },
  spots: sliders({ x: 10, y: 2.3, width: 41, height: 20.8 }, 2),
};
