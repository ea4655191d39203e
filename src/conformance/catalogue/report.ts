/** What a run has found, as it is printed, written as JSON, and published by a maker: docs/conformance.md has the schema. */
import type { DeviceKind } from '../../protocol/device-make.ts';
import type { RuleName } from './rules.ts';

/** Why a rule was not tried. */
export const untriedReasons = [
  /** No host can see it: `part` is `out-of-reach`. */
  'out-of-reach',
  /** The part was left out. */
  'not-asked',
  /** Nobody was there to act on the device. */
  'needs-person',
  /** It takes a command that acts, for its length or its exactness. */
  'needs-press',
  /** It takes minutes of waiting: `--long`, or a command that acts. */
  'needs-long',
  /** The device says that it hasn't what the rule is about. */
  'absent',
  /** Nothing in this device is of that kind: it lacks no command, it never computes for long. */
  'not-applicable',
  /** The run begins with a device without a wallet, and there was one. */
  'has-wallet',
  /** The link takes one host alone. */
  'one-link',
  /** Nobody here knows the maker's key. */
  'unknown-issuer',
  /** The device didn't come to where the rule is tried. */
  'not-reached',
] as const;
export type UntriedReason = (typeof untriedReasons)[number];

/** One thing that wasn't as it must be. Codes and lengths alone: no data of an answer, which could be a secret. */
export interface RuleFailure {
  /** Activity, stage and what the device holds, as far as it matters. */
  readonly where: string;
  /** The beginning of the message in hexadecimal, or what the person did. */
  readonly sent: string;
  readonly came: string;
  readonly expected: string;
}

export type RuleVerdict =
  | { readonly verdict: 'holds'; readonly checks: number }
  | {
      readonly verdict: 'broken';
      readonly checks: number;
      readonly failed: number;
      readonly failures: readonly RuleFailure[];
    }
  | { readonly verdict: 'not-tried'; readonly reason: UntriedReason };

export type RuleResult = RuleVerdict & { readonly rule: RuleName };

/** What the device says of itself. */
export interface DeviceClaims {
  readonly protocol: number;
  readonly kind: DeviceKind;
  /** From its certificate; absent where it has none. */
  readonly maker?: string;
  readonly product?: string;
  readonly firmware: string;
  readonly capabilities: readonly string[];
}

export interface Measured {
  /** Milliseconds: the median of each command's answers. */
  readonly medians: Readonly<Record<string, number>>;
  /** How closely the answers of a busy device keep to a grid of 10 ms: 0 not at all, 1 exactly. */
  readonly grid?: number;
}

export interface ConformanceFindings {
  /** `undefined` where the answer to info was none. */
  readonly device: DeviceClaims | undefined;
  readonly results: readonly RuleResult[];
  readonly measured: Measured;
}
