/** The way to a browser's USB device that WebHID and WebUSB share: own it, choose it, open it, guard it. */
import { HostblindError } from '../protocol/errors.ts';
import { abortable, throwIfAborted } from './abort.ts';
import { browserError, type Platform } from './browser-errors.ts';
import { guard } from './guard.ts';
import type { TabLock } from './tab-lock.ts';
import type { StartTimer } from './timer.ts';
import type { Link, Transport } from './transport.ts';

export interface OwnedConnection<Device, Driver> {
  readonly lock: Pick<TabLock, 'take'>;
  readonly platform: Platform;
  readonly startTimer: StartTimer;
  /** Milliseconds for one exchange; see the guard. */
  readonly timeout: number | undefined;
  readonly signal: AbortSignal | undefined;
  /** Begun at once, while the person may still be looking at the device list. */
  loadDriver(): Promise<Driver>;
  choose(): Promise<Device | undefined>;
  /** Opens the device and makes a link of it. */
  attach(device: Device, driver: Driver): Promise<Link>;
}

/**
 * A guarded device, owned by this tab, or `undefined` when none was chosen. Whatever fails or is given up lets go of
 * everything, and fails with a `HostblindError`.
 */
export async function connectOwned<Device extends { readonly opened: boolean }, Driver>({
  lock,
  platform,
  startTimer,
  timeout,
  signal,
  ...steps
}: OwnedConnection<Device, Driver>): Promise<Transport | undefined> {
  throwIfAborted(signal);
  const giveBack = await lock.take();
  try {
    // Nobody is to be asked for a device that is not wanted any more.
    throwIfAborted(signal);
    const driver = steps.loadDriver();
    // Judged where it is awaited.
    driver.catch(() => undefined);
    const device = await abortable(steps.choose(), signal);
    if (device === undefined) {
      await giveBack();
      return undefined;
    }
    const link = await steps.attach(device, await abortable(driver, signal));
    if (!device.opened) {
      // Unplugged before anyone listened for that.
      await link.close();
      throw new HostblindError('disconnected');
    }
    return guard(link, { timeout, startTimer, onClosed: giveBack });
  } catch (error) {
    await giveBack();
    throw browserError(error, platform);
  }
}
