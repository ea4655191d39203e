/** A simulated device on the USB: its server, its power, and its place in this computer's kernel if that was asked for. */
import type { Server } from 'node:net';
import { usbText } from '../../../src/text/simulator/usb.ts';
import type { Device } from '../../device/device.ts';
import { createUsbDevice } from './usb-device.ts';
import { createUsbipServer, type UsbPort } from './usbip-server.ts';
import { usbIdentity, type UsbIds } from './usb-options.ts';
import { attachToKernel } from './vhci-attach.ts';

export interface UsbService {
  /** Not yet listening. */
  readonly server: Server;
  readonly port: UsbPort;
  /** Attaches now, and again whenever the device is switched on. Throws an `Error` that says what is missing. */
  keepAttached(tcpPort: number): Promise<void>;
}

export interface UsbServiceOptions {
  readonly ids?: UsbIds | undefined;
  readonly onLog: (line: string) => void;
}

export function createUsbService(device: Device, { ids, onLog }: UsbServiceOptions): UsbService {
  // One cable: who speaks over it is the computer's affair.
  const link = device.connect();
  const usb = createUsbDevice(usbIdentity(ids), {
    // Without power the cable is pulled before anybody could ask.
    exchange: (command) => link.exchange(command),
    ask: (command, late) => link.ask(command, late),
  });
  const { server, ports } = createUsbipServer({
    devices: [{ device: usb, powered: () => device.powered(), pace: device.pace }],
    onLog,
  });
  const [port] = ports;
  if (port === undefined) throw new RangeError('a server without a device');
  let attach = (): void => undefined;
  const unsubscribe = device.onPower((powered) => {
    if (powered) attach();
    else port.detach();
  });
  server.on('close', unsubscribe);
  return {
    server,
    port,
    async keepAttached(tcpPort) {
      const address = { host: '127.0.0.1', port: tcpPort };
      await attachToKernel(address, port.busId);
      attach = () => {
        attachToKernel(address, port.busId).catch((error: unknown) => {
          onLog(error instanceof Error ? error.message : usbText.attach.failedAgain);
        });
      };
    },
  };
}
