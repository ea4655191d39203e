/** What a stock Ledger answers about the app that is open, whatever that is. */
import { encodeCommand } from '../apdu/apdu.ts';
import { commonClass } from '../apdu/instructions.ts';

export const quitAppInstruction = 0xa7;

/** Closes the open app. Without one it does nothing. The device may leave the USB and come back. */
export function encodeQuitAppRequest(): Uint8Array {
  return encodeCommand(commonClass, quitAppInstruction);
}

const dashboardNames: ReadonlySet<string> = new Set(['BOLOS', 'OLOS\0']);

/** The name that `B0 01` reports when no app is open. */
export function isDashboard(name: string): boolean {
  return dashboardNames.has(name);
}
