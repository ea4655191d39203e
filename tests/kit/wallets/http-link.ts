/** Ledger's transport for Speculos' HTTP API, as published. */
import { createRequire } from 'node:module';
import type * as Speculos from '@ledgerhq/hw-transport-node-speculos-http';
import type { WalletLink } from './wallet-link.ts';

const require = createRequire(import.meta.url);
const { default: SpeculosHttpTransport } =
  require('@ledgerhq/hw-transport-node-speculos-http') as typeof Speculos;

export async function openHttp(apiPort: number): Promise<WalletLink> {
  const transport = await SpeculosHttpTransport.open({
    baseURL: 'http://127.0.0.1',
    apiPort: String(apiPort),
  });
  return { transport, close: () => transport.close() };
}
