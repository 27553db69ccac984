import { z } from 'zod';
import { messages } from '../messages/index.js';

/** A whole day, `YYYY-MM-DD`: no date is longer, in UTF-16 code units. */
const MAX_DATE = 'YYYY-MM-DD'.length;
const NOT_DATE = messages.values.notDate;

/** A year, a month or a day, as options take it. */
export function dateText() {
  return z.string(NOT_DATE).trim().max(MAX_DATE, { error: NOT_DATE, abort: true }).refine(isDate, NOT_DATE);
}

function isDate(text: string): boolean {
  if (!/^\d{4}(?:-\d{2}){0,2}$/.test(text)) return false;
  const day = `${text}${'-01'.repeat((MAX_DATE - text.length) / 3)}`;
  return z.iso.date().safeParse(day).success;
}
