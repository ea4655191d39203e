/**
 * `npm test`: every suite, two at a time, on a browser that it finds or installs. Ends with one line,
 * `N passed, N failed`, and with exit code 1 if anything failed. Of the end-to-end tests, up to two files that failed run once more alone,
 * after all others (`second-chance.mjs`). `TEST_ORDER=N npm test` shuffles unit and security tests
 * by the seed N. `npm test -- unit/cli e2e/site` runs only the files that
 * have one of these words in their path; coverage is a matter of all of them, so its thresholds don't count then.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { ensureEngines } from './browsers.mjs';
import { ensureBrowser } from './ensure-browser.mjs';
import { failuresOf, shortened } from './failures.mjs';
import { countTests, mergeReports, worthAnotherRun } from './second-chance.mjs';
import { createSpeakers } from './speakers.mjs';
import { suiteFiles } from './suite-files.mjs';

const root = resolve(import.meta.dirname, '..');
const words = process.argv.slice(2);
const some = words.length > 0;
const results = mkdtempSync(join(tmpdir(), 'hostblind-results-'));

const nextSpeaker = createSpeakers(process.stdout);

/** @type {(command: string, args: string[], env?: Record<string, string>) => Promise<number>} */
function run(command, args, env = {}) {
  const speaker = nextSpeaker();
  speaker.say(`\n$ ${[command, ...args].join(' ')}\n`);
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...colour, ...env },
    });
    child.stdout.on('data', speaker.say);
    child.stderr.on('data', speaker.say);
    const end = (/** @type {number} */ code) => {
      speaker.end();
      done(code);
    };
    child.once('error', () => end(127));
    child.once('close', (code) => end(code ?? 1));
  });
}

const bin = (/** @type {string} */ name) => join(root, 'node_modules/.bin', name);

/** @type {(file: string) => import('./second-chance.mjs').Report | undefined} */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** What could not be run, a sentence each; said at the end, where it is read. @type {string[]} */
const notRun = [];
/** A line each, said last: of a long run, its end is what is kept. @type {string[]} */
const failures = [];
/** What failed beside the other suites and passed alone; a line each. @type {string[]} */
const passedAlone = [];
const total = { passed: 0, failed: 0 };

/** A suite that fails without a failing test (a threshold, a crash) counts as one failure. */
function count(/** @type {string} */ file, /** @type {number} */ code) {
  const report = readReport(file) ?? {};
  const counts = countTests(report);
  total.passed += counts.passed;
  total.failed += counts.failed === 0 && code !== 0 ? 1 : counts.failed;
  failures.push(...failuresOf(report, root));
  if (counts.failed === 0 && code !== 0)
    failures.push(`${basename(file, '.json')}: exit code ${code}, and no test failed`);
}

/** Gives the exit code, and the file of the report. @type {(name: string, project: string, ...extra: string[]) => Promise<[string, number]>} */
async function vitestInto(name, project, ...extra) {
  const file = join(results, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  // The unit tests are two projects in `vite.config.ts`.
  const projects = ['--project', project, ...(project === 'unit' ? ['--project', 'unit-alone'] : [])];
  return [file, await run(bin('vitest'), ['run', ...projects, ...reporters, ...extra])];
}

/** @type {(project: string, ...extra: string[]) => Promise<void>} */
async function vitest(project, ...extra) {
  const files = some ? suiteFiles(root, project, words) : [];
  if (some && files.length === 0) return;
  count(...(await vitestInto(project, project, ...extra, ...files)));
}

/** What is counted when all other suites are through. @type {() => Promise<void>} */
let countBrowsers = async () => {};

async function browsers() {
  const files = some ? suiteFiles(root, 'e2e', words) : [];
  if (some && files.length === 0) return;
  const [file, code] = await vitestInto('e2e', 'e2e', ...files);
  countBrowsers = async () => {
    const report = readReport(file);
    const again = report === undefined ? [] : worthAnotherRun(report);
    if (code === 0 || report === undefined || again.length === 0) return count(file, code);
    const [second, secondCode] = await vitestInto('e2e-alone', 'e2e', ...again);
    const merged = mergeReports(report, readReport(second) ?? {});
    if (secondCode === 0) passedAlone.push(...failuresOf(report, root));
    writeFileSync(file, JSON.stringify(merged));
    count(file, secondCode);
  };
}

async function components() {
  const file = join(results, 'component.json');
  const files = some ? suiteFiles(root, 'component', words) : [];
  if (some && files.length === 0) return;
  const which = some ? ['--files', ...files] : ['--coverage'];
  const args = ['--config', 'tests/web-test-runner.config.mjs', ...which];
  count(file, await run(bin('wtr'), args, { COMPONENT_RESULTS: file }));
}

/** Two suites at a time, in their order. @type {(suites: (() => Promise<void>)[]) => Promise<void>} */
async function inLanes(suites) {
  const lane = async () => {
    for (let suite = suites.shift(); suite !== undefined; suite = suites.shift()) await suite();
  };
  await Promise.all([lane(), lane()]);
}

const seed = process.env.TEST_ORDER;

try {
  process.env.CHROME_PATH = await ensureBrowser();
  if (suiteFiles(root, 'e2e', words).some((file) => file.includes('/engines/')))
    notRun.push(...ensureEngines());
  if ((await run('npm', ['run', '--silent', 'build'])) !== 0) throw new Error('the build failed');
  // Two at a time: what waits for a browser or has one long file left leaves its core to the other.
  const shuffled =
    seed === undefined
      ? []
      : ['--sequence.shuffle.files', '--sequence.shuffle.tests', `--sequence.seed=${seed}`];
  await inLanes([
    () => vitest('security', ...shuffled),
    browsers,
    () => vitest('unit', ...shuffled, ...(some ? [] : ['--coverage'])),
    components,
  ]);
  await countBrowsers();
  if (total.passed + total.failed === 0)
    throw new Error(`No test file has this in its path: ${words.join(' ')}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  total.failed += 1;
} finally {
  rmSync(results, { recursive: true, force: true });
}
if (seed !== undefined) console.log(`\nThe order was shuffled: TEST_ORDER=${seed} npm test runs it again.`);
for (const line of passedAlone) console.log(`${line}\n  It passed when it ran alone.`);
for (const line of shortened(failures)) console.log(line);
for (const sentence of notRun) console.log(`\n${sentence}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
