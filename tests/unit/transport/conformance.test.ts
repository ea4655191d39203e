import { WebSocket } from 'ws';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { nodeHid } from '../../../src/transport/node-hid/node-hid.ts';
import { simulatorFrame } from '../../../src/transport/simulator/simulator-frame.ts';
import { simulatorProcess } from '../../../src/transport/simulator/simulator-process.ts';
import { simulatorTcp } from '../../../src/transport/simulator/simulator-tcp.ts';
import { webUsb } from '../../../src/transport/webusb/webusb.ts';
import { webHid } from '../../../src/transport/webhid/webhid.ts';
import { createEchoDevice } from '../../kit/conformance/echo-device.ts';
import { FakeHid, FakeHidDevice } from '../../fixtures/fakes/fake-hid.ts';
import { FakeNodeHid } from '../../fixtures/fakes/fake-node-hid.ts';
import { FakeUsb, FakeUsbDevice } from '../../fixtures/fakes/fake-usb.ts';
import { createApduReader, frameReply } from '../../../firmware-sim/ports/apdu-tcp/apdu-framing.ts';
import { createFakeLocks } from '../../fixtures/fakes/fake-locks.ts';
import { loadLedgerDriverInNode, loadLedgerUsbDriverInNode } from '../../kit/drivers/ledger-driver.ts';
import { createManualTimer } from '../../fixtures/fakes/manual-timer.ts';
import { startWireServer } from '../../fixtures/devices/wire-server.ts';
import { describeConformance } from '../../kit/conformance/conformance.ts';
import { createFakePage } from '../../fixtures/fakes/fake-frame.ts';

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

describeConformance('WebUSB by Ledger’s transport', () => {
  const timer = createManualTimer();
  const tally = createTally();
  const usb = new FakeUsb();
  const device = new FakeUsbDevice(createEchoDevice());
  usb.plugIn(device);
  usb.choice = device;
  const transferOut = device.transferOut.bind(device);
  device.transferOut = (endpoint, data) => {
    device.silent = tally.take();
    return transferOut(endpoint, data);
  };
  const connector = webUsb({
    usb: usb.api,
    locks: createFakeLocks(),
    platform: 'other',
    startTimer: timer.startTimer,
    loadDriver: loadLedgerUsbDriverInNode,
  });
  return Promise.resolve({
    connector,
    timer,
    hang: tally.hang,
    taken: tally.taken,
    unplug() {
      usb.unplug(device);
    },
    replug() {
      tally.reset();
      usb.plugIn(device);
    },
    tearDown: () => Promise.resolve(),
  });
});

describeConformance('node-hid by Ledger’s transport', () => {
  const timer = createManualTimer();
  const tally = createTally();
  const hid = new FakeNodeHid(createEchoDevice());
  hid.silent = () => tally.take();
  return Promise.resolve({
    connector: nodeHid({ startTimer: timer.startTimer, loadDriver: () => hid }),
    timer,
    hang: tally.hang,
    taken: tally.taken,
    unplug() {
      hid.unplug();
      timer.advance(1000);
    },
    replug() {
      tally.reset();
      hid.plugIn();
    },
    tearDown: () => Promise.resolve(),
  });
});

describeConformance('simulator over TCP', async () => {
  const timer = createManualTimer();
  const tally = createTally();
  const echo = createEchoDevice();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    const reader = createApduReader();
    socket.on('data', (chunk) => {
      for (const request of reader.push(chunk)) {
        if (request.kind === 'command' && !tally.take())
          socket.write(frameReply(echo.exchange(request.bytes)));
      }
    });
    socket.on('error', () => socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    connector: simulatorTcp({
      port: (server.address() as AddressInfo).port,
      startTimer: timer.startTimer,
    }),
    timer,
    hang: tally.hang,
    taken: tally.taken,
    unplug() {
      for (const socket of sockets) socket.destroy();
    },
    replug() {
      tally.reset();
    },
    async tearDown() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
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
