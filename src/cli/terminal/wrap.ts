/** Lines for a terminal of any width: broken between words, and never inside one. Pure. */
import { groupDigits } from '../../text/locale/format.ts';

/** A name and what it stands for; `id`: hexadecimal digits, shown in groups of four as the device shows them. */
export type Fact =
  { readonly label: string; readonly value: string } | { readonly label: string; readonly id: string };

/** A sentence, with its indentation if it has one; or a fact. Empty: a blank line. */
export type Line = string | Fact;

/** Longer lines are hard to read, however wide the terminal is. */
const widest = 100;

/** Characters before the value of a fact, with a space at least. */
export const labelWidth = 14;
/** Narrower values stand below their labels. */
const narrowestValue = 24;
/** Groups of four digits in a row of the device's screen. */
const groupsInRow = 4;

/** What people type and read in a terminal: any of them has these characters, or does without a soft hyphen. */
const plainOf: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '„': '"',
  '”': '"',
  '…': '...',
  '·': '-',
  '\u202F': '\u00A0',
  '\u00AD': '',
};

/** The same with quotation marks and dots that every terminal and every font has. */
export function plain(text: string): string {
  return text.replaceAll(/[‘’“”„…·\u202F\u00AD]/g, (character) => plainOf[character] ?? character);
}

/** `columns`: of the terminal; `undefined` where there is none, and lines are as long as they are. */
export function widthOf(columns: number | undefined): number {
  // The last column stays free: some terminals begin a new line as soon as it is filled.
  return columns === undefined ? Number.POSITIVE_INFINITY : Math.min(widest, Math.max(1, columns - 1));
}

/** One paragraph. A word that is longer than the width has a line of its own, whole. `hanging`: of all lines but the first. */
export function wrapWords(text: string, width: number, indent = '', hanging = indent): string[] {
  const whole = indent + text;
  if (whole.length <= width) return [unglued(whole)];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const begun = lines.length === 0 ? indent : hanging;
    const longer = line === '' ? begun + word : `${line} ${word}`;
    if (line !== '' && longer.length > width) {
      lines.push(line);
      line = hanging + word;
    } else line = longer;
  }
  return [...lines, line].map(unglued);
}

/** A no-break space keeps two words on one line, such as a command and its name. */
export function unglued(text: string): string {
  return text.replaceAll('\u00A0', ' ');
}

/** In rows as on the device's screen; in shorter ones where they don't fit. */
function rowsOf(id: string, width: number): string[] {
  const groups = groupDigits(id).split(' ');
  if (width === Number.POSITIVE_INFINITY) return [groups.join(' ')];
  const fitting = [groupsInRow, 2].find((count) => count * 5 - 1 <= width) ?? 1;
  const rows = Math.ceil(groups.length / fitting);
  return Array.from({ length: rows }, (_, row) => groups.slice(row * fitting, (row + 1) * fitting).join(' '));
}

function factLines(fact: Fact, width: number): string[] {
  const stacked = width - labelWidth < narrowestValue;
  const indent = stacked ? 2 : Math.max(labelWidth, fact.label.length + 1);
  const room = Math.max(1, width - indent);
  const values = 'id' in fact ? rowsOf(fact.id, room) : wrapWords(plain(fact.value), room);
  const margin = ' '.repeat(indent);
  if (stacked) return [...wrapWords(plain(fact.label), width), ...values.map((value) => margin + value)];
  const [first = '', ...rest] = values;
  return [`${plain(fact.label).padEnd(indent)}${first}`, ...rest.map((value) => margin + value)];
}

/** A line as it is printed, on as many lines as it takes. */
export function layOut(line: Line, width: number): string[] {
  if (typeof line !== 'string') return factLines(line, width);
  const [all = '', indent = '', mark = ''] = /^( *)((?:- |\d+\. )?)/.exec(line) ?? [];
  const narrow = all.length >= width / 2;
  const text = plain(line).trimStart();
  return narrow ? wrapWords(text, width) : wrapWords(text, width, indent, indent + ' '.repeat(mark.length));
}

/** Everything as one text, for a program. */
export function spokenLines(lines: readonly Line[]): string {
  return lines
    .map((line) =>
      typeof line === 'string' ? line.trim() : `${line.label}: ${'id' in line ? line.id : line.value}`,
    )
    .filter((text) => text !== '')
    .map(unglued)
    .join(' ');
}
