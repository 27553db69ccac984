/** A whole day, in UTF-16 code units: what follows is the time. */
const DAY_LENGTH = 'YYYY-MM-DD'.length;

/**
 * The days on which something may have been that is dated `date`: a day, a month, a year, or a time, of which the day
 * counts as it is written. Both are `YYYY-MM-DD`; they are one where a day is stated.
 */
export function daysOf(date: string): readonly [first: string, last: string] {
  const [year, month, day] = date.slice(0, DAY_LENGTH).split('-');
  if (day !== undefined) return [`${year}-${month}-${day}`, `${year}-${month}-${day}`];
  if (month === undefined) return [`${year}-01-01`, `${year}-12-31`];
  // The day before the first of the next month.
  const last = new Date(0);
  last.setUTCFullYear(Number(year), Number(month), 0);
  return [`${year}-${month}-01`, `${year}-${month}-${String(last.getUTCDate()).padStart(2, '0')}`];
}

/** What is asked of a date: days, months or years, both included. */
export interface Between {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** True if all the days that `date` may mean are between what was asked: what may be outside is not said to be inside. */
export function isCertainlyIn(date: string, { from, to }: Between): boolean {
  const [first, last] = daysOf(date);
  return (from === undefined || first >= daysOf(from)[0]) && (to === undefined || last <= daysOf(to)[1]);
}

/** True if some of the days that `date` may mean are between what was asked. */
export function mayBeIn(date: string, { from, to }: Between): boolean {
  const [first, last] = daysOf(date);
  return (from === undefined || last >= daysOf(from)[0]) && (to === undefined || first <= daysOf(to)[1]);
}
