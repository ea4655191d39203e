/** The apps of a device in a process. Another app is a line here. */
import type { AppShelf } from '../core/app.ts';
import { createBitcoinApp } from '../core/apps/bitcoin/bitcoin-app.ts';
import { createEthereumApp } from '../core/apps/ethereum/ethereum-app.ts';
import { askingIn } from './asking.ts';
import { openKeysOf } from './open-app-keys.ts';

export const allApps: AppShelf = { apps: [createEthereumApp(), createBitcoinApp()], text: askingIn };

export const openAppKeys = openKeysOf(allApps.apps);
