/** What each change makes of the book. Pure, and the same when it is applied again. */
import {
  deviceKey,
  findDevice,
  findWallet,
  type CeremonyRecord,
  type DeviceRecord,
  type DeviceRef,
  type RecordBook,
  type RecordChange,
  type WalletRecord,
} from './book.ts';

/** Older entries make room: this is a memory aid, not an archive. */
export const limits = { ceremonies: 500, devices: 50, wallets: 200 } as const;

type Change<Kind extends RecordChange['kind']> = Extract<RecordChange, { kind: Kind }>;

function isSameDevice(one: DeviceRef, other: DeviceRef): boolean {
  return one.id === other.id && one.simulator === other.simulator && one.model === other.model;
}

function withCeremony(book: RecordBook, ceremony: CeremonyRecord): RecordBook {
  const known = book.ceremonies.some(({ id }) => id === ceremony.id);
  const ceremonies = known
    ? book.ceremonies.map((entry) => (entry.id === ceremony.id ? ceremony : entry))
    : [ceremony, ...book.ceremonies].slice(0, limits.ceremonies);
  return { ...book, ceremonies };
}

function withDevice(book: RecordBook, device: DeviceRecord): RecordBook {
  const others = book.devices.filter((entry) => deviceKey(entry) !== deviceKey(device));
  return { ...book, devices: [device, ...others].slice(0, limits.devices) };
}

function withWallet(book: RecordBook, wallet: WalletRecord): RecordBook {
  const others = book.wallets.filter(({ walletId }) => walletId !== wallet.walletId);
  return { ...book, wallets: [wallet, ...others].slice(0, limits.wallets) };
}

/** Without an id two devices cannot be told apart, so that nothing unfinished is taken for theirs. */
function openRecord(book: RecordBook, { device, what, number }: Change<'began' | 'ended'>) {
  return book.ceremonies.find(
    (entry) =>
      entry.result === 'under-way' &&
      entry.what === what &&
      entry.number === number &&
      isSameDevice(entry.device, device),
  );
}

function newRecord({ at, device, what, number, walletId }: Change<'began' | 'ended'>): CeremonyRecord {
  const { id, model, simulator } = device;
  return {
    id: `${at} ${id ?? model} ${number} ${what}`,
    what,
    number,
    began: at,
    ended: undefined,
    result: 'under-way',
    walletId,
    device: { id, model, simulator },
  };
}

function ended(book: RecordBook, change: Change<'ended'>): RecordBook {
  const again = book.ceremonies.some(
    ({ ended: end, what, number, device }) =>
      end === change.at &&
      what === change.what &&
      number === change.number &&
      isSameDevice(device, change.device),
  );
  if (again) return book;
  const record = openRecord(book, change) ?? newRecord(change);
  return withCeremony(book, {
    ...record,
    ended: change.at,
    result: change.result,
    walletId: change.walletId ?? record.walletId,
  });
}

function arrived(book: RecordBook, { at, device, running, number, outcome }: Change<'arrived'>): RecordBook {
  const settled = (entry: CeremonyRecord): CeremonyRecord => {
    if (entry.result !== 'under-way' || !isSameDevice(entry.device, device)) return entry;
    const same = entry.number === number;
    if (same && entry.what === running) return entry;
    const told = same && running === undefined && outcome !== 'none';
    return { ...entry, ended: at, result: told ? outcome : 'interrupted' };
  };
  return { ...book, ceremonies: book.ceremonies.map(settled) };
}

function toldWallet(book: RecordBook, { device, walletId }: Change<'told-wallet'>): RecordBook {
  const last = book.ceremonies.find((entry) => isSameDevice(entry.device, device));
  return last === undefined || last.walletId !== undefined || last.result === 'under-way'
    ? book
    : withCeremony(book, { ...last, walletId });
}

function sawDevice(book: RecordBook, change: Change<'saw-device'>): RecordBook {
  const { id, model, simulator } = change.device;
  const before = findDevice(book, change.device);
  return withDevice(book, {
    id,
    model,
    simulator,
    name: change.name ?? before?.name ?? '',
    state: change.state,
    walletId: change.walletId === undefined ? before?.walletId : (change.walletId ?? undefined),
    firstSeen: before?.firstSeen ?? change.at,
    lastSeen: change.at,
  });
}

/** The later of two dates; ISO 8601 in UTC sorts as text. */
function later(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}

function movedIn(book: RecordBook, wallets: readonly WalletRecord[]): RecordBook {
  return wallets.toReversed().reduce((sum, wallet) => {
    const here = findWallet(sum, wallet.walletId);
    return withWallet(sum, {
      ...wallet,
      ...here,
      backedUp: here?.backedUp ?? wallet.backedUp,
      checked: later(here?.checked, wallet.checked),
    });
  }, book);
}

export function applyChange(book: RecordBook, change: RecordChange): RecordBook {
  switch (change.kind) {
    case 'began':
      return openRecord(book, change) === undefined ? withCeremony(book, newRecord(change)) : book;
    case 'ended':
      return ended(book, change);
    case 'arrived':
      return arrived(book, change);
    case 'told-wallet':
      return toldWallet(book, change);
    case 'saw-device':
      return sawDevice(book, change);
    case 'forget-device':
      return { ...book, devices: book.devices.filter((device) => deviceKey(device) !== change.key) };
    case 'backed-up':
      return withWallet(book, {
        ...change.wallet,
        checked: findWallet(book, change.wallet.walletId)?.checked,
      });
    case 'checked':
      return withWallet(book, {
        ...change.wallet,
        backedUp: findWallet(book, change.wallet.walletId)?.backedUp,
      });
    case 'moved-in':
      return movedIn(book, change.wallets);
  }
}
