/** Pages of the specification as text: tables, and what every generated page says of itself. */
import { format } from 'prettier';

export const code = (text: string): string => `\`${text}\``;

export const hexByte = (value: number): string => value.toString(16).padStart(2, '0').toUpperCase();

export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heading), line(heading.map(() => '---')), ...rows.map(line)].join('\n');
}

/** `a`, `b` and `c`. */
export function list(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** A whole page, as the formatter leaves it. */
export function page(title: string, ...parts: readonly string[]): Promise<string> {
  const made =
    '_Made by `npm run specification` from the firmware; `tests/unit/docs/specification.test.ts` fails when a page and the firmware differ._';
  return format([`# ${title}`, made, ...parts].join('\n\n'), { parser: 'markdown', printWidth: 110 });
}
