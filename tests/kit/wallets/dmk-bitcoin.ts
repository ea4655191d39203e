/** Ledger's Device Management Kit with its Bitcoin signer, as published. */
import { createRequire } from 'node:module';
import type * as Kit from '@ledgerhq/device-management-kit';
import type * as BitcoinKit from '@ledgerhq/device-signer-kit-bitcoin';
import { openDmkSession } from './dmk-signer.ts';

// Its ESM build cannot be imported by Node; its CommonJS build can.
const { DefaultDescriptorTemplate, DefaultWallet, SignerBtcBuilder } = createRequire(import.meta.url)(
  '@ledgerhq/device-signer-kit-bitcoin',
) as typeof BitcoinKit;

export { DefaultDescriptorTemplate, DefaultWallet };

export interface DmkBitcoin {
  readonly signer: BitcoinKit.SignerBtc;
  readonly close: () => Promise<void>;
}

export async function openDmkBitcoin(factory: Kit.TransportFactory): Promise<DmkBitcoin> {
  const { dmk, sessionId, close } = await openDmkSession(factory);
  return { signer: new SignerBtcBuilder({ dmk, sessionId }).build(), close };
}
