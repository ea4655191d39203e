/** What is to be read before a signature, cut into screens: whatever its length, every character of it is on one of them (H11). */
import type { Field } from '../../app.ts';
import { textWidth } from '../font/font.ts';
import { bodyLines, textColumn, titleWidth } from './layout.ts';

export interface FieldPage {
  readonly title: string;
  /** At most three rows of the small font, or an address by itself. */
  readonly rows: readonly string[];
  readonly isAddress: boolean;
}

/** A row isn't cut earlier than here, in characters, for the sake of a space. */
const shortestRow = 12;

/**
 * Where a row ends: as much as fits, or before the last space of it. The space begins the next row, where it is seen: a row that begins at
 * the edge continues the word before it.
 */
function rowEnd(characters: readonly string[], from: number): number {
  let width = 0;
  let end = from;
  for (; end < characters.length; end += 1) {
    width += textWidth('small', characters[end] ?? '');
    if (width > textColumn) break;
  }
  if (end === characters.length) return end;
  const space = characters.lastIndexOf(' ', end - 1);
  return space >= from + shortestRow ? space : end;
}

/** No character is dropped, no space either. */
export function rowsOf(value: string): readonly string[] {
  const characters = Array.from(value);
  const rows: string[] = [];
  for (let at = 0; at < characters.length;) {
    const end = rowEnd(characters, at);
    rows.push(characters.slice(at, end).join(''));
    at = end;
  }
  return rows.length === 0 ? [''] : rows;
}

/** As much of a title as its line has room for. */
function shortened(title: string, behind: string): string {
  if (textWidth('small', title + behind) <= titleWidth) return title + behind;
  const characters = Array.from(title);
  while (textWidth('small', `${characters.join('')}...${behind}`) > titleWidth) characters.pop();
  return `${characters.join('')}...${behind}`;
}

/** `place`: behind a title, which of the screens of its field this is. */
export function pagesOf(
  { title, value, shape }: Field,
  place: (at: number, of: number) => string,
): readonly FieldPage[] {
  if (shape === 'address') return [{ title, rows: [value], isAddress: true }];
  const rows = rowsOf(value);
  // A title that its line has no room for is read on the rows.
  const all = textWidth('small', title) <= titleWidth ? rows : [...rowsOf(title), ...rows];
  const count = Math.ceil(all.length / bodyLines);
  return Array.from({ length: count }, (_, index) => ({
    title: shortened(title, count === 1 ? '' : ` ${place(index + 1, count)}`),
    rows: all.slice(index * bodyLines, (index + 1) * bodyLines),
    isAddress: false,
  }));
}
