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

/** What is not the beginning of what it stands for, in small letters. */
const LONG_FORMS: Readonly<Record<string, string>> = {
  mr: 'mister',
  dr: 'doctor',
  lt: 'lieutenant',
  cpl: 'corporal',
  pvt: 'private',
  sgt: 'sergeant',
  cmdr: 'commander',
  msgr: 'monsignor',
  supt: 'superintendent',
  sens: 'senators',
  reps: 'representatives',
};
const BEGINNINGS: ReadonlySet<string> = new Set(
  [...TITLES, ...MONTHS].map((short) => short.toLowerCase()).filter((short) => !(short in LONG_FORMS)),
);
/** A beginning of three letters stands for a word with two more at least: “Gen” is not short for “Gene”. */
const MIN_LEFT_OUT = 2;

/**
 * True if a folded word is a title or a month written short, and another what it stands for.
 *
 * @example isShortFor('sen', 'senator') // true
 */
export function isShortFor(short: string, long: string): boolean {
  if (LONG_FORMS[short] !== undefined) return LONG_FORMS[short] === long;
  return BEGINNINGS.has(short) && long.startsWith(short) && long.length >= short.length + MIN_LEFT_OUT;
}
