/** What each change makes of the book. Pure, and the same when it is applied again. */
import {
  expectsWallet,
  forgotWallet,
  countedChecks,
  metDevice,
  movedInDevice,
  namedDevice,
  sawDevice,
} from './apply-device.ts';
import {
  deviceKey,
  emptyBook,
  findWallet,
  type CeremonyRecord,
  type DeviceRef,
  type RecordBook,
  type RecordChange,
  type WalletRecord,
} from './book.ts';

/** Older entries make room: this is a memory aid, not an archive. */
export const limits = { ceremonies: 500, wallets: 200 } as const;

type Change<Kind extends RecordChange['kind']> = Extract<RecordChange, { kind: Kind }>;

function isSameDevice(one: DeviceRef, other: DeviceRef): boolean {
  return one.id === other.id && one.simulator === other.simulator && one.product === other.product;
}

function withCeremony(book: RecordBook, ceremony: CeremonyRecord): RecordBook {
  const known = book.ceremonies.some(({ id }) => id === ceremony.id);
  const ceremonies = known
    ? book.ceremonies.map((entry) => (entry.id === ceremony.id ? ceremony : entry))
    : [ceremony, ...book.ceremonies].slice(0, limits.ceremonies);
  return { ...book, ceremonies };
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
  const { id, product, simulator } = device;
  return {
    id: `${at} ${id ?? 'device'} ${number} ${what}`,
    what,
    number,
    began: at,
    ended: undefined,
    result: 'under-way',
    walletId,
    device: { id, product, simulator },
  };
}

/** A failed check stays one until words from the paper fit (H12), no matter who finds out about it, and when. */
function settled(book: RecordBook, entry: CeremonyRecord): RecordBook {
  const { what, result, walletId, device, ended: at } = entry;
  if (what !== 'check' || walletId === undefined || at === undefined) return book;
  const known = findWallet(book, walletId);
  if (result === 'match' && known?.doubted !== undefined)
    return withWallet(book, { ...known, doubted: known.doubted > at ? known.doubted : undefined });
  // Also one that is told late, and is older than the last good one.
  if (result !== 'no-match' || later(known?.checked, at) !== at) return book;
  const { product, simulator } = device;
  const doubted = later(known?.doubted, at);
  return withWallet(book, {
    backedUp: undefined,
    checked: undefined,
    ...known,
    walletId,
    product,
    simulator,
    doubted,
  });
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
  const { at, result, walletId = record.walletId } = change;
  const entry: CeremonyRecord = { ...record, ended: at, result, walletId };
  return settled(withCeremony(book, entry), entry);
}

function arrived(book: RecordBook, { at, device, running, number, outcome }: Change<'arrived'>): RecordBook {
  const ending = (entry: CeremonyRecord): CeremonyRecord => {
    if (entry.result !== 'under-way' || !isSameDevice(entry.device, device)) return entry;
    const same = entry.number === number;
    if (same && entry.what === running) return entry;
    const told = same && running === undefined && outcome !== 'none' && outcome !== 'unknown';
    return { ...entry, ended: at, result: told ? outcome : 'interrupted' };
  };
  const ceremonies = book.ceremonies.map(ending);
  const news = ceremonies.filter((entry, index) => entry !== book.ceremonies[index]);
  return news.reduceRight(settled, { ...book, ceremonies });
}

function toldWallet(book: RecordBook, { device, walletId }: Change<'told-wallet'>): RecordBook {
  const last = book.ceremonies.find((entry) => isSameDevice(entry.device, device));
  if (last === undefined || last.walletId !== undefined || last.result === 'under-way') return book;
  const entry = { ...last, walletId };
  return settled(withCeremony(book, entry), entry);
}

/** The later of two dates; ISO 8601 in UTC sorts as text. */
function later(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}

function movedInWallets(book: RecordBook, wallets: readonly WalletRecord[]): RecordBook {
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
    case 'met-device':
      return metDevice(book, change);
    case 'saw-device':
      return sawDevice(book, change);
    case 'named-device':
      return namedDevice(book, change);
    case 'expects-wallet':
      return expectsWallet(book, change);
    case 'counted-checks':
      return countedChecks(book, change);
    case 'forget-wallet':
      return forgotWallet(book, change);
    case 'forget-device':
      return { ...book, devices: book.devices.filter((device) => deviceKey(device) !== change.key) };
    case 'backed-up':
      return withWallet(book, {
        ...change.wallet,
        backedUp: change.at,
        checked: findWallet(book, change.wallet.walletId)?.checked,
      });
    case 'checked':
      return withWallet(book, {
        ...change.wallet,
        backedUp: findWallet(book, change.wallet.walletId)?.backedUp,
        checked: change.at,
      });
    case 'doubted': {
      const { backedUp, checked } = findWallet(book, change.wallet.walletId) ?? {};
      return withWallet(book, { ...change.wallet, backedUp, checked, doubted: change.at });
    }
    case 'moved-in':
      return change.devices
        .toReversed()
        .reduce((sum, device) => movedInDevice(sum, device, change.at), movedInWallets(book, change.wallets));
    case 'erase-everything':
      return emptyBook;
  }
}
