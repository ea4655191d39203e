/**
 * Recomputes candidates beside the page. Its answer headers allow it nothing (`default-src 'none'`): it computes, and
 * reaches neither network nor storage. It is ended after each check, and its memory with it.
 */
import { recomputeWalletId, type OpenedCandidate } from './recompute-wallet-id.ts';

/** The part of a worker's global scope that is used: the page's types have no other name for it. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<OpenedCandidate>) => void) | null;
  postMessage(message: Uint8Array): void;
}

const scope = self as unknown as WorkerScope;

scope.onmessage = ({ data }) => {
  try {
    scope.postMessage(recomputeWalletId(data));
  } finally {
    data.devicePart.fill(0);
    data.hostPart.fill(0);
  }
};
