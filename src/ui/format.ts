/** Dates and ids as a person reads them. */

const dateFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });

/** "24 November 2026", in the person's own time zone. */
export function formatDate(iso: string): string {
  return dateFormat.format(new Date(iso));
}

/** Groups of four, as the device shows an id. */
export function groupDigits(hexadecimal: string): string {
  return hexadecimal.replaceAll(/(.{4})(?=.)/g, '$1 ');
}

const timeFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** "24 Nov 2026, 10:00", in the person's own time zone. */
export function formatTime(iso: string): string {
  return timeFormat.format(new Date(iso));
}
