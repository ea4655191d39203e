/** When a backup is due for a check. */

/** Milliseconds after which a check is long ago: 366 days, so that a yearly habit never looks like a lapse. */
export const longAgoMs = 366 * 24 * 60 * 60 * 1_000;

/** `failed`: the last check did, and none has fitted since. */
export type CheckReminder = 'failed' | 'never' | 'long-ago';

/** Both dates as ISO 8601; `undefined` for a wallet of which nothing is known. `now`: milliseconds since 1970. */
export function checkReminder(
  wallet: { readonly checked?: string | undefined; readonly doubted?: string | undefined } | undefined,
  now: number,
): CheckReminder | undefined {
  const { checked, doubted } = wallet ?? {};
  if (doubted !== undefined) return 'failed';
  if (checked === undefined) return 'never';
  return now - Date.parse(checked) > longAgoMs ? 'long-ago' : undefined;
}
