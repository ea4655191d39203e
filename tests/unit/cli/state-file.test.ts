/** The file of the terminal program: what it holds, who may read it, and what becomes of it when things go wrong. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRecords } from '../../../src/cli/open-records.ts';
import { usualStatePath } from '../../../src/cli/state-file.ts';
import type { RecordBook, RecordStore } from '../../../src/records/book.ts';
import { someWalletId } from '../../fixtures/screens/screens.ts';

const at = '2026-11-24T10:00:00.000Z';
const place = { walletId: someWalletId, product: 'Vault One', simulator: false } as const;
const backedUp = { kind: 'backed-up', at, wallet: place } as const;
const id = 'ab'.repeat(16);
const publicKey = `04${'5a'.repeat(64)}`;
const met = (deviceId = id) =>
  ({
    kind: 'met-device',
    at,
    device: { id: deviceId, product: 'Vault One', simulator: false },
    publicKey,
    capabilities: ['create', 'attest'],
  }) as const;
const keyOf = async (records: RecordStore): Promise<string | undefined> =>
  (await records.load()).devices.find((device) => device.id === id)?.publicKey;
const walletsOf = async (records: RecordStore): Promise<RecordBook['wallets']> =>
  (await records.load()).wallets;

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hostblind-state-'));
  path = join(folder, 'below', 'records.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = () => openRecords({ file: path });

describe('the state file', () => {
  it('stands where XDG says, and at the usual place without it or with a relative path', () => {
    expect(usualStatePath({ XDG_STATE_HOME: '/var/state' })).toBe('/var/state/hostblind/records.json');
    for (const environment of [{}, { XDG_STATE_HOME: '' }, { XDG_STATE_HOME: 'state' }])
      expect(usualStatePath(environment)).toMatch(/^\/.*\/\.local\/state\/hostblind\/records\.json$/);
  });

  it('is not there before there is something to keep', async () => {
    const { records, usable } = open();
    expect(await records.load()).toEqual({ ceremonies: [], devices: [], wallets: [] });
    expect(usable()).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('keeps wallets and devices for the next run, for its owner alone', async () => {
    const first = open();
    first.records.update(met());
    first.records.update(backedUp);
    await first.records.load();
    const later = open();
    expect(await walletsOf(later.records)).toEqual([{ ...place, backedUp: at, checked: undefined }]);
    expect(await keyOf(later.records)).toBe(publicKey);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'below')).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(folder, 'below'))).toEqual(['records.json']);
  });

  it('is gone once everything was erased, and there is nothing to erase twice', async () => {
    const { records } = open();
    records.update(met());
    await records.load();
    expect(readdirSync(join(folder, 'below'))).toEqual(['records.json']);
    for (let times = 0; times < 2; times += 1) {
      records.update({ kind: 'erase-everything', at });
      expect(await records.load()).toEqual({ ceremonies: [], devices: [], wallets: [] });
      expect(readdirSync(join(folder, 'below'))).toEqual([]);
    }
  });

  it('is written whole: two programs at a time lose nothing of each other', async () => {
    const [one, other] = [open(), open()];
    one.records.update(met());
    other.records.update(met('cd'.repeat(16)));
    one.records.update(backedUp);
    await one.records.load();
    other.records.update({ ...backedUp, wallet: { ...place, walletId: 'e'.repeat(32) } });
    await other.records.load();
    const { wallets, devices } = await open().records.load();
    expect([wallets.length, devices.length]).toEqual([2, 2]);
  });

  it('takes over what version 1 kept of devices beside its records', async () => {
    const pinned = { walletId: someWalletId, backedUp: true };
    const trust = [
      {
        deviceId: id,
        publicKey,
        simulator: false,
        capabilities: ['attest'],
        pinned,
        unfinishedChecks: [8, 64],
      },
    ];
    const device = {
      id,
      model: 'nanox',
      simulator: false,
      name: 'Desk',
      state: 'backed-up',
      walletId: someWalletId,
      firstSeen: at,
      lastSeen: at,
    };
    mkdirSync(join(folder, 'below'));
    writeFileSync(path, JSON.stringify({ format: 'hostblind-state', version: 1, devices: [device], trust }));
    const known = {
      name: 'Desk',
      product: '',
      publicKey,
      capabilities: ['attest'],
      unfinishedChecks: [8, 64],
      wallet: undefined,
    };
    const { records } = open();
    expect((await records.load()).devices).toMatchObject([known]);
    records.update(backedUp);
    await records.load();
    expect((await open().records.load()).devices).toMatchObject([known]);
    const file: unknown = JSON.parse(readFileSync(path, 'utf8'));
    expect(file).toMatchObject({ version: 2 });
    expect(file).not.toHaveProperty('trust');
  });

  it('keeps entries that this version cannot read', async () => {
    const first = open().records;
    first.update(met());
    await first.load();
    const file = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    writeFileSync(path, JSON.stringify({ ...file, wallets: [{ walletId: 'of later' }] }));
    const { records } = open();
    records.update(backedUp);
    await records.load();
    expect(records.view.unreadable).toBe(1);
    expect(readFileSync(path, 'utf8')).toContain('of later');
  });

  it.each([
    ['is no JSON', '{', 'damaged'],
    ['is of another program', '{"format":"other"}', 'damaged'],
    ['has no lists', '{"format":"hostblind-state","version":2,"devices":7}', 'damaged'],
    ['has no list of version 1', '{"format":"hostblind-state","version":1,"trust":7}', 'damaged'],
    ['is of a later version', '{"format":"hostblind-state","version":3}', 'newer'],
  ] as const)('that %s is left as it is, and it is said', async (_, text, problem) => {
    mkdirSync(join(folder, 'below'));
    writeFileSync(path, text);
    const { records, usable } = open();
    expect(usable()).toBe(false);
    records.update(backedUp);
    records.update(met());
    await records.load();
    expect(records.view.problem).toBe(problem);
    expect(readFileSync(path, 'utf8')).toBe(text);
    // What this run learns holds for this run.
    expect(await keyOf(records)).toBe(publicKey);
  });

  it('is not needed: without it what is learnt lasts as long as the program', async () => {
    const { records, usable } = openRecords('none');
    records.update(backedUp);
    records.update(met());
    expect(await walletsOf(records)).toHaveLength(1);
    expect(await keyOf(records)).toBe(publicKey);
    expect(usable()).toBe(true);
    expect(await walletsOf(openRecords('none').records)).toEqual([]);
  });
});
