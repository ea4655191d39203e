/** What makes a device one that signs: handed to `createFirmware`, so that the simulator's page needn't carry it, and has it later. */
import type { AppShelf } from './app.ts';
import { createAppControl } from './app-control.ts';
import { createAppFlows } from './glass/flows/app-flows.ts';
import type { AppFlows } from './glass/flows/device-loop.ts';
import { dispatchApp } from './wire/app-commands.ts';

export interface DeviceAppParts {
  readonly flows: AppFlows;
  /** Puts an app's command to the device; `undefined` for whatever is none of an app's business. */
  dispatch(
    command: Uint8Array,
    ...parts: Rest<Parameters<typeof createAppControl>>
  ): ReturnType<typeof dispatchApp>;
}

/** Gives them to a device that has them by now. */
export type DeviceApps = () => DeviceAppParts | undefined;

type Rest<Parameters extends readonly unknown[]> = Parameters extends readonly [unknown, ...infer Others]
  ? Others
  : never;

export function createDeviceApps(shelf: AppShelf): DeviceApps {
  const parts: DeviceAppParts = {
    flows: createAppFlows(shelf),
    dispatch: (command, ...others) => dispatchApp(createAppControl(shelf, ...others), command),
  };
  return () => parts;
}
