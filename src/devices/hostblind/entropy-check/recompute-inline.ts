/** Recomputes on the thread that asks: for Node, where nobody waits for a page to be drawn. */
import { recomputeWalletId } from './recompute-wallet-id.ts';
import type { OpenRecomputer } from './recomputer.ts';

export const recomputeInline: OpenRecomputer = () =>
  Promise.resolve({
    recompute: (candidate) => Promise.resolve(recomputeWalletId(candidate)),
    close: () => {},
  });
