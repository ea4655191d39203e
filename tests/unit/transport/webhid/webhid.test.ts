import { describe, expect, it } from 'vitest';
import { platformOf, type Platform } from '../../../../src/transport/browser-errors.ts';
import { modelKey } from '../../../../src/transport/usb-devices.ts';
import { quickestHandMs } from '../../../../src/transport/chooser.ts';
import { openTimeout } from '../../../../src/transport/open-within.ts';
import { webHid } from '../../../../src/transport/webhid/webhid.ts';
import { createEchoDevice, echoOf } from '../../../kit/conformance/echo-device.ts';
import { FakeHid, FakeHidDevice, type FakeDeviceOptions } from '../../../fixtures/fakes/fake-hid.ts';
import { createDeniedLocks, createFakeLocks } from '../../../fixtures/fakes/fake-locks.ts';
import { loadLedgerDriverInNode } from '../../../kit/drivers/ledger-driver.ts';
import { createManualTimer } from '../../../fixtures/fakes/manual-timer.ts';

const command = Uint8Array.of(0xb0, 1, 0, 0);

function setUp(options: FakeDeviceOptions & { platform?: Platform } = {}) {
  const hid = new FakeHid();
  const locks = createFakeLocks();
  const timer = createManualTimer();
  const device = new FakeHidDevice(createEchoDevice(), options);
  const tab = () =>
    webHid({
      hid: hid.api,
      locks,
      platform: options.platform ?? 'linux',
      startTimer: timer.startTimer,
      loadDriver: loadLedgerDriverInNode,
    });
  const choose = (...devices: FakeHidDevice[]): void => {
    hid.choice = Promise.resolve(devices.map(({ api }) => api));
  };
  choose(device);
  hid.granted.add(device);
  return { hid, device, timer, tab, choose, connector: tab() };
}

const settle = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

describe('choosing a device', () => {
  it('offers every device with the APDU usage page, Ledger’s first', async () => {
    const { hid, connector } = setUp();
    await connector.open();
    expect(hid.requests).toEqual([
      { filters: [{ vendorId: 0x2c97, usagePage: 0xffa0 }, { usagePage: 0xffa0 }] },
    ]);
  });

  it('takes a device of any vendor', async () => {
    const { connector } = setUp({ vendorId: 0x1209, productId: 0x0001 });
    const transport = await connector.open();
    expect(await transport.exchange(command)).toEqual(echoOf(command));
  });

  it('of several interfaces takes the one that speaks APDU', async () => {
    const { connector, device, choose } = setUp();
    choose(new FakeHidDevice(createEchoDevice(), { usagePage: 0xf1d0 }), device);
    await connector.open();
    expect(device.opened).toBe(true);
  });

  it('a list closed without a choice is told apart, and keeps nothing', async () => {
    const { connector, tab, choose, device, hid, timer } = setUp();
    let close = (): void => undefined;
    hid.choice = new Promise((resolve) => {
      close = () => {
        resolve([]);
      };
    });
    const failed = expect(connector.open()).rejects.toMatchObject({ code: 'chooser-cancelled' });
    while (hid.requests.length === 0) await settle();
    timer.advance(quickestHandMs);
    close();
    await failed;
    expect(timer.pending).toBe(0);
    choose(device);
    await expect(tab().open()).resolves.toBeDefined();
  });

  it('a list that a policy closes at once is told from one that a person closes', async () => {
    const { connector, choose, hid, timer } = setUp();
    choose();
    await expect(connector.open()).rejects.toMatchObject({ code: 'chooser-blocked' });
    // Still sooner than a hand.
    let close = (): void => undefined;
    hid.choice = new Promise((resolve) => {
      close = () => {
        resolve([]);
      };
    });
    const failed = expect(connector.open()).rejects.toMatchObject({ code: 'chooser-blocked' });
    while (hid.requests.length < 2) await settle();
    timer.advance(quickestHandMs - 1);
    close();
    await failed;
    expect(timer.pending).toBe(0);
  });

  it('works where the page may keep no site data, and so has no locks', async () => {
    const { hid, timer } = setUp();
    const connector = webHid({
      hid: hid.api,
      locks: createDeniedLocks(),
      platform: 'linux',
      startTimer: timer.startTimer,
      loadDriver: loadLedgerDriverInNode,
    });
    expect(await (await connector.open()).exchange(command)).toEqual(echoOf(command));
  });

  it('an attempt abandoned with the list open settles, and a late choice opens nothing', async () => {
    const { hid, connector, device, tab } = setUp();
    let pick = (): void => undefined;
    hid.choice = new Promise((resolve) => {
      pick = () => {
        resolve([device.api]);
      };
    });
    const controller = new AbortController();
    const opening = connector.open({ signal: controller.signal });
    const failed = expect(opening).rejects.toMatchObject({ code: 'aborted' });
    while (hid.requests.length === 0) await settle();
    controller.abort();
    await failed;
    pick();
    await settle();
    expect(device.opened).toBe(false);
    await expect(tab().reopen()).resolves.toBeDefined();
  });

  it('a browser without WebHID says so', async () => {
    const connector = webHid({ hid: undefined, locks: undefined, platform: 'other' });
    expect(connector.supported()).toBe(false);
    await expect(connector.open()).rejects.toMatchObject({ code: 'no-webhid' });
    await expect(connector.reopen()).rejects.toMatchObject({ code: 'no-webhid' });
    expect(setUp().connector.supported()).toBe(true);
  });
});

describe('opening a device', () => {
  it.each([
    ['NotAllowedError', 'linux', 'permission-denied'],
    ['NotAllowedError', 'other', 'in-use'],
    ['SecurityError', 'other', 'permission-denied'],
    ['InvalidStateError', 'linux', 'in-use'],
    ['NetworkError', 'linux', 'disconnected'],
    ['NotFoundError', 'linux', 'not-found'],
    ['AbortError', 'linux', 'aborted'],
    ['SomethingNew', 'linux', 'disconnected'],
  ] as const)('refused with %s on %s is %s', async (name, platform, code) => {
    const { connector, device } = setUp({ platform });
    const cause = new DOMException('Failed to open the device.', name);
    device.openError = cause;
    await expect(connector.open()).rejects.toMatchObject({ code, cause });
    device.openError = undefined;
    await expect(connector.open()).resolves.toBeDefined();
  });

  it('that this page left open closes it first', async () => {
    const { connector, device } = setUp();
    device.opened = true;
    const transport = await connector.open();
    expect(await transport.exchange(command)).toEqual(echoOf(command));
  });

  it('opening times out on a stuck device, and closes one that opens too late', async () => {
    const { connector, device, timer } = setUp();
    let finish = (): void => undefined;
    device.opening = new Promise((resolve) => {
      finish = resolve;
    });
    const failed = expect(connector.reopen()).rejects.toMatchObject({ code: 'timeout' });
    while (timer.pending === 0) await settle();
    timer.advance(openTimeout);
    await failed;
    finish();
    await settle();
    await settle();
    expect(device.opened).toBe(false);
  });

  it('that is unplugged before anybody listens is noticed', async () => {
    const { connector, device } = setUp();
    device.open = () => Promise.resolve();
    await expect(connector.open()).rejects.toMatchObject({ code: 'disconnected' });
  });

  it('a Ledger transport that can’t load leaves the device closed and the lock free', async () => {
    const { hid, device, tab } = setUp();
    const broken = webHid({
      hid: hid.api,
      locks: createFakeLocks(),
      platform: 'linux',
      loadDriver: () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
    });
    await expect(broken.open()).rejects.toMatchObject({ code: 'disconnected' });
    await expect(broken.open()).rejects.toMatchObject({ code: 'disconnected' });
    expect(device.opened).toBe(false);
    await expect(tab().open()).resolves.toBeDefined();
  });
});

describe('an open device', () => {
  it('is not disturbed by reports on foreign channels', async () => {
    const { connector, device } = setUp();
    const transport = await connector.open();
    const foreign = new Uint8Array(64);
    // Ledger's library draws channels below 0xffff, so this one is never its own.
    foreign.set([0xff, 0xff, 5, 0, 0, 0, 2, 0x6f, 0x00]);
    device.input(foreign);
    const exchange = transport.exchange(command);
    device.input(foreign);
    expect(await exchange).toEqual(echoOf(command));
    device.input(foreign);
    expect(await transport.exchange(command)).toEqual(echoOf(command));
  });

  it('that answers out of step is let go', async () => {
    const { connector, device } = setUp();
    const transport = await connector.open();
    device.silent = true;
    const send = device.sendReport.bind(device);
    device.sendReport = (reportId, data) => {
      const wrong = new Uint8Array(data as ArrayBuffer).slice(0, 64);
      wrong.set(new Uint8Array((data as Uint8Array).buffer).slice(0, 3));
      wrong[4] = 9;
      setImmediate(() => {
        device.input(wrong);
      });
      return send(reportId, data);
    };
    await expect(transport.exchange(command)).rejects.toMatchObject({ code: 'bad-response' });
    await transport.close();
    expect(device.opened).toBe(false);
  });

  it('that fails to take a report is disconnected', async () => {
    const { connector, device } = setUp();
    const transport = await connector.open();
    device.sendReport = () => Promise.reject(new DOMException('Failed to write the report.', 'NetworkError'));
    await expect(transport.exchange(command)).rejects.toMatchObject({ code: 'disconnected' });
  });

  it('is not lost when another one is unplugged', async () => {
    const { hid, connector } = setUp();
    const transport = await connector.open();
    hid.unplug(new FakeHidDevice(createEchoDevice()));
    expect(await transport.exchange(command)).toEqual(echoOf(command));
  });

  it('is closed, and leaves no listener behind', async () => {
    const { hid, device, connector, timer } = setUp();
    const transport = await connector.open();
    await transport.exchange(command);
    await transport.close();
    expect(device.opened).toBe(false);
    expect(hid.listeners).toBe(0);
    expect(timer.pending).toBe(0);
  });

  it('is closed once the browser has let go of it, and not before', async () => {
    const { device, connector, tab } = setUp();
    const transport = await connector.open();
    let letGo = (): void => undefined;
    const isGone = new Promise<void>((resolve) => (letGo = resolve));
    device.close = () => isGone;
    let closed = false;
    const closing = transport.close().then(() => (closed = true));
    for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(closed).toBe(false);
    await expect(tab().open()).rejects.toMatchObject({ code: 'in-use' });
    letGo();
    await closing;
  });

  it('belongs to one tab, and another can wait for it', async () => {
    const { connector, tab } = setUp();
    const transport = await connector.open();
    const other = tab();
    const detail = /another tab/;
    await expect(other.open()).rejects.toMatchObject({ code: 'in-use', message: detail as unknown });
    await expect(other.reopen()).rejects.toMatchObject({ code: 'in-use' });
    const free = other.waitForTab();
    await transport.close();
    await free;
    await expect(other.reopen()).resolves.toBeDefined();
  });
});

describe('the platform', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0', 'linux'],
    ['Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0', 'other'],
    ['Mozilla/5.0 (X11; CrOS x86_64 16000.0.0) AppleWebKit/537.36 Chrome/156.0.0.0', 'other'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/156.0.0.0', 'other'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/156.0.0.0', 'other'],
  ])('of %s is %s', (userAgent, platform) => {
    expect(platformOf({ userAgent })).toBe(platform);
  });
});

describe('opening again without asking', () => {
  it('finds the same model under another product id, and no other model', async () => {
    const { hid, connector, device } = setUp({ productId: 0x5000 });
    const first = await connector.open();
    hid.unplug(device);
    await first.close();
    const otherModel = new FakeHidDevice(createEchoDevice(), { productId: 0x4000 });
    hid.plugIn(otherModel);
    expect(await connector.reopen()).toBeUndefined();
    const sameModel = new FakeHidDevice(createEchoDevice(), { productId: 0x5011 });
    hid.plugIn(sameModel);
    expect(await connector.reopen()).toBeDefined();
    expect([otherModel.opened, sameModel.opened]).toEqual([false, true]);
  });

  it('after a reload takes a device granted before', async () => {
    const { connector, hid } = setUp();
    await expect(connector.reopen()).resolves.toBeDefined();
    expect(hid.requests).toEqual([]);
  });

  it('passes over devices that do not speak APDU', async () => {
    const { hid, connector } = setUp({ usagePage: 0xf1d0 });
    expect(hid.granted.size).toBe(1);
    expect(await connector.reopen()).toBeUndefined();
  });
});

describe('the model of a product id', () => {
  const ledger = (productId: number): string => modelKey({ vendorId: 0x2c97, productId });

  it.each([
    ['Nano S', 0x0001, 0x1011],
    ['Nano X', 0x0004, 0x4015],
    ['Nano S Plus', 0x0005, 0x5000],
    ['Stax', 0x0006, 0x6011],
    ['Flex', 0x0007, 0x7000],
    ['Gen5', 0x0008, 0x8001],
  ])('%s: the legacy id and the new ones are the same', (_name, legacy, current) => {
    expect(ledger(legacy)).toBe(ledger(current));
    expect(ledger(current)).toBe(ledger(current ^ 0x04));
  });

  it('is the whole product id for other vendors', () => {
    expect(modelKey({ vendorId: 0x1209, productId: 0x5000 })).not.toBe(
      modelKey({ vendorId: 0x1209, productId: 0x5001 }),
    );
    expect(modelKey({ vendorId: 0x1209, productId: 0x5000 })).not.toBe(ledger(0x5000));
  });
});
