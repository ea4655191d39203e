/** Names that a person may give a device: none that could pass for a sentence of the device's own, or for a request. */
import { describe, expect, it } from 'vitest';
import { isDeviceName } from '../../../src/protocol/device-name.ts';

describe('the name of a device', () => {
  it.each(['Desk', 'Blue drawer', 'Anna 2', 'simple', 'Keynote', 'Webster', 'Pinewood'])(
    'may be %j',
    (name) => {
      expect(isDeviceName(name)).toBe(true);
    },
  );

  it.each(['Büro', 'Café', 'Casa ¡', 'Œuf'])(
    'is never %j, though the glass has every letter of it',
    (name) => {
      expect(isDeviceName(name)).toBe(false);
    },
  );

  it.each([
    'SIM',
    'not a sim',
    'Send now',
    'Yes',
    'New pin',
    'my key',
    'Hold on',
    'OK',
    'web',
    'PC 1',
    'Backup',
    'back-up',
    'c4ncel',
    'Genuine',
    'Authentic',
  ])('is never %j: it would read as something the device says', (name) => {
    expect(isDeviceName(name)).toBe(false);
  });
});
