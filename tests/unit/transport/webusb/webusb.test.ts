import { describe, expect, it } from 'vitest';
import { quickestHandMs } from '../../../../src/transport/chooser.ts';
import { openTimeout } from '../../../../src/transport/open-within.ts';
import { webUsb } from '../../../../src/transport/webusb/webusb.ts';
import { splitIntoReports } from '../../../../src/protocol/apdu/hid-framing.ts';
import { createEchoDevice, echoOf } from '../../../kit/conformance/echo-device.ts';
import { createFakeLocks } from '../../../fixtures/fakes/fake-locks.ts';
import { FakeUsb, FakeUsbDevice, type FakeUsbOptions } from '../../../fixtures/fakes/fake-usb.ts';
import { loadLedgerUsbDriverInNode } from '../../../kit/drivers/ledger-driver.ts';
import { createManualTimer } from '../../../fixtures/fakes/manual-timer.ts';

const command = Uint8Array.of(0xb0, 1, 0, 0);

function setUp(options: FakeUsbOptions = {}) {
  const usb = new FakeUsb();
  const locks = createFakeLocks();
  const timer = createManualTimer();
  const device = new FakeUsbDevice(createEchoDevice(), options);
  const tab = () =>
    webUsb({
      usb: usb.api,
      locks,
      platform: 'linux',
      startTimer: timer.startTimer,
      loadDriver: loadLedgerUsbDriverInNode,
    });
  usb.choice = device;
  usb.plugIn(device);
  return { usb, device, timer, tab, connector: tab() };
}

const settle = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

describe('choosing a device', () => {
  it('offers Ledger’s vendor, and any device with a vendor interface', async () => {
    const { usb, connector } = setUp();
    await connector.open();
    expect(usb.requests).toEqual([{ filters: [{ vendorId: 0x2c97 }, { classCode: 0xff }] }]);
  });

  it.each([1, 2])('finds the interface by its class, also at number %i', async (interfaceNumber) => {
    const { connector } = setUp({ interfaceNumber, vendorId: 0x1209 });
    const transport = await connector.open();
    expect(await transport.exchange(command)).toEqual(echoOf(command));
  });

  it('a device without that interface is told apart, and closed again', async () => {
    const { connector, device } = setUp({ hidOnly: true });
    await expect(connector.open()).rejects.toMatchObject({ code: 'unsupported' });
    expect(device.opened).toBe(false);
    expect(await connector.reopen()).toBeUndefined();
  });

  it('a list closed without a choice is told apart, and keeps nothing', async () => {
    const { usb, device, connector, timer } = setUp();
    usb.choice = undefined;
    let close = (): void => undefined;
    usb.listClosed = new Promise((resolve) => {
      close = resolve;
    });
    const failed = expect(connector.open()).rejects.toMatchObject({ code: 'chooser-cancelled' });
    while (usb.requests.length === 0)
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    timer.advance(quickestHandMs);
    close();
    await failed;
    usb.choice = device;
    await (await connector.open()).close();
    expect(usb.listeners).toBe(0);
  });

  it('a list that a policy closes at once is told from one that a person closes', async () => {
    const { usb, connector } = setUp();
    usb.choice = undefined;
    await expect(connector.open()).rejects.toMatchObject({ code: 'chooser-blocked' });
  });

  it('a browser without WebUSB says so', async () => {
    const connector = webUsb({ usb: undefined, locks: undefined, platform: 'other' });
    expect(connector.supported()).toBe(false);
    await expect(connector.open()).rejects.toMatchObject({ code: 'no-webhid' });
  });
});

describe('opening a device', () => {
  it.each([
    ['SecurityError', 'permission-denied'],
    ['NetworkError', 'disconnected'],
  ])('that fails with %s is %s', async (name, code) => {
    const { connector, device } = setUp();
    device.openError = new DOMException('no', name);
    await expect(connector.open()).rejects.toMatchObject({ code });
    device.openError = undefined;
    await (await connector.open()).close();
  });

  it('whose interface another program has is in use, and free again later', async () => {
    const { connector, device } = setUp();
    device.claimError = new DOMException('Unable to claim interface.', 'NetworkError');
    await expect(connector.open()).rejects.toMatchObject({ code: 'in-use' });
    expect(device.opened).toBe(false);
    device.claimError = undefined;
    await (await connector.open()).close();
  });

  it('that this page left open closes it first', async () => {
    const { connector, device } = setUp();
    await device.open();
    const transport = await connector.open();
    expect(await transport.exchange(command)).toEqual(echoOf(command));
  });

  it('that this page left open is opened once it is closed, and not before', async () => {
    const { connector, device } = setUp();
    await device.open();
    let letGo = (): void => undefined;
    const isGone = new Promise<void>((resolve) => (letGo = resolve));
    const [close, open] = [device.close.bind(device), device.open.bind(device)];
    const calls: string[] = [];
    device.close = async () => {
      await isGone;
      await close();
      calls.push('closed');
    };
    device.open = () => {
      calls.push('open');
      return open();
    };
    const opening = connector.open();
    await settle();
    letGo();
    const transport = await opening;
    expect(calls).toEqual(['closed', 'open']);
    expect(await transport.exchange(command)).toEqual(echoOf(command));
  });

  it('opening times out on a stuck device, and closes one that opens too late', async () => {
    const { connector, device, timer } = setUp();
    let finish = (): void => undefined;
    device.opening = new Promise((resolve) => {
      finish = resolve;
    });
    const opening = expect(connector.open()).rejects.toMatchObject({ code: 'timeout' });
    while (timer.pending === 0) await settle();
    timer.advance(openTimeout);
    await opening;
    finish();
    await settle();
    await settle();
    expect(device.opened).toBe(false);
  });

  it('belongs to one tab, and another can wait for it', async () => {
    const { tab } = setUp();
    const first = await tab().open();
    const second = tab();
    await expect(second.open()).rejects.toMatchObject({ code: 'in-use' });
    const free = second.waitForTab();
    await first.close();
    await free;
    await (await second.open()).close();
  });
});

describe('an open device', () => {
  it('is not disturbed by packets left over from another conversation', async () => {
    const { connector, device } = setUp();
    const transport = await connector.open();
    device.leftOvers.push(...splitIntoReports(0xffff, new Uint8Array(100)));
    expect(await transport.exchange(command)).toEqual(echoOf(command));
  });

  it('unplugged while it is awaited is disconnected, not a device that was not found', async () => {
    const { connector, device } = setUp();
    const transport = await connector.open();
    device.silent = true;
    const exchange = expect(transport.exchange(command)).rejects.toMatchObject({ code: 'disconnected' });
    await settle();
    // The transfer fails before the event comes, as it may in a browser.
    device.vanish();
    await exchange;
  });

  it('that gives no bytes is disconnected, with the word that the browser has for it', async () => {
    const { connector, device } = setUp();
    const transport = await connector.open();
    device.transferIn = () => Promise.resolve({ status: 'stall' } as USBInTransferResult);
    const cause = { message: expect.stringContaining('stall') as unknown };
    await expect(transport.exchange(command)).rejects.toMatchObject({ code: 'disconnected', cause });
  });

  it('comes back under another product id of the same model, and not as another model', async () => {
    const { usb, device, connector } = setUp();
    const transport = await connector.open();
    usb.unplug(device);
    await transport.close();
    usb.plugIn(new FakeUsbDevice(createEchoDevice(), { productId: 0x4011 }));
    expect(await connector.reopen()).toBeUndefined();
    usb.plugIn(new FakeUsbDevice(createEchoDevice(), { productId: 0x5011 }));
    const again = await connector.reopen();
    expect(await again?.exchange(command)).toEqual(echoOf(command));
  });

  it('is closed, and leaves no listener behind', async () => {
    const { usb, device, connector } = setUp();
    const transport = await connector.open();
    await transport.close();
    expect([device.opened, usb.listeners]).toEqual([false, 0]);
  });
});
