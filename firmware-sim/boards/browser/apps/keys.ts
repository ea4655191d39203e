/** A script of its own: what an address, and a device that signs, take beside the app itself. The frame's page has no room for it. */
import { askingIn } from '../../../apps/asking.ts';
import { openKeysOf } from '../../../apps/open-app-keys.ts';
import { createDeviceApps } from '../../../core/device-apps.ts';
import { deriveAddresses } from '../../../core/vault/addresses/derive-addresses.ts';
import { lendKeysKit } from '../kit/keys-kit.ts';
import { keysEvent, type HandedKeys } from './handed-keys.ts';
import { handedApps } from '../kit/shelf.ts';

lendKeysKit();

const detail: HandedKeys = {
  derive: deriveAddresses,
  openKeys: openKeysOf(handedApps),
  apps: () =>
    handedApps.length === 0 ? undefined : createDeviceApps({ apps: [...handedApps], text: askingIn })(),
};
// Heard before the call returns.
dispatchEvent(new CustomEvent(keysEvent, { detail }));
