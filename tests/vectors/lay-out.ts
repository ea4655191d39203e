/** Vectors as text: JSON in which whatever fits on a line stands on one, so that a difference is easy to read. */
const lineLength = 160;

export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };

function onOneLine(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).flatMap(([name, each]) =>
    each === undefined ? [] : [`${JSON.stringify(name)}: ${onOneLine(each)}`],
  );
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

/** `room` is what is left of the first line. */
function laidOut(value: Json, indent: string, room: number): string {
  const line = onOneLine(value);
  if (line.length <= room || typeof value !== 'object' || value === null) return line;
  const deeper = `${indent}  `;
  const place = (lead: string, each: Json): string =>
    `${deeper}${lead}${laidOut(each, deeper, lineLength - deeper.length - lead.length - 1)}`;
  const [open, close, items] = Array.isArray(value)
    ? ['[', ']', value.map((each: Json) => place('', each))]
    : [
        '{',
        '}',
        Object.entries(value).flatMap(([name, each]: [string, Json | undefined]) =>
          each === undefined ? [] : [place(`${JSON.stringify(name)}: `, each)],
        ),
      ];
  return `${open}\n${items.join(',\n')}\n${indent}${close}`;
}

/** The whole file: never on one line. */
export function layOut(value: { readonly [name: string]: Json | undefined }): string {
  return `${laidOut(value, '', 0)}\n`;
}
