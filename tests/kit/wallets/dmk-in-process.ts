/** A transport of Ledger's Device Management Kit over a function. */
import { createRequire } from 'node:module';
import type * as Kit from '@ledgerhq/device-management-kit';
import { Left, Right } from 'purify-ts';
import { from } from 'rxjs';
import type { Exchange } from './wallet-link.ts';

// Its ESM build cannot be imported by Node; its CommonJS build can.
const kit = createRequire(import.meta.url)('@ledgerhq/device-management-kit') as typeof Kit;

const identifier = 'IN_PROCESS';

export function dmkInProcess(exchange: Exchange): Kit.TransportFactory {
  return ({ deviceModelDataSource }) => {
    const device = {
      id: 'device',
      deviceModel: deviceModelDataSource.getDeviceModel({ id: kit.DeviceModelId.NANO_SP }),
      transport: identifier,
    };
    const sendApdu: Kit.SendApduFnType = async (command) => {
      try {
        const response = await exchange(command);
        return Right(new kit.ApduResponse({ data: response.slice(0, -2), statusCode: response.slice(-2) }));
      } catch (error) {
        return Left(new kit.GeneralDmkError(error));
      }
    };
    return {
      getIdentifier: () => identifier,
      isSupported: () => true,
      startDiscovering: () => from([device]),
      stopDiscovering: () => undefined,
      listenToAvailableDevices: () => from([[device]]),
      connect: () =>
        Promise.resolve(Right(new kit.TransportConnectedDevice({ ...device, type: 'USB', sendApdu }))),
      disconnect: () => Promise.resolve(Right(undefined)),
    };
  };
}
