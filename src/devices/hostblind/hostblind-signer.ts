/** The client for devices that speak the Hostblind protocol: a simulator today, hardware later. */
import { encodeCancelRequest } from '../../protocol/commands/cancel.ts';
import { decodeInfo, encodeInfoRequest, type DeviceInfo } from '../../protocol/commands/info.ts';
import { decodeLanguages, encodeLanguagesRequest } from '../../protocol/commands/languages.ts';
import { decodeName, encodeNameRequest } from '../../protocol/commands/name.ts';
import { encodeReadFileRequest } from '../../protocol/commands/read-file.ts';
import { decodeStatus, encodeStatusRequest } from '../../protocol/commands/status.ts';
import { decodeWallet, encodeWalletRequest } from '../../protocol/commands/wallet.ts';
import type { PublicState } from '../../protocol/public-state.ts';
import { startTimer, type StartTimer } from '../../transport/timer.ts';
import type { Transport } from '../../transport/transport.ts';
import { createAskDevice } from './ask-device.ts';
import type { EntropyCheckRequest } from './entropy-check/check-entropy.ts';
import type { EntropyStep } from './entropy-check/entropy-outcome.ts';
import { beginCeremony, followCeremony } from './follow-ceremony.ts';
import { changedStates, type PollOptions } from './polling.ts';
import type { OpenRecomputer } from './entropy-check/recomputer.ts';
import type { Signer, SignerOptions } from './signer.ts';
import type { Prover } from './attestation/attestation.ts';
import type { TrustedIssuer } from './attestation/trusted-issuers.ts';

/** Milliseconds between an answer and the next question, so that a change on the glass is seen at once. */
export const pollIntervalMs = 250;

export interface HostblindSignerOptions {
  /** Asked before every pause; a hidden page can answer more. */
  readonly interval?: (() => number) | undefined;
  readonly startTimer?: StartTimer | undefined;
  readonly issuers?: readonly TrustedIssuer[] | undefined;
  /** Exactly `length` cryptographically random bytes. */
  readonly random?: ((length: number) => Uint8Array) | undefined;
  /** Where the entropy check recomputes. Without it the check ends `unfinished`, with nothing computed. */
  readonly openRecomputer?: OpenRecomputer | undefined;
}

export function createHostblindSigner(transport: Transport, options: HostblindSignerOptions = {}): Signer {
  const random = options.random ?? ((length: number) => crypto.getRandomValues(new Uint8Array(length)));

  const timer = options.startTimer ?? startTimer;
  const ask = createAskDevice(transport, timer);

  const status = async (signal?: AbortSignal): Promise<PublicState> =>
    decodeStatus(await ask(encodeStatusRequest(), signal));

  /** What follows the device asks it at once when a ceremony was begun. */
  const hurry = new Set<() => void>();

  const polling = (signal: AbortSignal | undefined): PollOptions => ({
    read: () => status(signal),
    interval: options.interval ?? (() => pollIntervalMs),
    startTimer: timer,
    signal,
  });

  /** Loaded when it is needed: most visits create no wallet. A page that cannot load it has checked nothing. */
  async function* runEntropyCheck(
    request: EntropyCheckRequest,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<EntropyStep, void> {
    const { openRecomputer } = options;
    const loaded = await import('./entropy-check/check-entropy.ts').catch(() => undefined);
    if (loaded === undefined || openRecomputer === undefined) {
      yield { kind: 'unfinished', gap: 'not-computed' };
      return;
    }
    const tools = { ask: (command: Uint8Array) => ask(command, signal), status: () => status(signal) };
    yield* loaded.checkEntropy(request, { ...tools, random, openRecomputer, signal });
  }

  /** What the device said of itself on this link is what each proof of it is held against. */
  let said: DeviceInfo | undefined;
  let prover: Prover | undefined;
  const signer: Signer = {
    async info({ signal } = {}) {
      const info = decodeInfo(await ask(encodeInfoRequest(), signal));
      prover = undefined;
      said = info;
      return info;
    },
    async verify({ signal } = {}) {
      const info = said ?? (await signer.info({ signal }));
      // Loaded with the first device, and not with the page.
      const { createProver } = await import('./attestation/attestation.ts');
      prover ??= createProver(info, { ask, random, issuers: options.issuers });
      return prover({ signal });
    },
    status: ({ signal } = {}) => status(signal),
    async cancel({ signal } = {}) {
      await ask(encodeCancelRequest(), signal);
    },
    async wallet({ signal } = {}) {
      return decodeWallet(await ask(encodeWalletRequest(), signal));
    },
    async backupFile({ signal } = {}) {
      return (await ask(encodeReadFileRequest(), signal)).slice();
    },
    async name({ signal } = {}) {
      return decodeName(await ask(encodeNameRequest(), signal));
    },
    async languages({ signal } = {}) {
      return decodeLanguages(await ask(encodeLanguagesRequest(), signal));
    },
    async begin(request, { signal, onBusy } = {}) {
      await beginCeremony(request, { ask, poll: polling(signal) }, onBusy);
      hurry.forEach((next) => next());
    },
    create: (request, { signal } = {}) =>
      followCeremony({ kind: 'create', ...request }, { ask, poll: polling(signal) }),
    checkEntropy: (request, { signal } = {}) => runEntropyCheck(request, signal),
    watch: ({ signal }: SignerOptions = {}) => changedStates({ ...polling(signal), hurry }),
  };
  return signer;
}
