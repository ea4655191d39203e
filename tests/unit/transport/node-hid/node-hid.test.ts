import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { splitIntoReports } from '../../../../src/protocol/apdu/hid-framing.ts';
import { loadNodeHidDriver } from '../../../../src/transport/node-hid/node-hid-driver.ts';
import { nodeHid } from '../../../../src/transport/node-hid/node-hid.ts';
import { createEchoDevice, echoOf } from '../../../kit/conformance/echo-device.ts';
import { FakeNodeHid } from '../../../fixtures/fakes/fake-node-hid.ts';

const command = Uint8Array.of(0xb0, 1, 0, 0);

function setUp(options: { path?: string } = {}) {
  const hid = new FakeNodeHid(createEchoDevice());
  return {
    hid,
    connector: nodeHid({ ...options, loadDriver: () => hid, whyRefused: () => 'permission-denied' }),
  };
}

describe('choosing a device', () => {
  it('takes any vendor’s device that speaks APDU, and skips keyboards and FIDO', async () => {
    const { hid, connector } = setUp();
    hid.devices = [
      { vendorId: 0x046d, productId: 1, path: 'keyboard', interface: 0, usagePage: 1 },
      { vendorId: 0x2c97, productId: 0x5000, path: 'fido', interface: 1, usagePage: 0xf1d0 },
      { vendorId: 0x1209, productId: 2, path: 'own', interface: 0, usagePage: 0xffa0 },
      { vendorId: 0x2c97, productId: 0x5000, path: undefined, interface: 0, usagePage: 0xffa0 },
    ];
    expect(connector.list().map(({ path }) => path)).toEqual(['own']);
    const transport = await connector.open();
    expect(await transport.exchange(command)).toEqual(echoOf(command));
    await transport.close();
  });

  it('where the system tells no usage page, Ledger’s first interface is the one', () => {
    const { hid, connector } = setUp();
    hid.devices = [
      { vendorId: 0x2c97, productId: 0x5000, path: 'second', interface: 1 },
      { vendorId: 0x2c97, productId: 0x5000, path: 'first', interface: 0, usagePage: 0 },
      { vendorId: 0x1209, productId: 1, path: 'other', interface: 0 },
    ];
    expect(connector.list().map(({ path }) => path)).toEqual(['first']);
  });

  it('by its name, or not at all', async () => {
    await expect(setUp({ path: '/dev/hidraw7' }).connector.open()).rejects.toMatchObject({
      code: 'not-found',
    });
    await (await setUp({ path: '/dev/hidraw0' }).connector.open()).close();
  });

  it('libraries that cannot be loaded are told apart from a device that is not there', async () => {
    const connector = nodeHid({
      loadDriver() {
        throw new Error('no prebuilt binary');
      },
    });
    expect(connector.supported()).toBe(false);
    await expect(connector.open()).rejects.toMatchObject({ code: 'no-usb-driver' });
  });

  it('the real libraries load here, and list without an error', () => {
    const driver = loadNodeHidDriver();
    expect(Array.isArray(driver.list())).toBe(true);
    expect(driver.isThere('/dev/no-such-device')).toBe(false);
    expect(() => driver.open('/dev/no-such-device')).toThrow();
  });

  it.runIf(process.platform === 'linux')('on Linux nothing native is loaded, which could need more', () => {
    loadNodeHidDriver().list();
    const { cache } = createRequire(import.meta.url);
    const loaded = Object.keys(cache);
    expect(loaded.some((file) => file.includes('hw-transport-node-hid'))).toBe(true);
    expect(loaded.filter((file) => /[\\/]node_modules[\\/](node-hid|usb)[\\/].*\.node$/.test(file))).toEqual(
      [],
    );
  });
});

describe('an open device', () => {
  it('that the system refuses says why', async () => {
    const { hid, connector } = setUp();
    hid.refuses = true;
    await expect(connector.open()).rejects.toMatchObject({ code: 'permission-denied' });
  });

  it('that is not there any more when it is opened is disconnected', async () => {
    const hid = new FakeNodeHid(createEchoDevice());
    hid.refuses = true;
    hid.devices = [
      { ...hid.devices[0], path: '/dev/hostblind-gone', vendorId: 0x2c97, productId: 1, interface: 0 },
    ];
    const connector = nodeHid({ loadDriver: () => hid });
    await expect(connector.open()).rejects.toMatchObject({
      code: process.platform === 'linux' ? 'disconnected' : 'in-use',
    });
  });

  it('is not disturbed by reports of other programs', async () => {
    const { hid, connector } = setUp();
    const transport = await connector.open();
    hid.input(...splitIntoReports(0xffff, new Uint8Array(100)));
    const exchange = transport.exchange(command);
    hid.input(...splitIntoReports(0xffff, new Uint8Array(10)));
    expect(await exchange).toEqual(echoOf(command));
    await transport.close();
  });

  it('is closed even during a read, which the library alone refuses to do', async () => {
    const { hid, connector } = setUp();
    hid.silent = () => true;
    const transport = await connector.open();
    const exchange = expect(transport.exchange(command)).rejects.toMatchObject({ code: 'aborted' });
    expect(hid.openCount).toBe(1);
    await transport.close();
    await exchange;
    expect(hid.openCount).toBe(0);
  });

  it('comes back under another name and product id of the same model', async () => {
    const { hid, connector } = setUp();
    await (await connector.open()).close();
    hid.devices = [
      { vendorId: 0x2c97, productId: 0x4000, path: 'other model', interface: 0, usagePage: 0xffa0 },
      { vendorId: 0x2c97, productId: 0x5011, path: 'same model', interface: 0, usagePage: 0xffa0 },
    ];
    const again = await connector.reopen();
    expect(await again?.exchange(command)).toEqual(echoOf(command));
    await again?.close();
    hid.devices = hid.devices.slice(0, 1);
    expect(await connector.reopen()).toBeUndefined();
  });
});
