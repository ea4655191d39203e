/**
 * `npm run test:proof`: the security suite at full length, and a summary of what was tried. `PROOF_SCALE=0.1` runs a
 * tenth. Ends with exit code 1 if anything failed.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const directory = mkdtempSync(join(tmpdir(), 'hostblind-proof-'));
const summary = join(directory, 'summary.jsonl');
const start = performance.now();

/** @type {NodeJS.ProcessEnv} */
const env = { PROOF_SCALE: '1', ...process.env, PROOF_SUMMARY: summary };
const vitest = join(root, 'node_modules/.bin/vitest');
// Every core: nothing else is to run beside a proof, and vitest by itself would leave one idle.
const workers = `--maxWorkers=${availableParallelism()}`;
const args = ['run', '--project', 'proof', workers, ...process.argv.slice(2)];
const child = spawn(vitest, args, { cwd: root, stdio: 'inherit', env });
/** @type {number} */
const code = await new Promise((done) => {
  child.once('error', () => done(127));
  child.once('exit', (exit) => done(exit ?? 1));
});

/** @type {{ title: string, figures: Record<string, string | number> }[]} */
const sections = existsSync(summary)
  ? readFileSync(summary, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  : [];
rmSync(directory, { recursive: true, force: true });

console.log(`\nSummary of the proof, at ${env.PROOF_SCALE} of its full length`);
for (const { title, figures } of sections.toSorted((left, right) => left.title.localeCompare(right.title))) {
  console.log(`\n${title}`);
  for (const [name, value] of Object.entries(figures)) console.log(`  ${name}: ${value}`);
}
const minutes = ((performance.now() - start) / 60_000).toFixed(1);
console.log(`\n${code === 0 ? 'All held' : 'FAILED'}, in ${minutes} minutes`);
process.exitCode = code;
