/**
 * What a device family can do for the host: one typed client over a transport. A ceremony is an async iterable of
 * what the device reports about itself; it never carries a word, because `PublicState` cannot.
 */
import type { CeremonyRequest } from '../../protocol/ceremonies.ts';
import type { CreateRequest } from '../../protocol/ceremonies.ts';
import type { DeviceInfo } from '../../protocol/commands/info.ts';
import type { DeviceLanguages } from '../../protocol/commands/languages.ts';
import type { PublicState } from '../../protocol/public-state.ts';
import type { AttestationResult } from './attestation/attestation-outcome.ts';
import type { EntropyCheckRequest } from './entropy-check/check-entropy.ts';
import type { EntropyStep } from './entropy-check/entropy-outcome.ts';

export interface SignerOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface BeginOptions extends SignerOptions {
  /** Called each time that the device is locked or busy, and has not taken the request. */
  readonly onBusy?: (() => void) | undefined;
}

/** Every promise and iterable may fail with a `HostblindError`; `disconnected` and `timeout` end the transport. */
export interface Signer {
  /** What the device is, and what it can do (`capabilities`). */
  info(options?: SignerOptions): Promise<DeviceInfo>;
  /** Sends a fresh challenge and checks the answer and the certificate. A bad proof is a result, not an error. */
  verify(options?: SignerOptions): Promise<AttestationResult>;
  status(options?: SignerOptions): Promise<PublicState>;
  /** Asks the device to stop what it is in. `not-in-this-state` where there is nothing to stop. */
  cancel(options?: SignerOptions): Promise<void>;
  /** The wallet ID, 16 bytes. `locked` or `not-in-this-state` before the person has released it on the device. */
  wallet(options?: SignerOptions): Promise<Uint8Array>;
  /** The encrypted backup file, as it is. `locked` or `not-in-this-state` before the person has released it. */
  backupFile(options?: SignerOptions): Promise<Uint8Array>;
  /** What the person calls the device; empty when it has no name. */
  name(options?: SignerOptions): Promise<string>;
  /** What its glass is in, and what it can be in; for a device with the capability. */
  languages(options?: SignerOptions): Promise<DeviceLanguages>;
  /**
   * Starts a ceremony: resolves once the device has taken it, and `watch` yields what becomes of it. While the device is locked
   * or busy it is asked again and again. Aborting in between asks the device to stop what it took, and fails with `aborted`.
   */
  begin(request: CeremonyRequest, options?: BeginOptions): Promise<void>;
  /**
   * For a host that does nothing else: starts a new wallet and yields every changed state until that has ended; the last one
   * carries the outcome, and what the device went on to. While the device is locked or busy it waits, and yields what it shows
   * meanwhile.
   *
   * Aborting asks the device to stop and fails with `aborted`. Leaving the loop does not: a host that stops
   * watching does not stop a ceremony.
   */
  create(request: CreateRequest, options?: SignerOptions): AsyncIterable<PublicState>;
  /**
   * Runs the entropy check; call it when a `create` that asked for the check has reached stage `entropy`. Yields how
   * far it is, and last `proven`, `unfinished` or `failed`; what a device does wrong is a result, not an error.
   */
  checkEntropy(request: EntropyCheckRequest, options?: SignerOptions): AsyncIterable<EntropyStep>;
  /** Yields the state now and each time it changes, until aborted (`aborted`) or the device is gone. */
  watch(options?: SignerOptions): AsyncIterable<PublicState>;
}
