/**
 * What is asked of a device, each with the event that its answer becomes. Nothing here throws: a failure is an event
 * too, or is left alone where the page does not depend on the answer.
 */
import { equalBytes, toHex } from '../protocol/bytes.ts';
import { HostblindError, type ErrorCode } from '../protocol/errors.ts';
import type { CeremonyRequest } from '../protocol/ceremonies.ts';
import type { AttestationResult } from '../devices/hostblind/attestation/attestation-outcome.ts';
import type { DeviceInfo } from '../protocol/commands/info.ts';
import {
  findDevice,
  findProven,
  findWallet,
  walletOn,
  type DeviceRecord,
  type RecordBook,
  type RecordStore,
} from '../records/book.ts';
import type { AnyFamily } from '../devices/family.ts';
import type { EntropyCheckRequest } from '../devices/hostblind/entropy-check/check-entropy.ts';
import type { EntropyStep } from '../devices/hostblind/entropy-check/entropy-outcome.ts';
import type { Signer } from '../devices/hostblind/signer.ts';
import type { SignedMessage, SigningStep, SignRequest } from '../signing/sign-message.ts';
import type { LinkKind, Transport } from '../transport/transport.ts';
import type { AlarmReason } from './trust/alarm.ts';
import { codeOf, type Connection, type Report } from './connection.ts';
import {
  deviceRef,
  linkOf,
  withDoubt,
  type SessionState,
  type CheckStep,
  type DeviceFacts,
} from './state.ts';

export interface DeviceWorkParts {
  readonly report: Report;
  readonly state: () => SessionState;
  /** The time as ISO 8601, UTC. */
  readonly now: () => string;
  readonly records: RecordStore;
  readonly saveFile: ((file: Uint8Array, walletId: string) => Promise<void>) | undefined;
  readonly beforeGuided: ((family: AnyFamily) => Promise<void>) | undefined;
  readonly signMessage: SignMessage | undefined;
}

type Work = (connection: Connection, signer: Signer) => Promise<void>;

export interface DeviceWork {
  readonly identify: Work;
  readonly follow: Work;
  readonly followGuided: Work;
  readonly quitApp: Work;
  readonly readWallet: Work;
  readonly readName: Work;
  readonly readLanguages: Work;
  readonly readCheckedWallet: Work;
  readonly saveFile: Work;
  readonly cancel: Work;
  readonly begin: (request: CeremonyRequest) => Work;
  readonly checkEntropy: (request: EntropyCheckRequest) => Work;
  readonly signMessage: (request: SignRequest) => Work;
}

/**
 * Has a message signed, and checks the signature before it resolves: `signMessage` of the room `signing`, with a source of random bytes.
 */
export type SignMessage = (
  transport: Transport,
  request: SignRequest,
  options: { readonly signal: AbortSignal; readonly onStep: (step: SigningStep) => void },
) => Promise<SignedMessage>;

type Proof = Exclude<AttestationResult, { readonly kind: 'failed' }>;

/** What is known of a device that says `info`. Without a proof it is one that can't give any. */
export function deviceFacts(
  link: LinkKind,
  { firmware, kind, capabilities, deviceId }: DeviceInfo,
  proof: Proof | undefined,
  known: DeviceRecord | undefined,
): DeviceFacts {
  const { maker = '', product = '', publicKey } = proof?.certificate ?? {};
  return {
    link,
    deviceId: toHex(deviceId),
    kind,
    maker,
    product,
    simulator: kind === 'simulator' || link === 'simulator-frame' || known?.simulator === true,
    firmware: `${firmware.major}.${firmware.minor}.${firmware.patch}`,
    proof: proof?.kind ?? 'none',
    addedRoot: proof?.kind === 'genuine' && proof.added ? true : undefined,
    capabilities,
    publicKey: publicKey && toHex(publicKey),
    known,
  };
}

/** By the id that it proves or claims, where it proved it before; else only by one that it proves. */
export function knownIn(book: RecordBook, device: DeviceFacts): DeviceRecord | undefined {
  return findProven(book, device.deviceId) ?? findDevice(book, deviceRef(device));
}

/** What no honest device does as it signs. */
const neverHonest: Partial<Record<ErrorCode, AlarmReason>> = {
  'number-ignored': 'number-ignored',
  'other-key': 'other-key',
};

/** Ends with the connection; what followed before is over. */
function watchAnew(current: Connection): AbortController {
  current.watch?.abort();
  const watch = new AbortController();
  const { signal } = current.abort;
  if (signal.aborted) watch.abort();
  signal.addEventListener('abort', () => watch.abort(), { signal: watch.signal });
  current.watch = watch;
  return watch;
}

function checkStep(step: EntropyStep): CheckStep {
  if (step.kind !== 'keeping') return step.kind === 'proven' ? { kind: 'proven' } : step;
  const { walletId, opened, range } = step;
  return { kind: 'keeping', evidence: { walletId: toHex(walletId), opened, range } };
}

export function createDeviceWork(parts: DeviceWorkParts): DeviceWork {
  const { report, state, now, records } = parts;

  /** The storage has said what it has, or that it can't. */
  const hasAnswered = (): boolean => records.view.read || records.view.problem !== undefined;

  /** Waits as long as the storage takes, or until the link is left. */
  function answerOfStorage({ signal }: AbortController): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!hasAnswered() && !signal.aborted) return;
        stop();
        signal.removeEventListener('abort', look);
        resolve();
      };
      const stop = records.subscribe(look);
      signal.addEventListener('abort', look);
      look();
    });
  }

  /** A device that was let in before its past was known is held against it as soon as it is. */
  function rememberLater(current: Connection, device: DeviceFacts): void {
    if (records.view.read) return;
    const { signal } = current.abort;
    let told = hasAnswered();
    const stop = records.subscribe(() => {
      // What this page keeps meanwhile changes the view too, and is no answer.
      if (!hasAnswered() || (told && !records.view.read)) return;
      told = true;
      const known = knownOf(device);
      if (known !== undefined) report(current, { kind: 'remembered', known, doubtful: isDoubtful(known) });
      if (records.view.read) stop();
    });
    signal.addEventListener('abort', stop);
  }

  const knownOf = (device: DeviceFacts): DeviceRecord | undefined => knownIn(records.view.book, device);

  function isDoubtful(known: DeviceRecord | undefined): boolean {
    const walletId = known === undefined ? undefined : walletOn(known);
    return findWallet(records.view.book, walletId)?.doubted !== undefined;
  }

  /**
   * The wallet ID, 32 hexadecimal digits, signed by the key that the device has proved to have: no answer of another device can
   * stand in for it. `undefined` where one did, which is reported, or where the link was left.
   */
  async function readSignedWallet(current: Connection, signer: Signer): Promise<string | undefined> {
    const { signal } = current.abort;
    const told = await signer.wallet({ signal });
    const connected = state();
    if (connected.kind !== 'connected') return undefined;
    const { publicKey } = connected.session.device;
    // One that can't prove what it is signs nothing: what it says is all that there is.
    if (publicKey === undefined) return toHex(told);
    const proof = await signer.verify({ signal });
    const same = proof.kind !== 'failed' && toHex(proof.certificate.publicKey) === publicKey;
    // It was locked, or the next ceremony began, between the two answers.
    if (same && proof.walletId === undefined) throw new HostblindError('not-in-this-state');
    if (same && proof.walletId !== undefined && equalBytes(proof.walletId, told)) return toHex(told);
    report(current, { kind: 'proof-failed', reason: 'wallet-unsigned' });
    return undefined;
  }

  /** A device that is gone ends more than what was asked of it. */
  function reportFailure(
    from: Connection,
    error: unknown,
    kind: 'quit-failed' | 'begin-failed' | 'wallet-failed' | 'file-failed' | 'signing-failed',
  ): void {
    const code = codeOf(error);
    const gone = code === 'disconnected' || code === 'timeout';
    report(from, { kind: gone ? 'following-failed' : kind, code });
  }

  return {
    async identify(current, signer) {
      const { signal } = current.abort;
      const link = linkOf(state());
      let deviceId: string | undefined;
      try {
        for (const candidate of current.candidates ?? []) {
          const { family, client } = candidate;
          const reading = await client.probe({ signal });
          if (reading === undefined) continue;
          current.guided = candidate;
          await parts.beforeGuided?.(family).catch(() => undefined);
          report(current, { kind: 'guided-found', family, reading });
          return;
        }
        const info = await signer.info({ signal });
        deviceId = toHex(info.deviceId);
        await records.load();
        const proof = info.capabilities.includes('attest') ? await signer.verify({ signal }) : undefined;
        if (proof?.kind === 'failed' || link === undefined) {
          report(current, { kind: 'proof-failed' });
          return;
        }
        const device = deviceFacts(link, info, proof, findProven(records.view.book, deviceId));
        const known = knownOf(device);
        report(current, { kind: 'identified', device: withDoubt({ ...device, known }, isDoubtful(known)) });
        rememberLater(current, device);
      } catch (error) {
        const code = codeOf(error);
        if (code === 'unsupported' && deviceId !== undefined) await answerOfStorage(current.abort);
        // It says that it can. A device that proved itself before and does not know how any more is no old firmware.
        if (code === 'unsupported' && deviceId !== undefined && findProven(records.view.book, deviceId)) {
          report(current, { kind: 'proof-failed', reason: 'attestation-lost' });
        } else report(current, { kind: 'identify-failed', code });
      }
    },

    checkEntropy: (request) => async (current, signer) => {
      const told = (step: CheckStep): void => report(current, { kind: 'check-step', step, date: now() });
      /** What must be kept before the device hears more is in the storage, or the storage is too slow. */
      const kept = (): Promise<unknown> => records.load().catch(() => {});
      try {
        await kept();
        for await (const step of signer.checkEntropy(request, { signal: current.abort.signal })) {
          told(checkStep(step));
          if (step.kind === 'keeping') await kept();
        }
      } catch {
        // The check reports what a device does; what is thrown is a fault of this page.
        told({ kind: 'unfinished', gap: 'not-computed' });
      }
    },

    async follow(current, signer) {
      const { signal } = watchAnew(current);
      try {
        for await (const status of signer.watch({ signal })) report(current, { kind: 'status', status });
      } catch (error) {
        if (!signal.aborted) report(current, { kind: 'following-failed', code: codeOf(error) });
      }
    },

    async followGuided(current) {
      if (current.guided === undefined) return;
      const { family, client } = current.guided;
      try {
        for await (const sighting of client.watch({ signal: current.abort.signal }))
          report(
            current,
            sighting.kind === 'silent'
              ? { kind: 'guided-silent' }
              : { kind: 'guided-read', family, reading: sighting.reading },
          );
      } catch (error) {
        report(current, { kind: 'following-failed', code: codeOf(error) });
      }
    },

    async quitApp(current) {
      try {
        await current.guided?.client.quitApp({ signal: current.abort.signal });
      } catch (error) {
        reportFailure(current, error, 'quit-failed');
      }
    },

    begin: (request) => async (current, signer) => {
      try {
        let waits = false;
        await signer.begin(request, {
          signal: current.abort.signal,
          onBusy() {
            if (!waits) report(current, { kind: 'begin-waits' });
            waits = true;
          },
        });
        if (waits) report(current, { kind: 'begun', request });
      } catch (error) {
        reportFailure(current, error, 'begin-failed');
      }
    },

    async readWallet(current, signer) {
      try {
        const walletId = await readSignedWallet(current, signer);
        if (walletId === undefined) return;
        // Without the code of the store the page knows nothing of it, and the device says what it says.
        const book = await records.load().catch(() => records.view.book);
        const record = findWallet(book, walletId);
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

    async readLanguages(current, signer) {
      try {
        const languages = await signer.languages({ signal: current.abort.signal });
        report(current, { kind: 'languages-read', languages });
      } catch {
        // Without them no other language is offered.
      }
    },

    async readCheckedWallet(current, signer) {
      try {
        const walletId = await readSignedWallet(current, signer);
        if (walletId === undefined) return;
        report(current, { kind: 'paper-matched', walletId, date: now() });
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

    signMessage: (request) => async (current) => {
      current.watch?.abort();
      try {
        const { transport } = current;
        if (transport === undefined || parts.signMessage === undefined)
          throw new HostblindError('cannot-protect');
        const signed = await parts.signMessage(transport, request, {
          signal: current.abort.signal,
          onStep: (step) => report(current, { kind: 'signing-step', step }),
        });
        report(current, { kind: 'message-signed', ...signed });
      } catch (error) {
        const reason = neverHonest[codeOf(error)];
        if (reason !== undefined) report(current, { kind: 'proof-failed', reason });
        else reportFailure(current, error, 'signing-failed');
      }
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
