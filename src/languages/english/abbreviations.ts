const list = (words: string): readonly string[] => words.split(' ');

/** Titles and ranks that are written short before a name, without their full stop. */
export const TITLES: ReadonlySet<string> = new Set(
  list(
    'Mr Mrs Ms Mx Dr Prof Rev Fr Hon Gen Maj Col Lt Cpl Pvt Sgt Capt Cmdr Adm Brig Gov Sen Sens Rep Reps Pres Amb Msgr Messrs Supt Det Insp',
  ),
);

const OTHERS = list('St Mt Ft Jr Sr vs v etc ca cf No Nos Inc Ltd Co Corp');
const MONTHS = list('Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec');

const ABBREVIATIONS: ReadonlySet<string> = new Set([...TITLES, ...OTHERS, ...MONTHS]);

/** A letter by itself, or letters with full stops between them: "J", "U.S", "e.g". */
const INITIALS = /^(?:\p{Lu}|(?:\p{L}\.)+\p{L})$/u;

/**
 * True if a full stop after `word` ends the word and not the sentence: "Mr", "U.S", "Sept".
 *
 * @example isAbbreviation('Sen') // true
 */
export function isAbbreviation(word: string): boolean {
  return ABBREVIATIONS.has(word) || INITIALS.test(word);
}
