import type { Document } from '../corpus/document.js';
import { daysOf } from '../corpus/published.js';
import { terms } from '../languages/terms.js';
import type { Told } from './told.js';
import { type Pairing, quoteTheSame } from './two-tellings.js';

/** So many words of a quotation in a row, or in all, show that two documents tell the same story: mottoes are shorter. */
const STORY_RUN = 6;
const STORY_WORDS = 9;
/** News of one event appears within so many days. */
const DAYS_OF_A_STORY = 4;
const DAY_MS = 86_400_000;
/**
 * From so many days on a story is another one, which may recall the first: then only a longer quotation counts, and a
 * sentence that is copied. Speakers use six words in a row again after years.
 */
const DAYS_OF_ANOTHER = 30;
const RECALLED_RUN = 9;
const COPIED = 0.9;
/**
 * How near the names of two documents are, as the cosine of the sentences that have each: of 150 pairs that tell one
 * story the least comes to 0.35, and of those of the same four days that tell different ones the most to 0.32.
 */
const NEAR_NAMES = 0.34;
/**
 * Where no date shows that it is one story, the sentences that are most alike must be so much alike too, whatever is
 * named or stands in a title: the chapters of a book have both in common. Words in common must be of quotations that
 * both print there, and not of phrases in longer ones: dialogues have these in common.
 */
const UNDATED_LIKENESS = 0.5;
/** So alike are sentences of one story alone, where names are shared at all: outlets put one line below everything. */
const STORY_LIKENESS = 0.55;
const SOME_NAMES = 0.2;
/** Who names less than this is not told apart by names. */
const MIN_NAMES = 2;
/** Titles of one story have half of their telling words in common, and three of them. */
const TITLE_SHARE = 0.5;
const TITLE_WORDS = 3;

/**
 * True if two documents tell the same story: they quote the same words, or have nearly the same sentence, or name the
 * same in the same days. It depends on nothing but the two, so that no other document changes it.
 */
export function tellSameStory(
  [first, a]: readonly [Document, Told],
  [second, b]: readonly [Document, Told],
  { quoted, strongest, ties }: Pairing,
): boolean {
  const days = daysApart(first, second);
  const names = nearnessOfNames(a, b);
  if (days !== undefined && days > DAYS_OF_ANOTHER)
    return quoted.longest >= RECALLED_RUN || (strongest >= COPIED && names >= NEAR_NAMES);
  const isDated = days !== undefined;
  const printed = ties.reduce(
    (sum, { kind, strength }) => sum + (kind === 'quotation' || kind === 'phrase' ? strength : 0),
    0,
  );
  const inAll = isDated ? quoted.words : Math.min(quoted.words, printed);
  if (quoted.longest >= STORY_RUN || inAll >= STORY_WORDS) return true;
  if (strongest >= STORY_LIKENESS && names >= SOME_NAMES) return true;
  if (isDated ? days > DAYS_OF_A_STORY : strongest < UNDATED_LIKENESS) return false;
  return names >= NEAR_NAMES || (names >= SOME_NAMES && haveOneTitle(first, second));
}

/** False where two tellings have so little in common that they need not be compared: they tell different stories. */
export function mayTellSameStory(a: Told, b: Told): boolean {
  return nearnessOfNames(a, b) >= SOME_NAMES || quoteTheSame(a, b);
}

/** The cosine of how many sentences have each name: 0 (none in common) to 1; 1 where there are hardly any. */
function nearnessOfNames(a: Told, b: Told): number {
  if (a.names.size < MIN_NAMES || b.names.size < MIN_NAMES) return 1;
  let [product, one, other] = [0, 0, 0];
  for (const name of a.names) {
    const count = countOf(name, a);
    one += count ** 2;
    if (b.names.has(name)) product += count * countOf(name, b);
  }
  for (const name of b.names) other += countOf(name, b) ** 2;
  return product / Math.sqrt(one * other);
}

function countOf(name: number, { places }: Told): number {
  return places.get(name)?.length ?? 0;
}

/**
 * How many days lie between the dates that two documents state. A month or a year may mean any of its days: then it is
 * the least that may lie between, and undefined where that may be so little that both may tell of the same days.
 * Undefined too where one states none.
 */
function daysApart({ source: a }: Document, { source: b }: Document): number | undefined {
  if (a.published === undefined || b.published === undefined) return undefined;
  const [one, other] = [daysOf(a.published), daysOf(b.published)];
  const [early, late] = one[0] <= other[0] ? [one, other] : [other, one];
  const days = Math.max(0, Date.parse(late[0]) - Date.parse(early[1])) / DAY_MS;
  const areDays = one[0] === one[1] && other[0] === other[1];
  return areDays || days > DAYS_OF_A_STORY ? days : undefined;
}

function haveOneTitle({ source: a }: Document, { source: b }: Document): boolean {
  const [one, other] = [a, b].map(({ title = '' }) => {
    const telling = terms(title).filter(({ common }) => !common);
    return new Set(telling.map(({ key }) => key));
  });
  if (!one || !other) return false;
  let shared = 0;
  for (const key of one) if (other.has(key)) shared++;
  return shared >= TITLE_WORDS && shared >= TITLE_SHARE * Math.min(one.size, other.size);
}
