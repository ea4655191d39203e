/**
 * A device for the ceremony's shell: a connector and a signer whose answers a test sets, and a cable that it pulls.
 * No bytes and no time; what is awaited settles when the test says so.
 */
import type { Capability, DeviceInfo } from '../../src/protocol/commands/info.ts';
import { fromHex } from '../../src/protocol/bytes.ts';
import { HostblindError, type ErrorCode } from '../../src/protocol/errors.ts';
import type { PublicState, WordCount } from '../../src/protocol/public-state.ts';
import type { AttestationResult } from '../../src/signer/attestation.ts';
import type { EntropyStep } from '../../src/signer/entropy-outcome.ts';
import type { Signer } from '../../src/signer/signer.ts';
import type { Connector, LinkKind, Transport } from '../../src/transport/transport.ts';
import { capabilitiesWithoutCheck, emptyStatus, someWalletId } from './screens.ts';

const info: DeviceInfo = {
  firmware: { major: 0, minor: 1, patch: 0 },
  simulator: true,
  model: 'nanosp',
  capabilities: capabilitiesWithoutCheck,
  deviceId: fromHex('00112233445566778899aabbccddeeff'),
};

const certificate = {
  simulator: true,
  model: 'nanosp',
  deviceId: info.deviceId,
  publicKey: new Uint8Array(65),
} as const;

function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

export interface ScriptedDevice {
  readonly connector: Connector;
  readonly createSigner: (transport: Transport) => Signer;
  /** What was asked of the device, in order. */
  readonly asked: readonly string[];
  /** Waits until `fits`, looking each time that something is asked of the device or a transport closes. */
  until(fits: () => boolean): Promise<void>;
  /** Transports that are open now. */
  readonly open: ReadonlySet<Transport>;
  proof: AttestationResult['kind'];
  /** What it gives as its backup file. */
  file: Uint8Array;
  capabilities: readonly Capability[];
  /** The wallet that it names: 32 hexadecimal digits. */
  walletId: string;
  publicKey: Uint8Array;
  /** What the next attempts to open it meet; `undefined` opens it. */
  refusal: ErrorCode | undefined;
  /** A command that it does not know. */
  cannot: string | undefined;
  /** What the next command meets. */
  failure: ErrorCode | undefined;
  /** Changes the status, for everybody who follows. */
  become(status: Partial<PublicState>): void;
  /** The entropy check goes on by one step. */
  step(next: EntropyStep): void;
  unplug(): void;
  plugIn(): void;
}

export function createScriptedDevice(kind: LinkKind = 'webhid'): ScriptedDevice {
  let status = emptyStatus;
  let plugged = true;
  const asked: string[] = [];
  const steps: EntropyStep[] = [];
  const open = new Set<Transport>();
  const unplugListeners = new Set<() => void>();
  const changes = new Set<() => void>();
  const watchers = new Set<() => void>();

  const note = (name?: string): void => {
    if (name !== undefined) asked.push(name);
    for (const look of watchers) look();
  };

  const connect = async (way: string): Promise<Transport | undefined> => {
    note(way);
    await Promise.resolve();
    if (device.refusal !== undefined) throw new HostblindError(device.refusal);
    if (!plugged) return undefined;
    const transport: Transport = {
      exchange: () => Promise.reject(new HostblindError('unsupported')),
      onDisconnect(listener) {
        unplugListeners.add(listener);
        return () => unplugListeners.delete(listener);
      },
      close() {
        open.delete(transport);
        note();
        return Promise.resolve();
      },
    };
    open.add(transport);
    return transport;
  };

  async function ask(name: string): Promise<void> {
    note(name);
    await Promise.resolve();
    if (!plugged) throw new HostblindError('disconnected');
    if (device.cannot === name) throw new HostblindError('unsupported');
    if (device.failure !== undefined) throw new HostblindError(device.failure);
  }

  async function* states(signal: AbortSignal | undefined): AsyncGenerator<PublicState, void> {
    for (;;) {
      if (isAborted(signal)) throw new HostblindError('aborted');
      if (!plugged) throw new HostblindError('disconnected');
      yield status;
      const shown = status;
      while (status === shown && plugged && !isAborted(signal)) {
        await new Promise<void>((resolve) => {
          changes.add(resolve);
          signal?.addEventListener('abort', () => resolve(), { once: true });
        });
      }
    }
  }

  const wake = (): void => {
    for (const change of changes) change();
    changes.clear();
  };

  const device: ScriptedDevice = {
    connector: {
      kind,
      title: kind,
      supported: () => true,
      async open() {
        const transport = await connect('open');
        if (transport === undefined) throw new HostblindError('not-found');
        return transport;
      },
      reopen: () => connect('reopen'),
    },
    createSigner: () => ({
      async info() {
        await ask('info');
        return { ...info, capabilities: device.capabilities };
      },
      async verify() {
        await ask('verify');
        if (device.proof === 'failed') return { kind: 'failed', reason: 'challenge-signature' };
        const shown = { ...certificate, publicKey: device.publicKey };
        if (device.proof === 'unknown-issuer') return { kind: 'unknown-issuer', certificate: shown };
        return { kind: device.proof, issuer: 'test', certificate: shown };
      },
      async status() {
        await ask('status');
        return status;
      },
      async cancel() {
        await ask('cancel');
      },
      async wallet() {
        await ask('wallet');
        return fromHex(device.walletId);
      },
      async name() {
        await ask('name');
        return 'Blue drawer';
      },
      async backupFile() {
        await ask('backupFile');
        return device.file;
      },
      async *begin(request, options) {
        await ask('wordCount' in request ? `${request.kind} ${request.wordCount}` : request.kind);
        yield* states(options?.signal);
      },
      async *create({ wordCount }: { wordCount: WordCount }, options) {
        await ask(`create ${wordCount}`);
        yield* states(options?.signal);
      },
      async *checkEntropy({ wordCount, range }) {
        await ask(`check entropy ${wordCount} ${range}`);
        for (;;) {
          const next = steps.shift();
          if (next !== undefined) yield next;
          if (next?.kind === 'proven' || next?.kind === 'unfinished' || next?.kind === 'failed') return;
          if (steps.length === 0) await new Promise<void>((resolve) => changes.add(resolve));
        }
      },
      watch: (options) => states(options?.signal),
    }),
    asked,
    open,
    until(fits) {
      return new Promise((resolve) => {
        const look = (): void => {
          if (!fits()) return;
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
      });
    },
    proof: 'simulator',
    file: new Uint8Array(124),
    capabilities: capabilitiesWithoutCheck,
    walletId: someWalletId,
    publicKey: certificate.publicKey,
    refusal: undefined,
    cannot: undefined,
    failure: undefined,
    become(change) {
      status = { ...status, ...change };
      wake();
    },
    step(next) {
      steps.push(next);
      wake();
    },
    unplug() {
      plugged = false;
      for (const listener of unplugListeners) listener();
      unplugListeners.clear();
      wake();
    },
    plugIn() {
      plugged = true;
    },
  };
  return device;
}
