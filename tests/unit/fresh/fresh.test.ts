/** The parts of `npm run test:fresh` that could say green where it is red. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readmeCommands } from '../../fresh/checks.ts';
import { lastCounts } from '../../fresh/counts.ts';
import { debianRelease } from '../../fresh/needs.ts';
import { quickFiles, testCommand } from '../../fresh/plan.ts';
import { createReport } from '../../fresh/report.ts';
import { suiteFiles } from '../../suite-files.mjs';

const root = resolve(import.meta.dirname, '../../..');
const quiet = () => createReport(() => undefined);

describe('counting', () => {
  it('takes the last line of counts, and none from a sentence', () => {
    expect(lastCounts('1 passed, 2 failed\nmore\n30 passed, 0 failed\n')).toEqual({ passed: 30, failed: 0 });
    expect(lastCounts('it said 3 passed, 0 failed\n')).toBeUndefined();
    expect(lastCounts('')).toBeUndefined();
  });

  it.each([
    ['all green', { passed: 7, failed: 0 }, 0, { passed: 7, failed: 0 }],
    ['red with its counts', { passed: 7, failed: 2 }, 1, { passed: 7, failed: 2 }],
    ['green counts that end red', { passed: 7, failed: 0 }, 1, { passed: 7, failed: 1 }],
    ['red counts that end green', { passed: 7, failed: 2 }, 0, { passed: 7, failed: 2 }],
    ['nothing ran', { passed: 0, failed: 0 }, 0, { passed: 0, failed: 1 }],
    ['no counts at all', undefined, 0, { passed: 0, failed: 1 }],
  ])('%s', (_, counts, exitCode, total) => {
    const report = quiet();
    report.add('npm test', counts, exitCode);
    expect(report.total()).toEqual(total);
  });

  it('a check that throws is a failure, and the next one runs', async () => {
    const report = quiet();
    expect(await report.check('throws', () => Promise.reject(new Error('no')))).toBe(false);
    expect(await report.check('goes on', () => undefined)).toBe(true);
    expect(report.total()).toEqual({ passed: 1, failed: 1 });
  });
});

describe('what is run', () => {
  it('README’s two commands, by its own words', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    expect(readmeCommands(readme)).toEqual({ start: 'npm ci && npm start', test: 'npm ci && npm test' });
    expect(() => readmeCommands(readme.replace('npm ci && npm test', 'npm ci; npm test'))).toThrow('README');
    expect(() => readmeCommands(`${readme}\nnpm ci && npm run more\n`)).toThrow('README');
  });

  it.each(quickFiles)('%s, in quick, names tests that exist', (word) => {
    const suites = ['unit', 'security', 'component', 'e2e'];
    expect(suites.flatMap((suite) => suiteFiles(root, suite, [word])).length).toBeGreaterThan(0);
  });

  it('parts of paths, and nothing that a shell would take for more', () => {
    expect(testCommand(['unit/cli/', 'e2e/site'])).toBe('npm test -- unit/cli/ e2e/site');
    for (const word of ['a b', '$(id)', ';id', '', '&']) expect(() => testCommand([word])).toThrow('path');
  });

  it('files are chosen by any word in their path; without words, all of a suite', () => {
    const all = suiteFiles(root, 'e2e', []);
    expect(all.length).toBeGreaterThan(10);
    expect(all.every((file) => existsSync(join(root, file)))).toBe(true);
    expect(suiteFiles(root, 'e2e', ['e2e/site', 'no-such'])).toEqual(['tests/e2e/site.test.ts']);
    expect(suiteFiles(root, 'e2e', ['unit/'])).toEqual([]);
  });

  it('only on Debian, by the name of its release', () => {
    expect(debianRelease('PRETTY_NAME="Debian"\nID=debian\nVERSION_CODENAME=bookworm\n')).toBe('bookworm');
    expect(debianRelease('ID=ubuntu\nID_LIKE=debian\nVERSION_CODENAME=noble\n')).toBeUndefined();
    expect(debianRelease('ID=debian\n')).toBeUndefined();
    expect(debianRelease('')).toBeUndefined();
  });
});
