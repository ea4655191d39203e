import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createTrustStore,
  mostDevices,
  mostUnfinished,
  trustKey,
  type TrustedDevice,
} from '../../../src/ceremony/trust-store.ts';

const device = (digit: string, simulator = false): TrustedDevice => ({
  deviceId: digit.padStart(32, '0'),
  publicKey: '04'.padEnd(130, 'a'),
  simulator,
  capabilities: ['create', 'attest', 'entropy-check'],
  pinned: {
    walletId: 'ab'.repeat(16),
    backedUp: true,
    proof: {
      kind: 'entropy-check',
      opened: 5,
      range: 8,
      date: '2026-11-24T10:00:00.000Z',
      unfinishedBefore: [8, 64],
    },
  },
  unfinishedChecks: [16, 8],
});

function memory(initial?: string) {
  const values = new Map(initial === undefined ? [] : [[trustKey, initial]]);
  return {
    values,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
}

describe('what is kept of a device', () => {
  it('is found again by its id, by a later page too', () => {
    const storage = memory();
    createTrustStore(storage).put(device('1'));
    createTrustStore(storage).put(device('2'));
    expect(createTrustStore(storage).get(device('1').deviceId)).toEqual(device('1'));
    expect(createTrustStore(storage).get('f'.repeat(32))).toBeUndefined();
  });

  it('is replaced by what is learnt later', () => {
    const store = createTrustStore(memory());
    store.put(device('1'));
    store.put({ ...device('1'), pinned: undefined });
    expect(store.get(device('1').deviceId)?.pinned).toBeUndefined();
  });

  it('is forgotten, one device or all of them, without a trace', () => {
    const storage = memory();
    const store = createTrustStore(storage);
    store.put(device('1'));
    store.put(device('2'));
    store.forget(device('1').deviceId);
    expect(store.get(device('1').deviceId)).toBeUndefined();
    expect(createTrustStore(storage).get(device('2').deviceId)).toEqual(device('2'));
    store.clear();
    expect(store.get(device('2').deviceId)).toBeUndefined();
    expect([...storage.values.keys()]).toEqual([]);
  });

  it('lives as long as the page where the browser keeps nothing', () => {
    const refusing = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
      removeItem: () => undefined,
    };
    for (const storage of [undefined, refusing]) {
      const store = createTrustStore(storage);
      store.put(device('1'));
      store.put(device('2'));
      expect(store.get(device('1').deviceId)).toEqual(device('1'));
    }
  });

  it('has room for fifty; simulators leave first, then those met longest ago', () => {
    const store = createTrustStore(memory());
    store.put(device('a', true));
    for (let index = 1; index <= mostDevices; index += 1) store.put(device(String(index)));
    expect(store.get(device('a').deviceId)).toBeUndefined();
    expect(store.get(device('1').deviceId)).toBeDefined();
    store.put(device('b', true));
    expect(store.get(device('1').deviceId)).toBeDefined();
    expect(store.get(device('b').deviceId)).toBeUndefined();
    store.put(device('c'));
    expect(store.get(device('1').deviceId)).toBeUndefined();
  });
});

describe('what anybody could have written there', () => {
  it.each([
    ['no JSON', 'hello'],
    ['no list', '{"deviceId":1}'],
    ['nothing at all', '[null, 3, "x", {}]'],
  ])('%s is ignored', (_, text) => {
    const store = createTrustStore(memory(text));
    expect(store.get(device('1').deviceId)).toBeUndefined();
    store.put(device('1'));
    expect(store.get(device('1').deviceId)).toEqual(device('1'));
  });

  it.each<[string, Partial<Record<keyof TrustedDevice, unknown>>]>([
    ['a short id', { deviceId: '12' }],
    ['an id of other letters', { deviceId: 'x'.repeat(32) }],
    ['a short key', { publicKey: '04' }],
    ['a mark that is no mark', { simulator: 'no' }],
    ['capabilities that are no list', { capabilities: 'create' }],
  ])('an entry with %s is left out', (_, change) => {
    const store = createTrustStore(memory(JSON.stringify([{ ...device('1'), ...change }, device('2')])));
    expect(store.get(device('1').deviceId)).toBeUndefined();
    expect(store.get(device('2').deviceId)).toEqual(device('2'));
  });

  it.each<[string, unknown]>([
    ['walletId', { ...device('1').pinned, walletId: 'zz' }],
    ['backedUp', { ...device('1').pinned, backedUp: 1 }],
    ['all of it', 7],
  ])('a pin is forgotten for its %s, and the device is not', (_, pinned) => {
    const store = createTrustStore(memory(JSON.stringify([{ ...device('1'), pinned }])));
    expect(store.get(device('1').deviceId)).toEqual({ ...device('1'), pinned: undefined });
  });

  it.each([
    { kind: 'belief' },
    { opened: 0 },
    { opened: 9 },
    { range: 65 },
    { opened: 1.5 },
    { date: 'someday' },
    { date: 5 },
  ])('a proof with %o proves nothing, and the pin stays', (change) => {
    const { pinned } = device('1');
    const proof = { ...pinned?.proof, ...change };
    const store = createTrustStore(
      memory(JSON.stringify([{ ...device('1'), pinned: { ...pinned, proof } }])),
    );
    expect(store.get(device('1').deviceId)?.pinned).toEqual({ ...pinned, proof: undefined });
  });

  it('what was kept before checks without a wallet were counted is as good as ever, with none', () => {
    const { unfinishedChecks: _, pinned, ...entry } = device('1');
    const { unfinishedBefore: __, ...proof } = pinned?.proof ?? { unfinishedBefore: [] };
    const store = createTrustStore(memory(JSON.stringify([{ ...entry, pinned: { ...pinned, proof } }])));
    expect(store.get(device('1').deviceId)).toEqual({
      ...device('1'),
      pinned: { ...pinned, proof: { ...proof, unfinishedBefore: [] } },
      unfinishedChecks: [],
    });
  });

  it.each<[string, unknown, readonly number[]]>([
    ['no list', 3, []],
    ['a list of other things', ['8', null, { range: 8 }], []],
    ['ranges that no check has, among others', [8, 0, 65, -1, 2.5, 16], [8, 16]],
    ['too many', [64, ...Array.from({ length: mostUnfinished }, () => 8)], Array(mostUnfinished).fill(8)],
  ])('checks without a wallet that are %s: what can be counted is', (_, ranges, counted) => {
    const { pinned } = device('1');
    const proof = { ...pinned?.proof, unfinishedBefore: ranges };
    const entry = { ...device('1'), unfinishedChecks: ranges, pinned: { ...pinned, proof } };
    const read = createTrustStore(memory(JSON.stringify([entry]))).get(device('1').deviceId);
    expect(read?.unfinishedChecks).toEqual(counted);
    expect(read?.pinned?.proof?.unfinishedBefore).toEqual(counted);
  });

  it('capabilities that this version does not know are dropped', () => {
    const store = createTrustStore(
      memory(JSON.stringify([{ ...device('1'), capabilities: ['attest', 'fly', 3] }])),
    );
    expect(store.get(device('1').deviceId)?.capabilities).toEqual(['attest']);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.json(), fc.string(), (json, id) => {
        const store = createTrustStore(memory(json));
        store.get(id);
        store.put(device('1'));
        expect(store.get(device('1').deviceId)).toEqual(device('1'));
      }),
    );
  });
});
