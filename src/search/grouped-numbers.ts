import type { Word } from '../text/words.js';

/** Digits in groups of three from the end on, with a comma, full stops or apostrophes between them, or with nothing. */
const GROUPED = /^\d{1,3}(?:(?:,\d{3})+|(?:\.\d{3}){2,}|(?:['’]\d{3})+)$/;
const PLAIN = /^[1-9]\d{3,14}$/;
/** A number of so many digits is longer than any that is counted; it bounds the work on what is none. */
const MOST_DIGITS = 15;
const FIRST_GROUP = /^[1-9]\d{0,2}$/;
const GROUP = /^\d{3}$/;
/** The one blank that stands between the groups of a number: a plain, a no-break, a thin or a narrow one. */
const BLANK = /^[ \u00A0\u2007-\u2009\u202F]$/;

/** Ways to write a number with its groups marked: each one word, or one for each group. */
export interface GroupedNumber {
  /** As one word: 1000000, 1.000.000, 1'000'000. */
  readonly words: readonly string[];
  /** Its groups, which stand in a row with a blank between each two. */
  readonly groups: readonly string[];
}

/** How else the number is written that the word `at` of `text` is, or is a group of; undefined where it is none. */
export function groupedNumberAt(typed: readonly Word[], at: number, text: string): GroupedNumber | undefined {
  const own = typed[at]?.text ?? '';
  const digits = GROUPED.test(own) ? own.replace(/\D/g, '') : PLAIN.test(own) ? own : runAt(typed, at, text);
  if (digits === undefined || digits.length > MOST_DIGITS) return undefined;
  const groups = groupsOf(digits);
  // With one full stop it is as likely a fraction: 2.500.
  const pointed = groups.length > 2 ? [groups.join('.')] : [];
  return { words: [digits, groups.join("'"), ...pointed], groups };
}

/** Digits in groups of three from the end on. */
function groupsOf(digits: string): string[] {
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end));
  return groups;
}

/** The digits of a number whose groups blanks part, where the word `at` is one of them. */
function runAt(typed: readonly Word[], at: number, text: string): string | undefined {
  let [first, last] = [at, at];
  while (isGroupAfter(typed, first, text)) first--;
  while (isGroupAfter(typed, last + 1, text)) last++;
  if (first === last || !FIRST_GROUP.test(typed[first]?.text ?? '')) return undefined;
  return typed
    .slice(first, last + 1)
    .map((word) => word.text)
    .join('');
}

/** True if the word `at` is three digits that stand behind other digits and one blank. */
function isGroupAfter(typed: readonly Word[], at: number, text: string): boolean {
  const [before, own] = [typed[at - 1], typed[at]];
  if (!before || !own || !GROUP.test(own.text) || !/^\d{1,3}$/.test(before.text)) return false;
  return BLANK.test(text.slice(before.end, own.start));
}

/** True if words of `text`, from the one `at` on, are all groups of one number, and as many as `length`. */
export function isGroupedAt(all: readonly Word[], at: number, length: number, text: string): boolean {
  for (let step = 1; step < length; step++) if (!isGroupAfter(all, at + step, text)) return false;
  return !isGroupAfter(all, at, text) && !isGroupAfter(all, at + length, text);
}
