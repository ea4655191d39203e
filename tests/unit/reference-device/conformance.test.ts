/** The conformance kit at a device of another maker, led by that maker's own person. */
import { describe, expect, it } from 'vitest';
import {
  conformanceParts,
  ruleNames,
  ruleOf,
  type ConformancePart,
} from '../../../src/conformance/catalogue/rules.ts';
import { runConformance } from '../../../src/conformance/run-conformance.ts';
import { trustedIssuers } from '../../../src/devices/hostblind/attestation/trusted-issuers.ts';
import { referencePort } from '../../fixtures/reference/conformance-port.ts';

async function findings(lacks: readonly string[], parts: readonly ConformancePart[] = conformanceParts) {
  const options = { parts, long: true, issuers: trustedIssuers, tell: () => undefined };
  const { results } = await runConformance(referencePort(lacks), options);
  const rules = (verdict: string): string[] =>
    results.filter((result) => result.verdict === verdict).map(({ rule }) => rule);
  return { broken: results.filter(({ verdict }) => verdict === 'broken'), untried: rules('not-tried') };
}

describe('hostblind conform, on the reference device', () => {
  it('finds no rule broken, and tries all that a host can see', async () => {
    const { broken, untried } = await findings([]);
    expect(broken).toEqual([]);
    const unseen = ruleNames.filter((rule) => ruleOf(rule).part === 'out-of-reach');
    // It lacks what belongs to apps, so that what is absent is tried.
    expect(untried).toEqual(['computing', ...unseen]);
  }, 300_000);

  it('finds none broken where it has nothing optional beside create and reveal', async () => {
    const lacks = [
      'attest',
      'entropy-check',
      'seed-qr',
      'addresses',
      'backup-file',
      'rename',
      'change-pin',
      'check',
      'restore',
      'wipe',
    ];
    const { broken, untried } = await findings(lacks, ['static', 'attestation']);
    expect(broken).toEqual([]);
    expect(untried).not.toContain('absent-commands');
  });
});
