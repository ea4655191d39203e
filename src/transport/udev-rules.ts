/**
 * What Linux needs once, so that the person at the keyboard may open our devices: the lines of
 * `docs/70-hostblind.rules`, and a test compares the two. The number is below 73, where the tag takes effect.
 */
export const udevRulesFile = '/etc/udev/rules.d/70-hostblind.rules';

export const udevRules = [
  // HID, for WebHID and the terminal program.
  'KERNEL=="hidraw*", ATTRS{idVendor}=="2c97", TAG+="uaccess"',
  // The device itself, for WebUSB.
  'SUBSYSTEM=="usb", ATTR{idVendor}=="2c97", TAG+="uaccess"',
] as const;
