/** Recomputes in a worker of this page's own origin, so that the page stays alive meanwhile. */
import type { OpenedCandidate } from './recompute-wallet-id.ts';
import type { OpenRecomputer } from './recomputer.ts';
// Vite gives the address of the bundled worker; the file itself exports nothing.
// eslint-disable-next-line import/default
import workerAddress from './entropy-worker.ts?worker&url';

/** Trusted Types, as far as they are used here; not every browser has them, and TypeScript's library does not. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

/** The policy's name stands in the page's headers (`src/site/headers.ts`). */
const policyName = 'hostblind-worker';

/** The one script that may become a worker. A policy can be made once, so it is made with this module. */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(policyName, {
  createScriptURL(address) {
    if (address !== workerAddress) throw new TypeError('only the worker of this app may be started');
    return address;
  },
});

export const recomputeInWorker: OpenRecomputer = () => {
  const worker = new Worker(policy?.createScriptURL(workerAddress) ?? workerAddress, { type: 'module' });
  let fail: (reason: Error) => void = () => {};
  const failure = new Promise<never>((_, reject) => {
    fail = reject;
  });
  // A worker that cannot be loaded says so at once, and not when it is asked for something.
  failure.catch(() => undefined);
  worker.onerror = () => fail(new Error('the worker failed'));
  const answer = (candidate: OpenedCandidate): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (data instanceof Uint8Array) resolve(data);
        else reject(new TypeError('the worker answers with bytes'));
      };
      worker.postMessage(candidate);
    });
  return Promise.resolve({
    recompute: (candidate) => Promise.race([answer(candidate), failure]),
    close() {
      worker.terminate();
      fail(new Error('the worker was ended'));
    },
  });
};
