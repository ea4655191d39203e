/**
 * One simulated USB device: endpoint 0 and two pairs of interrupt endpoints, over a firmware that knows APDUs only.
 * Each interface has its own framing state, so that WebHID and WebUSB do not disturb each other. Synchronous, no I/O.
 */
import { reportLength } from '../../../src/protocol/apdu/hid-framing.ts';
import { answerControl, type ControlReply, type ControlTarget, type Setup } from './control-requests.ts';
import { interfaces, type UsbIdentity } from './descriptors.ts';
import { createHidDevice, type ApduLink } from './hid-device.ts';

/**
 * Reports that wait to be fetched, per interface. A host that asks and does not read loses the oldest, as it does in
 * an operating system's own queue; 64 reports are 4 kB and more than ten of the longest answers.
 */
export const maximumWaitingReports = 64;

export interface UsbDevice {
  readonly identity: UsbIdentity;
  /** Endpoint 0. */
  control(setup: Setup, data: Uint8Array): ControlReply;
  /** Takes a packet on an OUT endpoint; `stall` for one that is halted or not there. */
  write(endpoint: number, packet: Uint8Array): 'taken' | 'stall';
  /** The next packet of an IN endpoint; `none` while there is none, which on the bus is a NAK. */
  read(endpoint: number): Uint8Array | 'none' | 'stall';
  /** Told when a packet is there to be read that no packet of the host's has just caused. One listener; the last one. */
  onPacket(listener: () => void): void;
  /** As when the cable is pulled: back to the state before any host. */
  reset(): void;
}

export function createUsbDevice(identity: UsbIdentity, link: ApduLink): UsbDevice {
  let tell = (): void => undefined;
  const pipes = interfaces.map((each) => {
    const waiting: Uint8Array[] = [];
    const hid = createHidDevice(link, (reports) => {
      keepNewest(waiting, reports);
      tell();
    });
    return { ...each, hid, waiting };
  });
  const halted = new Set<number>();
  let configured = false;

  const receive = (pipe: (typeof pipes)[number], report: Uint8Array): void => {
    keepNewest(pipe.waiting, pipe.hid.receive(report));
  };
  const resetPipe = (pipe: (typeof pipes)[number]): void => {
    pipe.hid.reset();
    pipe.waiting.length = 0;
    halted.delete(pipe.in);
    halted.delete(pipe.out);
  };
  const configure = (on: boolean): void => {
    configured = on;
    for (const pipe of pipes) resetPipe(pipe);
  };

  const target: ControlTarget = {
    identity,
    configured: () => configured,
    configure,
    resetInterface(number) {
      for (const pipe of pipes) if (pipe.number === number) resetPipe(pipe);
    },
    halted(address) {
      const known =
        address === 0 ||
        address === 0x80 ||
        pipes.some((each) => each.in === address || each.out === address);
      return known ? halted.has(address) : undefined;
    },
    setHalted(address, on) {
      // Endpoint 0 recovers at the next request.
      if (on && (address & 0x7f) !== 0) halted.add(address);
      else halted.delete(address);
    },
    receiveReport(report) {
      const pipe = pipes[0];
      if (pipe !== undefined) receive(pipe, report);
    },
  };

  return {
    identity,
    control: (setup, data) => answerControl(target, setup, data),
    write(endpoint, packet) {
      const pipe = pipes.find((each) => each.out === endpoint);
      if (pipe === undefined || halted.has(endpoint)) return 'stall';
      // A shorter packet is no report; a device takes it off the bus and does nothing with it.
      if (packet.length === reportLength) receive(pipe, packet);
      return 'taken';
    },
    read(endpoint) {
      const pipe = pipes.find((each) => each.in === (endpoint | 0x80));
      if (pipe === undefined || halted.has(endpoint | 0x80)) return 'stall';
      return pipe.waiting.shift() ?? 'none';
    },
    onPacket: (listener) => void (tell = listener),
    reset: () => configure(false),
  };
}

function keepNewest(waiting: Uint8Array[], reports: readonly Uint8Array[]): void {
  waiting.push(...reports);
  waiting.splice(0, Math.max(0, waiting.length - maximumWaitingReports));
}
