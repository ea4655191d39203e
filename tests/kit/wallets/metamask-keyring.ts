/** MetaMask's keyring for a Ledger, as published, with the bridge of its app for phones: all in this process. */
import { createRequire } from 'node:module';
import type * as MetaMaskKeyring from '@metamask/eth-ledger-bridge-keyring';
import type Transport from '@ledgerhq/hw-transport';

const require = createRequire(import.meta.url);
const {
  LedgerKeyring: Keyring,
  LedgerMobileBridge,
  LedgerTransportMiddleware,
} = require('@metamask/eth-ledger-bridge-keyring') as typeof MetaMaskKeyring;

export interface MetaMask {
  readonly keyring: MetaMaskKeyring.LedgerKeyring;
  /** What opens and closes apps. */
  readonly bridge: InstanceType<typeof LedgerMobileBridge>;
}

export async function openMetaMask(transport: Transport): Promise<MetaMask> {
  const middleware = new LedgerTransportMiddleware();
  const bridge = new LedgerMobileBridge(middleware);
  const keyring = new Keyring({ bridge: bridge as ConstructorParameters<typeof Keyring>[0]['bridge'] });
  await keyring.init();
  // Its own copy of Ledger's library is an older one.
  await bridge.updateTransportMethod(
    transport as unknown as Parameters<typeof bridge.updateTransportMethod>[0],
  );
  return { keyring, bridge };
}
