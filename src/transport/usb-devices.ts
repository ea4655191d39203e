/** Which USB devices we offer to open, and which of them is "the same one" after an unplug. */

export const ledgerVendorId = 0x2c97;
/** The vendor-defined usage page of Ledger's APDU interface; the FIDO interface beside it has another. */
export const apduUsagePage = 0xffa0;

/** Any device that speaks the framing may be chosen, by any maker; the certificate says what it is. */
export const deviceFilters: HIDDeviceFilter[] = [
  { vendorId: ledgerVendorId, usagePage: apduUsagePage },
  { usagePage: apduUsagePage },
];

/** WebUSB knows no usage pages: the class of the vendor's own interface must do. */
const vendorClass = 0xff;
export const webUsbFilters: USBDeviceFilter[] = [{ vendorId: ledgerVendorId }, { classCode: vendorClass }];

/** The interface for APDUs, by class and not by number, since the number differs between firmwares. */
export function vendorInterface(
  configuration: USBConfiguration | null | undefined,
): USBInterface | undefined {
  return configuration?.interfaces.find(({ alternates }) =>
    alternates.some(({ interfaceClass }) => interfaceClass === vendorClass),
  );
}

export interface UsbModelKey {
  readonly vendorId: number;
  readonly productId: number;
}

/** Product ids of older firmware, each for exactly one model; the value is the model's code in newer ids. */
const legacyModels: ReadonlyMap<number, number> = new Map([
  [0x0001, 0x10],
  [0x0004, 0x40],
  [0x0005, 0x50],
  [0x0006, 0x60],
  [0x0007, 0x70],
  [0x0008, 0x80],
]);

/**
 * A key that stays the same when a device changes its product id, as it does when another app opens: the low byte
 * encodes USB interfaces, not the model. Other vendors' product IDs are compared whole.
 */
export function modelKey({ vendorId, productId }: UsbModelKey): string {
  const model = vendorId === ledgerVendorId ? (legacyModels.get(productId) ?? productId >> 8) : productId;
  return `${vendorId.toString(16)}:${model.toString(16)}`;
}

export function speaksApdu(device: Pick<HIDDevice, 'collections'>): boolean {
  return device.collections.some((collection) => collection.usagePage === apduUsagePage);
}
