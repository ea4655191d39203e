/** Ledger's Bitcoin library, as published. It asks for nothing over the network. */
import { createRequire } from 'node:module';
import type * as LedgerBitcoin from 'ledger-bitcoin';
import type Transport from '@ledgerhq/hw-transport';

// It is published as CommonJS.
const { AppClient, DefaultWalletPolicy, WalletPolicy } = createRequire(import.meta.url)(
  'ledger-bitcoin',
) as typeof LedgerBitcoin;

export { DefaultWalletPolicy, WalletPolicy };

/** The app is opened by its name, as other clients do: this one expects to find it open. */
export async function openBitcoin(transport: Transport): Promise<LedgerBitcoin.AppClient> {
  await transport.send(0xe0, 0xd8, 0, 0, Buffer.from('Bitcoin'));
  return new AppClient(transport);
}
