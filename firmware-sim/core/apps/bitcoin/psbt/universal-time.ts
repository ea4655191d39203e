/** Times as a person reads them. The device has no calendar but this one. */

const daySeconds = 86_400;
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Until 2099, and for the year 2000. The year 2100 has no such day, and times of four bytes end in 2106. */
const isLeap = (year: number): boolean => year % 4 === 0 && year !== 2100;

const daysOf = (year: number, month: number): number =>
  (monthDays[month] ?? 0) + (month === 1 && isLeap(year) ? 1 : 0);

const padded = (value: number): string => `${value}`.padStart(2, '0');

/** `2026-11-30 20:15:00 UTC`. `seconds`: since 1970, below 2^32. */
export function writeUniversalTime(seconds: number): string {
  let [year, month, day] = [1970, 0, Math.floor(seconds / daySeconds)];
  while (day >= daysOf(year, month)) {
    day -= daysOf(year, month);
    month = (month + 1) % 12;
    if (month === 0) year += 1;
  }
  const left = seconds % daySeconds;
  const clock = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60].map(padded).join(':');
  return `${year}-${padded(month + 1)}-${padded(day + 1)} ${clock} UTC`;
}
