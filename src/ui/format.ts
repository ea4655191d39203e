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
