/** `hostblind conform` as it is built, on a simulator process, led by the press command that the documents show. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ConformanceReport } from '../../src/conformance/write-report.ts';
import { startSimulator, type SimulatorProcess } from '../kit/clients/simulator-process.ts';

const root = resolve(import.meta.dirname, '../..');
const built = join(root, 'dist-cli/hostblind.js');

let folder: string;
let simulator: SimulatorProcess | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hostblind-conform-'));
});
afterEach(async () => {
  await simulator?.stop();
  rmSync(folder, { recursive: true });
});

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function conform(...words: readonly string[]): Promise<Ended> {
  return new Promise((settle) => {
    execFile(process.execPath, [built, 'conform', ...words], { cwd: root }, (error, stdout, stderr) => {
      settle({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

const pressCommand = ({ benchUrl }: SimulatorProcess): string =>
  `node --import tsx tests/kit/clients/press-simulator.ts ${benchUrl} ${join(folder, 'sheets.json')}`;

const verdictOf = ({ rules }: ConformanceReport, name: string): string | undefined =>
  rules.find(({ rule }) => rule === name)?.verdict;

// It measures by the wall's clock, beside other tests: a computer that stands still for a moment is no fault of the device.
it('holds our simulator to the protocol over TCP, led by a command', { retry: 2 }, async () => {
  simulator = await startSimulator();
  const [text, json] = [join(folder, 'report.txt'), join(folder, 'report.json')];
  const { code, stdout, stderr } = await conform(
    '--link=tcp',
    `--port=${simulator.apduPort}`,
    '--only=static,attestation,timing',
    `--press=${pressCommand(simulator)}`,
    `--report=${text}`,
    `--report=${json}`,
  );
  const report = JSON.parse(readFileSync(json, 'utf8')) as ConformanceReport;
  expect(report.rules.filter(({ verdict }) => verdict === 'broken')).toEqual([]);
  expect([code, stderr]).toEqual([0, '']);
  expect(report).toMatchObject({
    format: 'hostblind-conformance',
    version: 1,
    link: 'tcp',
    ledBy: 'command',
    device: { kind: 'simulator', maker: 'Hostblind' },
    summary: { broken: 0 },
  });
  for (const rule of ['form', 'challenge', 'status-layout', 'answer-budget', 'answer-grid'])
    expect([rule, verdictOf(report, rule)]).toEqual([rule, 'holds']);
  expect(stdout).toContain(readFileSync(text, 'utf8'));
});

it('says which rule a device that cheats breaks, over the wire and without a person', async () => {
  simulator = await startSimulator({ flags: ['--malicious', 'false-attestation'] });
  const port = new URL(simulator.wireUrl).port;
  const { code, stdout } = await conform(
    '--link',
    'process',
    '--port',
    port,
    '--json',
    '--only',
    'attestation,guided',
  );
  expect(code).toBe(10);
  const events = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly event?: string });
  expect(events.map(({ event }) => event)).toContain('broken');
  const report = events.at(-1) as ConformanceReport;
  expect(report.rules.filter(({ verdict }) => verdict === 'broken').map(({ rule }) => rule)).toEqual([
    'challenge',
  ]);
  expect(report.rules.find(({ rule }) => rule === 'stages')).toMatchObject({ reason: 'needs-person' });
});
