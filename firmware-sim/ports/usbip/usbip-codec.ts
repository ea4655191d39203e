/**
 * The bytes of USB/IP 1.1.1 (Linux, Documentation/usb/usbip_protocol.rst), server's side. Pure. A connection begins
 * with operations (list, import); after a successful import it carries transfers (URBs). Big-endian, but for the
 * 8 bytes of a SETUP packet, which are those of the bus.
 */
import { concatBytes, u16 } from '../../../src/protocol/bytes.ts';
import { usbText } from '../../../src/text/simulator/usb.ts';
import { setupLength } from './control-requests.ts';
import { configurationValue, interfaces, type UsbIdentity } from './descriptors.ts';

const usbipVersion = 0x0111;
const operations = {
  listRequest: 0x8005,
  importRequest: 0x8003,
  listReply: 0x0005,
  importReply: 0x0003,
} as const;
const commands = { submit: 1, unlink: 2, submitted: 3, unlinked: 4 } as const;

/** Why an import is refused. */
export const importStatus = { ok: 0, deviceBusy: 2, noDevice: 4 } as const;

/** Linux error numbers, negative as on the wire. */
export const urbStatus = { ok: 0, stall: -32, overflow: -75, unlinked: -104 } as const;

const operationLength = 8;
const busIdLength = 32;
const pathLength = 256;
const urbHeaderLength = 48;
const fullSpeed = 2;

/** Bytes of one transfer; a longer one is refused. A report has 64, and no control request of ours more than 200. */
export const maximumTransfer = 65_536;

export interface Submit {
  readonly kind: 'submit';
  readonly sequence: number;
  readonly toHost: boolean;
  readonly endpoint: number;
  /** Bytes to send, or room for bytes to the host. */
  readonly length: number;
  /** The 8 bytes of a SETUP packet; they mean something on endpoint 0 only. */
  readonly setup: Uint8Array;
  /** Empty when the transfer goes to the host. */
  readonly data: Uint8Array;
}

export type UsbipMessage =
  | { readonly kind: 'list' }
  | { readonly kind: 'import'; readonly busId: string }
  | Submit
  | { readonly kind: 'unlink'; readonly sequence: number; readonly unlinked: number }
  /** Nothing after it can be understood: the connection is to be closed. */
  | { readonly kind: 'bad'; readonly reason: string };

export interface UsbipReader {
  /**
   * The messages that `chunk` completes, one at a time: the caller answers each before the next is read, since an
   * import changes how the next one reads. After `bad` there is nothing more.
   */
  push(chunk: Uint8Array): Generator<UsbipMessage, void>;
  /** From here on the connection carries transfers. */
  imported(): void;
}

interface Parsed {
  readonly length: number;
  readonly message: UsbipMessage | undefined;
}

/** `message` is `undefined` while fewer than `length` bytes are there. */
type Parse = (view: DataView, bytes: Uint8Array) => Parsed;

const bad = (reason: string): Parsed => ({ length: 0, message: { kind: 'bad', reason } });
const incomplete = (length: number): Parsed => ({ length, message: undefined });

const parseOperation: Parse = (view, bytes) => {
  if (bytes.length < operationLength) return incomplete(operationLength);
  const [version, code] = [view.getUint16(0), view.getUint16(2)];
  if (version !== usbipVersion) return bad(usbText.packet.version(hexWord(version), hexWord(usbipVersion)));
  if (code === operations.listRequest) return { length: operationLength, message: { kind: 'list' } };
  if (code !== operations.importRequest) return bad(usbText.packet.operation(hexWord(code)));
  const length = operationLength + busIdLength;
  if (bytes.length < length) return incomplete(length);
  return { length, message: { kind: 'import', busId: readText(bytes.subarray(operationLength, length)) } };
};

const parseUrb: Parse = (view, bytes) => {
  if (bytes.length < urbHeaderLength) return incomplete(urbHeaderLength);
  const [command, sequence, direction, endpoint] = [
    view.getUint32(0),
    view.getUint32(4),
    view.getUint32(12),
    view.getUint32(16),
  ];
  if (command === commands.unlink) {
    return {
      length: urbHeaderLength,
      message: { kind: 'unlink', sequence, unlinked: view.getUint32(20) },
    };
  }
  if (command !== commands.submit) return bad(usbText.packet.command(command));
  if (direction > 1) return bad(usbText.packet.direction(direction));
  if (endpoint > 15) return bad(usbText.packet.endpoint(endpoint));
  const length = view.getUint32(24);
  if (length > maximumTransfer) return bad(usbText.packet.length(length, maximumTransfer));
  // Bytes 32 to 39, the number of packets and the interval, are of isochronous and periodic transfers. This device has
  // no such endpoint, and clients leave there whatever lay in memory: the two are not looked at.
  const toHost = direction === 1;
  const total = urbHeaderLength + (toHost ? 0 : length);
  if (bytes.length < total) return incomplete(total);
  return {
    length: total,
    message: {
      kind: 'submit',
      sequence,
      toHost,
      endpoint,
      length,
      setup: bytes.slice(40, 40 + setupLength),
      data: bytes.slice(urbHeaderLength, total),
    },
  };
};

/** A reader holds at most one message, 65,584 bytes, beside the chunk that it was given last. */
export function createUsbipReader(): UsbipReader {
  let parse = parseOperation;
  let held: Uint8Array[] = [];
  let heldLength = 0;
  let wanted = operationLength;
  let refused = false;
  return {
    *push(chunk) {
      if (refused) return;
      held.push(chunk);
      heldLength += chunk.length;
      // Joined only when it can help, so that a long message in small chunks is not copied again for each of them.
      if (heldLength < wanted) return;
      // A copy in a plain array: a slice of a network buffer would share memory with the next chunk.
      let rest = concatBytes(...held);
      for (;;) {
        const { length, message } = parse(new DataView(rest.buffer, rest.byteOffset, rest.length), rest);
        if (message === undefined) {
          wanted = length;
          break;
        }
        refused = message.kind === 'bad';
        rest = refused ? new Uint8Array() : rest.subarray(length);
        yield message;
        if (refused) break;
      }
      held = rest.length === 0 ? [] : [rest.slice()];
      heldLength = rest.length;
    },
    imported() {
      parse = parseUrb;
    },
  };
}

/** A device as a list and an import describe it. `busNumber` and `deviceNumber` are those of the server. */
export interface ExportedDevice {
  readonly busId: string;
  readonly busNumber: number;
  readonly deviceNumber: number;
  readonly identity: UsbIdentity;
}

function encodeDevice({ busId, busNumber, deviceNumber, identity }: ExportedDevice): Uint8Array {
  return concatBytes(
    paddedText(`/sys/devices/hostblind/${busId}`, pathLength),
    paddedText(busId, busIdLength),
    u32(busNumber),
    u32(deviceNumber),
    u32(fullSpeed),
    u16(identity.vendorId),
    u16(identity.productId),
    u16(0x0100),
    Uint8Array.of(0, 0, 0, configurationValue, 1, interfaces.length),
  );
}

export function encodeListReply(devices: readonly ExportedDevice[]): Uint8Array {
  const interfaceList = concatBytes(
    ...interfaces.map((each) => Uint8Array.of(each.class, each.subclass, each.protocol, 0)),
  );
  return concatBytes(
    u16(usbipVersion),
    u16(operations.listReply),
    u32(importStatus.ok),
    u32(devices.length),
    ...devices.flatMap((device) => [encodeDevice(device), interfaceList]),
  );
}

/** 320 bytes with a device, 8 without. */
export function encodeImportReply(answer: ExportedDevice | 'deviceBusy' | 'noDevice'): Uint8Array {
  const status = typeof answer === 'string' ? importStatus[answer] : importStatus.ok;
  const head = concatBytes(u16(usbipVersion), u16(operations.importReply), u32(status));
  return typeof answer === 'string' ? head : concatBytes(head, encodeDevice(answer));
}

/** `length` is what was taken; `data` goes to the host. */
export function encodeSubmitted(
  sequence: number,
  { status, length, data }: { status: number; length: number; data?: Uint8Array | undefined },
): Uint8Array {
  const head = new Uint8Array(urbHeaderLength);
  const view = new DataView(head.buffer);
  view.setUint32(0, commands.submitted);
  view.setUint32(4, sequence);
  view.setInt32(20, status);
  view.setUint32(24, length);
  return data === undefined ? head : concatBytes(head, data);
}

export function encodeUnlinked(sequence: number, status: number): Uint8Array {
  const head = new Uint8Array(urbHeaderLength);
  const view = new DataView(head.buffer);
  view.setUint32(0, commands.unlinked);
  view.setUint32(4, sequence);
  view.setInt32(20, status);
  return head;
}

function u32(value: number): Uint8Array {
  return concatBytes(u16(value >>> 16), u16(value & 0xffff));
}

function paddedText(text: string, length: number): Uint8Array {
  const padded = new Uint8Array(length);
  // One byte less, so that a text always ends in a zero.
  padded.set(Uint8Array.from(text.slice(0, length - 1), (character) => character.charCodeAt(0)));
  return padded;
}

/** Up to the first zero; bytes that are no printable ASCII become `?`, so that a log line stays a line. */
function readText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  const text = end === -1 ? bytes : bytes.subarray(0, end);
  return Array.from(text, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '?')).join('');
}

function hexWord(value: number): string {
  return `0x${value.toString(16).padStart(4, '0')}`;
}
