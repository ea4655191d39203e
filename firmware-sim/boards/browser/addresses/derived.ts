/** By which event the script that derives addresses hands itself to the board. */
import type { DeriveAddresses } from '../../../core/board.ts';

export const derivesEvent = 'hostblind-derives-addresses';

declare global {
  interface WindowEventMap {
    [derivesEvent]: CustomEvent<DeriveAddresses>;
  }
}
