/**
 * What the simulated device says of itself on the USB: a full-speed device with two interfaces, laid out as on
 * Ledger's devices, so that unmodified tools find it. Interface 0 is HID, interface 1 is vendor-specific, for WebUSB.
 * USB 2.0 chapter 9, HID 1.11, the WebUSB specification and Microsoft's OS 2.0 descriptors. Little-endian throughout.
 */
import { concatBytes } from '../../../src/protocol/bytes.ts';
import { reportLength } from '../../../src/protocol/apdu/hid-framing.ts';

export interface UsbIdentity {
  readonly vendorId: number;
  readonly productId: number;
  readonly manufacturer: string;
  /** Says "Simulator", whatever the ids are (H10). */
  readonly product: string;
  readonly serial: string;
}

export const descriptorTypes = {
  device: 1,
  configuration: 2,
  string: 3,
  interface: 4,
  endpoint: 5,
  binaryObjectStore: 15,
  deviceCapability: 16,
  hid: 0x21,
  report: 0x22,
} as const;

export const configurationValue = 1;

/** Interface 0 is where Ledger's tools look for APDUs on Linux; the vendor interface is found by its class. */
export const interfaces = [
  { number: 0, class: 0x03, subclass: 0, protocol: 0, in: 0x82, out: 0x02 },
  { number: 1, class: 0xff, subclass: 0xff, protocol: 0xff, in: 0x83, out: 0x03 },
] as const;

/** Values of `bRequest` by which a host asks for the descriptors that the two platform capabilities promise. */
export const vendorRequests = { webUsb: 0x01, microsoftOs: 0x02 } as const;
/** `wIndex` of Microsoft's request for the descriptor set. */
export const microsoftOsDescriptorIndex = 0x07;

const usbRelease = 0x0210;
const deviceRelease = 0x0100;
const hidRelease = 0x0111;
const englishLanguage = 0x0409;
/** Bus powered, and asks for 100 mA (in units of 2 mA). */
const attributes = 0x80;
const maximumPower = 50;
const interruptTransfer = 0x03;
/** Frames of 1 ms between two polls. */
const pollInterval = 1;

const u16 = (value: number): Uint8Array => Uint8Array.of(value & 0xff, (value >>> 8) & 0xff);
const u32 = (value: number): Uint8Array => concatBytes(u16(value & 0xffff), u16(value >>> 16));

/** One 64-byte report each way, no report ids: usage page 0xFFA0, usage 1, as on every Ledger. */
export const reportDescriptor: Uint8Array = concatBytes(
  Uint8Array.of(0x06, 0xa0, 0xff, 0x09, 0x01, 0xa1, 0x01),
  Uint8Array.of(0x09, 0x03, 0x15, 0x00, 0x26, 0xff, 0x00, 0x75, 0x08, 0x95, reportLength, 0x81, 0x08),
  Uint8Array.of(0x09, 0x04, 0x15, 0x00, 0x26, 0xff, 0x00, 0x75, 0x08, 0x95, reportLength, 0x91, 0x08),
  Uint8Array.of(0xc0),
);

export const hidDescriptor: Uint8Array = concatBytes(
  Uint8Array.of(9, descriptorTypes.hid),
  u16(hidRelease),
  Uint8Array.of(0, 1, descriptorTypes.report),
  u16(reportDescriptor.length),
);

/** 18 bytes. */
export function deviceDescriptor({ vendorId, productId }: UsbIdentity): Uint8Array {
  return concatBytes(
    Uint8Array.of(18, descriptorTypes.device),
    u16(usbRelease),
    Uint8Array.of(0, 0, 0, 64),
    u16(vendorId),
    u16(productId),
    u16(deviceRelease),
    Uint8Array.of(1, 2, 3, 1),
  );
}

function endpointDescriptor(address: number): Uint8Array {
  return concatBytes(
    Uint8Array.of(7, descriptorTypes.endpoint, address, interruptTransfer),
    u16(reportLength),
    Uint8Array.of(pollInterval),
  );
}

export function configurationDescriptor(): Uint8Array {
  const parts = interfaces.map((each) =>
    concatBytes(
      Uint8Array.of(9, descriptorTypes.interface, each.number, 0, 2),
      Uint8Array.of(each.class, each.subclass, each.protocol, 0),
      each.class === 0x03 ? hidDescriptor : new Uint8Array(),
      endpointDescriptor(each.in),
      endpointDescriptor(each.out),
    ),
  );
  const body = concatBytes(...parts);
  return concatBytes(
    Uint8Array.of(9, descriptorTypes.configuration),
    u16(9 + body.length),
    Uint8Array.of(interfaces.length, configurationValue, 0, attributes, maximumPower),
    body,
  );
}

/** At most 126 UTF-16 code units; `undefined` for an index that names no string. */
export function stringDescriptor(identity: UsbIdentity, index: number): Uint8Array | undefined {
  if (index === 0) return concatBytes(Uint8Array.of(4, descriptorTypes.string), u16(englishLanguage));
  const text = [identity.manufacturer, identity.product, identity.serial][index - 1];
  if (text === undefined) return undefined;
  const units = utf16(text.slice(0, 126));
  return concatBytes(Uint8Array.of(2 + units.length, descriptorTypes.string), units);
}

function utf16(text: string): Uint8Array {
  return concatBytes(...Array.from({ length: text.length }, (_, index) => u16(text.charCodeAt(index))));
}

function platformCapability(uuid: readonly number[], data: Uint8Array): Uint8Array {
  const platform = 0x05;
  return concatBytes(
    Uint8Array.of(20 + data.length, descriptorTypes.deviceCapability, platform, 0, ...uuid),
    data,
  );
}

/** {3408b638-09a9-47a0-8bfd-a0768815b665} and {d8dd60df-4589-4cc7-9cd2-659d9e648a9f}, as bytes on the wire. */
const webUsbUuid = [
  0x38, 0xb6, 0x08, 0x34, 0xa9, 0x09, 0xa0, 0x47, 0x8b, 0xfd, 0xa0, 0x76, 0x88, 0x15, 0xb6, 0x65,
];
const microsoftUuid = [
  0xdf, 0x60, 0xdd, 0xd8, 0x89, 0x45, 0xc7, 0x4c, 0x9c, 0xd2, 0x65, 0x9d, 0x9e, 0x64, 0x8a, 0x9f,
];
const windows8Point1 = 0x0603_0000;

/** No landing page: a browser would announce one, and this device sends nobody anywhere. */
export function binaryObjectStore(): Uint8Array {
  const webUsb = platformCapability(webUsbUuid, Uint8Array.of(0x00, 0x01, vendorRequests.webUsb, 0));
  const microsoft = platformCapability(
    microsoftUuid,
    concatBytes(
      u32(windows8Point1),
      u16(microsoftOsDescriptorSet().length),
      Uint8Array.of(vendorRequests.microsoftOs, 0),
    ),
  );
  const total = 5 + webUsb.length + microsoft.length;
  return concatBytes(
    Uint8Array.of(5, descriptorTypes.binaryObjectStore),
    u16(total),
    Uint8Array.of(2),
    webUsb,
    microsoft,
  );
}

const windowsInterfaceGuid = '{3CB7C4D9-5B8E-4E5A-9A3C-0E4F6B5D27A1}';

/** Tells Windows to give the vendor interface its WinUSB driver, and nothing about the HID interface. */
export function microsoftOsDescriptorSet(): Uint8Array {
  const compatibleId = concatBytes(u16(20), u16(3), ascii('WINUSB'), new Uint8Array(10));
  const name = utf16('DeviceInterfaceGUIDs\0');
  const value = utf16(`${windowsInterfaceGuid}\0\0`);
  const multiString = 7;
  const property = concatBytes(u16(multiString), u16(name.length), name, u16(value.length), value);
  const registry = concatBytes(u16(4 + property.length), u16(4), property);
  const features = concatBytes(compatibleId, registry);
  const vendorInterface = interfaces[1].number;
  const functionSubset = concatBytes(
    u16(8),
    u16(2),
    Uint8Array.of(vendorInterface, 0),
    u16(8 + features.length),
    features,
  );
  const configurationSubset = concatBytes(
    u16(8),
    u16(1),
    Uint8Array.of(0, 0),
    u16(8 + functionSubset.length),
    functionSubset,
  );
  return concatBytes(
    u16(10),
    u16(0),
    u32(windows8Point1),
    u16(10 + configurationSubset.length),
    configurationSubset,
  );
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
