/**
 * Dates for a person's own calendar, as a file of RFC 5545. It says nothing about wallets, words or money: calendars
 * are shared, synchronised and shown on locked screens.
 */

export interface CalendarText {
  readonly title: string;
  readonly description: string;
}

export interface CalendarOptions extends CalendarText {
  /** The person's own today. */
  readonly today: { readonly year: number; readonly month: number; readonly day: number };
  /** Milliseconds since 1970, for the time stamps. */
  readonly now: number;
  /** Gives a new identifier each time; nothing may follow from it. */
  readonly newId: () => string;
}

/** Months after which a check is due. */
export const checkMonths = [1, 6, 12] as const;

/** Octets of a line without its end, RFC 5545 section 3.1. */
const longestLine = 75;

/** Half of a surrogate pair is no character, and has no octets: it becomes the replacement character. */
function wellFormed(text: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));
}

/** TEXT values, RFC 5545 section 3.3.11. Control characters that no line may hold become spaces. */
export function escapeText(text: string): string {
  return wellFormed(text)
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
    .replaceAll(/\p{Cc}/gu, (control) => (control === '\t' ? control : ' '));
}

/** Cuts a line after at most 75 octets, and never inside a character. The next line begins with a space. */
export function foldLine(line: string): string {
  const encoder = new TextEncoder();
  const lines: string[] = [];
  let current = '';
  let length = 0;
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (length + octets > longestLine) {
      lines.push(current);
      current = ' ';
      length = 1;
    }
    current += character;
    length += octets;
  }
  return [...lines, current].join('\r\n');
}

function pad(value: number, digits = 2): string {
  return String(value).padStart(digits, '0');
}

/** The same day so many months later, or the last day of a month that is too short. */
export function monthsLater({ year, month, day }: CalendarOptions['today'], months: number): string {
  const index = month - 1 + months;
  const [laterYear, laterMonth] = [year + Math.floor(index / 12), (index % 12) + 1];
  const lastDay = new Date(Date.UTC(laterYear, laterMonth, 0)).getUTCDate();
  return `${pad(laterYear, 4)}${pad(laterMonth)}${pad(Math.min(day, lastDay))}`;
}

function utcStamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
}

/** A calendar with one event of a whole day for each of `checkMonths`, and a reminder at nine in the morning. */
export function checkCalendar({ title, description, today, now, newId }: CalendarOptions): string {
  const events = checkMonths.flatMap((months) => [
    'BEGIN:VEVENT',
    `UID:${escapeText(newId())}`,
    `DTSTAMP:${utcStamp(now)}`,
    `DTSTART;VALUE=DATE:${monthsLater(today, months)}`,
    `SUMMARY:${escapeText(title)}`,
    `DESCRIPTION:${escapeText(description)}`,
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(title)}`,
    'TRIGGER:PT9H',
    'END:VALARM',
    'END:VEVENT',
  ]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Reminders//Calendar file 1//EN',
    'CALSCALE:GREGORIAN',
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}
