import { svg } from 'lit';
import type { DeviceModel } from '../device-drawing/model.ts';
import { bodyOf, fingers } from '../device-drawing/parts.ts';

const screen = { kind: 'bar', x: 6.1, y: 8, width: 27.8, height: 27.8, radius: 1.6 } as const;

/** 65.9 × 40 mm. A square touch screen under one sheet of glass. */
export const trezorSafe5Model: DeviceModel = {
  layout: 'touch',
  width: 40,
  height: 65.9,
  body: bodyOf(
    'M7 0H33C37.8 0 40 2.2 40 7V43C40 47.6 39 50.6 36.6 54L31.6 61.2C29 64.8 27.2 65.9 23.4 65.9H16.6C12.8 65.9 11 64.8 8.4 61.2L3.4 54C1 50.6 0 47.6 0 43V7C0 2.2 2.2 0 7 0Z',
    'M1.1 7.4C1.1 2.8 2.8 1.1 7.4 1.1H32.6C37.2 1.1 38.9 2.8 38.9 7.4',
    svg`<path class="glass" d="M8 3H32C35.6 3 37 4.4 37 8V42.6C37 46.4 36.2 48.8 34.2 51.7L29.4 58.7C27.4 61.8 26 62.9 22.9 62.9H17.1C14 62.9 12.6 61.8 10.6 58.7L5.8 51.7C3.8 48.8 3 46.4 3 42.6V8C3 4.4 4.4 3 8 3Z" />`,
  ),
  screen,
  spots: fingers(screen, 2.8),
};
