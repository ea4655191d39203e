/** What each change makes of the book, and that what is written can be read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, limits } from '../../../src/records/apply-change.ts';
import { deviceKey, emptyBook, type RecordBook, type RecordNews } from '../../../src/records/book.ts';
import { marked, readCeremony, readDevice, readWallet } from '../../../src/records/codec.ts';
import { readStored } from '../../../src/records/database.ts';
import { encodeExport } from '../../../src/records/export.ts';
import { checkReminder, longAgoMs } from '../../../src/records/reminders.ts';
import { arbitraryChange } from '../../fixtures/data/record-arbitraries.ts';
import { someWalletId } from '../../fixtures/screens/screens.ts';

const device = { id: 'ab'.repeat(16), product: 'Vault One', simulator: false } as const;
const at = '2026-11-24T10:00:00.000Z';
const later = '2026-11-24T10:05:00.000Z';

/** News without a time of their own are from `at`. */
function apply(changes: readonly (RecordNews & { at?: string })[], from: RecordBook = emptyBook): RecordBook {
  return changes.reduce<RecordBook>(
    (book, change) => applyChange(book, { ...change, at: change.at ?? at }),
    from,
  );
}

const began = { kind: 'began', at, device, what: 'reveal', number: 3, walletId: someWalletId } as const;
const ended = { ...began, kind: 'ended', at: later, result: 'completed' } as const;

describe('ceremonies', () => {
  it('have one entry from their beginning to their end', () => {
    expect(apply([began]).ceremonies).toMatchObject([{ result: 'under-way', ended: undefined }]);
    expect(apply([began, began]).ceremonies).toHaveLength(1);
    expect(apply([began, ended]).ceremonies).toEqual([
      {
        id: `${at} ${device.id} 3 reveal`,
        what: 'reveal',
        number: 3,
        began: at,
        ended: later,
        result: 'completed',
        walletId: someWalletId,
        device,
      },
    ]);
  });

  it('whose beginning was not seen have an entry too', () => {
    expect(apply([ended]).ceremonies).toMatchObject([{ began: later, ended: later, result: 'completed' }]);
  });

  it('of another device, of the same number, are not mixed up', () => {
    const other = { ...ended, device: { ...device, simulator: true } };
    expect(apply([began, other]).ceremonies.map(({ result }) => result)).toEqual(['completed', 'under-way']);
  });

  it('that a page finds ended are told by the device, or were interrupted', () => {
    const arrived = {
      kind: 'arrived',
      at: later,
      device,
      running: undefined,
      number: 3,
      outcome: 'stopped',
    } as const;
    expect(apply([began, arrived]).ceremonies).toMatchObject([{ result: 'stopped', ended: later }]);
    const restarted = { ...arrived, number: 0, outcome: 'none' } as const;
    expect(apply([began, restarted]).ceremonies).toMatchObject([{ result: 'interrupted' }]);
    const running = { ...arrived, running: 'reveal', outcome: 'none' } as const;
    expect(apply([began, running]).ceremonies).toMatchObject([{ result: 'under-way' }]);
    const elsewhere = { ...arrived, device: { ...device, id: 'cd'.repeat(16) } };
    expect(apply([began, elsewhere]).ceremonies).toMatchObject([{ result: 'under-way' }]);
  });

  it('take the wallet that the device reports after them, or keep the one they had', () => {
    const created = { ...ended, what: 'create', walletId: undefined } as const;
    const told = { kind: 'told-wallet', device, walletId: someWalletId } as const;
    expect(apply([created, told]).ceremonies).toMatchObject([{ walletId: someWalletId }]);
    const other = { ...told, walletId: '00'.repeat(16) };
    expect(apply([created, told, other]).ceremonies).toMatchObject([{ walletId: someWalletId }]);
    expect(apply([{ ...began, walletId: undefined }, told]).ceremonies).toMatchObject([
      { walletId: undefined },
    ]);
  });
});

describe('devices', () => {
  const seen = { kind: 'saw-device', at, device, state: 'backed-up' } as const;
  const wallet = { walletId: someWalletId, backedUp: true, absent: false, proof: undefined };
  const agreed = { kind: 'expects-wallet', device, before: undefined, wallet } as const;

  it('are remembered with their name, and the wallet that was agreed to', () => {
    const named = { kind: 'named-device', device, name: 'Desk' } as const;
    expect(apply([seen, named, agreed, { ...seen, at: later }]).devices).toEqual([
      {
        ...device,
        name: 'Desk',
        state: 'backed-up',
        publicKey: undefined,
        capabilities: [],
        wallet,
        unfinishedChecks: [],
        firstSeen: at,
        lastSeen: later,
      },
    ]);
    expect(apply([seen, agreed, { ...seen, state: 'empty' }]).devices).toMatchObject([
      { state: 'empty', wallet: { ...wallet, absent: true } },
    ]);
  });

  it('that are simulators never take the place of one that is not', () => {
    const book = apply([seen, { ...seen, device: { ...device, simulator: true } }]);
    expect(book.devices).toHaveLength(2);
    const [first] = book.devices;
    if (first === undefined) throw new Error('two devices were expected');
    expect(apply([{ kind: 'forget-device', key: deviceKey(first) }], book).devices).toMatchObject([
      { simulator: false },
    ]);
  });
});

describe('wallets', () => {
  const place = { walletId: someWalletId, product: 'Vault One', simulator: false } as const;

  it('keep the day of the backup and the day of the check beside each other', () => {
    const book = apply([
      { kind: 'backed-up', at, wallet: place },
      { kind: 'checked', at: later, wallet: place },
    ]);
    expect(book.wallets).toEqual([{ ...place, backedUp: at, checked: later }]);
  });

  it('that move in lose nothing to what is here, and bring the later check', () => {
    const here = apply([{ kind: 'checked', at, wallet: place }]);
    const moved = apply(
      [{ kind: 'moved-in', wallets: [{ ...place, backedUp: at, checked: later }], devices: [] }],
      here,
    );
    expect(moved.wallets).toEqual([{ ...place, backedUp: at, checked: later }]);
    const older = apply(
      [{ kind: 'moved-in', wallets: [{ ...place, backedUp: undefined, checked: at }], devices: [] }],
      moved,
    );
    expect(older.wallets).toEqual(moved.wallets);
  });
});

describe('entries whose wallet IDs were made in another way', () => {
  it('keep devices and ceremonies without the ID; a wallet entry is counted', () => {
    const book = apply([
      { kind: 'saw-device', device, state: 'backed-up' },
      {
        kind: 'expects-wallet',
        device,
        before: undefined,
        wallet: { walletId: someWalletId, backedUp: true, absent: false, proof: undefined },
      },
      { kind: 'backed-up', wallet: { walletId: someWalletId, product: 'Vault One', simulator: false } },
    ]);
    const [kept, wallet] = [book.devices[0], book.wallets[0]];
    if (kept === undefined || wallet === undefined) throw new Error('both are kept');
    const raw = { ceremonies: [], devices: [kept], wallets: [wallet] };
    const old = readStored(raw);
    expect(kept.wallet?.walletId).toBe(someWalletId);
    expect(old.book.devices).toEqual([{ ...kept, wallet: undefined }]);
    expect(old.book.wallets).toEqual([]);
    expect(old.unreadable).toBe(1);
    const now = readStored({ ceremonies: [], devices: [marked(kept)], wallets: [marked(wallet)] });
    expect(now).toEqual({ book: raw, unreadable: 0 });
  });
});

describe('any changes', () => {
  const changes = fc.array(arbitraryChange, { maxLength: 40 });

  it('leave a book that reads back as it was written', () => {
    fc.assert(
      fc.property(changes, (all) => {
        const book = apply(all);
        const copy = structuredClone(book);
        expect(copy.ceremonies.map(readCeremony)).toEqual(book.ceremonies);
        expect(copy.devices.map(readDevice)).toEqual(book.devices);
        expect(copy.wallets.map(readWallet)).toEqual(book.wallets);
        const file = JSON.parse(encodeExport(book, at)) as Record<string, unknown[]>;
        expect(file['ceremonies']?.map(readCeremony)).toEqual(book.ceremonies);
        expect(file['devices']?.map(readDevice)).toEqual(book.devices);
        expect(file['wallets']?.map(readWallet)).toEqual(book.wallets);
      }),
    );
  });

  it('have one entry a key, and no more than there may be', () => {
    fc.assert(
      fc.property(changes, (all) => {
        const { ceremonies, devices, wallets } = apply(all);
        for (const keys of [
          ceremonies.map(({ id }) => id),
          devices.map(deviceKey),
          wallets.map(({ walletId }) => walletId),
        ])
          expect(new Set(keys).size).toBe(keys.length);
      }),
    );
    const many = Array.from({ length: limits.ceremonies + 5 }, (_, index) => ({
      ...ended,
      at: new Date(Date.parse(at) + index).toISOString(),
    }));
    const { ceremonies } = apply(many);
    expect(ceremonies).toHaveLength(limits.ceremonies);
    expect(ceremonies[0]?.began).toBe(many.at(-1)?.at);
  });

  it('written twice, because the first answer was lost, are the same as once', () => {
    fc.assert(
      fc.property(changes, arbitraryChange, (all, last) => {
        const once = apply([last], apply(all));
        const twice = apply([last], once);
        expect(twice).toEqual(once);
      }),
    );
  });
});

describe('what is not as it should be', () => {
  const good = apply([
    began,
    {
      kind: 'met-device',
      device,
      publicKey: `04${'5a'.repeat(64)}`,
      capabilities: ['attest'],
    },
    { kind: 'saw-device', device, state: 'backed-up' },
    { kind: 'named-device', device, name: 'Desk' },
    { kind: 'backed-up', wallet: { walletId: someWalletId, product: 'Vault One', simulator: false } },
  ]);
  const readers = {
    ceremonies: readCeremony,
    devices: readDevice,
    wallets: readWallet,
  } as const;

  it.each(['ceremonies', 'devices', 'wallets'] as const)('is left out, field by field: %s', (shelf) => {
    const [entry] = good[shelf];
    const read = readers[shelf];
    expect(read(entry)).toEqual(entry);
    for (const value of [undefined, null, 1, 'x', [], {}]) expect(read(value)).toBeUndefined();
    const mayLack = new Set([
      'walletId',
      'ended',
      'backedUp',
      'checked',
      'state',
      'publicKey',
      'capabilities',
    ]);
    // What is damaged in these counts as never seen: `device-memory.test.ts`.
    const lenient = new Set(['wallet', 'unfinishedChecks', 'product']);
    for (const field of Object.keys(entry ?? {}).filter((name) => !lenient.has(name))) {
      // A name is any printable text, and shown as text.
      for (const wrong of [null, {}, 'x'.repeat(200), '<img src=x>', -1, Number.NaN])
        if (field !== 'name' || wrong !== '<img src=x>')
          expect(read({ ...entry, [field]: wrong }), field).toBeUndefined();
      if (shelf === 'wallets' && field === 'walletId') continue;
      if (!mayLack.has(field)) expect(read({ ...entry, [field]: undefined }), field).toBeUndefined();
    }
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const read of Object.values(readers)) expect(() => read(value)).not.toThrow();
      }),
    );
  });
});

describe('the file with everything', () => {
  it('says what it is, in which format, and when it was written', () => {
    expect(JSON.parse(encodeExport(emptyBook, at))).toEqual({
      format: 'hostblind-records',
      version: 1,
      exported: at,
      ceremonies: [],
      devices: [],
      wallets: [],
    });
  });
});

describe('checkReminder', () => {
  const now = Date.parse(at);

  it('reminds of a backup that was never checked, or not for more than a year', () => {
    expect(checkReminder(undefined, now)).toBe('never');
    expect(checkReminder({ checked: new Date(now - longAgoMs - 1).toISOString() }, now)).toBe('long-ago');
    expect(checkReminder({ checked: new Date(now - longAgoMs).toISOString() }, now)).toBeUndefined();
    // Who checks on the same day each year is never late, not in a leap year either.
    expect(
      checkReminder({ checked: '2027-11-24T10:00:00.000Z' }, Date.parse('2028-11-24T10:00:00.000Z')),
    ).toBe(undefined);
    expect(longAgoMs).toBe(Date.parse('2028-11-24') - Date.parse('2027-11-24'));
    // A clock that was set back is no reason to remind.
    const checked = new Date(now + longAgoMs).toISOString();
    expect(checkReminder({ checked }, now)).toBeUndefined();
    // Nor is a good check before a failed one a reason not to.
    expect(checkReminder({ checked, doubted: checked }, now)).toBe('failed');
  });
});
