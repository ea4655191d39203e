/** Ledger's Device Management Kit with its Ethereum signer, as published, and with nothing looked up over the network. */
import { createRequire } from 'node:module';
import type * as Kit from '@ledgerhq/device-management-kit';
import type * as SignerKit from '@ledgerhq/device-signer-kit-ethereum';
import type * as SpeculosKit from '@ledgerhq/device-transport-kit-speculos';
import type { ContextModule } from '@ledgerhq/context-module';
import { firstValueFrom, lastValueFrom } from 'rxjs';
import type { Observable } from 'rxjs';

const require = createRequire(import.meta.url);
// Their ESM builds cannot be imported by Node; their CommonJS builds can.
const kit = require('@ledgerhq/device-management-kit') as typeof Kit;
const { SignerEthBuilder } = require('@ledgerhq/device-signer-kit-ethereum') as typeof SignerKit;
const { speculosTransportFactory } = require('@ledgerhq/device-transport-kit-speculos') as typeof SpeculosKit;

/** Knows nothing of any transaction, and reports none: by default it asks Ledger's servers, and tells them of signatures. */
const silentContext: ContextModule = {
  getContexts: () => Promise.resolve([]),
  getFieldContext: () => Promise.reject(new Error('nothing is known')),
  getTypedDataFilters: () => Promise.resolve({ type: 'error', error: new Error('nothing is known') }),
  report: () => Promise.resolve(),
};

export interface DmkSession {
  readonly dmk: Kit.DeviceManagementKit;
  readonly sessionId: string;
  readonly close: () => Promise<void>;
}

export async function openDmkSession(factory: Kit.TransportFactory): Promise<DmkSession> {
  const dmk = new kit.DeviceManagementKitBuilder().addTransport(factory).build();
  const device = await firstValueFrom(dmk.startDiscovering({}));
  const sessionId = await dmk.connect({ device });
  return {
    dmk,
    sessionId,
    async close() {
      await dmk.disconnect({ sessionId });
      dmk.close();
    },
  };
}

export interface DmkSigner {
  readonly signer: SignerKit.SignerEth;
  readonly close: () => Promise<void>;
}

export async function openDmkSigner(factory: Kit.TransportFactory): Promise<DmkSigner> {
  const { dmk, sessionId, close } = await openDmkSession(factory);
  const signer = new SignerEthBuilder({ dmk, sessionId }).withContextModule(silentContext).build();
  return { signer, close };
}

/** Ledger's own transport of the kit for Speculos' HTTP API. */
export function dmkOverHttp(apiPort: number): Kit.TransportFactory {
  return speculosTransportFactory(`http://127.0.0.1:${apiPort}`, true, kit.DeviceModelId.NANO_SP);
}

/** The result of what the kit calls an action; throws what it failed with. */
export async function outcomeOf<Output, Failure, Interim>(action: {
  readonly observable: Observable<Kit.DeviceActionState<Output, Failure, Interim>>;
}): Promise<Output> {
  const last = await lastValueFrom(action.observable);
  if (last.status === kit.DeviceActionStatus.Completed) return last.output;
  throw new Error(`the action ended as ${last.status}`, {
    cause: last.status === kit.DeviceActionStatus.Error ? last.error : undefined,
  });
}
