/** Reads `docs/interruptions.md`: the table there says what holds, and the tests are made from it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Activity, Stage, WalletState } from '../../../src/protocol/public-state.ts';
import { activities, stages } from '../../../src/protocol/public-state.ts';

export const interruptions = [
  'unplug',
  'reload',
  'close tab',
  'cancel',
  'second tab',
  'ten minutes',
] as const;
export type Interruption = (typeof interruptions)[number];

/** What the device is left with; `goes on` is the step itself. */
export const results = ['goes on', 'nothing', 'unfinished', 'locked', 'unlocked'] as const;
export type Result = (typeof results)[number];

/** What the page does beside it. */
export const pageNotes = ['waits', 'no button'] as const;
export type PageNote = (typeof pageNotes)[number];

export interface Cell {
  readonly interruption: Interruption;
  readonly result: Result;
  readonly page: PageNote | undefined;
}

export interface Row {
  readonly activity: Activity;
  readonly stage: Stage;
  readonly holds: WalletState;
  /** Activity, stage and what the device holds: unique, and the name of the scripts that lead there. */
  readonly key: string;
  readonly cells: readonly Cell[];
  /** Whether the row is run in a browser too, beside the device alone. */
  readonly inBrowser: boolean;
}

/** How the table names what a device holds. */
export const holdings: Readonly<Record<string, WalletState>> = {
  nothing: 'empty',
  unfinished: 'unfinished-backup',
  'backed up': 'backed-up',
};

const columns = ['ceremony', 'step', 'device holds', ...interruptions, 'in a browser'];

export const keyOf = (activity: Activity, stage: Stage, holds: WalletState): string =>
  `${activity} ${stage} ${Object.keys(holdings).find((name) => holdings[name] === holds) ?? ''}`;

function member<Name extends string>(names: readonly Name[], text: string, where: string): Name {
  const found = names.find((name) => name === text);
  if (found === undefined)
    throw new Error(`docs/interruptions.md, ${where}: "${text}" is not one of its words`);
  return found;
}

function readCell(text: string, interruption: Interruption, where: string): Cell {
  const [result = '', page] = text.split(', ');
  return {
    interruption,
    result: member(results, result, where),
    page: page === undefined ? undefined : member(pageNotes, page, where),
  };
}

function readRow(texts: readonly string[]): Row {
  const [ceremony = '', step = '', holding = '', ...rest] = texts;
  const where = `${ceremony} ${step} ${holding}`;
  const holds = holdings[holding];
  if (holds === undefined) throw new Error(`docs/interruptions.md, ${where}: what does the device hold?`);
  const activity = member(activities, ceremony, where);
  const stage = member(stages, step, where);
  return {
    activity,
    stage,
    holds,
    key: keyOf(activity, stage, holds),
    cells: interruptions.map((interruption, at) => readCell(rest[at] ?? '', interruption, where)),
    inBrowser: member(['yes', 'no'], rest[interruptions.length] ?? '', where) === 'yes',
  };
}

const split = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((text) => text.trim().replaceAll('`', ''));

/** The one table whose heading has the columns of above. Throws for a cell that says nothing, or something else. */
export function parseInterruptions(text: string): readonly Row[] {
  const lines = text.split('\n');
  const heading = lines.findIndex((line) => split(line).join().toLowerCase() === columns.join());
  if (heading === -1) throw new Error('docs/interruptions.md has no table of interruptions');
  const end = lines.findIndex((line, at) => at > heading && !line.startsWith('|'));
  return lines.slice(heading + 2, end === -1 ? undefined : end).map((line) => readRow(split(line)));
}

export function readInterruptions(): readonly Row[] {
  const path = resolve(import.meta.dirname, '../../../docs/interruptions.md');
  return parseInterruptions(readFileSync(path, 'utf8'));
}
