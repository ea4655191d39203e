/** The bench: a test's eyes and fingers on one device, over HTTP. It shows the words, so it guards its door. */
import { createServer, type Server } from 'node:http';
import type { Device } from '../../device/device.ts';
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
  /** One line about a request that was refused, for who wrote it. */
  readonly onLog?: (line: string) => void;
}

/** Clients that may be connected at once: a suite that runs many tests on one device stays far below. */
const maximumConnections = 256;

/** Longer than any pause between two polls, so that a kept connection is not closed under a client's next request. */
const keepAliveMs = 120_000;

export function createBenchServer(
  device: Device,
  { windowRoutes = {}, onExit, onFault, onLog = () => undefined }: BenchOptions,
): Server {
  const events = createTextEvents(device);
  const automation = createAutomation(device, events, onExit);
  const routes = { ...deviceRoutes(device), ...screenRoutes(device, events, automation, onLog) };
  const server = createServer(
    { keepAliveTimeout: keepAliveMs },
    createRouter({ routes, windowRoutes, onFault }),
  );
  server.maxConnections = maximumConnections;
  return server;
}
