/** What `hostblind conform` says: to the person who leads a device, and in the report that a maker publishes. */
import type { PlainMeaning } from '../../../conformance/catalogue/meanings.ts';
import type { DeviceClaims, RuleVerdict, UntriedReason } from '../../../conformance/catalogue/report.ts';
import type { ConformancePart, RuleName } from '../../../conformance/catalogue/rules.ts';

type AnyPart = ConformancePart | 'status' | 'out-of-reach';

export interface ConformanceMessages {
  /** What each rule says, as a sentence about a device that keeps it. */
  readonly rules: Readonly<Record<RuleName, string>>;
  readonly parts: Readonly<Record<AnyPart, string>>;
  readonly verdicts: Readonly<Record<RuleVerdict['verdict'], string>>;
  readonly reasons: Readonly<Record<UntriedReason, string>>;
  /** What a person is asked to do. */
  readonly prompts: Readonly<Record<PlainMeaning, string>>;
  readonly enterPin: (pin: string) => string;
  readonly readTo: (position: number) => string;
  /** Before a person begins. */
  readonly warning: readonly string[];
  readonly journey: (name: string) => string;
  readonly brokenSoFar: (rule: string) => string;
  readonly report: {
    readonly title: string;
    readonly device: (claims: DeviceClaims | undefined) => string;
    readonly facts: (facts: { readonly date: string; readonly kit: string; readonly link: string }) => string;
    readonly ledBy: Readonly<Record<'command' | 'person' | 'nobody', string>>;
    readonly firmware: (firmware: string, protocol: number) => string;
    readonly can: (capabilities: readonly string[]) => string;
    readonly summary: (counts: {
      readonly holds: number;
      readonly broken: number;
      readonly untried: number;
    }) => string;
    readonly checks: (count: number) => string;
    readonly failed: (failed: number, checks: number) => string;
    readonly failure: (failure: {
      readonly where: string;
      readonly sent: string;
      readonly came: string;
      readonly expected: string;
    }) => string;
    readonly more: (count: number) => string;
    readonly medians: (medians: readonly (readonly [command: string, milliseconds: number])[]) => string;
    readonly grid: (fit: number) => string;
    /** What the report is, and isn't. */
    readonly worth: readonly string[];
  };
  readonly written: (file: string) => string;
  readonly pressFailed: (meaning: string, code: number | null) => string;
  readonly noPerson: string;
}
