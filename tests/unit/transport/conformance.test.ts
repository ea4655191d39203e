import { WebSocket } from 'ws';
import { simulatorFrame } from '../../../src/transport/simulator-frame.ts';
import { simulatorProcess } from '../../../src/transport/simulator-process.ts';
import { webHid } from '../../../src/transport/webhid.ts';
import { createEchoDevice } from '../../support/echo-device.ts';
import { FakeHid, FakeHidDevice } from '../../support/fake-hid.ts';
import { createFakeLocks } from '../../support/fake-locks.ts';
import { loadLedgerDriverInNode } from '../../support/ledger-driver.ts';
import { createManualTimer } from '../../support/manual-timer.ts';
import { startWireServer } from '../../support/wire-server.ts';
import { describeConformance } from './conformance.ts';
import { createFakePage } from './fake-frame.ts';

/** Counts what a hanging device takes, and lets a test wait for it. */
function createTally() {
  let [hanging, count] = [false, 0];
  let tell = (): void => undefined;
  return {
    hang: (): void => {
      hanging = true;
    },
    /** Counts a command; true when the device keeps silent. */
    take(): boolean {
      if (!hanging) return false;
      count += 1;
      tell();
      return true;
    },
    taken: async (wanted: number): Promise<void> => {
      while (count < wanted) {
        await new Promise<void>((resolve) => {
          tell = resolve;
        });
      }
    },
    reset() {
      [hanging, count] = [false, 0];
    },
  };
}

describeConformance('WebHID by Ledger’s transport', () => {
  const timer = createManualTimer();
  const tally = createTally();
  const hid = new FakeHid();
  const device = new FakeHidDevice(createEchoDevice());
  hid.granted.add(device);
  hid.choice = Promise.resolve([device.api]);
  const sendReport = device.sendReport.bind(device);
  device.sendReport = (reportId, data) => {
    device.silent = tally.take();
    return sendReport(reportId, data);
  };
  const connector = webHid({
    hid: hid.api,
    locks: createFakeLocks(),
    platform: 'linux',
    startTimer: timer.startTimer,
    loadDriver: loadLedgerDriverInNode,
  });
  return Promise.resolve({
    connector,
    timer,
    hang: tally.hang,
    taken: tally.taken,
    unplug() {
      hid.unplug(device);
    },
    replug() {
      tally.reset();
      hid.plugIn(device);
    },
    tearDown: () => Promise.resolve(),
  });
});

describeConformance('simulator frame', () => {
  const timer = createManualTimer();
  const tally = createTally();
  const page = createFakePage();
  const echo = createEchoDevice();
  const exchange = (command: Uint8Array): Uint8Array | undefined =>
    tally.take() ? undefined : echo.exchange(command);
  page.load(exchange);
  return Promise.resolve({
    connector: simulatorFrame({
      frame: () => page.frame,
      window: page.window,
      startTimer: timer.startTimer,
    }),
    timer,
    hang: tally.hang,
    taken: tally.taken,
    unplug() {
      page.load(exchange);
    },
    replug() {
      tally.reset();
    },
    tearDown: () => Promise.resolve(),
  });
});

describeConformance('simulator process', async () => {
  const timer = createManualTimer();
  const tally = createTally();
  const echo = createEchoDevice();
  const server = await startWireServer((socket, command) => {
    if (!tally.take()) socket.send(echo.exchange(command));
  });
  return {
    connector: simulatorProcess({
      openSocket: (url, protocol) => new WebSocket(url, protocol),
      locks: createFakeLocks(),
      port: server.port,
      startTimer: timer.startTimer,
    }),
    timer,
    hang: tally.hang,
    taken: tally.taken,
    unplug() {
      for (const client of server.clients()) client.terminate();
    },
    replug() {
      tally.reset();
    },
    tearDown: () => server.close(),
  };
});
