/**
 * What a device can be called. A choice and not a field: nothing in this app can be typed into, so that nobody ever
 * gets used to typing next to their words. All fit the device (`isDeviceName`).
 */
export const presetNames = [
  'Desk',
  'Home',
  'Office',
  'Travel',
  'Everyday',
  'Savings',
  'Family',
  'Spare',
  'First',
  'Second',
  'Blue',
  'Green',
] as const;
export type PresetName = (typeof presetNames)[number];

export function isPresetName(name: string | undefined): name is PresetName {
  return (presetNames as readonly (string | undefined)[]).includes(name);
}
