/** The kit on our own device: everything holds, and the published report says what is found. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { ConformanceFindings } from '../../../src/conformance/catalogue/report.ts';
import { conformanceParts, ruleNames, ruleOf } from '../../../src/conformance/catalogue/rules.ts';
import { createReport, reportLines, type ConformanceReport } from '../../../src/conformance/write-report.ts';
import { conformInProcess } from '../../fixtures/conformance/in-process.ts';
import { deviceAt } from '../../fixtures/interruptions/beginnings.ts';

vi.mock('../../../firmware-sim/core/glass/screens/canvas.ts', async () => {
  const { picturelessCanvas } = await import('../../fixtures/proof/pictureless-canvas.ts');
  return picturelessCanvas();
});

const facts = { date: '2026-11-29', kit: '0.1.0', link: 'tcp', ledBy: 'command' } as const;
const broken = ({ results }: ConformanceFindings): unknown[] =>
  results.filter(({ verdict }) => verdict === 'broken');

describe('the whole of it', () => {
  let findings: ConformanceFindings;
  beforeAll(async () => {
    findings = await conformInProcess({ parts: conformanceParts });
  }, 300_000);

  it('finds nothing broken', () => {
    expect(broken(findings)).toEqual([]);
  });

  it('tries every rule that a host can see', () => {
    const untried = findings.results.filter(({ verdict }) => verdict === 'not-tried');
    expect(untried.map(({ rule }) => rule)).toEqual([
      'computing',
      ...ruleNames.filter((rule) => ruleOf(rule).part === 'out-of-reach'),
    ]);
  });

  it('names each rule once, in the order of the catalogue', () => {
    expect(findings.results.map(({ rule }) => rule)).toEqual(ruleNames);
  });

  it('is what the published report says', () => {
    const path = resolve(import.meta.dirname, '../../../docs/conformance/hostblind-simulator.json');
    const published = JSON.parse(readFileSync(path, 'utf8')) as ConformanceReport;
    const made = createReport(findings, facts);
    // How often something was asked, and how long it took, is that run's own.
    const lasting = ({ rules, device, summary }: ConformanceReport): unknown => ({
      rules: rules.map(({ rule, part, law, says, verdict }) => ({ rule, part, law, says, verdict })),
      device,
      summary,
    });
    expect(lasting(published)).toEqual(lasting(made));
    const text = readFileSync(path.replace('.json', '.txt'), 'utf8');
    const untimed = (lines: readonly string[]): string[] =>
      lines
        .map((line) => line.replaceAll(/\d[\d.]*/g, 'N'))
        .filter((line) => !/^(Run|Median|Fit)/.test(line));
    expect(untimed(text.trimEnd().split('\n'))).toEqual(untimed(reportLines(findings, made)));
  });
});

it.each(['static', 'attestation', 'entropy', 'timing', 'twins'] as const)('alone: %s', async (part) => {
  const findings = await conformInProcess({ parts: [part] });
  expect(broken(findings)).toEqual([]);
  const others = findings.results.filter(({ rule }) => !['status', part].includes(ruleOf(rule).part));
  const untried = others.filter(({ verdict }) => verdict === 'not-tried');
  expect(untried.length).toBeGreaterThan(20);
});

describe('who is at the device', () => {
  const some = { parts: ['guided', 'interruptions', 'twins'], journeys: ['rename-empty', 'reveal'] } as const;

  it('a person, who takes their time', async () => {
    const findings = await conformInProcess({ ...some, ledBy: 'person', long: false });
    expect(broken(findings)).toEqual([]);
    const reasons = Object.fromEntries(
      findings.results.map((found) => [found.rule, found.verdict === 'not-tried' ? found.reason : 'tried']),
    );
    expect(reasons).toMatchObject({
      stages: 'tried',
      'cancel-result': 'tried',
      'unplug-result': 'needs-press',
      'same-transcript': 'needs-press',
      'left-alone': 'not-reached',
    });
  });

  it('nobody', async () => {
    const findings = await conformInProcess({ parts: conformanceParts, ledBy: 'nobody' });
    expect(broken(findings)).toEqual([]);
    const byReason = (reason: string): string[] =>
      findings.results
        .filter((found) => found.verdict === 'not-tried' && found.reason === reason)
        .map(({ rule }) => rule);
    expect(byReason('needs-person')).toContain('stages');
    expect(byReason('needs-person')).toContain('answer-grid');
    expect(findings.results.find(({ rule }) => rule === 'challenge')?.verdict).toBe('holds');
  });

  it('a wallet that was there before is left alone', async () => {
    const image = deviceAt('locked').storage.bytes;
    const findings = await conformInProcess({ parts: conformanceParts, image });
    expect(broken(findings)).toEqual([]);
    const stages = findings.results.find(({ rule }) => rule === 'stages');
    expect(stages).toEqual({ rule: 'stages', verdict: 'not-tried', reason: 'has-wallet' });
    // Waiting for its PIN, it is busy: its answers can be timed without anybody.
    expect(findings.results.find(({ rule }) => rule === 'answer-grid')?.verdict).toBe('holds');
  });
});

it('an info that can’t be read ends the run', async () => {
  const findings = await conformInProcess({
    parts: ['static'],
    bend: (honest) => (command) =>
      command[1] === 1 && command[0] === 0xc8 ? Uint8Array.of(0x6d, 0) : honest(command),
  });
  expect(findings.device).toBeUndefined();
  expect(reportLines(findings, createReport(findings, facts))).toContain(
    'The device gave no info that can be read; nothing else was tried.',
  );
});

it('a report has no data of an answer that was refused by the protocol', async () => {
  // Gives a secret away in the place of a refusal.
  const secret = Uint8Array.from('abandon ability able', (character) => character.charCodeAt(0));
  const findings = await conformInProcess({
    parts: ['static'],
    bend: (honest) => (command) => {
      const response = honest(command);
      return response[0] === 0x6d ? Uint8Array.of(...secret, 0x90, 0) : response;
    },
  });
  const report = createReport(findings, facts);
  const text = JSON.stringify(report) + reportLines(findings, report).join('\n');
  expect(text).toContain('9000 + 20');
  expect(text).not.toContain('616263');
  expect(text).not.toContain('6162616e');
});

it('a device that sends nothing back is judged', async () => {
  const findings = await conformInProcess({
    parts: ['static'],
    bend: (honest) => (command) => (command.length === 1 ? new Uint8Array() : honest(command)),
  });
  expect(broken(findings)).toMatchObject([{ rule: 'foreign-class' }, { rule: 'form' }]);
});
