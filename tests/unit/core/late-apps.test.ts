/** A board that has its device's apps later than the device, as the simulator's page has. */
import { beforeAll, describe, expect, it } from 'vitest';
import { askingIn } from '../../../firmware-sim/apps/asking.ts';
import type { AppShelf } from '../../../firmware-sim/core/app.ts';
import type { Board } from '../../../firmware-sim/core/board.ts';
import { createDeviceApps, type DeviceAppParts } from '../../../firmware-sim/core/device-apps.ts';
import { createFirmware, lockMs } from '../../../firmware-sim/core/firmware.ts';
import { responseData } from '../../../src/protocol/apdu/apdu.ts';
import { fromHex, toHex } from '../../../src/protocol/bytes.ts';
import { decodeInfo, encodeInfoRequest } from '../../../src/protocol/commands/info.ts';
import { createWallet, enterPin, expectScreen, tap } from '../../kit/drivers/person.ts';
import { createFakeApp } from '../../fixtures/fakes/fake-app.ts';
import { createTestDevice, createTestStorage, type TestDevice } from '../../fixtures/devices/test-device.ts';

const pin = '40286619';
const openEthereum = `e0d8000008${toHex(Uint8Array.from('Ethereum', (letter) => letter.charCodeAt(0)))}`;
const shelf: AppShelf = { apps: [createFakeApp()], text: askingIn };
const storage = createTestStorage();

interface LateDevice {
  readonly device: TestDevice;
  /** The script is there: what it brings, and what opens its keys, at once. */
  readonly arrive: () => void;
  /** How often keys were opened. */
  readonly opened: () => number;
}

function deviceWithout(stored = storage): LateDevice {
  let parts: DeviceAppParts | undefined;
  let opened = 0;
  const device = createTestDevice({
    storage: { ...createTestStorage(), bytes: stored.bytes.slice() },
    apps: shelf,
    createFirmware(board: Board) {
      const openKeys: Board['openKeys'] = () => {
        const open = parts && board.openKeys?.();
        if (open !== undefined) opened += 1;
        return open;
      };
      return createFirmware({ ...board, openKeys }, undefined, () => parts);
    },
  });
  return {
    device,
    arrive: () => void (parts = createDeviceApps(shelf)()),
    opened: () => opened,
  };
}

function say(device: TestDevice, command: string): string {
  const answer = device.ask(fromHex(command));
  return answer === 'waits' ? answer : toHex(answer);
}

const signs = (device: TestDevice): boolean =>
  decodeInfo(responseData(device.exchange(encodeInfoRequest()))).capabilities.includes('apps');

const hasApps = ({ device }: LateDevice): unknown[] => [
  signs(device),
  device.lines().includes('Apps ▶'),
  say(device, openEthereum),
];

const [withApps, without] = [
  [true, true, '9000'],
  [false, false, '6e00'],
];

beforeAll(() => {
  const { device } = deviceWithout(storage);
  device.startCreate(12);
  device.person(createWallet(12, pin));
  storage.bytes.set(device.storage.bytes);
});

describe('apps that come late', () => {
  it('are never there: it’s a device without', () => {
    const late = deviceWithout();
    expect(signs(late.device)).toBe(false);
    late.device.person(enterPin(pin));
    expect(hasApps(late)).toEqual(without);
    expect(late.opened()).toBe(0);
    late.device.tick(lockMs + 100);
    expect(late.device.status().locked).toBe(false);
  });

  it('are the device’s before its PIN, and their keys come with it', () => {
    const late = deviceWithout();
    late.arrive();
    expect(signs(late.device)).toBe(true);
    late.device.person(enterPin(pin));
    expect(hasApps(late)).toEqual(withApps);
    expect(late.opened()).toBe(1);
  });

  it('are there once a backup is completed, though it began without', () => {
    const late = deviceWithout(createTestStorage());
    late.device.startCreate(12);
    late.device.person(tap('left'));
    late.device.tick(2000);
    late.device.person(tap('left'));
    late.device.startCreate(12);
    late.arrive();
    late.device.person(createWallet(12, pin));
    late.device.person(expectScreen('Backed up'));
    expect(hasApps(late)).toEqual(withApps);
  });

  it('wait for the next PIN where the wallet is open: nothing about it changes', () => {
    const late = deviceWithout();
    late.device.person(enterPin(pin));
    const frames = late.device.frames();
    late.arrive();
    expect(hasApps(late)).toEqual(without);
    late.device.person(tap('right'));
    late.device.start({ kind: 'reveal' });
    late.device.tick(1100);
    late.device.person(tap('left'));
    expect(hasApps(late)).toEqual(without);
    expect(late.device.status().locked).toBe(false);
    expect([frames < late.device.frames(), late.opened()]).toEqual([true, 0]);
  });

  it('come with that PIN after five minutes: left alone, the device locks itself', () => {
    const late = deviceWithout();
    late.device.person(enterPin(pin));
    late.device.tick(lockMs - 100);
    late.arrive();
    late.device.tick(50);
    expect(late.device.status().locked).toBe(false);
    late.device.tick(100);
    expect(late.device.status()).toMatchObject({ locked: true, activity: 'unlock' });
    late.device.person(enterPin(pin));
    expect(hasApps(late)).toEqual(withApps);
    expect(late.opened()).toBe(1);
  });

  it('lock nothing while a ceremony goes on, and the device after it', () => {
    const late = deviceWithout();
    late.device.person(enterPin(pin));
    late.arrive();
    late.device.start({ kind: 'language', tag: 'de' });
    late.device.tick(lockMs + 100);
    expect(late.device.status()).toMatchObject({ activity: 'language', locked: false });
    late.device.person(tap('left'));
    expect(late.device.status().locked).toBe(false);
    late.device.tick(lockMs + 100);
    expect(late.device.status().locked).toBe(true);
  });

  it('are kept: a shelf that is empty later takes none away', () => {
    const late = deviceWithout();
    late.arrive();
    late.device.person(enterPin(pin));
    expect(hasApps(late)).toEqual(withApps);
    late.device.tick(lockMs + 100);
    expect(late.device.status().locked).toBe(true);
    expect(signs(late.device)).toBe(true);
  });
});

describe('a device that nobody sees', () => {
  const unseen = (device: TestDevice, milliseconds: number): void => {
    device.stall(milliseconds - 50);
    device.event({ kind: 'tick', unseen: true });
  };

  it('still locks itself', () => {
    const { device, arrive } = deviceWithout();
    arrive();
    device.person(enterPin(pin));
    expect(device.status().locked).toBe(false);
    unseen(device, lockMs + 100);
    expect(device.status().locked).toBe(true);
  });
});
