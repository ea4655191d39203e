/** Collects what was found, rule by rule. */
import type { RuleFailure, RuleResult, RuleVerdict, UntriedReason } from '../catalogue/report.ts';
import { ruleNames, ruleOf, type RuleName } from '../catalogue/rules.ts';

export interface Findings {
  /** One check of a rule. `failure` is asked for only where it didn't hold. */
  check(rule: RuleName, holds: boolean, failure: () => RuleFailure): boolean;
  /** Why a rule isn't tried; what was tried counts more, and the first reason stays. */
  leave(reason: UntriedReason, ...rules: readonly RuleName[]): void;
  isBroken(rule: RuleName): boolean;
  results(): readonly RuleResult[];
}

/** So many failures of a rule are kept: a device that gets one wrong gets it wrong everywhere. */
const mostKept = 5;

export function createFindings(onBroken: (rule: RuleName) => void): Findings {
  const checks = new Map<RuleName, number>();
  const failures = new Map<RuleName, RuleFailure[]>();
  const reasons = new Map<RuleName, UntriedReason>();
  const verdictOf = (rule: RuleName): RuleVerdict => {
    const tried = checks.get(rule) ?? 0;
    const failed = failures.get(rule) ?? [];
    if (failed.length > 0) {
      const kept = failed.slice(0, mostKept);
      return { verdict: 'broken', checks: tried, failed: failed.length, failures: kept };
    }
    if (tried > 0) return { verdict: 'holds', checks: tried };
    const reason = ruleOf(rule).part === 'out-of-reach' ? 'out-of-reach' : reasons.get(rule);
    return { verdict: 'not-tried', reason: reason ?? 'not-reached' };
  };
  return {
    check(rule, holds, failure) {
      checks.set(rule, (checks.get(rule) ?? 0) + 1);
      if (holds) return true;
      const earlier = failures.get(rule);
      if (earlier !== undefined) earlier.push(failure());
      else {
        failures.set(rule, [failure()]);
        onBroken(rule);
      }
      return false;
    },
    leave(reason, ...rules) {
      for (const rule of rules) if (!reasons.has(rule)) reasons.set(rule, reason);
    },
    isBroken: (rule) => failures.has(rule),
    results: () => ruleNames.map((rule) => ({ rule, ...verdictOf(rule) })),
  };
}
