/**
 * USB devices through the browser's WebUSB, by Ledger's own transport behind the guard: for browsers without WebHID,
 * such as Chrome on Android.
 */
import { HostblindError } from '../../protocol/errors.ts';
import { nameOf, type Platform } from '../browser-errors.ts';
import { fromChooser } from '../chooser.ts';
import { openWithin } from '../open-within.ts';
import { connectOwned } from '../owned-connection.ts';
import { createTabLock } from '../tab-lock.ts';
import { startTimer, type StartTimer } from '../timer.ts';
import type { Connector, Transport } from '../transport.ts';
import { modelKey, vendorInterface, webUsbFilters } from '../usb-devices.ts';
import { createUsbLink, loadLedgerUsbDriver, type LedgerUsbDriver } from './webusb-link.ts';

const configurationValue = 1;

export interface WebUsbOptions {
  /** `navigator.usb`; `undefined` where the browser has none. */
  readonly usb: USB | undefined;
  /** `navigator.locks`. */
  readonly locks: LockManager | undefined;
  readonly platform: Platform;
  readonly startTimer?: StartTimer | undefined;
  /** Milliseconds for one exchange; see the guard. */
  readonly timeout?: number | undefined;
  readonly loadDriver?: (() => Promise<LedgerUsbDriver>) | undefined;
}

export function webUsb(options: WebUsbOptions): Connector & Required<Pick<Connector, 'waitForTab'>> {
  const { usb, platform } = options;
  const start = options.startTimer ?? startTimer;
  const lock = createTabLock('hostblind-webusb', options.locks);
  /** The model that was open last: what "the same device" means after an unplug. */
  let lastModel: string | undefined;

  const connect = async (
    choose: (usb: USB) => Promise<USBDevice | undefined>,
    signal: AbortSignal | undefined,
  ): Promise<Transport | undefined> => {
    if (usb === undefined) throw new HostblindError('no-webhid');
    return connectOwned({
      lock,
      platform,
      startTimer: start,
      timeout: options.timeout,
      signal,
      loadDriver: options.loadDriver ?? loadLedgerUsbDriver,
      choose: () => choose(usb),
      async attach(device: USBDevice, driver) {
        const interfaceNumber = await openDevice(device, start, signal);
        const link = createUsbLink({ usb, device, interfaceNumber, driver, platform });
        lastModel = modelKey(device);
        return link;
      },
    });
  };

  return {
    kind: 'webusb',
    supported: () => usb !== undefined,
    async open({ signal } = {}) {
      const transport = await connect(
        (available) =>
          fromChooser(async () => {
            try {
              return await available.requestDevice({ filters: webUsbFilters });
            } catch (error) {
              // How this interface reports that the list was closed without a choice.
              if (nameOf(error) === 'NotFoundError') return undefined;
              throw error;
            }
          }, start),
        signal,
      );
      if (transport === undefined) throw new HostblindError('chooser-cancelled');
      return transport;
    },
    reopen({ signal } = {}) {
      return connect(async (available) => {
        const granted = await available.getDevices();
        const usable = granted.filter(
          ({ configurations }) => vendorInterface(configurations[0]) !== undefined,
        );
        return usable.find((device) => lastModel === undefined || modelKey(device) === lastModel);
      }, signal);
    },
    waitForTab: (signal) => lock.waitUntilFree(signal),
    onPlugIn(listener) {
      const onConnect = ({ device }: USBConnectionEvent): void => {
        if (vendorInterface(device.configurations[0]) !== undefined) listener();
      };
      usb?.addEventListener('connect', onConnect);
      return () => usb?.removeEventListener('connect', onConnect);
    },
  };
}

/** Opens the device and claims its interface for APDUs, whose number it gives. */
async function openDevice(
  device: USBDevice,
  start: StartTimer,
  signal: AbortSignal | undefined,
): Promise<number> {
  let interfaceNumber: number | undefined;
  const opening = (async () => {
    // A leftover of a connection that hung: the lock says that nobody else uses it.
    if (device.opened) await device.close();
    await device.open();
    try {
      if (device.configuration === null) await device.selectConfiguration(configurationValue);
      interfaceNumber = vendorInterface(device.configuration)?.interfaceNumber;
      if (interfaceNumber === undefined)
        throw new HostblindError('unsupported', { detail: 'no USB interface' });
      await claim(device, interfaceNumber);
    } catch (error) {
      await device.close();
      throw error;
    }
  })();
  await openWithin(opening, {
    start,
    signal,
    discard() {
      // Whether this works no longer matters.
      device.close().catch(() => undefined);
    },
  });
  if (interfaceNumber === undefined) throw new HostblindError('unsupported');
  return interfaceNumber;
}

async function claim(device: USBDevice, interfaceNumber: number): Promise<void> {
  try {
    await device.claimInterface(interfaceNumber);
  } catch (error) {
    // Another program has it: the device itself opened a moment ago.
    throw nameOf(error) === 'NetworkError' ? new HostblindError('in-use', { cause: error }) : error;
  }
}
