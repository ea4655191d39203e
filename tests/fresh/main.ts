/**
 * `npm run test:fresh`: README's two commands, from a clean clone of what is committed, in a bare Debian that has Node and
 * nothing else. `-- --quick`: of the tests only the files that a bare computer can make differ (see `plan.ts`).
 * `-- e2e/site unit/cli`: only the files with one of these words in their path.
 * `-- --keep`: leaves the root where it is, to look around in it.
 *
 * Ends with `N passed, N failed`. Exit code 0 when all passed, 1 when anything failed, and 2 with one sentence where it
 * can't be run: what wasn't run wasn't shown, so that isn't 0.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeBareRoot, type BareRoot } from './bare-root.ts';
import { startInside } from './chamber.ts';
import * as checks from './checks.ts';
import { cloneInto } from './clone.ts';
import { lastCounts } from './counts.ts';
import { debianRelease, whyNotHere } from './needs.ts';
import { quickFiles, testCommand } from './plan.ts';
import { createReport, type Report } from './report.ts';

const repository = resolve(import.meta.dirname, '../..');

async function main(): Promise<number> {
  const { values, positionals: words } = parseArgs({
    options: { quick: { type: 'boolean' }, keep: { type: 'boolean' } },
    allowPositionals: true,
  });
  const reason = whyNotHere();
  const release = debianRelease();
  if (reason !== undefined || release === undefined) {
    console.log(`test:fresh was not run: ${reason ?? 'this is not Debian.'}`);
    return 2;
  }
  const report = createReport();
  let root: BareRoot | undefined;
  await report.check(`a bare Debian ${release} with Node ${process.version}, and a clean clone`, () => {
    root = makeBareRoot(release);
    console.log(`     commit ${cloneInto(root, repository)} in ${root.folder}`);
  });
  if (root !== undefined) {
    const made = root;
    // Also when it is broken off, after the processes inside: `chamber.ts` ends those first.
    if (values.keep !== true) process.once('exit', () => made.remove());
    const files = words.length === 0 && values.quick === true ? quickFiles : words;
    await runIn(made, { report, files });
  }
  const { passed, failed } = report.total();
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

interface Run {
  readonly report: Report;
  /** Words of the paths of test files; all tests without. */
  readonly files: readonly string[];
}

async function runIn(root: BareRoot, { report, files }: Run): Promise<void> {
  await report.check('it has no libusb, no browser, no emulator and nothing to build with', () =>
    checks.checkBare(root),
  );
  const commands = checks.readmeCommands(checks.clonedReadme(root));
  await report.check(`${commands.start}: the app answers`, () =>
    checks.checkAppAnswers(root, commands.start),
  );
  await report.check('hostblind list works there', () => checks.checkListsDevices(root));
  const command = files.length === 0 ? commands.test : testCommand(files);
  console.log(`\n$ ${command}`);
  const running = startInside(root, command, { show: true });
  const code = await running.ended;
  report.add(command, lastCounts(running.output()), code);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
process.exitCode = await main();
