/** What the changes about a device make of the book. Pure, and the same when they are applied again. */
import { capabilities, type Capability } from '../protocol/commands/info.ts';
import {
  deviceKey,
  findDevice,
  type DeviceKey,
  type DeviceRecord,
  type EarlierDevice,
  type RecordBook,
  type RecordChange,
} from './book.ts';
import { asSeen } from './compare-wallet.ts';

type Change<Kind extends RecordChange['kind']> = Extract<RecordChange, { kind: Kind }>;

/** Simulators make room first, then those that were seen longest ago: what may hold money stays longest. */
export const mostDevices = 50;

function withRoom(devices: readonly DeviceRecord[]): readonly DeviceRecord[] {
  if (devices.length <= mostDevices) return devices;
  const leaving = devices.findLast(({ simulator }) => simulator) ?? devices.at(-1);
  return devices.filter((device) => device !== leaving);
}

/** First in the list, in place of `before`. */
function withDevice(book: RecordBook, device: DeviceRecord, before?: DeviceRecord): RecordBook {
  const others = book.devices.filter((entry) => entry !== before && deviceKey(entry) !== deviceKey(device));
  return { ...book, devices: withRoom([device, ...others]) };
}

/** Of a device that is remembered. Of any other one nothing is kept. */
function changed(
  book: RecordBook,
  { id, simulator }: DeviceKey,
  change: (device: DeviceRecord) => DeviceRecord,
): RecordBook {
  const before = findDevice(book, { id, simulator });
  if (before === undefined) return book;
  const devices = book.devices.map((device) => (device === before ? change(device) : device));
  return { ...book, devices };
}

/** In the order of the protocol, as they are read again. */
function union(one: readonly Capability[], other: readonly Capability[]): readonly Capability[] {
  return capabilities.filter((capability) => one.includes(capability) || other.includes(capability));
}

function newDevice({ at, device }: Change<'met-device' | 'saw-device'>): DeviceRecord {
  const { id, product, simulator } = device;
  return {
    id,
    product,
    simulator,
    name: '',
    state: undefined,
    publicKey: undefined,
    capabilities: [],
    wallet: undefined,
    unfinishedChecks: [],
    firstSeen: at,
    lastSeen: at,
  };
}

export function metDevice(book: RecordBook, change: Change<'met-device'>): RecordBook {
  const { id, product, simulator } = change.device;
  // With the key of one that was taken for no simulator before, it is that one.
  const before =
    findDevice(book, change.device) ??
    book.devices.find((entry) => entry.id === id && entry.publicKey === change.publicKey);
  const known = before ?? newDevice(change);
  const device: DeviceRecord = {
    ...known,
    product,
    simulator: simulator || known.simulator,
    publicKey: known.publicKey ?? change.publicKey,
    capabilities: union(known.capabilities, change.capabilities),
    lastSeen: change.at,
  };
  return withDevice(book, device, before);
}

export function sawDevice(book: RecordBook, change: Change<'saw-device'>): RecordBook {
  const { device, state, at } = change;
  const known = findDevice(book, device) ?? newDevice(change);
  const wallet = asSeen(known.wallet, state);
  // Its name goes with a wallet that was wiped; a device that has kept one tells it next.
  const name = known.state === 'backed-up' && state === 'empty' ? '' : known.name;
  return withDevice(book, { ...known, product: device.product, name, state, wallet, lastSeen: at });
}

export function namedDevice(book: RecordBook, { device, name }: Change<'named-device'>): RecordBook {
  return changed(book, device, (known) => ({ ...known, name }));
}

export function expectsWallet(book: RecordBook, change: Change<'expects-wallet'>): RecordBook {
  const { before, wallet } = change;
  return changed(book, change.device, (known) => {
    const kept = known.wallet?.walletId;
    const itsTurn = kept === undefined || kept === before || kept === wallet?.walletId;
    return itsTurn ? { ...known, wallet } : known;
  });
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}

export function countedChecks(book: RecordBook, change: Change<'counted-checks'>): RecordBook {
  const { before, unfinishedChecks } = change;
  return changed(book, change.device, (known) =>
    isSame(known.unfinishedChecks, before) ? { ...known, unfinishedChecks } : known,
  );
}

export function forgotWallet(book: RecordBook, { device }: Change<'forget-wallet'>): RecordBook {
  return changed(book, device, (known) => ({ ...known, wallet: undefined }));
}

/** A device that has a key here already was met since, and is known better here. */
export function movedInDevice(book: RecordBook, earlier: EarlierDevice, at: string): RecordBook {
  const { id, publicKey, simulator, unfinishedChecks } = earlier;
  const entries = book.devices.filter((device) => device.id === id);
  if (entries.some((device) => device.publicKey !== undefined)) return book;
  const before = entries.find((device) => device.simulator === simulator) ?? entries[0];
  // What it calls itself was not kept there; the next meeting tells.
  const listed =
    before ?? newDevice({ kind: 'saw-device', state: 'empty', at, device: { id, simulator, product: '' } });
  const device: DeviceRecord = {
    ...listed,
    simulator: simulator || listed.simulator,
    publicKey,
    capabilities: union(listed.capabilities, earlier.capabilities),
    unfinishedChecks,
  };
  return withDevice(book, device, before);
}
