/** Ledger's transport for Speculos' TCP port, as published. */
import { createRequire } from 'node:module';
import type * as Speculos from '@ledgerhq/hw-transport-node-speculos';
import type { WalletLink } from './wallet-link.ts';

const require = createRequire(import.meta.url);
const { default: SpeculosTransport } = require('@ledgerhq/hw-transport-node-speculos') as typeof Speculos;

export async function openTcp(apduPort: number): Promise<WalletLink> {
  const transport = await SpeculosTransport.open({ apduPort, host: '127.0.0.1' });
  return { transport, close: () => transport.close() };
}
