/** What a browser could have kept: devices in each state, ceremonies with each kind of end. */
import type { CeremonyRecord, DeviceRecord, RecordBook, RecordView } from '../../src/records/book.ts';
import type { AppRecords } from '../../src/ui/hb-app.ts';
import { someWalletId } from './screens.ts';

/** Milliseconds since 1970. */
export const someNow = Date.parse('2027-01-10T09:00:00.000Z');

const device = {
  id: '00112233445566778899aabbccddeeff',
  model: 'nanosp',
  simulator: false,
  name: 'Travel',
  state: 'backed-up',
  walletId: someWalletId,
  firstSeen: '2026-11-24T10:00:00.000Z',
  lastSeen: '2027-01-09T10:00:00.000Z',
} as const satisfies DeviceRecord;

const devices: readonly DeviceRecord[] = [
  device,
  { ...device, id: 'aa'.repeat(16), name: '', model: 'nanox', simulator: true, walletId: 'c4'.repeat(16) },
  { ...device, id: 'bb'.repeat(16), name: 'Spare', state: 'unfinished-backup', walletId: undefined },
  { ...device, id: 'cc'.repeat(16), name: 'Everyday', state: 'empty', walletId: undefined },
];

const results = [
  'completed',
  'match',
  'no-match',
  'declined',
  'cancelled',
  'interrupted',
  'wiped',
  'under-way',
] as const;
const kinds = ['create', 'check', 'restore', 'reveal', 'change-pin', 'rename', 'wipe', 'resume'] as const;

const ceremonies: readonly CeremonyRecord[] = Array.from({ length: 14 }, (_, index) => ({
  id: `record ${index}`,
  what: kinds[index % kinds.length] ?? 'create',
  number: index,
  began: new Date(someNow - index * 36 * 3_600_000).toISOString(),
  ended: undefined,
  result: results[index % results.length] ?? 'completed',
  walletId: index % 4 === 3 ? undefined : someWalletId,
  device: { id: device.id, model: device.model, simulator: device.simulator },
}));

export const someBook: RecordBook = {
  ceremonies,
  devices,
  wallets: [
    {
      walletId: someWalletId,
      model: 'nanosp',
      simulator: false,
      backedUp: device.firstSeen,
      checked: device.lastSeen,
    },
    {
      walletId: 'c4'.repeat(16),
      model: 'nanox',
      simulator: true,
      backedUp: device.firstSeen,
      checked: undefined,
    },
    {
      walletId: 'd5'.repeat(16),
      model: 'nanosp',
      simulator: true,
      backedUp: device.firstSeen,
      checked: undefined,
    },
  ],
};

export const someView: RecordView = { book: someBook, problem: undefined, unreadable: 0, erased: false };

export const someRecords: AppRecords = { view: someView, subscribe: () => () => {} };
