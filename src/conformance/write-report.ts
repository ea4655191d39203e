/** The report of a run, as a record for programs and as lines for people. Pure. */
import { conformanceText } from '../text/conformance/kit.ts';
import type { ConformanceFindings, DeviceClaims, Measured, RuleResult } from './catalogue/report.ts';
import { conformanceParts, ruleOf, type RuleName } from './catalogue/rules.ts';
import type { LedBy } from './tour/port.ts';

/** What a run is, beside what it has found. */
export interface RunFacts {
  /** ISO 8601, the day alone. */
  readonly date: string;
  /** The version of this program. */
  readonly kit: string;
  readonly link: string;
  readonly ledBy: LedBy;
}

type ReportedRule = Omit<RuleResult, 'rule'> & {
  readonly rule: RuleName;
  readonly part: string;
  /** Of docs/protocol.md, "Rules for a device". */
  readonly law?: string;
  readonly says: string;
};

/** The schema is in docs/conformance.md; a field is added at most, and none changes its meaning, within a version. */
export interface ConformanceReport extends RunFacts {
  readonly format: 'hostblind-conformance';
  readonly version: 1;
  readonly device: DeviceClaims | null;
  readonly summary: { readonly holds: number; readonly broken: number; readonly untried: number };
  readonly measured: Measured;
  readonly rules: readonly ReportedRule[];
}

export function createReport(
  { device, results, measured }: ConformanceFindings,
  facts: RunFacts,
): ConformanceReport {
  const count = (verdict: RuleResult['verdict']): number =>
    results.filter((each) => each.verdict === verdict).length;
  return {
    format: 'hostblind-conformance',
    version: 1,
    ...facts,
    device: device ?? null,
    summary: { holds: count('holds'), broken: count('broken'), untried: count('not-tried') },
    measured,
    rules: results.map(({ rule, ...found }) => {
      const { part, law } = ruleOf(rule);
      const named = { rule, part, ...(law === undefined ? {} : { law }), says: conformanceText.rules[rule] };
      return { ...named, ...found };
    }),
  };
}

const partOrder = [
  ...conformanceParts.slice(0, 1),
  'status',
  ...conformanceParts.slice(1),
  'out-of-reach',
] as const;

function ruleLines(reported: ReportedRule, found: RuleResult): readonly string[] {
  const { report, reasons, verdicts } = conformanceText;
  const head = `  ${verdicts[found.verdict].padEnd(10)}${reported.says}`;
  const law = reported.law === undefined ? '' : `${reported.law}, `;
  switch (found.verdict) {
    case 'holds':
      return [`${head} (${law}${report.checks(found.checks)})`];
    case 'not-tried':
      return [`${head} (${law}${reasons[found.reason]})`];
    case 'broken': {
      const rest = found.failed - found.failures.length;
      return [
        `${head} (${law}${report.failed(found.failed, found.checks)})`,
        ...found.failures.map((failure) => `            ${report.failure(failure)}`),
        ...(rest > 0 ? [`            ${report.more(rest)}`] : []),
      ];
    }
  }
}

export function reportLines(findings: ConformanceFindings, made: ConformanceReport): readonly string[] {
  const { report, parts } = conformanceText;
  const { device, results, measured } = findings;
  const rules = partOrder.flatMap((part) => {
    const ofPart = results.filter(({ rule }) => ruleOf(rule).part === part);
    const leftOut = ofPart.every((found) => found.verdict === 'not-tried' && found.reason === 'not-asked');
    if (leftOut) return [parts[part], `  ${conformanceText.reasons['not-asked']}`, ''];
    const lines = ofPart.flatMap((found) => {
      const reported = made.rules.find(({ rule }) => rule === found.rule);
      return reported === undefined ? [] : ruleLines(reported, found);
    });
    return [parts[part], ...lines, ''];
  });
  const medians = Object.entries(measured.medians);
  return [
    report.title,
    '',
    report.device(device),
    ...(device === undefined
      ? []
      : [report.firmware(device.firmware, device.protocol), report.can(device.capabilities)]),
    report.facts(made),
    report.ledBy[made.ledBy],
    '',
    report.summary(made.summary),
    '',
    ...rules,
    ...(medians.length === 0 ? [] : [report.medians(medians)]),
    ...(measured.grid === undefined ? [] : [report.grid(measured.grid)]),
    '',
    ...report.worth,
  ];
}
