import { regularForms } from '../verb-forms.js';
import { baseFormsOf } from './base-forms.js';
import { synsetsOf } from './dictionary.js';
import { inflectionsOf } from './irregular-forms.js';
import { rememberedWords } from './remembered.js';

type Rule = readonly [pattern: RegExp, instead: string];

/**
 * The ways in which the spelling of one English word varies, each undone: what is alike afterwards is spelt alike but
 * for them. They are the differences between British and American spelling (Peters, The Cambridge Guide to English
 * Usage, 2004), and the hyphen.
 */
const RULES: readonly Rule[] = [
  [/[-'.]/g, ''],
  [/ae|oe/g, 'e'], // anaesthetic, foetus
  [/ou(?=[lr])/g, 'o'], // colour, mould
  [/gramme$/, 'gram'],
  [/(?<=[lm])ogue/g, 'og'],
  [/que$/, 'k'], // cheque
  [/ck$/, 'k'],
  [/ph/g, 'f'], // sulphur
  [/xion$/, 'ction'],
  [/ough$/, 'ow'], // plough
  [/aught/g, 'aft'],
  [/sc(?=ep)|sc$/g, 'sk'], // sceptic, mollusc, disc
  [/c(?=e$)/, 's'], // defence, practice
  [/(?<=[iy])z(?=[aei])/g, 's'], // organize, analyze
  [/(?:ie|ey|ay|y)$/, 'y'], // auntie, whiskey, gray
  [/ellery$/, 'elry'],
  [/y/g, 'i'], // tyre, gypsy
  [/([a-z])\1/g, '$1'], // enroll, travelled, jewellery
  [/(?<=[aeiou][^aeiou])re$/, 'er'], // centre
  [/(?<=t)re$/, 'er'],
  [/or$/, 'er'], // adviser
  [/e(?=ing$|ment$|able$)/, ''], // ageing, judgement
  [/(?<=[lmt])e$/, ''],
];

function unvaried(spelling: string): string {
  return RULES.reduce((spelt, [pattern, instead]) => spelt.replace(pattern, instead), spelling);
}

/** True if two words are spelt alike but for the ways in which English spelling varies. */
export function isSpeltAlike(one: string, other: string): boolean {
  return unvaried(one) === unvaried(other);
}

/** Other spellings of a base: the words of its synsets that are spelt alike. */
const spellingsOfBase = rememberedWords((base) => {
  const words = new Set(synsetsOf(base).flatMap((synset) => synset.words.map((word) => word.toLowerCase())));
  words.delete(base);
  return [...words].filter((word) => !word.includes('_') && isSpeltAlike(word, base));
});

/** Endings of forms that each spelling of a base has. */
const ENDING = /(?:ing|ed|er|est|s)$/;

/**
 * Other spellings of a folded word, British, American or with a hyphen: words of one synset of WordNet that differ
 * only in the ways in which English spelling varies, or the same forms of such words. In no order.
 *
 * @example spellingsOf('colour') // ['color']
 * @example spellingsOf('organised') // ['organized']
 */
export const spellingsOf: (word: string) => readonly string[] = rememberedWords((word) => {
  const ending = ENDING.exec(word)?.[0];
  const found = new Set(spellingsOfBase(word));
  for (const base of baseFormsOf(word)) {
    if (base === word || ending === undefined) continue;
    for (const spelling of [base, ...spellingsOfBase(base)]) {
      for (const form of formsOf(spelling)) {
        if (form.endsWith(ending) && isSpeltAlike(stemIn(form, ending), stemIn(word, ending)))
          found.add(form);
      }
    }
  }
  found.delete(word);
  return [...found];
});

const stemIn = (form: string, ending: string): string => form.slice(0, -ending.length);

/** The forms of a base, regular and irregular. */
function formsOf(base: string): string[] {
  const { present, past, participle } = regularForms(base);
  const stem = base.replace(/e$/, '');
  return [present, ...past, ...participle, `${stem}er`, `${stem}est`, ...inflectionsOf(base)];
}
