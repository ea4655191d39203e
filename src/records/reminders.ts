/** When a backup wants to be checked again. */

/** Milliseconds after which a check is long ago: 366 days, so that a yearly habit never looks like a lapse. */
export const longAgo = 366 * 24 * 60 * 60 * 1_000;

export type CheckReminder = 'never' | 'long-ago';

/** `checked`: ISO 8601, or `undefined` for a wallet that was never checked. `now`: milliseconds since 1970. */
export function checkReminder(checked: string | undefined, now: number): CheckReminder | undefined {
  if (checked === undefined) return 'never';
  return now - Date.parse(checked) > longAgo ? 'long-ago' : undefined;
}
