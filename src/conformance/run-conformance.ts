/** A whole run: the parts that were asked for, one after the other, on one device. */
import type { DeviceInfo } from '../protocol/commands/info.ts';
import { protocolVersion } from '../protocol/commands/info.ts';
import type { ConformanceFindings, DeviceClaims, UntriedReason } from './catalogue/report.ts';
import { conformanceParts, ruleNames, ruleOf, type ConformancePart } from './catalogue/rules.ts';
import { restOf } from './tour/expected.ts';
import { createFindings, type Findings } from './tour/findings.ts';
import { isLed, type Kit } from './tour/kit.ts';
import { readCertificate, runAttestation } from './attestation-part.ts';
import { runEntropy } from './entropy-part.ts';
import { runGuided } from './guided-part.ts';
import { runInterruptions } from './interruptions-part.ts';
import { readInfo, readLanguages, runStatic } from './static-part.ts';
import { judgeTimes, runTiming } from './timing-part.ts';
import { runTwins } from './twins-part.ts';
import type { ConformanceOptions, ConformancePort } from './tour/port.ts';
import { createProbe, type Probe } from './tour/probe.ts';

/** Parts that begin with a device without a wallet, and make and lose some. */
const ledParts: readonly ConformancePart[] = ['guided', 'entropy', 'interruptions', 'twins'];

function leavePart(findings: Findings, part: ConformancePart, reason: UntriedReason): void {
  findings.leave(reason, ...ruleNames.filter((rule) => ruleOf(rule).part === part));
}

async function claimsOf(probe: Probe, info: DeviceInfo): Promise<DeviceClaims> {
  const { kind, firmware, capabilities } = info;
  const certificate = capabilities.includes('attest')
    ? readCertificate(await probe.ask('certificate'))
    : undefined;
  return {
    protocol: protocolVersion,
    kind,
    ...(certificate === undefined ? {} : { maker: certificate.maker, product: certificate.product }),
    firmware: `${firmware.major}.${firmware.minor}.${firmware.patch}`,
    capabilities,
  };
}

/** Why the parts that a person leads are left out; `undefined` when they aren't. */
async function obstacle(kit: Kit): Promise<UntriedReason | undefined> {
  if (!isLed(kit)) return 'needs-person';
  const state = await kit.probe.status();
  // Whatever is on it is somebody's: the kit deletes no wallet that it hasn't made.
  return state === undefined || restOf(state) === 'empty' ? undefined : 'has-wallet';
}

/** Rejects for what the link throws: a device that is gone can't be judged. */
export async function runConformance(
  port: ConformancePort,
  options: ConformanceOptions,
): Promise<ConformanceFindings> {
  const { tell, parts } = options;
  const findings = createFindings((rule) => tell({ kind: 'broken', rule }));
  const probe = createProbe(port, findings);
  for (const part of conformanceParts) if (!parts.includes(part)) leavePart(findings, part, 'not-asked');
  const info = await readInfo(probe, findings);
  if (info === undefined)
    return { device: undefined, results: findings.results(), measured: { medians: {} } };
  const memory = {
    file: undefined,
    walletId: undefined,
    fileReleased: false,
    keptId: undefined,
    ...(await readLanguages(probe, findings, info)),
  };
  const kit: Kit = { port, probe, findings, options, info, memory };
  const device = await claimsOf(probe, info);
  const stopper = parts.some((part) => ledParts.includes(part)) ? await obstacle(kit) : undefined;
  const runs: Readonly<Record<ConformancePart, () => Promise<number | void | undefined>>> = {
    static: () => runStatic(kit),
    guided: () => runGuided(kit),
    entropy: () => runEntropy(kit),
    attestation: () => runAttestation(kit),
    interruptions: () => runInterruptions(kit),
    timing: () => runTiming(kit),
    twins: () => runTwins(kit),
  };
  let grid: number | undefined;
  for (const part of conformanceParts.filter((each) => parts.includes(each))) {
    tell({ kind: 'part', part });
    if (stopper !== undefined && ledParts.includes(part)) {
      leavePart(findings, part, stopper);
      continue;
    }
    const measured = await runs[part]();
    if (part === 'timing') grid = measured ?? undefined;
  }
  const measured = judgeTimes(kit, grid);
  if (!parts.includes('timing')) findings.leave('not-asked', 'answer-grid', 'answer-beat');
  const results = findings.results();
  for (const { rule, verdict } of results) tell({ kind: 'judged', rule, verdict });
  return { device, results, measured };
}
