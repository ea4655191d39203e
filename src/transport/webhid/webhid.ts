/** USB devices through the browser's WebHID, by Ledger's own transport behind the guard. */
import { HostblindError } from '../../protocol/errors.ts';
import type { Platform } from '../browser-errors.ts';
import { createHidLink, loadLedgerDriver, type LedgerDriver } from './webhid-link.ts';
import { fromChooser } from '../chooser.ts';
import { openWithin } from '../open-within.ts';
import { connectOwned } from '../owned-connection.ts';
import { createTabLock } from '../tab-lock.ts';
import { startTimer, type StartTimer } from '../timer.ts';
import type { Connector, Transport } from '../transport.ts';
import { deviceFilters, modelKey, speaksApdu } from '../usb-devices.ts';

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

  const connect = async (
    choose: (hid: HID) => Promise<HIDDevice | undefined>,
    signal: AbortSignal | undefined,
  ): Promise<Transport | undefined> => {
    if (hid === undefined) throw new HostblindError('no-webhid');
    return connectOwned({
      lock,
      platform,
      startTimer: start,
      timeout: options.timeout,
      signal,
      loadDriver: options.loadDriver ?? loadLedgerDriver,
      choose: () => choose(hid),
      async attach(device: HIDDevice, driver) {
        await openDevice(device, start, signal);
        const link = createHidLink({ hid, device, driver, platform });
        lastModel = modelKey(device);
        return link;
      },
    });
  };

  return {
    kind: 'webhid',
    supported: () => hid !== undefined,
    async open({ signal } = {}) {
      const transport = await connect(
        (available) =>
          fromChooser(async () => {
            const chosen = await available.requestDevice({ filters: deviceFilters });
            return chosen.find(speaksApdu);
          }, start),
        signal,
      );
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
      // Opened after everyone stopped waiting; whether this works no longer matters.
      device.close().catch(() => undefined);
    },
  });
}
