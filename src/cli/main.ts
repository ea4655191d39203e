/**
 * The `hostblind` command. Ctrl-C asks the device to stop what was begun here, then ends; a second one ends at once. Output that
 * nobody reads any more counts as Ctrl-C, and so does a terminal that is closed.
 */
import { version } from '../../package.json';
import { errorCode } from '../protocol/errors.ts';
import { chooseLanguage, systemLanguages } from '../text/languages.ts';
import { programLanguages } from '../text/program-languages.ts';
import { terminalText } from '../text/terminal/terminal.ts';
import { readCommandLine, type Run } from './command-line.ts';
import { isCeremony } from './flags.ts';
import { helpText } from './help.ts';
import { run } from './run.ts';
import { exitCodes, exitOfFault, type ExitName } from './terminal/exit-codes.ts';
import { openKeyboard } from './terminal/keyboard.ts';
import { createOutput, isPlain, statedColumns } from './terminal/output.ts';
import { openTerminal } from './terminal/streams.ts';
import { layOut, widthOf } from './terminal/wrap.ts';

const giveUp = new AbortController();
const terminal = openTerminal(process, () => giveUp.abort());

async function runToItsEnd(options: Run): Promise<ExitName> {
  const { json } = options;
  const columns = statedColumns(process.env);
  const output = createOutput(terminal, { json, plain: isPlain(process.env), columns });
  const onInterrupt = (): void => {
    if (giveUp.signal.aborted) process.exit(exitCodes.interrupted);
    // A ceremony says what becomes of it.
    if (!isCeremony(options.command)) output.note('interrupted', terminalText.stopped);
    giveUp.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onInterrupt);
  const asks = !json && terminal.out.isTTY;
  try {
    return await run(options, {
      output,
      keyboard: asks ? openKeyboard(process.stdin, output, onInterrupt) : undefined,
      signal: giveUp.signal,
      atExit: (then) => process.on('exit', then),
    });
  } catch (error) {
    if (giveUp.signal.aborted && errorCode(error) === 'aborted') return 'interrupted';
    output.problem(error);
    return exitOfFault(error);
  }
}

const lost = { closed: 'interrupted', failed: 'outputLost' } as const;

/** Ends once all that was said has arrived. What the device said of itself weighs more than a lost output. */
async function leave(name: ExitName): Promise<never> {
  const end = await terminal.finish();
  const outcome = name === 'done' || name === 'interrupted' ? { whole: name, ...lost }[end.kind] : name;
  if (end.kind === 'failed') {
    complain([terminalText.outputLost(end.code)]);
    await terminal.finish();
  }
  process.exit(exitCodes[outcome]);
}

function complain([first = '', ...rest]: readonly string[]): void {
  const width = widthOf(terminal.err.columns ?? statedColumns(process.env));
  const lines = [`hostblind: ${first}`, ...rest].flatMap((line) => layOut(line, width));
  terminal.err.write(lines.map((line) => `${line}\n`).join(''));
}

await chooseLanguage(systemLanguages(process.env), ['first', 'rest', 'terminal'], programLanguages);

const commandLine = readCommandLine(process.argv.slice(2));
switch (commandLine.kind) {
  case 'help':
    terminal.out.write(
      helpText(commandLine.command, widthOf(terminal.out.columns ?? statedColumns(process.env))),
    );
    await leave('done');
    break;
  case 'version':
    terminal.out.write(`hostblind ${version}\n`);
    await leave('done');
    break;
  case 'problem':
    complain([commandLine.problem, terminalText.seeHelp]);
    await leave('usage');
    break;
  case 'run':
    await leave(await runToItsEnd(commandLine));
    break;
}
