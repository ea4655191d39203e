/** The `hostblind` command. Ctrl-C asks the device to stop, then ends; a second one ends at once. */
import { version } from '../../package.json';
import { errorCode } from '../protocol/errors.ts';
import { helpText, readCommandLine, type Run } from './command-line.ts';
import { exitCodes, exitOfError, type ExitName } from './exit-codes.ts';
import { createOutput } from './output.ts';
import { run } from './run.ts';

async function runToItsEnd(options: Run): Promise<ExitName> {
  const output = createOutput({ out: process.stdout, err: process.stderr }, options.json);
  const giveUp = new AbortController();
  const onInterrupt = (): void => {
    if (giveUp.signal.aborted) process.exit(exitCodes.interrupted);
    output.note('interrupted', 'Asking the device to stop. Press Ctrl-C again to leave at once.');
    giveUp.abort();
  };
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onInterrupt);
  try {
    return await run(options, output, giveUp.signal);
  } catch (error) {
    if (giveUp.signal.aborted && errorCode(error) === 'aborted') return 'interrupted';
    output.problem(error);
    return exitOfError(errorCode(error));
  }
}

/** Everything is written before the end: output to a pipe is not written at once. */
function leave(name: ExitName): void {
  process.exitCode = exitCodes[name];
  process.stdout.write('', () => process.exit());
}

const commandLine = readCommandLine(process.argv.slice(2));
switch (commandLine.kind) {
  case 'help':
    process.stdout.write(helpText);
    break;
  case 'version':
    process.stdout.write(`hostblind ${version}\n`);
    break;
  case 'problem':
    process.stderr.write(`hostblind: ${commandLine.problem}\nhostblind --help lists what it takes.\n`);
    process.exitCode = exitCodes.usage;
    break;
  case 'run':
    leave(await runToItsEnd(commandLine));
    break;
}
