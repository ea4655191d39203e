/** Opens the keys that a device's apps have a use for. */
import type { CoinApp } from '../core/app.ts';
import type { OpenAppKeys } from '../core/board.ts';
import { openKeys } from '../core/vault/signing/open-keys.ts';

let isWarm = false;

/**
 * `apps`: those that there are when it's called. The first signature of a process makes the curve's table and compiles what computes it,
 * which takes several times as long as another one: so the first is made of nothing, right after the PIN, and the first that a person
 * waits for is as quick as the rest.
 */
export const openKeysOf =
  (apps: readonly CoinApp[]): OpenAppKeys =>
  (seed, draw) => {
    const roots = apps.flatMap((app) => app.roots);
    const keys = openKeys(seed, roots, draw);
    const [path] = roots;
    if (!isWarm && path !== undefined) keys.sign([...path, 0, 0], new Uint8Array(32));
    isWarm = true;
    return keys;
  };
