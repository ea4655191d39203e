/** How this browser reaches devices on USB, before any code for it is loaded. */
import type { LinkOffer } from '../../elements/choose-device/hb-choose-device.ts';

/** The types say that every browser has both; many have neither, and Chrome on Android has WebUSB alone. */
export interface BrowserUsb {
  readonly hid?: HID | undefined;
  readonly usb?: USB | undefined;
}

/** WebHID first: WebUSB is for browsers that have nothing else. */
export function usbOf({ hid, usb }: BrowserUsb): BrowserUsb & { readonly kind: 'webhid' | 'webusb' } {
  return { hid, usb, kind: hid === undefined && usb !== undefined ? 'webusb' : 'webhid' };
}

/** Every way to a device, and whether this browser has it. The simulators need nothing that a browser may lack. */
export function linkOffersOf(browser: BrowserUsb): readonly LinkOffer[] {
  const { kind, hid, usb } = usbOf(browser);
  return [
    { kind, supported: hid !== undefined || usb !== undefined },
    { kind: 'simulator-frame', supported: true },
    { kind: 'simulator-process', supported: true },
  ];
}
