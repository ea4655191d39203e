/** The apps that the frame was handed, in the order in which they came. */
import type { CoinApp } from '../../../core/app.ts';

export const handedApps: CoinApp[] = [];

export function addApp(app: CoinApp): void {
  handedApps.push(app);
}
