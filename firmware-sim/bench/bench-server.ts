/** The bench: a test's eyes and fingers on one device, over HTTP. It shows the words, so it guards its door. */
import { createServer, type Server } from 'node:http';
import type { Device } from '../boards/node/device.ts';
import { createAutomation } from './automation.ts';
import { deviceRoutes } from './device-routes.ts';
import { createRouter, type Routes } from './router.ts';
import { screenRoutes } from './screen-routes.ts';
import { createTextEvents } from './text-events.ts';

export interface BenchOptions {
  /** Routes of the device window; none without `--device-window`. */
  readonly windowRoutes?: Routes;
  /** An automation rule asked the simulator to end. */
  readonly onExit: () => void;
  /** Something in the simulator itself failed, such as its storage file. */
  readonly onFault: (fault: unknown) => void;
}

/** Longer than any pause between two polls, so that a kept connection is not closed under a client's next request. */
const keepAliveMilliseconds = 120_000;

export function createBenchServer(device: Device, { windowRoutes, onExit, onFault }: BenchOptions): Server {
  const events = createTextEvents(device);
  const automation = createAutomation(device, events, onExit);
  const routes = { ...deviceRoutes(device), ...screenRoutes(device, events, automation), ...windowRoutes };
  const server = createServer({ keepAliveTimeout: keepAliveMilliseconds }, createRouter(routes, onFault));
  return server;
}
