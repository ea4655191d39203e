/** What makes a device one that signs: handed to `createFirmware`, so that the simulator's page needn't carry it. */
import type { AppShelf } from './app.ts';
import { createAppControl } from './app-control.ts';
import { createAppFlows } from './glass/flows/app-flows.ts';
import type { AppFlows } from './glass/flows/device-loop.ts';
import { dispatchApp } from './wire/app-commands.ts';

export interface DeviceApps {
  readonly flows: AppFlows;
  /** Puts an app's command to the device; `undefined` for whatever is none of an app's business. */
  dispatch(
    command: Uint8Array,
    ...parts: Rest<Parameters<typeof createAppControl>>
  ): ReturnType<typeof dispatchApp>;
}

type Rest<Parameters extends readonly unknown[]> = Parameters extends readonly [unknown, ...infer Others]
  ? Others
  : never;

export function createDeviceApps(shelf: AppShelf): DeviceApps {
  return {
    flows: createAppFlows(shelf),
    dispatch: (command, ...parts) => dispatchApp(createAppControl(shelf, ...parts), command),
  };
}
