/** `.ci/run` with an npm that only writes down what it was asked: its order, its sum, and that red stays red. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** `answers`: shell code by what npm is asked, as in `run test:usb`. What isn't there says nothing and succeeds. */
function ciRun(answers: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'hostblind-ci-'));
  try {
    cpSync(join(root, '.ci'), join(folder, '.ci'), { recursive: true });
    mkdirSync(join(folder, 'bin'));
    const npm = join(folder, 'bin/npm');
    const cases = Object.entries(answers).map(([words, code]) => `"${words}") ${code} ;;`);
    writeFileSync(
      npm,
      `#!/bin/sh\necho "$*" >> '${folder}/asked'\ncase "$*" in\n${cases.join('\n')}\nesac\n`,
    );
    chmodSync(npm, 0o755);
    const { status, stdout } = spawnSync('bash', [join(folder, '.ci/run')], {
      encoding: 'utf8',
      env: { ...process.env, PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}` },
    });
    const asked = readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n');
    return { status, last: stdout.trimEnd().split('\n').at(-1), asked };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const green = {
  test: 'echo 10 passed, 0 failed',
  'run test:usb': 'echo 9 passed, 0 failed',
  // Inside it `npm test` prints its own counts, which are in those of the last line.
  'run test:fresh -- --quick': 'echo 5 passed, 0 failed; echo; echo 8 passed, 0 failed',
};

describe.skipIf(process.platform === 'win32')('.ci/run', () => {
  it('sums up the suites, npm test before whatever installs packages', () => {
    const { status, last, asked } = ciRun(green);
    expect([status, last]).toEqual([0, '27 passed, 0 failed']);
    expect(asked.map((each) => each.split(' ').slice(0, 2).join(' '))).toEqual([
      'ci --no-audit',
      'run check',
      'test',
      'run test:usb',
      'run test:fresh',
    ]);
  });

  it.each([
    ['a failing test', { test: 'echo 9 passed, 1 failed; exit 1' }, '9 passed, 1 failed'],
    ['red without a failing test', { test: 'echo 9 passed, 0 failed; exit 1' }, '9 passed, 1 failed'],
    ['failing tests that end green', { 'run test:usb': 'echo 8 passed, 1 failed' }, '26 passed, 1 failed'],
    ['a suite that prints no counts', { 'run test:usb': 'echo crashed' }, '10 passed, 1 failed'],
    ['a later suite', { 'run test:usb': 'echo 8 passed, 1 failed; exit 1' }, '18 passed, 1 failed'],
    [
      'what could not be run',
      { 'run test:fresh -- --quick': 'echo was not run; exit 2' },
      '19 passed, 1 failed',
    ],
    ['the check', { 'run check': 'exit 1' }, '0 passed, 1 failed'],
    ['the installation', { 'ci --no-audit --no-fund': 'exit 1' }, '0 passed, 1 failed'],
  ])('is red by %s', (_, answers, counts) => {
    const { status, last } = ciRun({ ...green, ...answers });
    expect(status).not.toBe(0);
    expect(last).toBe(counts);
  });
});
