/** USB devices from a program, by Ledger's transport for Node behind the guard. */
import { accessSync, constants, existsSync } from 'node:fs';
import { HostblindError, type ErrorCode } from '../../protocol/errors.ts';
import { throwIfAborted } from '../abort.ts';
import { nameOf } from '../browser-errors.ts';
import { createDisconnectListeners } from '../disconnect-listeners.ts';
import { guard } from '../guard.ts';
import {
  createPipe,
  loadNodeHidDriver,
  type ListedHidDevice,
  type LedgerNodeTransport,
  type NodeHidDriver,
} from './node-hid-driver.ts';
import { startTimer, type StartTimer } from '../timer.ts';
import type { Connector, Link, Transport } from '../transport.ts';
import { apduUsagePage, ledgerVendorId, modelKey } from '../usb-devices.ts';

/** Milliseconds between two checks that an idle device is still there: the library has no event for it. */
const presenceInterval = 1000;

export interface NodeHidOptions {
  /** The operating system's name of the device to open; the first that speaks APDU without. */
  readonly path?: string | undefined;
  readonly startTimer?: StartTimer | undefined;
  /** Milliseconds for one exchange; see the guard. */
  readonly timeout?: number | undefined;
  readonly loadDriver?: (() => NodeHidDriver) | undefined;
  /** Why the operating system refused; asked after an open that failed. */
  readonly whyRefused?: ((path: string) => ErrorCode) | undefined;
}

export interface NodeHidConnector extends Connector<'node-hid'> {
  /** Devices that speak APDU, in the operating system's order. */
  list(): readonly (ListedHidDevice & { readonly path: string })[];
}

export function nodeHid(options: NodeHidOptions = {}): NodeHidConnector {
  const start = options.startTimer ?? startTimer;
  let loaded: NodeHidDriver | undefined;
  /** The model that was open last: what "the same device" means after an unplug, which changes its path. */
  let lastModel: string | undefined;

  const driver = (): NodeHidDriver => {
    try {
      loaded ??= (options.loadDriver ?? loadNodeHidDriver)();
      return loaded;
    } catch (cause) {
      throw new HostblindError('no-usb-driver', { cause });
    }
  };
  const list: NodeHidConnector['list'] = () =>
    driver()
      .list()
      .flatMap((device) =>
        device.path !== undefined && speaksApdu(device) ? [{ ...device, path: device.path }] : [],
      );

  const connect = (device: ListedHidDevice & { readonly path: string }): Transport => {
    const why = options.whyRefused ?? whyRefused;
    const link = openLink(driver(), device.path, { start, why });
    lastModel = modelKey(device);
    return guard(link, { timeout: options.timeout, startTimer: start });
  };

  return {
    kind: 'node-hid',
    supported() {
      try {
        driver();
        return true;
      } catch {
        return false;
      }
    },
    list,
    async open({ signal } = {}) {
      throwIfAborted(signal);
      const device = list().find(({ path }) => options.path === undefined || path === options.path);
      if (device === undefined) throw new HostblindError('not-found');
      return Promise.resolve(connect(device));
    },
    async reopen({ signal } = {}) {
      throwIfAborted(signal);
      const device = list().find((each) => lastModel === undefined || modelKey(each) === lastModel);
      return Promise.resolve(device === undefined ? undefined : connect(device));
    },
  };
}

/** Older libraries on Linux don't report usage pages: there, use Ledger's first interface. */
function speaksApdu({ usagePage, vendorId, interface: number }: ListedHidDevice): boolean {
  if (usagePage !== undefined && usagePage !== 0) return usagePage === apduUsagePage;
  return vendorId === ledgerVendorId && number === 0;
}

interface LinkTools {
  readonly start: StartTimer;
  readonly why: (path: string) => ErrorCode;
}

function openLink(driver: NodeHidDriver, path: string, { start, why }: LinkTools): Link {
  const listeners = createDisconnectListeners();
  const opened = (() => {
    try {
      return driver.open(path);
    } catch (cause) {
      throw new HostblindError(why(path), { cause });
    }
  })();
  const closable = createPipe(opened, () => transport.channel);
  const transport: LedgerNodeTransport = driver.attach(closable.pipe);
  let stopWatching = (): void => undefined;
  const watch = (): void => {
    stopWatching = start(presenceInterval, () => {
      if (driver.isThere(path)) watch();
      else listeners.tell();
    });
  };
  watch();
  return {
    async exchange(command) {
      try {
        return new Uint8Array(await transport.exchange(Buffer.from(command)));
      } catch (cause) {
        // The framing's own complaint is about the answer; everything else means that the device is gone.
        const code = nameOf(cause) === 'TransportError' ? 'bad-response' : 'disconnected';
        throw new HostblindError(code, { cause });
      }
    },
    onDisconnect: (listener) => listeners.add(listener),
    async close() {
      stopWatching();
      listeners.clear();
      await closable.close();
    },
  };
}

/** The library says only that it could not: the reason is read from the file that Linux has for a HID device. */
function whyRefused(path: string): ErrorCode {
  if (process.platform !== 'linux') return 'in-use';
  if (!existsSync(path)) return 'disconnected';
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return 'in-use';
  } catch {
    return 'permission-denied';
  }
}
