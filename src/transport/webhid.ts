/** USB devices through the browser's WebHID, by Ledger's own transport behind the guard. */
import { HostblindError } from '../protocol/errors.ts';
import { abortable, throwIfAborted } from './abort.ts';
import { browserError, type Platform } from './browser-errors.ts';
import { guard } from './guard.ts';
import { createHidLink, loadLedgerDriver, type LedgerDriver } from './hid-link.ts';
import { openWithin } from './open-within.ts';
import { createTabLock } from './tab-lock.ts';
import { startTimer, type StartTimer } from './timer.ts';
import type { Connector, Transport } from './transport.ts';
import { deviceFilters, modelKey, speaksApdu } from './usb-devices.ts';

export interface WebHidOptions {
  /** `navigator.hid`; `undefined` where the browser has none. */
  readonly hid: HID | undefined;
  /** `navigator.locks`. */
  readonly locks: LockManager | undefined;
  readonly platform: Platform;
  readonly startTimer?: StartTimer | undefined;
  /** Milliseconds for one exchange; see the guard. */
  readonly timeout?: number | undefined;
  readonly loadDriver?: (() => Promise<LedgerDriver>) | undefined;
}

export function webHid(options: WebHidOptions): Connector & Required<Pick<Connector, 'waitForTab'>> {
  const { hid, platform } = options;
  const start = options.startTimer ?? startTimer;
  const lock = createTabLock('hostblind-webhid', options.locks);
  /** The model that was open last: what "the same device" means after an unplug. */
  let lastModel: string | undefined;

  /** Opens a device of this list, owned by this tab. Whatever fails or is given up lets go of everything. */
  const connect = async (
    choose: (hid: HID) => Promise<HIDDevice | undefined>,
    signal: AbortSignal | undefined,
  ): Promise<Transport | undefined> => {
    if (hid === undefined) throw new HostblindError('no-webhid');
    throwIfAborted(signal);
    const giveBack = await lock.take();
    try {
      // Nobody is to be asked for a device that is not wanted any more.
      throwIfAborted(signal);
      const driver = (options.loadDriver ?? loadLedgerDriver)();
      // Judged where it is awaited; until then the person may be looking at the device list.
      driver.catch(() => undefined);
      const device = await abortable(choose(hid), signal);
      if (device === undefined) {
        await giveBack();
        return undefined;
      }
      const loaded = await abortable(driver, signal);
      await openDevice(device, start, signal);
      const link = createHidLink({ hid, device, driver: loaded, platform });
      lastModel = modelKey(device);
      if (!device.opened) {
        // Unplugged before anybody listened for that.
        await link.close();
        throw new HostblindError('disconnected');
      }
      return guard(link, { timeout: options.timeout, startTimer: start, onClosed: giveBack });
    } catch (error) {
      await giveBack();
      throw browserError(error, platform);
    }
  };

  return {
    kind: 'webhid',
    title: 'USB device',
    supported: () => hid !== undefined,
    async open({ signal } = {}) {
      const transport = await connect(async (available) => {
        const chosen = await available.requestDevice({ filters: deviceFilters });
        return chosen.find(speaksApdu);
      }, signal);
      if (transport === undefined) throw new HostblindError('chooser-cancelled');
      return transport;
    },
    reopen({ signal } = {}) {
      return connect(async (available) => {
        const usable = (await available.getDevices()).filter(speaksApdu);
        return usable.find((device) => lastModel === undefined || modelKey(device) === lastModel);
      }, signal);
    },
    waitForTab: (signal) => lock.waitUntilFree(signal),
    onPlugIn(listener) {
      const onConnect = ({ device }: HIDConnectionEvent): void => {
        if (speaksApdu(device)) listener();
      };
      hid?.addEventListener('connect', onConnect);
      return () => hid?.removeEventListener('connect', onConnect);
    },
  };
}

/**
 * A device that this page has open already is a leftover of a connection that hung, since the lock says that
 * nobody else uses it: it is closed first, because opening it again would be refused.
 */
async function openDevice(
  device: HIDDevice,
  start: StartTimer,
  signal: AbortSignal | undefined,
): Promise<void> {
  const opening = (async () => {
    if (device.opened) await device.close();
    await device.open();
  })();
  await openWithin(opening, {
    start,
    signal,
    discard() {
      // Opened after everybody stopped waiting; whether this works changes nothing for anybody.
      device.close().catch(() => undefined);
    },
  });
}
