import { z } from 'zod';

/** A whole day, `YYYY-MM-DD`: no date is longer, in UTF-16 code units. */
const MAX_DATE = 'YYYY-MM-DD'.length;
const NO_DATE = 'is not a date of the calendar; write it as YYYY-MM-DD, YYYY-MM or YYYY';

/** A year, a month or a day, as options take it. */
export function dateText() {
  return z
    .string('is not a date; write it as YYYY-MM-DD, YYYY-MM or YYYY')
    .trim()
    .max(MAX_DATE, { error: NO_DATE, abort: true })
    .refine(isDate, NO_DATE);
}

function isDate(text: string): boolean {
  if (!/^\d{4}(?:-\d{2}){0,2}$/.test(text)) return false;
  const day = `${text}${'-01'.repeat((MAX_DATE - text.length) / 3)}`;
  return z.iso.date().safeParse(day).success;
}
