/**
 * The thin shell around `reduce`: keeps the state, runs the effects and reports what came of them. It decides
 * nothing. Everything it touches is handed in, so that a test can unplug a cable or move the clock.
 */
import { toHex } from '../protocol/bytes.ts';
import type { CeremonyRequest } from '../protocol/ceremonies.ts';
import { errorCode, type ErrorCode } from '../protocol/errors.ts';
import type { DeviceInfo } from '../protocol/commands/info.ts';
import type { LedgerSigner } from '../signer/ledger/ledger-signer.ts';
import type { EntropyCheckRequest } from '../signer/check-entropy.ts';
import type { EntropyStep } from '../signer/entropy-outcome.ts';
import type { Signer } from '../signer/signer.ts';
import type { Connector, LinkKind, Transport } from '../transport/transport.ts';
import {
  findDevice,
  findWallet,
  type DeviceRef,
  type RecordChange,
  type RecordStore,
  deviceIdOf,
} from '../records/book.ts';
import type { CeremonyEvent, Effect, RecordStep, TimerName } from './events.ts';
import { reduce } from './reduce.ts';
import {
  deviceOf,
  deviceRef,
  initialState,
  isSimulatorLink,
  linkOf,
  type CeremonyState,
  type CheckStep,
  type DeviceFacts,
  type Proof,
} from './state.ts';
import type { TrustedDevice, TrustStore } from './trust-store.ts';

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `then` once after that many milliseconds; returns a function that takes it back. */
  after(milliseconds: number, then: () => void): () => void;
}

export interface CeremonyParts {
  readonly connectors: readonly Connector[];
  readonly createSigner: (transport: Transport) => Signer;
  /** Without it every device is taken for one of our own. */
  readonly createLedgerSigner?: ((transport: Transport) => LedgerSigner) | undefined;
  readonly clock: Clock;
  readonly records: RecordStore;
  readonly trust: TrustStore;
  /** Keeps which link a reloaded page goes back to. */
  readonly rememberLink: (link: LinkKind | undefined) => void;
  /**
   * Saves an encrypted backup file as a download, and keeps it nowhere else. Throws `bad-response` for bytes that are
   * no such file, or not that wallet's (32 hexadecimal digits).
   */
  readonly saveFile?: ((file: Uint8Array, walletId: string) => Promise<void>) | undefined;
  /** At least 0 and below 1, for the order of answers; nothing secret hangs on it. */
  readonly random?: (() => number) | undefined;
}

export interface Ceremony {
  readonly state: CeremonyState;
  /** Call it inside the click that caused it: a browser shows its device list only then. */
  dispatch(event: CeremonyEvent): void;
  /** Calls `listener` after each change; returns a function that takes it back. */
  subscribe(listener: () => void): () => void;
}

/** One link, from opening to letting go. Once aborted, nothing of it is reported any more. */
interface Connection {
  readonly abort: AbortController;
  transport?: Transport;
  signer?: Signer;
  ledger?: LedgerSigner | undefined;
}

/** What is thrown and is not of our catalogue is a fault of this app or a driver: shown as a bad response. */
function codeOf(error: unknown): ErrorCode {
  return errorCode(error) ?? 'bad-response';
}

/** Joins what the device says of itself with what it proved; the stricter of two claims holds (H10). */
export function deviceFacts(
  link: LinkKind,
  info: DeviceInfo,
  proof: Proof,
  trust: Pick<DeviceFacts, 'publicKey' | 'known'>,
): DeviceFacts {
  const { major, minor, patch } = info.firmware;
  return {
    link,
    deviceId: toHex(info.deviceId),
    model: info.model,
    simulator:
      info.simulator || proof === 'simulator' || isSimulatorLink(link) || trust.known?.simulator === true,
    firmware: `${major}.${minor}.${patch}`,
    proof,
    capabilities: info.capabilities,
    ...trust,
  };
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

function checkStep(step: EntropyStep): CheckStep {
  if (step.kind !== 'keeping') return step.kind === 'proven' ? { kind: 'proven' } : step;
  const { walletId, opened, range } = step;
  return { kind: 'keeping', evidence: { walletId: toHex(walletId), opened, range } };
}

export function createCeremony(parts: CeremonyParts): Ceremony {
  const { clock, records, trust, random = Math.random } = parts;
  const listeners = new Set<() => void>();
  const timers = new Map<TimerName, () => void>();
  let state = initialState;
  let connection: Connection = { abort: new AbortController() };

  function dispatch(event: CeremonyEvent): void {
    const [next, effects] = reduce(state, event);
    const changed = next !== state;
    state = next;
    // First the page, then the effects: opening the simulator's frame needs the frame to be on its way.
    if (changed) for (const listener of listeners) listener();
    for (const effect of effects) run(effect);
  }

  /** Reports an event of `from`, unless the person has moved on to another link meanwhile. */
  function report(from: Connection, event: CeremonyEvent): void {
    if (!from.abort.signal.aborted) dispatch(event);
  }

  /** A device that is gone ends more than what was asked of it. */
  function reportFailure(
    from: Connection,
    error: unknown,
    kind: 'quit-failed' | 'begin-failed' | 'wallet-failed' | 'file-failed',
  ): void {
    const code = codeOf(error);
    const gone = code === 'disconnected' || code === 'timeout';
    report(from, { kind: gone ? 'following-failed' : kind, code });
  }

  function forgetTimers(): void {
    for (const stop of timers.values()) stop();
    timers.clear();
  }

  function letGo(): void {
    connection.abort.abort();
    // A driver that fails while letting go of a dead device has nothing to tell anybody.
    connection.transport?.close().catch(() => {});
    connection = { abort: new AbortController() };
  }

  /** As `letGo`, with a last word: a device that fails to stop is let go of all the same. */
  function stopAndLetGo(): void {
    const { abort, signer, transport } = connection;
    abort.abort();
    connection = { abort: new AbortController() };
    const stop = async (): Promise<void> => {
      await signer?.cancel().catch(() => {});
      await transport?.close();
    };
    stop().catch(() => {});
  }

  async function open(link: LinkKind, way: 'open' | 'reopen'): Promise<void> {
    const current = connection;
    const connector = parts.connectors.find(({ kind }) => kind === link);
    try {
      const transport = await connector?.[way]({ signal: current.abort.signal });
      if (transport === undefined) {
        report(current, { kind: 'open-failed', code: 'not-found' });
      } else if (current.abort.signal.aborted) {
        await transport.close();
      } else {
        current.transport = transport;
        current.signer = parts.createSigner(transport);
        current.ledger = parts.createLedgerSigner?.(transport);
        transport.onDisconnect(() => report(current, { kind: 'disconnected' }));
        report(current, { kind: 'opened' });
      }
    } catch (error) {
      report(current, { kind: 'open-failed', code: codeOf(error) });
    }
  }

  async function identify(current: Connection, signer: Signer): Promise<void> {
    const { signal } = current.abort;
    const link = linkOf(state);
    let known: DeviceFacts['known'];
    try {
      const reading = await current.ledger?.probe({ signal });
      if (reading !== undefined) {
        report(current, { kind: 'ledger-found', reading });
        return;
      }
      const info = await signer.info({ signal });
      known = trust.get(toHex(info.deviceId));
      const proof = await signer.verify({ signal });
      if (proof.kind === 'failed' || link === undefined) {
        report(current, { kind: 'proof-failed' });
        return;
      }
      const publicKey = toHex(proof.certificate.publicKey);
      const device = deviceFacts(link, info, proof.kind, { publicKey, known });
      const kept = findDevice(await records.load(), deviceRef(device));
      report(current, { kind: 'identified', device, known: kept && { walletId: kept.walletId } });
    } catch (error) {
      const code = codeOf(error);
      // A device that proved itself before and does not know how any more is no old firmware.
      if (code === 'unsupported' && known !== undefined) {
        report(current, { kind: 'proof-failed', reason: 'attestation-lost' });
      } else report(current, { kind: 'identify-failed', code });
    }
  }

  async function runEntropyCheck(
    current: Connection,
    signer: Signer,
    request: EntropyCheckRequest,
  ): Promise<void> {
    const told = (step: CheckStep): void =>
      report(current, { kind: 'check-step', step, date: new Date(clock.now()).toISOString() });
    try {
      for await (const step of signer.checkEntropy(request, { signal: current.abort.signal }))
        told(checkStep(step));
    } catch {
      // The check reports what a device does; what is thrown is a fault of this page.
      told({ kind: 'unfinished', gap: 'not-computed' });
    }
  }

  async function follow(current: Connection, signer: Signer): Promise<void> {
    try {
      for await (const status of signer.watch({ signal: current.abort.signal }))
        report(current, { kind: 'status', status });
    } catch (error) {
      report(current, { kind: 'following-failed', code: codeOf(error) });
    }
  }

  async function followLedger(current: Connection): Promise<void> {
    try {
      for await (const sighting of current.ledger?.watch({ signal: current.abort.signal }) ?? [])
        report(
          current,
          sighting.kind === 'silent'
            ? { kind: 'ledger-silent' }
            : { kind: 'ledger-read', reading: sighting.reading },
        );
    } catch (error) {
      report(current, { kind: 'following-failed', code: codeOf(error) });
    }
  }

  async function quitApp(current: Connection): Promise<void> {
    try {
      await current.ledger?.quitApp({ signal: current.abort.signal });
    } catch (error) {
      reportFailure(current, error, 'quit-failed');
    }
  }

  async function begin(current: Connection, signer: Signer, request: CeremonyRequest): Promise<void> {
    try {
      for await (const status of signer.begin(request, { signal: current.abort.signal })) {
        report(current, { kind: 'status', status });
        // From here on `follow` tells the rest. Leaving the loop does not stop the ceremony.
        if (status.activity === request.kind) break;
      }
    } catch (error) {
      reportFailure(current, error, 'begin-failed');
    }
  }

  async function readWallet(current: Connection, signer: Signer): Promise<void> {
    try {
      const walletId = toHex(await signer.wallet({ signal: current.abort.signal }));
      const record = findWallet(await records.load(), walletId);
      report(current, { kind: 'wallet-read', walletId, date: now(), record, checkedAt: record?.checked });
    } catch (error) {
      reportFailure(current, error, 'wallet-failed');
    }
  }

  async function readName(current: Connection, signer: Signer): Promise<void> {
    try {
      report(current, { kind: 'name-read', name: await signer.name({ signal: current.abort.signal }) });
    } catch {
      // The name is a convenience: without it the page says nothing about it.
    }
  }

  async function noteCheck(current: Connection, signer: Signer): Promise<void> {
    const device = deviceOf(state);
    try {
      const walletId = toHex(await signer.wallet({ signal: current.abort.signal }));
      if (device === undefined) return;
      saveCheck(device, walletId);
      records.update({ kind: 'told-wallet', device: deviceRef(device), walletId });
      report(current, { kind: 'check-noted', checkedAt: now() });
    } catch {
      // The device went away or was locked: the result stands, and the page does not claim to have noted it.
    }
  }

  async function saveFile(current: Connection, signer: Signer): Promise<void> {
    const { signal } = current.abort;
    try {
      const file = await signer.backupFile({ signal });
      await parts.saveFile?.(file, toHex(await signer.wallet({ signal })));
      report(current, { kind: 'file-saved' });
    } catch (error) {
      reportFailure(current, error, 'file-failed');
    }
  }

  function now(): string {
    return new Date(clock.now()).toISOString();
  }

  function saveCheck({ model, simulator }: DeviceFacts, walletId: string): void {
    records.update({ kind: 'checked', wallet: { walletId, model, simulator, checked: now() } });
  }

  function record({ device, step, walletId }: Extract<Effect, { kind: 'record' }>): void {
    records.update(recordChange(step, deviceRef(device), walletId, now()));
  }

  /** Of a device that is remembered; the one in the page's own frame is not. */
  function change(
    deviceId: string,
    changed: Partial<Pick<TrustedDevice, 'pinned' | 'unfinishedChecks'>>,
  ): void {
    const device = trust.get(deviceId);
    if (device !== undefined) trust.put({ ...device, ...changed });
  }

  /** In the records too, or they would warn of the same change once more. */
  function forgetWallet({ deviceId, simulator }: Extract<Effect, { kind: 'forget-wallet' }>): void {
    change(deviceId, { pinned: undefined });
    const kept = records.view.book.devices.find(
      (seen) => seen.id === deviceId && seen.simulator === simulator,
    );
    if (kept === undefined) return;
    const { id, model, state: seen } = kept;
    const device = { id, model, simulator };
    records.update({ kind: 'saw-device', at: now(), device, state: seen, name: undefined, walletId: null });
  }

  /** The device in the page's own frame is gone with the page: there is nothing to come back to. */
  async function seeDevice(
    current: Connection,
    signer: Signer,
    { device, state: seen, walletId }: Extract<Effect, { kind: 'see-device' }>,
  ): Promise<void> {
    const { id, model, simulator } = deviceRef(device);
    if (id === undefined || device.link === 'simulator-frame') return;
    const at = now();
    const name = device.capabilities.includes('rename')
      ? await signer.name({ signal: current.abort.signal }).catch(() => undefined)
      : undefined;
    records.update({ kind: 'saw-device', at, device: { id, model, simulator }, state: seen, name, walletId });
  }

  async function cancel(current: Connection, signer: Signer): Promise<void> {
    try {
      await signer.cancel({ signal: current.abort.signal });
    } catch (error) {
      report(current, { kind: 'cancel-failed', code: codeOf(error) });
    }
  }

  /** Effects that need a device; without one they end in the same event as a device that went away. */
  function withSigner(use: (current: Connection, signer: Signer) => Promise<void>): void {
    const current = connection;
    if (current.signer === undefined) {
      queueMicrotask(() => report(current, { kind: 'disconnected' }));
      return;
    }
    void use(current, current.signer);
  }

  function run(effect: Effect): void {
    switch (effect.kind) {
      case 'open':
      case 'reopen':
        void open(effect.link, effect.kind);
        return;
      case 'identify':
        withSigner(identify);
        return;
      case 'follow':
        withSigner(follow);
        return;
      case 'follow-ledger':
        withSigner(followLedger);
        return;
      case 'quit-app':
        withSigner(quitApp);
        return;
      case 'begin':
        withSigner((current, signer) => begin(current, signer, effect.request));
        return;
      case 'cancel':
        withSigner(cancel);
        return;
      case 'check-entropy':
        withSigner((current, signer) => runEntropyCheck(current, signer, effect.request));
        return;
      case 'trust':
        trust.put(effect.device);
        return;
      case 'pin':
        change(effect.deviceId, { pinned: effect.pinned });
        return;
      case 'count-checks':
        change(effect.deviceId, { unfinishedChecks: effect.unfinishedChecks });
        return;
      case 'forget-wallet':
        forgetWallet(effect);
        return;
      case 'read-wallet':
        withSigner(readWallet);
        return;
      case 'read-name':
        withSigner(readName);
        return;
      case 'note-check':
        withSigner(noteCheck);
        return;
      case 'save-file':
        withSigner(saveFile);
        return;
      case 'draw-quiz':
        dispatch({ kind: 'quiz-drawn', order: [random() < 0.5, random() < 0.5] });
        return;
      case 'save-backup': {
        const { model, simulator } = effect.device;
        const { walletId } = effect;
        records.update({ kind: 'backed-up', wallet: { walletId, model, simulator, backedUp: now() } });
        return;
      }
      case 'save-check':
        saveCheck(effect.device, effect.walletId);
        return;
      case 'record':
        record(effect);
        return;
      case 'see-device':
        withSigner((current, signer) => seeDevice(current, signer, effect));
        return;
      case 'forget-device':
        records.update({ kind: 'forget-device', key: effect.key });
        trust.forget(deviceIdOf(effect.key));
        return;
      case 'erase-records':
        void records.erase();
        trust.clear();
        return;
      case 'close':
        forgetTimers();
        letGo();
        return;
      case 'stop-and-close':
        forgetTimers();
        stopAndLetGo();
        return;
      case 'drop':
        letGo();
        return;
      case 'timer': {
        timers.get(effect.name)?.();
        const stop = clock.after(effect.milliseconds, () => dispatch({ kind: 'timer', name: effect.name }));
        timers.set(effect.name, stop);
        return;
      }
      case 'remember':
        parts.rememberLink(effect.link);
    }
  }

  return {
    get state() {
      return state;
    },
    dispatch,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
