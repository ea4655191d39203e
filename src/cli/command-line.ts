/** What `hostblind` takes on its command line. Pure. */
import { codedError } from '../protocol/errors.ts';
import { parseArgs } from 'node:util';
import { isWordCount, wordCounts, type WordCount } from '../protocol/public-state.ts';
import { checkRanges, isCheckRange, usualRange } from '../devices/hostblind/entropy-check/entropy-outcome.ts';
import { terminalText } from '../text/terminal.ts';
import { exitCodes, exitMeanings, type ExitName } from './exit-codes.ts';

export const commands = ['list', 'info', 'create', 'status', 'cancel'] as const;
export type CommandName = (typeof commands)[number];

export const links = ['usb', 'process', 'tcp'] as const;
export type LinkName = (typeof links)[number];

export interface Run {
  readonly kind: 'run';
  readonly command: CommandName;
  /** `undefined`: USB, and for `list` all of them. */
  readonly link: LinkName | undefined;
  readonly port: number | undefined;
  /** The operating system's name of a USB device. */
  readonly path: string | undefined;
  readonly wordCount: WordCount;
  /** Candidates of the entropy check are opened from 1 up to this many. */
  readonly candidates: number;
  readonly dice: boolean;
  readonly json: boolean;
  /** The person agrees that the device hasn't the wallet that this computer knows on it. */
  readonly forgetWallet: boolean;
  /** Where what this computer knows of devices is kept: at the usual place, nowhere, or in a file of choice. */
  readonly records: 'usual' | 'none' | { readonly file: string };
}

export type CommandLine =
  | Run
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'problem'; readonly problem: string };

const exitLines = (Object.keys(exitCodes) as ExitName[]).map(
  (name) => `  ${String(exitCodes[name]).padEnd(4)} ${exitMeanings[name]}`,
);

export const helpText = terminalText.help(wordCounts, checkRanges, exitLines);

function usageError(problem: string): Error {
  return codedError('usage', problem);
}

function readChoice<Choice extends string>(text: string, choices: readonly Choice[], what: string): Choice {
  const choice = choices.find((each) => each === text);
  if (choice === undefined) throw usageError(terminalText.usage.choose(what, text, choices));
  return choice;
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535) {
    throw usageError(terminalText.usage.port(text));
  }
  return port;
}

function readWordCount(text: string): WordCount {
  const count = Number(text);
  if (!/^\d\d$/.test(text) || !isWordCount(count)) {
    throw usageError(terminalText.usage.choose('--words', text, wordCounts));
  }
  return count;
}

function readCandidates(text: string): number {
  const range = Number(text);
  if (!/^\d+$/.test(text) || !isCheckRange(range)) {
    throw usageError(terminalText.usage.choose('--candidates', text, checkRanges));
  }
  return range;
}

function readRecords(file: string | undefined, none: boolean): Run['records'] {
  if (file === undefined) return none ? 'none' : 'usual';
  if (none) throw usageError(terminalText.usage.notWith('--records', '--no-records'));
  if (file === '') throw usageError(terminalText.usage.fileNeeded('--records'));
  return { file };
}

export function readCommandLine(words: readonly string[]): CommandLine {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      strict: true,
      allowPositionals: true,
      options: {
        words: { type: 'string', default: '24' },
        candidates: { type: 'string', default: String(usualRange) },
        dice: { type: 'boolean', default: false },
        link: { type: 'string' },
        port: { type: 'string' },
        path: { type: 'string' },
        json: { type: 'boolean', default: false },
        'forget-wallet': { type: 'boolean', default: false },
        records: { type: 'string' },
        'no-records': { type: 'boolean', default: false },
        version: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    if (values.version) return { kind: 'version' };
    const [name, ...more] = positionals;
    if (name === undefined) throw usageError(terminalText.usage.commandNeeded(commands));
    if (more.length > 0) throw usageError(terminalText.usage.oneCommand(more));
    const link = values.link === undefined ? undefined : readChoice(values.link, links, '--link');
    const simulator = link === 'process' || link === 'tcp';
    if (values.port !== undefined && !simulator) {
      throw usageError(terminalText.usage.onlyWith('--port', ['--link process', '--link tcp']));
    }
    if (values.path !== undefined && simulator)
      throw usageError(terminalText.usage.onlyWith('--path', ['--link usb']));
    return {
      kind: 'run',
      command: readChoice(name, commands, 'command'),
      link,
      port: values.port === undefined ? undefined : readPort(values.port),
      path: values.path,
      wordCount: readWordCount(values.words),
      candidates: readCandidates(values.candidates),
      dice: values.dice,
      json: values.json,
      forgetWallet: values['forget-wallet'],
      records: readRecords(values.records, values['no-records']),
    };
  } catch (error) {
    // So do the TypeErrors of parseArgs: their code names the mistake, and their text the flag.
    const expected = error instanceof Error && 'code' in error;
    if (!expected) throw error;
    return { kind: 'problem', problem: error.message };
  }
}
