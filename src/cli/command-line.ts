/** What `hostblind` takes on its command line. Pure. */
import { parseArgs } from 'node:util';
import { isWordCount, wordCounts, type WordCount } from '../protocol/public-state.ts';
import { checkRanges, isCheckRange, usualRange } from '../signer/entropy-outcome.ts';
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
}

export type CommandLine =
  | Run
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'problem'; readonly problem: string };

const exitLines = (Object.keys(exitCodes) as ExitName[]).map(
  (name) => `  ${String(exitCodes[name]).padEnd(4)} ${exitMeanings[name]}`,
);

export const helpText = `hostblind: back up a wallet on a device. The words are shown on the device, and never here.

  hostblind list                 devices that can be reached
  hostblind info                 what the device is, and whether it can prove it
  hostblind create               create a wallet and back it up, on the device; goes on with an unfinished backup
  hostblind status               what the device is doing
  hostblind cancel               ask the device to stop what it is doing

  --words COUNT        ${wordCounts.join(', ')} (default 24), for create
  --candidates RANGE   ${checkRanges.join(', ')} (default 8): opens 1 to so many candidates, for create
  --dice               roll dice on the device, for create
  --link LINK          usb (default), process or tcp: a simulator's wire port or APDU port
  --port PORT          the simulator's port (default 9997 for process, 9999 for tcp)
  --path PATH          the USB device to use, as list names it (default: the first)
  --json               one line of JSON for each thing that happens
  --version, --help

Exit codes
${exitLines.join('\n')}
`;

class Problem extends Error {
  override readonly name = 'Problem';
}

function readChoice<Choice extends string>(text: string, choices: readonly Choice[], what: string): Choice {
  const choice = choices.find((each) => each === text);
  if (choice === undefined) throw new Problem(`${what} ${text}: choose ${choices.join(', ')}.`);
  return choice;
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535) {
    throw new Problem(`--port ${text}: a port is a number from 1 to 65535.`);
  }
  return port;
}

function readWordCount(text: string): WordCount {
  const count = Number(text);
  if (!/^\d\d$/.test(text) || !isWordCount(count)) {
    throw new Problem(`--words ${text}: choose ${wordCounts.join(', ')}.`);
  }
  return count;
}

function readCandidates(text: string): number {
  const range = Number(text);
  if (!/^\d+$/.test(text) || !isCheckRange(range)) {
    throw new Problem(`--candidates ${text}: choose ${checkRanges.join(', ')}.`);
  }
  return range;
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
        version: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    if (values.version) return { kind: 'version' };
    const [name, ...more] = positionals;
    if (name === undefined) throw new Problem(`a command is needed: ${commands.join(', ')}.`);
    if (more.length > 0) throw new Problem(`one command at a time: ${more.join(' ')} is too much.`);
    const link = values.link === undefined ? undefined : readChoice(values.link, links, '--link');
    const simulator = link === 'process' || link === 'tcp';
    if (values.port !== undefined && !simulator) {
      throw new Problem('--port: it goes with --link process or --link tcp.');
    }
    if (values.path !== undefined && simulator) throw new Problem('--path: it goes with --link usb.');
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
    };
  } catch (error) {
    // parseArgs throws TypeErrors whose code names the mistake and whose text names the flag.
    const expected = error instanceof Error && (error.name === 'Problem' || 'code' in error);
    if (!expected) throw error;
    return { kind: 'problem', problem: error.message };
  }
}
