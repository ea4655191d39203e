/** What must hold at the next meeting with a device: how it is kept, moved in, and read when somebody has edited it. */
import { describe, expect, it } from 'vitest';
import { mostDevices } from '../../../src/records/apply-device.ts';
import { applyChange } from '../../../src/records/apply-change.ts';
import {
  deviceKey,
  emptyBook,
  findProven,
  mostUnfinished,
  walletOn,
  type DeviceRecord,
  type EarlierDevice,
  type ExpectedWallet,
  type RecordBook,
  type RecordNews,
} from '../../../src/records/book.ts';
import { readDevice, readEarlierDevices } from '../../../src/records/codec.ts';

const at = '2026-11-24T10:00:00.000Z';
const key = `04${'5a'.repeat(64)}`;
const otherKey = `04${'6b'.repeat(64)}`;
const walletId = 'ab'.repeat(16);
const otherId = 'cd'.repeat(16);
const proof = {
  kind: 'entropy-check',
  opened: 5,
  range: 8,
  date: at,
  unfinishedBefore: [8, 64],
} as const;
const wallet: ExpectedWallet = { walletId, backedUp: true, absent: false, proof };

const ref = (digit = '1', simulator = false) =>
  ({ id: digit.padStart(32, '0'), product: 'Vault One', simulator }) as const;
const meet = (device = ref(), publicKey = key): RecordNews => ({
  kind: 'met-device',
  device,
  publicKey,
  capabilities: ['create', 'attest', 'entropy-check'],
});
const expects = (expected: ExpectedWallet | undefined, before?: string): RecordNews => ({
  kind: 'expects-wallet',
  device: ref(),
  before,
  wallet: expected,
});
const count = (before: readonly number[], unfinishedChecks: readonly number[]): RecordNews => ({
  kind: 'counted-checks',
  device: ref(),
  before,
  unfinishedChecks,
});

function book(news: readonly RecordNews[], from: RecordBook = emptyBook): RecordBook {
  return news.reduce((sum, each) => applyChange(sum, { ...each, at }), from);
}

function only({ devices }: RecordBook): DeviceRecord {
  const [device, ...others] = devices;
  if (device === undefined || others.length > 0) throw new Error(`${devices.length} devices`);
  return device;
}

describe('a device that is met', () => {
  it('keeps its first key, all that it could ever do, and that it is a simulator', () => {
    const first = { ...meet(), capabilities: ['seed-qr'] } as RecordNews;
    const device = only(book([first, meet(ref(), otherKey)]));
    expect(device).toMatchObject({ publicKey: key, state: undefined, firstSeen: at });
    expect([...device.capabilities].sort()).toEqual(['attest', 'create', 'entropy-check', 'seed-qr']);
    const marked = book([meet(), expects(wallet), meet(ref('1', true))]);
    expect(only(marked)).toMatchObject({ simulator: true, wallet });
    expect(findProven(marked, ref().id)).toBe(only(marked));
    // Another key is another device, which claims the id.
    expect(book([meet(), meet(ref('1', true), otherKey)]).devices).toHaveLength(2);
  });

  it('is listed once it has said where its wallet is, and has its name', () => {
    const device = only(
      book([
        meet(),
        { kind: 'saw-device', device: ref(), state: 'backed-up' },
        { kind: 'named-device', device: ref(), name: 'Desk' },
      ]),
    );
    expect(device).toMatchObject({ state: 'backed-up', name: 'Desk', publicKey: key });
  });

  it('loses its name with a wallet that was wiped, not with an unfinished one', () => {
    const named = (state: 'backed-up' | 'unfinished-backup'): RecordBook =>
      book([
        meet(),
        { kind: 'saw-device', device: ref(), state },
        { kind: 'named-device', device: ref(), name: 'Desk' },
      ]);
    const empty = { kind: 'saw-device', device: ref(), state: 'empty' } as const;
    expect(only(book([empty], named('backed-up'))).name).toBe('');
    expect(only(book([empty], named('unfinished-backup'))).name).toBe('Desk');
  });

  it('has room beside 49 others; simulators leave first, then those met longest ago', () => {
    const many = Array.from({ length: mostDevices }, (_, index) => meet(ref(String(index + 1))));
    const ids = (all: RecordBook): readonly string[] => all.devices.map(({ id }) => id);
    const full = book([meet(ref('a', true)), ...many]);
    expect(full.devices).toHaveLength(mostDevices);
    expect(ids(full)).not.toContain(ref('a').id);
    expect(ids(full)).toContain(ref('1').id);
    expect(ids(book([meet(ref('b', true))], full))).toEqual(ids(full));
    const next = ids(book([meet(ref('c'))], full));
    expect(next).toContain(ref('c').id);
    expect(next).not.toContain(ref('1').id);
  });

  it('is forgotten with all that was known of it', () => {
    const there = book([meet(), expects(wallet), count([], [8]), meet(ref('2'))]);
    const left = book([{ kind: 'forget-device', key: deviceKey(ref()) }], there);
    expect(only(left).id).toBe(ref('2').id);
    expect(
      only(book([meet()], book([{ kind: 'forget-device', key: deviceKey(ref('2')) }], left))),
    ).toMatchObject({
      wallet: undefined,
      unfinishedChecks: [],
    });
    expect(book([{ kind: 'erase-everything' }], there)).toEqual(emptyBook);
  });
});

describe('the wallet that a device must have', () => {
  it('is kept, replaced by who knows of it, and forgotten on request alone', () => {
    const there = book([meet(), expects(wallet)]);
    expect(walletOn(only(there))).toBe(walletId);
    const next = { ...wallet, walletId: otherId, proof: undefined };
    expect(only(book([expects(next, walletId)], there)).wallet).toEqual(next);
    expect(only(book([expects(undefined, walletId)], there)).wallet).toBeUndefined();
    expect(only(book([{ kind: 'forget-wallet', device: ref() }], there)).wallet).toBeUndefined();
  });

  it('is not replaced by a page that didn’t know of it', () => {
    const there = book([meet(), expects(wallet)]);
    const next = { ...wallet, walletId: otherId, proof: undefined };
    for (const before of [undefined, 'ef'.repeat(16)]) {
      expect(only(book([expects(next, before)], there)).wallet).toEqual(wallet);
      expect(only(book([expects(undefined, before)], there)).wallet).toEqual(wallet);
    }
  });

  it('stays the one while the device is seen without it, and is not on it', () => {
    const gone = only(book([meet(), expects(wallet), { kind: 'saw-device', device: ref(), state: 'empty' }]));
    expect(gone.wallet).toEqual({ ...wallet, absent: true });
    expect(walletOn(gone)).toBeUndefined();
    expect(walletOn({ wallet: { ...wallet, backedUp: false } })).toBeUndefined();
  });

  it('is kept of no device that was not met', () => {
    expect(book([expects(wallet), count([], [8])])).toEqual(emptyBook);
  });
});

describe('checks that led to no wallet', () => {
  it('are counted on, and never down by who did not know of all', () => {
    const two = book([meet(), count([], [8]), count([8], [8, 16])]);
    expect(only(two).unfinishedChecks).toEqual([8, 16]);
    expect(only(book([count([], [8])], two)).unfinishedChecks).toEqual([8, 16]);
    expect(only(book([count([8, 16], [])], two)).unfinishedChecks).toEqual([]);
  });
});

describe('what an earlier version remembered beside the list', () => {
  const earlier: EarlierDevice = {
    id: ref().id,
    publicKey: key,
    simulator: false,
    capabilities: ['attest'],
    unfinishedChecks: [16, 8],
  };
  const move = (...devices: readonly EarlierDevice[]): RecordNews => ({
    kind: 'moved-in',
    wallets: [],
    devices,
  });
  const listed = (expected: ExpectedWallet | undefined): RecordBook => ({
    ...emptyBook,
    devices: [
      { ...only(book([meet()])), publicKey: undefined, capabilities: [], name: 'Desk', wallet: expected },
    ],
  });

  it('moves into its entry, or makes one that is not listed yet', () => {
    const alone = only(book([move(earlier)]));
    expect(alone).toMatchObject({ state: undefined, publicKey: key, unfinishedChecks: [16, 8] });
    expect(alone.wallet).toBeUndefined();
    const joined = only(book([move(earlier)], listed(wallet)));
    expect(joined).toMatchObject({ name: 'Desk', publicKey: key, capabilities: ['attest'], wallet });
  });

  it('says nothing of a device that was met since', () => {
    const since = book([meet(ref(), otherKey)]);
    expect(book([move(earlier)], since)).toEqual(since);
  });

  it('keeps a simulator what it is', () => {
    const there = listed(undefined);
    expect(only(book([move({ ...earlier, simulator: true })], there)).simulator).toBe(true);
  });

  it.each<[string, unknown]>([
    ['a short id', { deviceId: '12' }],
    ['an id of other letters', { deviceId: 'x'.repeat(32) }],
    ['a short key', { publicKey: '04' }],
    ['a mark that is no mark', { simulator: 'no' }],
    ['capabilities that are no list', { capabilities: 'create' }],
  ])('is left behind with %s', (_, change) => {
    const { id: deviceId, ...rest } = earlier;
    const entry = { ...rest, deviceId };
    expect(readEarlierDevices([{ ...entry, ...(change as object) }, entry, null, 3])).toEqual([earlier]);
  });

  it('is read without its wallet, whose ID was made another way', () => {
    const { id: deviceId, ...rest } = earlier;
    expect(readEarlierDevices([{ ...rest, deviceId, pinned: { walletId, backedUp: true } }])).toEqual([
      earlier,
    ]);
    for (const value of [undefined, null, 'x', { deviceId }]) expect(readEarlierDevices(value)).toEqual([]);
  });
});

describe('what anybody could have written there', () => {
  const good = only(book([meet(), expects(wallet), count([], [16, 8])]));

  it('reads back as written; a first-version entry has the wallet of its list', () => {
    expect(readDevice(good)).toEqual(good);
    const { publicKey: _, capabilities: __, wallet: ___, unfinishedChecks: ____, ...first } = good;
    expect(readDevice({ ...first, walletId })).toEqual({
      ...good,
      publicKey: undefined,
      capabilities: [],
      wallet: { ...wallet, proof: undefined },
      unfinishedChecks: [],
    });
  });

  it.each<[string, unknown]>([
    ['walletId', { ...wallet, walletId: 'zz' }],
    ['backedUp', { ...wallet, backedUp: 1 }],
    ['absent', { ...wallet, absent: 'no' }],
    ['all of it', 7],
  ])('a wallet is forgotten for its %s, and the device is not', (_, damaged) => {
    expect(readDevice({ ...good, wallet: damaged })).toEqual({ ...good, wallet: undefined });
  });

  it.each([
    { kind: 'belief' },
    { opened: 0 },
    { opened: 9 },
    { range: 65 },
    { opened: 1.5 },
    { date: 'someday' },
    { date: 5 },
  ])('a proof with %o proves nothing, and the wallet stays', (change) => {
    const damaged = { ...wallet, proof: { ...proof, ...change } };
    expect(readDevice({ ...good, wallet: damaged })?.wallet).toEqual({ ...wallet, proof: undefined });
  });

  it.each<[string, unknown, readonly number[]]>([
    ['no list', 3, []],
    ['missing', undefined, []],
    ['a list of other things', ['8', null, { range: 8 }], []],
    ['ranges that no check has, among others', [8, 0, 65, -1, 2.5, 16], [8, 16]],
    ['too many', [64, ...Array.from({ length: mostUnfinished }, () => 8)], Array(mostUnfinished).fill(8)],
  ])('checks without a wallet that are %s: what can be counted is', (_, ranges, counted) => {
    const entry = {
      ...good,
      unfinishedChecks: ranges,
      wallet: { ...wallet, proof: { ...proof, unfinishedBefore: ranges } },
    };
    const read = readDevice(entry);
    expect(read?.unfinishedChecks).toEqual(counted);
    expect(read?.wallet?.proof?.unfinishedBefore).toEqual(counted);
  });

  it('capabilities that this version does not know are dropped', () => {
    expect(readDevice({ ...good, capabilities: ['attest', 'fly', 3] })?.capabilities).toEqual(['attest']);
  });

  it('a device with a key that is none cannot be read', () => {
    expect(readDevice({ ...good, publicKey: '04' })).toBeUndefined();
  });
});
