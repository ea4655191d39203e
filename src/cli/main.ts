/**
 * The `hostblind` command. Ctrl-C asks the device to stop, then ends; a second one ends at once. Output that nobody
 * reads any more counts as Ctrl-C.
 */
import { version } from '../../package.json';
import { errorCode } from '../protocol/errors.ts';
import { helpText, readCommandLine, type Run } from './command-line.ts';
import { exitCodes, exitOfError, type ExitName } from './exit-codes.ts';
import { createOutput } from './output.ts';
import { run } from './run.ts';
import { chooseLanguage, systemLanguages } from '../text/languages.ts';
import { terminalText } from '../text/terminal.ts';
import { openTerminal } from './terminal.ts';

const giveUp = new AbortController();
const terminal = openTerminal(process, () => giveUp.abort());

async function runToItsEnd(options: Run): Promise<ExitName> {
  const output = createOutput(terminal, options.json);
  const onInterrupt = (): void => {
    if (giveUp.signal.aborted) process.exit(exitCodes.interrupted);
    output.note('interrupted', terminalText.stopping);
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

const lost = { closed: 'interrupted', failed: 'outputLost' } as const;

/** Ends once all that was said has arrived. What the device said of itself weighs more than a lost output. */
async function leave(name: ExitName): Promise<never> {
  const end = await terminal.finish();
  const outcome = name === 'done' || name === 'interrupted' ? { whole: name, ...lost }[end.kind] : name;
  if (end.kind === 'failed') {
    terminal.err.write(`hostblind: ${terminalText.outputLost(end.code)}\n`);
    await terminal.finish();
  }
  process.exit(exitCodes[outcome]);
}

await chooseLanguage(systemLanguages(process.env));

const commandLine = readCommandLine(process.argv.slice(2));
switch (commandLine.kind) {
  case 'help':
    terminal.out.write(helpText);
    await leave('done');
    break;
  case 'version':
    terminal.out.write(`hostblind ${version}\n`);
    await leave('done');
    break;
  case 'problem':
    terminal.err.write(`hostblind: ${commandLine.problem}\n${terminalText.seeHelp}\n`);
    await leave('usage');
    break;
  case 'run':
    await leave(await runToItsEnd(commandLine));
    break;
}
