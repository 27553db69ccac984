import { regularForms } from '../verb-forms.js';
import { baseFormsOf } from './base-forms.js';
import { synsetsOf } from './dictionary.js';
import { inflectionsOf } from './irregular-forms.js';
import { rememberedWords } from './remembered-words.js';

type Rule = readonly [pattern: RegExp, instead: string];

/**
 * The ways in which the spelling of one English word varies, each undone: what is alike afterwards is spelt alike but
 * for them. They are the differences between British and American spelling (Peters, The Cambridge Guide to English
 * Usage, 2004), and the hyphen.
 */
const RULES: readonly Rule[] = [
  [/[-'.]/g, ''],
  [/ae|oe/g, 'e'], // anaesthetic, foetus
  [/gramme$/, 'gram'],
  [/(?<=[lm])ogue/g, 'og'],
  [/xion$/, 'ction'],
  [/ough$/, 'ow'], // plough
  [/aught/g, 'aft'],
  [/(?<=[gkr])h/g, ''], // yoghurt, sheikh
  [/ph/g, 'f'], // sulphur
  [/^en(?=[cdqt])/, 'in'], // enquiry
  [/sc(?=ep)|sc$/g, 'sk'], // sceptic, disc
  [/c(?=e$)/, 's'], // defence, practice
  [/que$|qu|c(?![ehiy])/g, 'k'], // cheque, kumquat, leukaemia
  [/(?<=[iy])z(?=[aei])/g, 's'], // organize, analyze
  [/(?:ie|ey|ay|y)$/, 'y'], // auntie, whiskey, gray
  [/ellery$/, 'elry'],
  [/y/g, 'i'], // tyre, gypsy
  [/ou|u/g, 'o'], // colour, moustache, mum
  [/([lmt])\1e$/, '$1'], // programme
  [/([a-z])\1/g, '$1'], // enroll, travelled, jewellery
  [/(?<=[^aeiou])re$/, 'er'], // centre
  [/or$/, 'er'], // adviser
  [/e(?=ing$|ment$|able$)/, ''], // ageing, judgement
];

/** By how many characters spellings of one word differ in length: all but one of the 3,228 pairs of WordNet 3.1. */
const MOST_VARIED = 3;

function unvaried(spelling: string): string {
  return RULES.reduce((spelt, [pattern, instead]) => spelt.replace(pattern, instead), spelling);
}

/** True if two words are spelt alike but for the ways in which English spelling varies. */
export function isSpeltAlike(one: string, other: string): boolean {
  return Math.abs(one.length - other.length) <= MOST_VARIED && unvaried(one) === unvaried(other);
}

/** Other spellings of a base: the words of its synsets that are spelt alike. What is written apart counts as hyphened. */
function spellingsOfBase(base: string): string[] {
  const lemmas = base.includes('-') ? [base, base.replaceAll('-', '_')] : [base];
  const words = new Set(
    lemmas
      .flatMap(synsetsOf)
      .flatMap((synset) => synset.words.map((word) => word.toLowerCase().replaceAll('_', '-'))),
  );
  words.delete(base);
  return [...words].filter((word) => isSpeltAlike(word, base));
}

/** Endings of forms that each spelling of a base has. */
const ENDING = /(?:ing|ed|er|est|s)$/;
const OF_VERBS = /^(?:ing|ed)$/;
/** Words of one syllable, whose forms double the last letter everywhere: "stopped" has no other spelling. */
const ONE_SYLLABLE = /^[^aeiouy]*[aeiouy]+[^aeiouy]*$/;

/**
 * Other spellings of a folded word, British, American or with a hyphen: words of one synset of WordNet that differ
 * only in the ways in which English spelling varies, or the same forms of such words. In no order.
 *
 * @example spellingsOf('colour') // ['color']
 * @example spellingsOf('organised') // ['organized']
 */
export const spellingsOf: (word: string) => readonly string[] = rememberedWords((word) => {
  const found = new Set(spellingsOfBase(word));
  const ending = ENDING.exec(word)?.[0];
  if (ending !== undefined) for (const form of respelt(word, ending)) found.add(form);
  found.delete(word);
  return [...found];
});

/** The forms with the same ending of the other spellings of a form's bases, and of a base that may double its last letter. */
function respelt(word: string, ending: string): string[] {
  return baseFormsOf(word)
    .filter((base) => base !== word)
    .flatMap((base) => {
      const spellings = spellingsOfBase(base);
      const forms = spellings.flatMap((spelling) => formsOf(spelling, ending));
      return doublesAnywhere(base, spellings) ? forms : [...forms, ...bothFormsOf(base, word, ending)];
    });
}

/** True if the forms of a base double its last letter in British and American English alike: "stop", "fulfil" (fulfill). */
const doublesAnywhere = (base: string, spellings: readonly string[]): boolean =>
  ONE_SYLLABLE.test(base) ||
  spellings.includes(`${base}${base.at(-1)}`) ||
  spellings.includes(base.slice(0, -1));

/** The forms with an ending whose last letter is doubled and is not: "travelled" and "traveled". */
function bothFormsOf(base: string, word: string, ending: string): string[] {
  return [...regularOf(base, ending), ...irregularOf(base, ending)].filter((form) =>
    isSpeltAlike(form, word),
  );
}

/** The forms of a base with an ending; a verb's past or participle that is irregular is not regular besides. */
function formsOf(base: string, ending: string): string[] {
  const irregular = irregularOf(base, ending);
  return irregular.length > 0 && OF_VERBS.test(ending)
    ? irregular
    : [...irregular, ...regularOf(base, ending)];
}

const irregularOf = (base: string, ending: string): string[] =>
  inflectionsOf(base).filter((form) => form.endsWith(ending));

function regularOf(base: string, ending: string): string[] {
  const { present, past, participle } = regularForms(base);
  const stem = base.replace(/e$/, '');
  return [present, ...past, ...participle, `${stem}er`, `${stem}est`].filter((form) => form.endsWith(ending));
}
