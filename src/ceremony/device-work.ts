/**
 * What is asked of a device, each with the event that its answer becomes. Nothing here throws: a failure is an event
 * too, or is left alone where the page does not depend on the answer.
 */
import { toHex } from '../protocol/bytes.ts';
import type { CeremonyRequest } from '../protocol/ceremonies.ts';
import type { DeviceInfo } from '../protocol/commands/info.ts';
import { findDevice, findWallet, type RecordStore } from '../records/book.ts';
import type { EntropyCheckRequest } from '../signer/check-entropy.ts';
import type { EntropyStep } from '../signer/entropy-outcome.ts';
import type { Signer } from '../signer/signer.ts';
import type { LinkKind } from '../transport/transport.ts';
import type { Bookkeeping } from './bookkeeping.ts';
import { codeOf, type Connection, type Report } from './connection.ts';
import type { Effect } from './events.ts';
import {
  deviceOf,
  deviceRef,
  isSimulatorLink,
  linkOf,
  type CeremonyState,
  type CheckStep,
  type DeviceFacts,
  type Proof,
} from './state.ts';
import type { TrustStore } from './trust-store.ts';

export interface DeviceWorkParts {
  readonly report: Report;
  readonly state: () => CeremonyState;
  /** The time as ISO 8601, UTC. */
  readonly now: () => string;
  readonly records: RecordStore;
  readonly trust: TrustStore;
  readonly books: Bookkeeping;
  readonly saveFile: ((file: Uint8Array, walletId: string) => Promise<void>) | undefined;
}

type Work = (connection: Connection, signer: Signer) => Promise<void>;

export interface DeviceWork {
  readonly identify: Work;
  readonly follow: Work;
  readonly followLedger: Work;
  readonly quitApp: Work;
  readonly readWallet: Work;
  readonly readName: Work;
  readonly noteCheck: Work;
  readonly saveFile: Work;
  readonly cancel: Work;
  readonly begin: (request: CeremonyRequest) => Work;
  readonly checkEntropy: (request: EntropyCheckRequest) => Work;
  readonly seeDevice: (effect: Extract<Effect, { kind: 'see-device' }>) => Work;
}

/** Joins what the device says of itself with what it proved; the stricter of two claims holds (H10). */
function deviceFacts(
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

function checkStep(step: EntropyStep): CheckStep {
  if (step.kind !== 'keeping') return step.kind === 'proven' ? { kind: 'proven' } : step;
  const { walletId, opened, range } = step;
  return { kind: 'keeping', evidence: { walletId: toHex(walletId), opened, range } };
}

export function createDeviceWork(parts: DeviceWorkParts): DeviceWork {
  const { report, state, now, records, trust, books } = parts;

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

  return {
    async identify(current, signer) {
      const { signal } = current.abort;
      const link = linkOf(state());
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
    },

    checkEntropy: (request) => async (current, signer) => {
      const told = (step: CheckStep): void => report(current, { kind: 'check-step', step, date: now() });
      try {
        for await (const step of signer.checkEntropy(request, { signal: current.abort.signal }))
          told(checkStep(step));
      } catch {
        // The check reports what a device does; what is thrown is a fault of this page.
        told({ kind: 'unfinished', gap: 'not-computed' });
      }
    },

    async follow(current, signer) {
      try {
        for await (const status of signer.watch({ signal: current.abort.signal }))
          report(current, { kind: 'status', status });
      } catch (error) {
        report(current, { kind: 'following-failed', code: codeOf(error) });
      }
    },

    async followLedger(current) {
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
    },

    async quitApp(current) {
      try {
        await current.ledger?.quitApp({ signal: current.abort.signal });
      } catch (error) {
        reportFailure(current, error, 'quit-failed');
      }
    },

    begin: (request) => async (current, signer) => {
      try {
        for await (const status of signer.begin(request, { signal: current.abort.signal })) {
          report(current, { kind: 'status', status });
          // From here on `follow` tells the rest. Leaving the loop does not stop the ceremony.
          if (status.activity === request.kind) break;
        }
      } catch (error) {
        reportFailure(current, error, 'begin-failed');
      }
    },

    async readWallet(current, signer) {
      try {
        const walletId = toHex(await signer.wallet({ signal: current.abort.signal }));
        const record = findWallet(await records.load(), walletId);
        report(current, { kind: 'wallet-read', walletId, date: now(), record, checkedAt: record?.checked });
      } catch (error) {
        reportFailure(current, error, 'wallet-failed');
      }
    },

    async readName(current, signer) {
      try {
        report(current, { kind: 'name-read', name: await signer.name({ signal: current.abort.signal }) });
      } catch {
        // The name is a convenience: without it the page says nothing about it.
      }
    },

    async noteCheck(current, signer) {
      const device = deviceOf(state());
      try {
        const walletId = toHex(await signer.wallet({ signal: current.abort.signal }));
        if (device === undefined) return;
        books.saveCheck(device, walletId);
        books.record({ kind: 'record', device, step: { kind: 'tell-wallet', walletId }, walletId });
        report(current, { kind: 'check-noted', checkedAt: now() });
      } catch {
        // The device went away or was locked: the result stands, and the page does not claim to have noted it.
      }
    },

    async saveFile(current, signer) {
      const { signal } = current.abort;
      try {
        const file = await signer.backupFile({ signal });
        await parts.saveFile?.(file, toHex(await signer.wallet({ signal })));
        report(current, { kind: 'file-saved' });
      } catch (error) {
        reportFailure(current, error, 'file-failed');
      }
    },

    /** The device in the page's own frame is gone with the page: there is nothing to come back to. */
    seeDevice: (effect) => async (current, signer) => {
      const { device } = effect;
      if (deviceRef(device).id === undefined || device.link === 'simulator-frame') return;
      const name = device.capabilities.includes('rename')
        ? await signer.name({ signal: current.abort.signal }).catch(() => undefined)
        : undefined;
      books.seeDevice(effect, name);
    },

    async cancel(current, signer) {
      try {
        await signer.cancel({ signal: current.abort.signal });
      } catch (error) {
        report(current, { kind: 'cancel-failed', code: codeOf(error) });
      }
    },
  };
}
