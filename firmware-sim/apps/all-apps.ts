/** The apps of a device in a process. Another app is a line here. */
import type { AppShelf } from '../core/app.ts';
import { createBitcoinApp } from '../core/apps/bitcoin/bitcoin-app.ts';
import { createEthereumApp } from '../core/apps/ethereum/ethereum-app.ts';
import type { Board } from '../core/board.ts';
import { openKeys } from '../core/vault/signing/open-keys.ts';
import { askingIn } from './asking.ts';

export const allApps: AppShelf = { apps: [createEthereumApp(), createBitcoinApp()], text: askingIn };

const roots = allApps.apps.flatMap((app) => app.roots);

let isWarm = false;

/**
 * The first signature of a process makes the curve's table and compiles what computes it, which takes several times as long as another
 * one: so the first is made of nothing, right after the PIN, and the first that a person waits for is as quick as the rest.
 */
export const openAppKeys: NonNullable<Board['openKeys']> = (seed, draw) => {
  const keys = openKeys(seed, roots, draw);
  const [path] = roots;
  if (!isWarm && path !== undefined) keys.sign([...path, 0, 0], new Uint8Array(32));
  isWarm = true;
  return keys;
};
