/** A device of any maker that speaks our own protocol. Its lower edge and its keys have the curve of the closed eye. */
import type { DeviceModel } from './model.ts';
import { bodyOf } from './parts.ts';

const outline =
  'M9 0H59A9 9 0 0 1 68 9V34.5C68 40.6 64.4 43.6 58.6 45.2C51.5 47.1 43 48 34 48S16.5 47.1 9.4 45.2C3.6 43.6 0 40.6 0 34.5V9A9 9 0 0 1 9 0Z';

export const hostblindModel: DeviceModel = {
  layout: 'buttons-below',
  width: 68,
  height: 48,
  body: bodyOf(outline, 'M1.1 9A7.9 7.9 0 0 1 9 1.1H59A7.9 7.9 0 0 1 66.9 9'),
  screen: { kind: 'bar', x: 9, y: 5.5, width: 50, height: 25, radius: 2.6 },
  buttons: {
    left: {
      kind: 'outline',
      path: 'M10.88 39.31A80.5 80.5 0 0 0 28.63 42.52A2.5 2.5 0 0 0 28.97 37.53A75.5 75.5 0 0 1 12.32 34.52A2.5 2.5 0 0 0 10.88 39.31Z',
      around:
        'M10.51 40.55A81.8 81.8 0 0 0 28.55 43.82A3.8 3.8 0 0 0 29.05 36.23A74.2 74.2 0 0 1 12.69 33.27A3.8 3.8 0 0 0 10.51 40.55Z',
    },
    right: {
      kind: 'outline',
      path: 'M39.37 42.52A80.5 80.5 0 0 0 57.12 39.31A2.5 2.5 0 0 0 55.68 34.52A75.5 75.5 0 0 1 39.03 37.53A2.5 2.5 0 0 0 39.37 42.52Z',
      around:
        'M39.45 43.82A81.8 81.8 0 0 0 57.49 40.55A3.8 3.8 0 0 0 55.31 33.27A74.2 74.2 0 0 1 38.95 36.23A3.8 3.8 0 0 0 39.45 43.82Z',
    },
  },
};
