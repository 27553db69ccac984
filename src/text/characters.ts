import type { Span } from './span.js';

/**
 * The one table of characters: every class of characters that reading, folding and quoting tell apart. Whatever
 * asks what a character is takes the answer from here.
 */

/** Marks that stand around words, by the side on which they are believed to stand. */
export const QUOTATION_MARKS = {
  opening: '“„‟«「『｢〝❝《〈\u2329‘‚‛❛`‹',
  closing: '”»」』｣〞〟❞》〉\u232A’❜´›',
  either: '"″＂\'＇',
  /** Those among them that may as well be an apostrophe, or stand inside of a quotation in double marks. */
  single: "‘’‚‛❛❜'＇`´‹›",
} as const;

/** Two or three characters that are typed for one mark: of TeX, of typewriters, and of keyboards without guillemets. */
export const TYPED_MARKS = { opening: ['``', ',,', '<<'], closing: ["''", '´´', '>>'] } as const;

/** Inside of a word, an apostrophe; elsewhere a quotation mark. U+1FEF and U+1FFD are Greek accents that compose to ` and ´. */
export const APOSTROPHES = "'’‘‛ʼʻʽ＇´`\u1FEF\u1FFD❛❜\uFF40′";

/** Quotation marks too, but after a digit feet, inches, minutes or seconds. */
export const PRIMES = '′″';

/** Dashes, hyphens and the minus sign. */
export const DASHES = '-‐‑‒–—―⁃−⸺⸻﹘﹣－';
/** Those of them that join the parts of a word, and break one at the end of a line. */
export const HYPHENS = '-‐‑﹣－';

/** Nobody sees them: soft hyphens, zero-width characters and variation selectors. */
export const INVISIBLES =
  '\u00AD\u034F\u180B\u180C\u180D\u180E\u200B\u200C\u200D\u2060\u2061\u2062\u2063\u2064\uFEFF\uFE00\uFE01\uFE02\uFE03\uFE04\uFE05\uFE06\uFE07\uFE08\uFE09\uFE0A\uFE0B\uFE0C\uFE0D\uFE0E\uFE0F';

/** They set the direction of writing, and can make a text look like another. */
export const DIRECTION_MARKS = '\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069';

/** White space: what JavaScript counts as such, less the byte order mark, which nobody sees. */
export const BLANKS =
  '\t\n\v\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000';

/** Dots that stand for words that were left out, in one character. */
export const ELLIPSES = '…';

/**
 * Where Unicode keeps forms of letters and signs that differ only in how they are set: ligatures, full and half
 * width, the long s, and the forms of Arabic letters by their place. What its compatibility forms have besides
 * (superscripts, fractions, circled numbers, mathematical letters) says something else and is not here.
 */
const PRESENTATION_BLOCKS: readonly Span[] = [
  { start: 0x0132, end: 0x0134 },
  { start: 0x017f, end: 0x0180 },
  { start: 0x01c4, end: 0x01cd },
  { start: 0x01f1, end: 0x01f4 },
  { start: 0xfb00, end: 0xfb50 },
  { start: 0xfb50, end: 0xfdd0 },
  { start: 0xfe70, end: 0xff00 },
  { start: 0xff01, end: 0xffef },
];

/** Ligatures, full-width and other presentation forms: for each, NFKC has the plain form. */
export const PRESENTATION_FORMS: string = presentationForms();

function presentationForms(): string {
  const elsewhere = new Set(
    `${QUOTATION_MARKS.opening}${QUOTATION_MARKS.closing}${QUOTATION_MARKS.either}${APOSTROPHES}${DASHES}${INVISIBLES}`,
  );
  const forms: string[] = [];
  for (const { start, end } of PRESENTATION_BLOCKS) {
    for (let code = start; code < end; code++) {
      const form = String.fromCharCode(code);
      const plain = form.normalize('NFKC');
      // A form that stands on a blank, or is a whole phrase, is no other setting of a letter.
      if (plain !== form && plain === plain.replace(/\s/g, '') && !elsewhere.has(form)) forms.push(form);
    }
  }
  return forms.join('');
}

/** Characters as the inside of a class in a regular expression, escaped. */
export function inClass(characters: string): string {
  return Array.from(characters, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
}

/** Every quotation mark of one character. */
export const ALL_QUOTATION_MARKS = [
  ...new Set(QUOTATION_MARKS.opening + QUOTATION_MARKS.closing + QUOTATION_MARKS.either),
].join('');

/** What a character can be; each a bit, since one may be several things. */
export const KIND = {
  letter: 1,
  quotation: 2,
  apostrophe: 4,
  prime: 8,
  dash: 16,
  hyphen: 32,
  blank: 64,
  invisible: 128,
  direction: 256,
  dot: 512,
  ellipsis: 1024,
  presentation: 2048,
  /** A combining mark, or the part of a Hangul syllable that follows another. */
  combining: 4096,
  /** A character that has another for its composed form (NFC). */
  recomposed: 8192,
  /** The first half of a pair that stands for one character. */
  surrogate: 16384,
} as const;

const UNITS = 0x10000;
const KINDS: Uint16Array = kinds();

function kinds(): Uint16Array {
  const table = new Uint16Array(UNITS);
  const add = (code: number, kind: number) => table.set([(table[code] as number) | kind], code);
  const addAll = (characters: string, kind: number) => {
    for (let at = 0; at < characters.length; at++) add(characters.charCodeAt(at), kind);
  };
  const letter = /[\p{L}\p{N}]/u;
  const mark = /\p{M}/u;
  for (let code = 0x30; code < UNITS; code++) {
    if (code >= 0xd800 && code < 0xe000) {
      if (code < 0xdc00) add(code, KIND.surrogate);
      continue;
    }
    const character = String.fromCharCode(code);
    if (letter.test(character)) add(code, KIND.letter);
    // Vowels and finals of Hangul follow the consonant of their syllable as marks do their letter.
    if (mark.test(character) || (code >= 0x1160 && code < 0x1200)) add(code, KIND.combining);
    if (code >= 0x0340 && character.normalize('NFC') !== character) add(code, KIND.recomposed);
  }
  addAll(ALL_QUOTATION_MARKS, KIND.quotation);
  addAll(APOSTROPHES, KIND.apostrophe | KIND.quotation);
  addAll(DASHES, KIND.dash);
  addAll(HYPHENS, KIND.hyphen);
  addAll(BLANKS, KIND.blank);
  addAll(DIRECTION_MARKS, KIND.direction);
  addAll('.', KIND.dot);
  addAll(ELLIPSES, KIND.ellipsis);
  addAll(PRESENTATION_FORMS, KIND.presentation);
  // A variation selector is a mark to Unicode, and a prime is a quotation mark only where no digit stands before it.
  for (const one of INVISIBLES) table.set([KIND.invisible], one.charCodeAt(0));
  for (const one of PRIMES) {
    const apostrophe = APOSTROPHES.includes(one) ? KIND.apostrophe : 0;
    table.set([KIND.prime | apostrophe], one.charCodeAt(0));
  }
  return table;
}

/** What the UTF-16 code unit at `at` of `text` is, as bits of `KIND`; 0 past the text's ends. */
export function kindAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? (KINDS[text.charCodeAt(at)] as number) : 0;
}

/** True if the character at `at` of `text` is a prime after a digit: feet, inches, minutes or seconds. */
export function isUnitMark(text: string, at: number): boolean {
  return isKind(text, at, KIND.prime) && /\p{N}/u.test(text.charAt(at - 1));
}

/** True if the character at `at` of `text`, or any of its kinds, is one of `kinds`. */
export function isKind(text: string, at: number, wanted: number): boolean {
  return (kindAt(text, at) & wanted) !== 0;
}

/** Signs that stand for words: 20% and 20 percent, $5 and 5 dollars. */
export const WORDED = /[\p{Sc}%‰°#&]/u;
