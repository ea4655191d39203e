/**
 * The transfers of one attachment. An IN transfer for which there is no data yet waits, as it does on the bus; the host
 * takes it back by an unlink. Pure but for the device that it drives.
 */
import { readSetup } from './control-requests.ts';
import { encodeSubmitted, encodeUnlinked, urbStatus, type Submit, type UsbipMessage } from './usbip-codec.ts';
import type { UsbDevice } from './usb-device.ts';
import { reportLength } from '../../../src/protocol/apdu/hid-framing.ts';
import { concatBytes } from '../../../src/protocol/bytes.ts';

/** IN transfers that wait. A host keeps one or two an endpoint; a thousand are no host. */
export const maximumWaitingTransfers = 1000;

export interface UsbipSession {
  /** The replies that a transfer or an unlink causes, in order; `overrun` when too many transfers wait. */
  handle(message: Extract<UsbipMessage, { kind: 'submit' | 'unlink' }>): Uint8Array[] | 'overrun';
  /** The replies of transfers that wait no longer, now that the device has something to read. */
  fetch(): Uint8Array[];
}

interface Waiting {
  readonly sequence: number;
  readonly endpoint: number;
  readonly length: number;
  readonly received: Uint8Array[];
}

export function createUsbipSession(device: UsbDevice): UsbipSession {
  const waiting: Waiting[] = [];

  /** The reply of a waiting transfer, or `undefined` while it has to go on waiting. */
  const fetch = ({ sequence, endpoint, length, received }: Waiting): Uint8Array | undefined => {
    for (;;) {
      const packet = device.read(endpoint);
      if (packet === 'stall') return encodeSubmitted(sequence, { status: urbStatus.stall, length: 0 });
      if (packet === 'none') return undefined;
      received.push(packet);
      const data = concatBytes(...received);
      // The bus has no way to send half a packet: what does not fit is an error, and lost.
      if (data.length > length) return encodeSubmitted(sequence, { status: urbStatus.overflow, length: 0 });
      // A full packet does not end a transfer that has room for more.
      if (data.length === length || packet.length < reportLength) {
        return encodeSubmitted(sequence, { status: urbStatus.ok, length: data.length, data });
      }
    }
  };

  const fetchAll = (): Uint8Array[] => {
    const replies: Uint8Array[] = [];
    for (let index = 0; index < waiting.length;) {
      const transfer = waiting[index];
      const reply = transfer === undefined ? undefined : fetch(transfer);
      if (reply === undefined) {
        index += 1;
      } else {
        replies.push(reply);
        waiting.splice(index, 1);
      }
    }
    return replies;
  };

  const control = ({ sequence, setup, data, toHost, length }: Submit): Uint8Array => {
    const answer = device.control(readSetup(setup), data);
    if (answer === 'stall') return encodeSubmitted(sequence, { status: urbStatus.stall, length: 0 });
    if (!toHost) return encodeSubmitted(sequence, { status: urbStatus.ok, length });
    const reply = answer.subarray(0, length);
    return encodeSubmitted(sequence, { status: urbStatus.ok, length: reply.length, data: reply });
  };

  const write = ({ sequence, endpoint, data }: Submit): Uint8Array => {
    let offset = 0;
    do {
      const packet = data.slice(offset, offset + reportLength);
      if (device.write(endpoint, packet) === 'stall') {
        return encodeSubmitted(sequence, { status: urbStatus.stall, length: offset });
      }
      offset += packet.length;
    } while (offset < data.length);
    return encodeSubmitted(sequence, { status: urbStatus.ok, length: data.length });
  };

  return {
    fetch: fetchAll,
    handle(message) {
      if (message.kind === 'unlink') {
        const place = waiting.findIndex(({ sequence }) => sequence === message.unlinked);
        if (place === -1) return [encodeUnlinked(message.sequence, urbStatus.ok)];
        waiting.splice(place, 1);
        return [encodeUnlinked(message.sequence, urbStatus.unlinked)];
      }
      if (message.endpoint === 0) {
        const reply = control(message);
        return [reply, ...fetchAll()];
      }
      if (!message.toHost) {
        const reply = write(message);
        return [reply, ...fetchAll()];
      }
      if (waiting.length >= maximumWaitingTransfers) return 'overrun';
      const { sequence, endpoint, length } = message;
      waiting.push({ sequence, endpoint, length, received: [] });
      return fetchAll();
    },
  };
}
