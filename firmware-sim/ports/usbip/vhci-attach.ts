/**
 * What `usbip attach` does, in a few lines, so that nothing has to be installed: asks the server for the device, then
 * hands the connected socket to Linux's virtual host controller. Needs root and the module `vhci-hcd`.
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { usbText } from '../../../src/text/simulator/usb.ts';
import { decodeImportReply, encodeImportRequest, importReplyLength } from './usbip-client.ts';

const controller = '/sys/devices/platform/vhci_hcd.0';
const fullSpeed = 2;
const freePort = '004';
/** Milliseconds for the server, which is usually in this same process, to answer. */
const answerMs = 5000;

/** The first free port for devices that are not SuperSpeed, from the controller's status table. */
export function findFreePort(status: string): number | undefined {
  const rows = status.split('\n').map((line) => line.trim().split(/\s+/));
  const free = rows.find(([hub, , state]) => hub === 'hs' && state === freePort);
  return free === undefined ? undefined : Number(free[1]);
}

/** Throws an `Error` that says what is missing. */
function requireController(): void {
  if (process.platform !== 'linux') throw new Error(usbText.attach.linuxOnly);
  if (process.getuid?.() !== 0) throw new Error(usbText.attach.rootNeeded);
  if (existsSync(controller)) return;
  spawnSync('modprobe', ['vhci-hcd'], { stdio: 'ignore' });
  if (!existsSync(controller)) {
    throw new Error(usbText.attach.moduleNeeded);
  }
}

/** The number of the socket's descriptor, which Node keeps to itself. */
function descriptorOf(socket: Socket): number {
  const handle: unknown = Reflect.get(socket, '_handle');
  const descriptor: unknown =
    typeof handle === 'object' && handle !== null ? Reflect.get(handle, 'fd') : undefined;
  if (typeof descriptor !== 'number' || descriptor < 0) throw new Error(usbText.attach.noDescriptor);
  return descriptor;
}

/** Exactly `length` bytes: what follows belongs to the kernel. */
async function readExactly(socket: Socket, length: number): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(answerMs);
  for (;;) {
    const bytes = socket.read(length) as Uint8Array | null;
    if (bytes !== null) return bytes;
    await once(socket, 'readable', { signal });
  }
}

export interface UsbipAddress {
  readonly host: string;
  readonly port: number;
}

/** Makes the device that is served there under `busId` a USB device of this computer. */
export async function attachToKernel({ host, port }: UsbipAddress, busId: string): Promise<void> {
  requireController();
  const socket = connect(port, host);
  try {
    await once(socket, 'connect');
    // The kernel sends a transfer in two parts, and would wait between them for an acknowledgement: 40 ms each.
    socket.setNoDelay(true);
    socket.write(encodeImportRequest(busId));
    const { deviceId } = decodeImportReply(await readExactly(socket, importReplyLength));
    const place = findFreePort(readFileSync(`${controller}/status`, 'latin1'));
    if (place === undefined) throw new Error(usbText.attach.noFreePort);
    writeFileSync(`${controller}/attach`, `${place} ${descriptorOf(socket)} ${deviceId} ${fullSpeed}`);
  } finally {
    // The kernel has its own hold on the connection by now; ours would read what is meant for it.
    socket.destroy();
  }
}
