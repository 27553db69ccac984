import { classesOf, Is } from './word-classes.js';

/** The label that somebody's turn begins with in a transcript: "BORG:", "Ada Borg (Lund):", "Q:". */
export interface TurnLabel {
  /** Where the label ends with its colon, in UTF-16 code units. */
  readonly end: number;
  /** Who speaks; undefined for "Q", which names nobody. */
  readonly name: { readonly start: number; readonly end: number } | undefined;
  /** The label in small letters, by which turns of one speaker are known. */
  readonly key: string;
  /** True for capitals throughout and for "Q" and "A", which hardly anything else begins with. */
  readonly isSure: boolean;
}

/** No label is longer, in UTF-16 code units: a name of four words with an office in brackets is shorter. */
const LONGEST_LABEL = 80;

/** Words before a colon that name nobody: notes, headings, and what stands below pictures. */
const HEADINGS = new Set(
  'note notes update updated correction clarification breaking exclusive related watch read photo photos image images video audio source sources caption credit credits tip tips warning example summary conclusion background introduction topic date time place location title subject author published contact email phone tel fax website url address price score total'.split(
    ' ',
  ),
);
/** Words before a colon that begin a turn, and say of what kind it is. */
const NAMELESS = new Set(['q', 'a', 'question', 'answer', '问', '答', '問']);

/** Months by which people are called, too. */
const ALSO_NAMES = new Set(['april', 'may', 'june', 'august']);

/** When it was said, before who said it: "[00:12:40] BORG:". */
const TIME = /^[[(]?\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,3})?)?[\])]?\s+(?:[-–—]\s*)?/;
/** "Q." and "A." begin turns without a colon. */
const LETTER = /^([QA])(?:\.|\s?:)(?=\s)/;
/** Up to six words, each with a capital or a number, but for the particles of names, and what is in brackets. */
const NAMED =
  /^((?:\p{Lu}[\p{L}\p{M}\d’'.-]*)(?:\s(?:(?:van|von|de|del|der|den|di|da|la|le|al|el|bin|y|of|and|the|for)\s){0,3}(?:\p{Lu}[\p{L}\p{M}\d’'.-]*|\d{1,3})){0,5})(?:\s?\([^()]{1,40}\)|\s?\[[^[\]]{1,40}\])?\s?:(?=\s|$)/u;
/** Names in scripts without capitals, before a wide colon. */
const UNCASED = /^(\p{Lo}{1,8})：/u;

/** The label at the beginning of a line, if it has one. */
export function turnLabelIn(line: string): TurnLabel | undefined {
  const head = line.slice(0, LONGEST_LABEL);
  if (!/[:：]|^[QA]\./.test(head)) return undefined;
  const skipped = TIME.exec(head)?.[0].length ?? 0;
  const rest = head.slice(skipped);
  const found = LETTER.exec(rest) ?? NAMED.exec(rest) ?? UNCASED.exec(rest);
  const label = found?.[1];
  if (!found || label === undefined) return undefined;
  const key = label.toLowerCase();
  if (HEADINGS.has(key) || isTime(key)) return undefined;
  const isNameless = NAMELESS.has(key);
  const name = isNameless ? undefined : { start: skipped, end: skipped + label.length };
  const isSure = isNameless || !/\p{Ll}|\p{Lo}/u.test(label);
  return { end: skipped + found[0].length, name, key, isSure };
}

/** True for a day, a week or a month, by which a chronicle is told: "Monday", "Week 2", "May 12". */
function isTime(key: string): boolean {
  const [first = '', ...others] = key.split(' ');
  if ((classesOf(first) & Is.Time) === 0) return false;
  return !ALSO_NAMES.has(first) || (others.length > 0 && others.every((word) => /^\d+$/.test(word)));
}
