/** The bytes of USB/IP 1.1.1, client's side: what attaching needs, and what tests and measurements send. Pure. */
import { byteAt, concatBytes, u16 } from '../../../src/protocol/bytes.ts';
import { usbText } from '../../../src/text/simulator/usb.ts';
import { setupLength } from './control-requests.ts';

export const importReplyLength = 320;
const busNumberOffset = 8 + 256 + 32;

export function encodeListRequest(): Uint8Array {
  return concatBytes(u16(0x0111), u16(0x8005), new Uint8Array(4));
}

export function encodeImportRequest(busId: string): Uint8Array {
  const name = new Uint8Array(32);
  name.set(Uint8Array.from(busId, (character) => character.charCodeAt(0)));
  return concatBytes(u16(0x0111), u16(0x8003), new Uint8Array(4), name);
}

/** Throws an `Error` for a refusal. `deviceId` is what the kernel asks for: bus number, then device number. */
export function decodeImportReply(bytes: Uint8Array): { readonly deviceId: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.getUint32(4) !== 0) throw new Error(usbText.attach.refused(byteAt(bytes, 7)));
  return { deviceId: (view.getUint32(busNumberOffset) << 16) | view.getUint32(busNumberOffset + 4) };
}

export interface TransferRequest {
  readonly sequence: number;
  readonly endpoint: number;
  /** Bytes to the device. */
  readonly data?: Uint8Array;
  /** Room for bytes from the device; this or `data`. */
  readonly room?: number;
  readonly setup?: Uint8Array;
}

export function encodeSubmit({ sequence, endpoint, data, room, setup }: TransferRequest): Uint8Array {
  const head = new Uint8Array(48);
  const view = new DataView(head.buffer);
  view.setUint32(0, 1);
  view.setUint32(4, sequence);
  view.setUint32(8, 0x0001_0002);
  view.setUint32(12, data === undefined ? 1 : 0);
  view.setUint32(16, endpoint);
  view.setUint32(24, data?.length ?? room ?? 0);
  view.setInt32(32, -1);
  head.set(setup ?? new Uint8Array(setupLength), 40);
  return concatBytes(head, data ?? new Uint8Array());
}

export function encodeUnlink(sequence: number, unlinked: number): Uint8Array {
  const head = new Uint8Array(48);
  const view = new DataView(head.buffer);
  view.setUint32(0, 2);
  view.setUint32(4, sequence);
  view.setUint32(20, unlinked);
  return head;
}
