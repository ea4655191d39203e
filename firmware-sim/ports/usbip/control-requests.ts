/** Requests on endpoint 0 of the simulated device: standard, HID and vendor ones. USB 2.0 section 9.4, HID 1.11 section 7. */
import { byteAt, readU16 } from '../../../src/protocol/bytes.ts';
import { reportLength } from '../../../src/protocol/apdu/hid-framing.ts';
import {
  binaryObjectStore,
  configurationDescriptor,
  configurationValue,
  descriptorTypes,
  deviceDescriptor,
  hidDescriptor,
  interfaces,
  microsoftOsDescriptorIndex,
  microsoftOsDescriptorSet,
  reportDescriptor,
  stringDescriptor,
  vendorRequests,
  type UsbIdentity,
} from './descriptors.ts';

export const setupLength = 8;

export interface Setup {
  readonly requestType: number;
  readonly request: number;
  readonly value: number;
  readonly index: number;
  /** Bytes that follow, to the device or at most to the host. */
  readonly length: number;
}

/** Reads the 8 bytes of a SETUP packet, which are little-endian. */
export function readSetup(bytes: Uint8Array): Setup {
  const word = (offset: number): number => ((readU16(bytes, offset) & 0xff) << 8) | byteAt(bytes, offset);
  return {
    requestType: byteAt(bytes, 0),
    request: byteAt(bytes, 1),
    value: word(2),
    index: word(4),
    length: word(6),
  };
}

/** What requests can change or reach. */
export interface ControlTarget {
  readonly identity: UsbIdentity;
  configured(): boolean;
  /** Also starts afresh: what was half-received or not yet fetched is forgotten. */
  configure(on: boolean): void;
  resetInterface(number: number): void;
  /** `undefined` for an endpoint that is not there. */
  halted(address: number): boolean | undefined;
  setHalted(address: number, on: boolean): void;
  /** An output report that came through endpoint 0. */
  receiveReport(report: Uint8Array): void;
}

/** The reply's bytes (empty for a request without data to return), or `stall` for one that the device does not know. */
export type ControlReply = Uint8Array | 'stall';

const done = new Uint8Array();
const twoBytes = (value: number): Uint8Array => Uint8Array.of(value & 0xff, value >>> 8);

const recipients = { device: 0, interface: 1, endpoint: 2 } as const;
const standard = {
  getStatus: 0,
  clearFeature: 1,
  setFeature: 3,
  getDescriptor: 6,
  getConfiguration: 8,
  setConfiguration: 9,
  getInterface: 10,
  setInterface: 11,
} as const;
const hid = { getReport: 1, getIdle: 2, setReport: 9, setIdle: 10 } as const;
const hidReportTypes = { input: 1, output: 2 } as const;
const endpointHalt = 0;

/** The data of a reply is cut to what the host asked for. */
export function answerControl(target: ControlTarget, setup: Setup, data: Uint8Array): ControlReply {
  const toHost = (setup.requestType & 0x80) !== 0;
  const reply = answer(target, setup, data, toHost);
  return reply === 'stall' ? reply : reply.subarray(0, setup.length);
}

function answer(target: ControlTarget, setup: Setup, data: Uint8Array, toHost: boolean): ControlReply {
  switch ((setup.requestType >> 5) & 3) {
    case 0:
      return toHost ? readStandard(target, setup) : writeStandard(target, setup);
    case 1:
      return answerHid(target, setup, data, toHost);
    case 2:
      return toHost ? answerVendor(setup) : 'stall';
    default:
      return 'stall';
  }
}

function isInterface(index: number): boolean {
  return interfaces.some(({ number }) => number === index);
}

function readStandard(target: ControlTarget, { requestType, request, value, index }: Setup): ControlReply {
  const recipient = requestType & 0x1f;
  switch (request) {
    case standard.getDescriptor:
      return descriptor(target.identity, recipient, value, index);
    case standard.getConfiguration:
      return Uint8Array.of(target.configured() ? configurationValue : 0);
    case standard.getInterface:
      return isInterface(index) ? Uint8Array.of(0) : 'stall';
    case standard.getStatus: {
      if (recipient === recipients.device) return twoBytes(0);
      if (recipient === recipients.interface) return isInterface(index) ? twoBytes(0) : 'stall';
      const halted = target.halted(index);
      return halted === undefined ? 'stall' : twoBytes(halted ? 1 : 0);
    }
    default:
      return 'stall';
  }
}

function descriptor(identity: UsbIdentity, recipient: number, value: number, index: number): ControlReply {
  const type = value >> 8;
  const place = value & 0xff;
  if (recipient === recipients.interface) {
    if (index !== interfaces[0].number) return 'stall';
    if (type === descriptorTypes.hid) return hidDescriptor;
    return type === descriptorTypes.report ? reportDescriptor : 'stall';
  }
  switch (type) {
    case descriptorTypes.device:
      return deviceDescriptor(identity);
    case descriptorTypes.configuration:
      return place === 0 ? configurationDescriptor() : 'stall';
    case descriptorTypes.string:
      return stringDescriptor(identity, place) ?? 'stall';
    case descriptorTypes.binaryObjectStore:
      return binaryObjectStore();
    default:
      // The device qualifier among them: a full-speed device that is nothing else refuses it.
      return 'stall';
  }
}

function writeStandard(target: ControlTarget, { requestType, request, value, index }: Setup): ControlReply {
  const recipient = requestType & 0x1f;
  switch (request) {
    case standard.setConfiguration:
      if (value !== 0 && value !== configurationValue) return 'stall';
      target.configure(value === configurationValue);
      return done;
    case standard.setInterface:
      if (value !== 0 || !isInterface(index)) return 'stall';
      target.resetInterface(index);
      return done;
    case standard.clearFeature:
    case standard.setFeature:
      if (recipient !== recipients.endpoint || value !== endpointHalt) return 'stall';
      if (target.halted(index) === undefined) return 'stall';
      target.setHalted(index, request === standard.setFeature);
      return done;
    default:
      return 'stall';
  }
}

function answerHid(target: ControlTarget, setup: Setup, data: Uint8Array, toHost: boolean): ControlReply {
  if ((setup.requestType & 0x1f) !== recipients.interface || setup.index !== interfaces[0].number)
    return 'stall';
  const reportType = setup.value >> 8;
  if (toHost) {
    if (setup.request === hid.getIdle) return Uint8Array.of(0);
    const input = setup.request === hid.getReport && reportType === hidReportTypes.input;
    // Reports are events here, and none is kept: a host that asks for one out of turn gets an empty one.
    return input ? new Uint8Array(reportLength) : 'stall';
  }
  if (setup.request === hid.setIdle) return done;
  if (setup.request !== hid.setReport || reportType !== hidReportTypes.output) return 'stall';
  if (data.length !== reportLength) return 'stall';
  target.receiveReport(data);
  return done;
}

function answerVendor({ request, index }: Setup): ControlReply {
  const asked = request === vendorRequests.microsoftOs && index === microsoftOsDescriptorIndex;
  // WebUSB's own request asks for the landing page's address, and there is none.
  return asked ? microsoftOsDescriptorSet() : 'stall';
}
