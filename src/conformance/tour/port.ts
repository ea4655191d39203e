/** What the kit needs of the world: a link, a clock, and somebody at the device. Tests have one of their own, on a virtual clock. */
import type { OpenedCandidate } from '../../devices/hostblind/entropy-check/recompute-wallet-id.ts';
import type { TrustedIssuer } from '../../devices/hostblind/attestation/trusted-issuers.ts';
import type { Meaning } from '../catalogue/meanings.ts';
import type { ConformancePart, RuleName } from '../catalogue/rules.ts';
import type { RuleVerdict } from '../catalogue/report.ts';

/** The code of what couldn't be done at the device. */
export const notDone = 'not-done';

/** Who acts on the device. */
export type LedBy = 'command' | 'person' | 'nobody';

export interface AnotherLink {
  /** The whole response, with its status word. */
  exchange(command: Uint8Array): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface ConformancePort extends Pick<AnotherLink, 'exchange'> {
  /** Milliseconds with fractions, never going back. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
  /** Exactly `length` cryptographically random bytes. */
  random(length: number): Uint8Array;
  readonly ledBy: LedBy;
  /** A command has done it when this settles; a person has been told. Rejects with `notDone` when it couldn't be done. */
  act(meaning: Meaning): Promise<void>;
  /** The power goes off and comes on again, and the link is open again after it. */
  restart(): Promise<void>;
  /** A second link to the same device; `undefined` where there is only one. */
  another(): Promise<AnotherLink | undefined>;
  recompute(candidate: OpenedCandidate): Uint8Array | Promise<Uint8Array>;
}

/** What happens, for somebody who watches. */
export type ConformanceEvent =
  | { readonly kind: 'part'; readonly part: ConformancePart }
  /** A ceremony is led through. */
  | { readonly kind: 'journey'; readonly journey: string }
  /** A rule is broken, for the first time. */
  | { readonly kind: 'broken'; readonly rule: RuleName }
  | { readonly kind: 'judged'; readonly rule: RuleName; readonly verdict: RuleVerdict['verdict'] };

export interface ConformanceOptions {
  readonly parts: readonly ConformancePart[];
  /** Waits of minutes, also where a person leads. */
  readonly long: boolean;
  readonly issuers: readonly TrustedIssuer[];
  /** These journeys alone, for tests. */
  readonly journeys?: readonly string[];
  readonly tell: (event: ConformanceEvent) => void;
}
