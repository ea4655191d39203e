/** Simulated USB devices for `usbip attach`, over TCP. A host that sends nonsense loses its connection and nothing else. */
import { createServer, type Server, type Socket } from 'node:net';
import { concatBytes } from '../../../src/protocol/bytes.ts';
import { usbText } from '../../../src/text/simulator/usb.ts';
import {
  createUsbipReader,
  encodeImportReply,
  encodeListReply,
  type ExportedDevice,
  type UsbipMessage,
} from './usbip-codec.ts';
import { createUsbipSession, type UsbipSession } from './usbip-session.ts';
import type { UsbDevice } from './usb-device.ts';
import { withoutPace, type Pace } from '../../pace/pace.ts';

/** Milliseconds that a connection may take to say what it wants. */
const greetingMs = 10_000;

export interface UsbPort {
  /** What `usbip attach -b` takes, such as `1-1`. */
  readonly busId: string;
  attached(): boolean;
  /** Pulls the cable: the computer it is attached to loses it. */
  detach(): void;
}

export interface UsbipServerOptions {
  readonly devices: readonly {
    readonly device: UsbDevice;
    /** A device without power is neither listed nor attached. */
    readonly powered: () => boolean;
    /** When the device takes a transfer, and when what it causes leaves; at once without. */
    readonly pace?: Pace;
  }[];
  /** One line about something out of the ordinary. */
  readonly onLog: (line: string) => void;
}

export interface UsbipServer {
  readonly server: Server;
  /** In the order of `devices`. */
  readonly ports: readonly UsbPort[];
}

const busNumber = 1;

interface Attachment {
  readonly session: UsbipSession;
  readonly device: UsbDevice;
  readonly pace: Pace;
}

export function createUsbipServer({ devices, onLog }: UsbipServerOptions): UsbipServer {
  const sockets = new Set<Socket>();
  const slots = devices.map(({ device, powered, pace = withoutPace }, index) => {
    const exported: ExportedDevice = {
      busId: `${busNumber}-${index + 1}`,
      busNumber,
      deviceNumber: index + 2,
      identity: device.identity,
    };
    return { device, powered, pace, exported, holder: undefined as Socket | undefined };
  });
  type Slot = (typeof slots)[number];

  const release = (slot: Slot, socket: Socket): void => {
    if (slot.holder !== socket) return;
    slot.holder = undefined;
    slot.device.reset();
  };

  const importDevice = (socket: Socket, busId: string): Attachment | undefined => {
    const slot = slots.find(({ exported, powered }) => exported.busId === busId && powered());
    if (slot === undefined || slot.holder !== undefined) {
      const refusal = slot === undefined ? 'noDevice' : 'deviceBusy';
      onLog(refusal === 'noDevice' ? usbText.noDevice(busId) : usbText.attachedAlready(busId));
      socket.end(encodeImportReply(refusal));
      return undefined;
    }
    slot.holder = socket;
    slot.device.reset();
    socket.once('close', () => release(slot, socket));
    socket.setTimeout(0);
    socket.write(encodeImportReply(slot.exported));
    return { session: createUsbipSession(slot.device), device: slot.device, pace: slot.pace };
  };

  const serve = (socket: Socket): void => {
    const reader = createUsbipReader();
    let attachment: Attachment | undefined;

    const refuse = (reason: string): void => {
      onLog(usbText.badPacket(reason));
      socket.destroy();
    };
    const send = (replies: ReturnType<UsbipSession['handle']>): void => {
      if (replies === 'overrun') refuse(usbText.packet.tooManyWaiting);
      else if (socket.writable) socket.write(concatBytes(...replies));
      // A host that asks and does not read must not fill the memory.
      if (!socket.writableNeedDrain || socket.isPaused()) return;
      socket.pause();
      socket.once('drain', () => socket.resume());
    };
    /** What a person has decided on comes by itself. */
    const follow = ({ session, device }: Attachment): void =>
      device.onPacket(() => {
        if (socket.writable) send(session.fetch());
      });
    const handle = (message: UsbipMessage): void => {
      switch (message.kind) {
        case 'list':
          socket.end(
            encodeListReply(slots.filter(({ powered }) => powered()).map(({ exported }) => exported)),
          );
          return;
        case 'import':
          attachment = importDevice(socket, message.busId);
          if (attachment === undefined) return;
          reader.imported();
          follow(attachment);
          return;
        case 'submit':
        case 'unlink': {
          const { pace, session } = attachment ?? {};
          pace?.exchange(() => (socket.writable ? (session?.handle(message) ?? []) : []), send);
          return;
        }
        case 'bad':
          refuse(message.reason);
      }
    };
    socket.setNoDelay(true);
    socket.setTimeout(greetingMs, () => socket.destroy());
    socket.on('data', (chunk) => {
      // A reply may have ended the connection: what follows it is not looked at.
      for (const message of reader.push(chunk)) if (socket.writable) handle(message);
    });
  };

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    serve(socket);
  });
  const ports = slots.map((slot) => ({
    busId: slot.exported.busId,
    attached: () => slot.holder !== undefined,
    detach() {
      const { holder } = slot;
      if (holder === undefined) return;
      // Free at once, and not when the socket has closed: the device may be attached again in the same moment.
      release(slot, holder);
      holder.destroy();
    },
  }));
  const closeListening = server.close.bind(server);
  server.close = (callback) => {
    for (const socket of sockets) socket.destroy();
    return closeListening(callback);
  };
  return { server, ports };
}
