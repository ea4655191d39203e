/** What `hostblind` takes on its command line. Pure. */
import { parseArgs } from 'node:util';
import { conformanceParts, type ConformancePart } from '../conformance/catalogue/rules.ts';
import { checkRanges, isCheckRange, usualRange } from '../devices/hostblind/entropy-check/entropy-outcome.ts';
import { presetNames, type PresetName } from '../protocol/device-names.ts';
import { codedError } from '../protocol/errors.ts';
import { isWordCount, wordCounts, type WordCount } from '../protocol/public-state.ts';
import { highestAccount, mostMessageBytes, messageBytes } from '../signing/ethereum-message.ts';
import { looksLikePhrase } from '../signing/draft/read-draft.ts';
import { languages } from '../text/languages.ts';
import { helpMessages } from '../text/terminal/help.ts';
import { terminalText } from '../text/terminal/terminal.ts';
import type { CommandName, FlagName } from '../text/types/terminal/help.ts';
import { argumentOf, commands, takenBy, takes } from './flags.ts';

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
  /** The backup file; empty for commands without one. */
  readonly file: string;
  /** What the device is to be called. */
  readonly name: PresetName | undefined;
  /** What its glass is to be in, two letters. */
  readonly language: string | undefined;
  /** What is to be signed; `-`: standard input. Empty for commands without one. */
  readonly message: string;
  /** The account whose key signs. */
  readonly account: number;
  /** A file that exists is replaced. */
  readonly force: boolean;
  /** The person has confirmed already. */
  readonly yes: boolean;
  readonly json: boolean;
  /** The person agrees that the device hasn't the wallet that this computer knows on it. */
  readonly forgetWallet: boolean;
  /** Where what this computer knows of devices is kept: at the usual place, nowhere, or in a file of choice. */
  readonly records: 'usual' | 'none' | { readonly file: string };
  /** A file of makers' roots that this run believes too. */
  readonly roots: string | undefined;
  readonly conformance: ConformanceWish;
}

/** What `conform` is to do. */
export interface ConformanceWish {
  readonly parts: readonly ConformancePart[];
  /** A command that acts on the device. */
  readonly press: string | undefined;
  /** Files for the report: JSON where the name ends so, text otherwise. */
  readonly reports: readonly string[];
  readonly long: boolean;
}

export type CommandLine =
  | Run
  /** Of one command, or of all. */
  | { readonly kind: 'help'; readonly command: CommandName | undefined }
  | { readonly kind: 'version' }
  | { readonly kind: 'problem'; readonly problem: string };

function usageError(problem: string): Error {
  return codedError('usage', problem);
}

function readChoice<Choice extends string>(text: string, choices: readonly Choice[], what: string): Choice {
  const choice = choices.find((each) => each === text);
  if (choice === undefined) throw usageError(terminalText.usage.choose(what, text, choices));
  return choice;
}

function readPort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535) {
    throw usageError(terminalText.usage.port(text));
  }
  return port;
}

function readWordCount(text = '24'): WordCount {
  const count = Number(text);
  if (!/^\d\d$/.test(text) || !isWordCount(count)) {
    throw usageError(terminalText.usage.choose('--words', text, wordCounts));
  }
  return count;
}

function readCandidates(text = String(usualRange)): number {
  const range = Number(text);
  if (!/^\d+$/.test(text) || !isCheckRange(range)) {
    throw usageError(terminalText.usage.choose('--candidates', text, checkRanges));
  }
  return range;
}

function readAccount(text = '0'): number {
  const account = Number(text);
  if (!/^\d{1,10}$/.test(text) || account > highestAccount)
    throw usageError(terminalText.usage.account(text, highestAccount));
  return account;
}

function readRecords(file: string | undefined, none: boolean): Run['records'] {
  if (file === undefined) return none ? 'none' : 'usual';
  if (none) throw usageError(terminalText.usage.notWith('--records', '--no-records'));
  if (file === '') throw usageError(terminalText.usage.fileNeeded('--records'));
  return { file };
}

/** One of a few, so that nothing is typed that could be a word of a phrase. */
function readName(text: string): PresetName {
  const name = presetNames.find((each) => each.toLowerCase() === text.toLowerCase());
  if (name === undefined) throw usageError(terminalText.usage.choose('rename', text, presetNames));
  return name;
}

function readLanguage(text: string): string {
  const tags = languages.map(({ tag }) => tag);
  const tag = text.toLowerCase();
  if (!tags.includes(tag)) throw usageError(terminalText.usage.choose('language', text, tags));
  return tag;
}

/** Of standard input nothing is known yet. */
function readMessageArgument(text: string): string {
  if (messageBytes(text) === undefined) throw usageError(terminalText.usage.message(mostMessageBytes));
  return text;
}

function readArgument(
  command: CommandName,
  more: readonly string[],
): Pick<Run, 'file' | 'name' | 'language' | 'message'> {
  const what = argumentOf[command];
  const [argument, ...rest] = more;
  const extra = what === undefined ? more : rest;
  // Without quotes they'd be told back as what is too much.
  if (looksLikePhrase(more.join(' '))) throw usageError(terminalText.usage.looksLikePhrase);
  if (extra.length > 0) throw usageError(terminalText.usage.oneCommand(extra));
  const nothing = { file: '', name: undefined, language: undefined, message: '' };
  if (what === undefined) return nothing;
  if (argument === undefined || argument === '')
    throw usageError(terminalText.usage.argumentNeeded(command, helpMessages.argument[what]));
  switch (what) {
    case 'file':
      return { ...nothing, file: argument };
    case 'name':
      return { ...nothing, name: readName(argument) };
    case 'language':
      return { ...nothing, language: readLanguage(argument) };
    case 'message':
      return { ...nothing, message: readMessageArgument(argument) };
  }
}

interface ConformanceFlags {
  readonly only: readonly string[];
  readonly press?: string | undefined;
  readonly report: readonly string[];
  readonly long: boolean;
}

function readConformance({ only, press, report, long }: ConformanceFlags): ConformanceWish {
  if (press === '') throw usageError(terminalText.usage.programNeeded('--press'));
  if (report.includes('')) throw usageError(terminalText.usage.fileNeeded('--report'));
  const named = only.flatMap((list) => list.split(','));
  const parts = named.map((name) => readChoice(name, conformanceParts, '--only'));
  return { parts: parts.length === 0 ? conformanceParts : parts, press, reports: report, long };
}

const options = {
  words: { type: 'string' },
  candidates: { type: 'string' },
  dice: { type: 'boolean', default: false },
  force: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  account: { type: 'string' },
  link: { type: 'string' },
  port: { type: 'string' },
  path: { type: 'string' },
  json: { type: 'boolean', default: false },
  'forget-wallet': { type: 'boolean', default: false },
  records: { type: 'string' },
  'no-records': { type: 'boolean', default: false },
  roots: { type: 'string' },
  only: { type: 'string', multiple: true, default: [] as string[] },
  press: { type: 'string' },
  report: { type: 'string', multiple: true, default: [] as string[] },
  long: { type: 'boolean', default: false },
  version: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const satisfies Readonly<Record<FlagName, object>>;

/** More commands than these are no help. */
const mostNamed = 3;

/** A flag that does nothing for a command was meant for something else. */
function expectFitting(command: CommandName, given: readonly string[]): void {
  const flags = Object.keys(options) as FlagName[];
  const foreign = flags.find((flag) => given.includes(flag) && !takes(command, flag));
  if (foreign === undefined) return;
  const takers = takenBy[foreign] ?? [];
  throw usageError(
    takers.length > mostNamed
      ? terminalText.usage.notFor(`--${foreign}`, command)
      : terminalText.usage.onlyWith(`--${foreign}`, takers),
  );
}

export function readCommandLine(words: readonly string[]): CommandLine {
  try {
    const { values, positionals, tokens } = parseArgs({
      args: [...words],
      strict: true,
      allowPositionals: true,
      tokens: true,
      options,
    });
    const [name, ...more] = positionals;
    if (values.help) return { kind: 'help', command: commands.find((each) => each === name) };
    if (values.version) return { kind: 'version' };
    if (name === undefined) throw usageError(terminalText.usage.commandNeeded(commands));
    const command = readChoice(name, commands, 'command');
    const argument = readArgument(command, more);
    expectFitting(
      command,
      tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : [])),
    );
    if (values.roots === '') throw usageError(terminalText.usage.fileNeeded('--roots'));
    const link = values.link === undefined ? undefined : readChoice(values.link, links, '--link');
    const simulator = link === 'process' || link === 'tcp';
    if (values.port !== undefined && !simulator) {
      throw usageError(terminalText.usage.onlyWith('--port', ['--link process', '--link tcp']));
    }
    if (values.path !== undefined && simulator)
      throw usageError(terminalText.usage.onlyWith('--path', ['--link usb']));
    return {
      kind: 'run',
      command,
      link,
      port: readPort(values.port),
      path: values.path,
      wordCount: readWordCount(values.words),
      candidates: readCandidates(values.candidates),
      dice: values.dice,
      ...argument,
      account: readAccount(values.account),
      force: values.force,
      yes: values.yes,
      json: values.json,
      forgetWallet: values['forget-wallet'],
      records: readRecords(values.records, values['no-records']),
      roots: values.roots,
      conformance: readConformance(values),
    };
  } catch (error) {
    // So do the TypeErrors of parseArgs: their code names the mistake, and their text the flag.
    const expected = error instanceof Error && 'code' in error;
    if (!expected) throw error;
    return { kind: 'problem', problem: error.message };
  }
}
