/** One device with its ports: bench, APDU, wire and, if wanted, USB. Loopback only, and all of them or none. */
import type { AddressInfo, Server } from 'node:net';
import type { Server as HttpServer } from 'node:http';
import { simulatorText } from '../../src/text/simulator/command.ts';
import { createApduServer } from '../ports/apdu-tcp/apdu-server.ts';
import { createBenchServer } from '../ports/rest/bench-server.ts';
import { wirePath } from '../../src/protocol/wire-socket.ts';
import { createWireServer } from '../ports/wire/wire-server.ts';
import type { Board, ServedFirmware } from '../core/board.ts';
import type { UsbOptions } from './command-line.ts';
import { windowToken } from '../ports/window/window-token.ts';
import { createDevice, type Device } from '../device/device.ts';
import { openAppKeys } from '../apps/all-apps.ts';
import { allLanguages } from '../languages/all-languages.ts';
import { fileStorage, memoryStorage } from '../device/file-storage.ts';
import { processPace } from '../device/process-pace.ts';

const loopback = '127.0.0.1';

/** Port 0 takes any free port. */
export interface SimulatorOptions {
  /** Path of the storage file; in memory without. */
  readonly storage?: string | undefined;
  readonly apiPort: number;
  readonly apduPort: number;
  readonly wirePort: number;
  readonly deviceWindow: boolean;
  /** Origins of pages that may use the wire, beside the app on this computer. */
  readonly allowedOrigins: readonly string[];
  /** How many pages and programs may hold the wire at once. */
  readonly wireClients: number;
  readonly usb?: UsbOptions | undefined;
  /** One line about something out of the ordinary that ends nothing. */
  readonly onLog?: ((line: string) => void) | undefined;
  readonly createFirmware: (board: Board) => ServedFirmware;
  readonly onExit: () => void;
  readonly onFault: (fault: unknown) => void;
  /** Real milliseconds, for tests; the system's monotonic clock without. */
  readonly realNow?: () => number;
}

export interface Simulator {
  readonly device: Device;
  readonly apiPort: number;
  readonly apduPort: number;
  readonly wirePort: number;
  /** `http://127.0.0.1:PORT/` */
  readonly benchUrl: string;
  /** `ws://127.0.0.1:PORT/wire` */
  readonly wireUrl: string;
  /** Of the device window, secret part included; `undefined` without one. */
  readonly windowUrl: string | undefined;
  /** The listening server of the wire. */
  readonly wireServer: Server;
  readonly usb: { readonly port: number; readonly busId: string } | undefined;
  /** Cuts the power, closes every connection and port, and lets go of the storage file. */
  close(): Promise<void>;
}

async function listen(server: Server, port: number, flag: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      const busy = 'code' in cause && cause.code === 'EADDRINUSE';
      const reason = busy
        ? simulatorText.portInUse(port, flag)
        : simulatorText.portRefused(port, 'code' in cause ? String(cause.code) : cause.name, flag);
      reject(new Error(reason, { cause }));
    });
    server.listen(port, loopback, resolve);
  });
  return (server.address() as AddressInfo).port;
}

async function closeServer(server: Server | HttpServer): Promise<void> {
  if (!server.listening) return;
  await new Promise((resolve) => {
    server.close(resolve);
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}

/** The server of the USB, listening; its code is loaded only when it is wanted. */
async function openUsb(
  device: Device,
  options: UsbOptions,
  { servers, onLog }: { servers: Server[]; onLog: (line: string) => void },
): Promise<Simulator['usb']> {
  const { createUsbService } = await import('../ports/usbip/usb-service.ts');
  const service = createUsbService(device, { ids: options.ids, onLog: (line) => onLog(`usb: ${line}`) });
  servers.push(service.server);
  const port = await listen(service.server, options.port, '--usb-port');
  if (options.attach) await service.keepAttached(port);
  return { port, busId: service.port.busId };
}

async function openWindow(device: Device, storage: string | undefined) {
  const { windowPath, windowRoutes } = await import('../ports/window/window-routes.ts');
  const token = windowToken(storage);
  return { path: windowPath(token), routes: windowRoutes(device, token) };
}

/** Throws an `Error` that says what to do, with nothing left open, when a port or the storage file is not free. */
export async function openSimulator(options: SimulatorOptions): Promise<Simulator> {
  const onLog = options.onLog ?? (() => undefined);
  const storage = options.storage === undefined ? memoryStorage() : fileStorage(options.storage, onLog);
  const servers: (Server | HttpServer)[] = [];
  let device: Device | undefined;
  const close = async (): Promise<void> => {
    device?.close();
    // At once: a process that is asked to end doesn't wait for its connections.
    storage.close();
    await Promise.all(servers.map(closeServer));
  };
  try {
    const { createFirmware, onExit, onFault, realNow } = options;
    device = createDevice({
      storage,
      createFirmware,
      languages: allLanguages,
      openKeys: () => openAppKeys,
      createPace: processPace,
      ...(realNow === undefined ? {} : { realNow }),
    });
    // The page's files are loaded only when they are wanted.
    const window = options.deviceWindow ? await openWindow(device, options.storage) : undefined;
    const bench = createBenchServer(device, {
      windowRoutes: window?.routes ?? {},
      onExit,
      onFault,
      onLog: (line) => onLog(`bench: ${line}`),
    });
    const apdu = createApduServer(device);
    const wire = createWireServer(device, {
      allowedOrigins: options.allowedOrigins,
      clients: options.wireClients,
    });
    servers.push(bench, apdu, wire);
    const apiPort = await listen(bench, options.apiPort, '--api-port');
    const apduPort = await listen(apdu, options.apduPort, '--apdu-port');
    const wirePort = await listen(wire, options.wirePort, '--wire-port');
    const usb =
      options.usb === undefined ? undefined : await openUsb(device, options.usb, { servers, onLog });
    return {
      device,
      apiPort,
      apduPort,
      wirePort,
      benchUrl: `http://${loopback}:${apiPort}/`,
      windowUrl: window === undefined ? undefined : `http://${loopback}:${apiPort}${window.path}`,
      wireServer: wire,
      wireUrl: `ws://${loopback}:${wirePort}${wirePath}`,
      usb,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
