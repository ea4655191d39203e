/** What this browser writes down: in the records what happened, in the trust store what must not change. */
import type { WalletState } from '../protocol/public-state.ts';
import { deviceIdOf, type DeviceRef, type RecordChange, type RecordStore } from '../records/book.ts';
import type { Effect, RecordStep } from './events.ts';
import { deviceRef, type DeviceFacts } from './state.ts';
import type { TrustedDevice, TrustStore } from './trust-store.ts';

type Of<Kind extends Effect['kind']> = Extract<Effect, { readonly kind: Kind }>;
/** What of a device may change from one meeting to the next. */
type Changed = Partial<Pick<TrustedDevice, 'pinned' | 'unfinishedChecks'>>;

export interface Bookkeeping {
  record(effect: Of<'record'>): void;
  saveBackup(effect: Of<'save-backup'>): void;
  saveCheck(device: DeviceFacts, walletId: string): void;
  /** Of a device that is remembered; the one in the page's own frame is not. */
  change(deviceId: string, changed: Changed): void;
  /** `name`: `undefined` leaves it as it was. A device that proved no id is not kept. */
  seeDevice(effect: Of<'see-device'>, name: string | undefined): void;
  forgetWallet(effect: Of<'forget-wallet'>): void;
  forgetDevice(effect: Of<'forget-device'>): void;
  eraseAll(): void;
}

function recordChange(
  step: RecordStep,
  device: DeviceRef,
  walletId: string | undefined,
  at: string,
): RecordChange {
  switch (step.kind) {
    case 'begin':
      return { kind: 'began', at, device, what: step.what, number: step.number, walletId };
    case 'end':
      return { ...step, kind: 'ended', at, device, walletId };
    case 'arrive':
      return { ...step, kind: 'arrived', at, device };
    case 'tell-wallet':
      return { kind: 'told-wallet', device, walletId: step.walletId };
  }
}

/** `now`: the time as ISO 8601, UTC. */
export function createBookkeeping(records: RecordStore, trust: TrustStore, now: () => string): Bookkeeping {
  function change(deviceId: string, changed: Changed): void {
    const device = trust.get(deviceId);
    if (device !== undefined) trust.put({ ...device, ...changed });
  }

  function saw(
    { id, model, simulator }: DeviceRef,
    state: WalletState,
    name: string | undefined,
    walletId: string | null | undefined,
  ): void {
    if (id === undefined) return;
    records.update({
      kind: 'saw-device',
      at: now(),
      device: { id, model, simulator },
      state,
      name,
      walletId,
    });
  }

  return {
    change,
    record({ device, step, walletId }) {
      records.update(recordChange(step, deviceRef(device), walletId, now()));
    },
    saveBackup({ device: { model, simulator }, walletId }) {
      records.update({ kind: 'backed-up', wallet: { walletId, model, simulator, backedUp: now() } });
    },
    saveCheck({ model, simulator }, walletId) {
      records.update({ kind: 'checked', wallet: { walletId, model, simulator, checked: now() } });
    },
    seeDevice({ device, state, walletId }, name) {
      saw(deviceRef(device), state, name, walletId);
    },
    /** In the records too, or they would warn of the same change once more. */
    forgetWallet({ deviceId, simulator }) {
      change(deviceId, { pinned: undefined });
      const kept = records.view.book.devices.find(
        (seen) => seen.id === deviceId && seen.simulator === simulator,
      );
      if (kept !== undefined) saw(kept, kept.state, undefined, null);
    },
    forgetDevice({ key }) {
      records.update({ kind: 'forget-device', key });
      trust.forget(deviceIdOf(key));
    },
    eraseAll() {
      void records.erase();
      trust.clear();
    },
  };
}
