/** By which event the script with the keys hands itself to the board. */
import type { DeriveAddresses, OpenAppKeys } from '../../../core/board.ts';
import type { DeviceApps } from '../../../core/device-apps.ts';

export const keysEvent = 'hostblind-keys';

export interface HandedKeys {
  readonly derive: DeriveAddresses;
  /** Below the roots of the apps that were handed over too. */
  readonly openKeys: OpenAppKeys;
  /** None before the first app was. */
  readonly apps: DeviceApps;
}

declare global {
  interface WindowEventMap {
    [keysEvent]: CustomEvent<HandedKeys>;
  }
}
