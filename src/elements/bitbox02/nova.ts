import { svg } from 'lit';
import type { DeviceModel } from '../device-drawing/model.ts';
import { bodyOf, sliders } from '../device-drawing/parts.ts';

/** 54.5 × 25.4 mm with its plug. As the first BitBox02, with a front of glass from edge to edge. */
export const bitBox02NovaModel: DeviceModel = {
  layout: 'edges',
  width: 54.5,
  height: 25.4,
  body: bodyOf(
    'M10.7 0H50.3A4.2 4.2 0 0 1 54.5 4.2V21.2A4.2 4.2 0 0 1 50.3 25.4H10.7A4.2 4.2 0 0 1 6.5 21.2V4.2A4.2 4.2 0 0 1 10.7 0Z',
    'M7.6 4.2A3.1 3.1 0 0 1 10.7 1.1H50.3A3.1 3.1 0 0 1 53.4 4.2',
    svg`<path class="plug" d="M6.5 8.5H1.2A1.2 1.2 0 0 0 0 9.7V15.7A1.2 1.2 0 0 0 1.2 16.9H6.5" />
      <rect class="glass" x="8.3" y="1.8" width="44.4" height="21.8" rx="2.8" />`,
  ),
  screen: { kind: 'bar', x: 17.5, y: 5.7, width: 26, height: 14, radius: 1.2 },
  spots: sliders({ x: 10, y: 2.3, width: 41, height: 20.8 }, 2),
};
