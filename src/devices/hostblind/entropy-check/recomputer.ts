/** Where candidates are recomputed: something that is started for one check and ended with it. */
import type { Recompute } from './recompute-wallet-id.ts';

export interface Recomputer {
  readonly recompute: Recompute;
  /** Ends it, and with it whatever it still held of a candidate. */
  close(): void;
}

/** Rejects when it cannot be started, which means that nothing was checked. */
export type OpenRecomputer = () => Promise<Recomputer>;
