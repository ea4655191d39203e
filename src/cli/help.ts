/** `hostblind --help`, and of one command, for a terminal of any width. Pure. */
import { conformanceParts } from '../conformance/catalogue/rules.ts';
import { checkRanges } from '../devices/hostblind/entropy-check/entropy-outcome.ts';
import { presetNames } from '../protocol/device-names.ts';
import { wordCounts } from '../protocol/public-state.ts';
import { languages } from '../text/languages.ts';
import { helpMessages } from '../text/terminal/help.ts';
import type { CommandGroup, CommandName, FlagName } from '../text/types/terminal/help.ts';
import { argumentOf, commandGroups, commands, flagNames, takenBy, takes } from './flags.ts';
import { exitCodes, exitMeanings, type ExitName } from './terminal/exit-codes.ts';
import { layOut, wrapWords } from './terminal/wrap.ts';

/** What is explained, and the explanation beside it, or below where there is no room. */
type Row = readonly [name: string, text: string];

/** Narrower explanations stand below. */
const narrowestText = 28;

const columnFor = (names: readonly string[]): number => Math.max(...names.map((name) => name.length)) + 4;

function table(
  rows: readonly Row[],
  width: number,
  column = columnFor(rows.map(([name]) => name)),
): string[] {
  const stacked = width - column < narrowestText;
  return rows.flatMap(([name, text]) => {
    if (stacked) return [`  ${name}`, ...wrapWords(text, width, '    ')];
    const [first = '', ...rest] = wrapWords(text, width - column);
    return [`  ${name}`.padEnd(column) + first, ...rest.map((line) => ' '.repeat(column) + line)];
  });
}

function withArgument(command: CommandName): string {
  const what = argumentOf[command];
  return what === undefined ? command : `${command} ${helpMessages.argument[what]}`;
}

function flagRows(flags: readonly FlagName[]): readonly Row[] {
  const texts = helpMessages.flags({ words: wordCounts, candidates: checkRanges, only: conformanceParts });
  return flags.map((flag) => {
    const value = helpMessages.values[flag];
    return [value === undefined ? `--${flag}` : `--${flag} ${value}`, texts[flag]];
  });
}

function exitRows(): readonly Row[] {
  const meanings = exitMeanings();
  return (Object.keys(exitCodes) as ExitName[]).map((name) => [String(exitCodes[name]), meanings[name]]);
}

function print(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

function ofAll(width: number): string[] {
  const { title, usage, usageLine, groups, commands: texts, options, exitCodes: codes, more } = helpMessages;
  // One column for all groups.
  const column = columnFor(commands.map(withArgument));
  const sections = (Object.keys(commandGroups) as CommandGroup[]).flatMap((group) => [
    '',
    ...layOut(groups[group], width),
    ...table(
      commandGroups[group].map((name) => [withArgument(name), texts[name].summary]),
      width,
      column,
    ),
  ]);
  // What goes with one command alone is told by its own help.
  const common = flagNames.filter((flag) => (takenBy[flag]?.length ?? Number.POSITIVE_INFINITY) > 2);
  return [
    ...layOut(title, width),
    '',
    ...layOut(`${usage} ${usageLine}`, width),
    ...sections,
    '',
    options,
    ...table(flagRows(common), width),
    '',
    ...layOut(more, width),
    '',
    codes,
    ...table(exitRows(), width),
  ];
}

function ofOne(command: CommandName, width: number): string[] {
  const { usage, usageOf, options, commands: texts } = helpMessages;
  const { summary, about } = texts[command];
  const paragraphs = [
    `${summary}.`,
    ...about,
    ...(command === 'rename' ? [helpMessages.names(presetNames)] : []),
    ...(command === 'language'
      ? [helpMessages.languages(languages.map(({ tag, name }) => `${tag} (${name})`))]
      : []),
  ];
  const flags = flagNames.filter((flag) => takes(command, flag) && flag !== 'version');
  return [
    ...layOut(`${usage} ${usageOf(withArgument(command))}`, width),
    ...paragraphs.flatMap((paragraph) => ['', ...layOut(paragraph, width)]),
    '',
    options,
    ...table(flagRows(flags), width),
  ];
}

/** `width`: characters a line; infinite where there is none. */
export function helpText(command?: CommandName, width = Number.POSITIVE_INFINITY): string {
  return print(command === undefined ? ofAll(width) : ofOne(command, width));
}
