/**
 * `npm test`: every suite, one after the other, on a browser that it finds or installs. Ends with one line,
 * `N passed, N failed`, and with exit code 1 if anything failed.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureBrowser } from './ensure-browser.mjs';

const root = resolve(import.meta.dirname, '..');
const results = mkdtempSync(join(tmpdir(), 'hostblind-results-'));

/** @type {(command: string, args: string[], env?: Record<string, string>) => Promise<number>} */
function run(command, args, env = {}) {
  console.log(`\n$ ${[command, ...args].join(' ')}`);
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    child.once('error', () => done(127));
    child.once('exit', (code) => done(code ?? 1));
  });
}

const bin = (/** @type {string} */ name) => join(root, 'node_modules/.bin', name);

/** @type {(file: string) => { passed: number, failed: number } | undefined} */
function readCounts(file) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  } catch {
    return undefined;
  }
}

const total = { passed: 0, failed: 0 };

/** A suite that fails without a failing test (a threshold, a crash) counts as one failure. */
function count(/** @type {string} */ file, /** @type {number} */ code) {
  const counts = readCounts(file) ?? { passed: 0, failed: 0 };
  total.passed += counts.passed;
  total.failed += counts.failed === 0 && code !== 0 ? 1 : counts.failed;
}

/** @type {(project: string, ...extra: string[]) => Promise<void>} */
async function vitest(project, ...extra) {
  const file = join(results, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  count(file, await run(bin('vitest'), ['run', '--project', project, ...reporters, ...extra]));
}

async function components() {
  const file = join(results, 'component.json');
  const args = ['--config', 'tests/web-test-runner.config.mjs', '--coverage'];
  count(file, await run(bin('wtr'), args, { COMPONENT_RESULTS: file }));
}

try {
  process.env.CHROME_PATH = await ensureBrowser();
  if ((await run('npm', ['run', '--silent', 'build'])) !== 0) throw new Error('the build failed');
  await vitest('unit', '--coverage');
  await vitest('security');
  await components();
  await vitest('e2e');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  total.failed += 1;
} finally {
  rmSync(results, { recursive: true, force: true });
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
