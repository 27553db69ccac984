import type { Quotation } from '../../text/quotation-marks.js';
import type { Span } from '../../text/span.js';
import { sentencesOf } from '../sentences.js';
import { isAbbreviation } from './abbreviations.js';
import { type Classes, classesOf, FUNCTION, Is, SAYING } from './word-classes.js';

/** A word, a mark or a whole quotation of a paragraph, with its place: UTF-16 code units, `end` exclusive. */
export interface Token extends Span {
  readonly kind: 'word' | 'mark' | 'quotation' | 'end';
  /** A word in lower case, its apostrophes curly; a mark as it stands; the last character inside a quotation; nothing for a sentence's end. */
  readonly text: string;
  readonly classes: Classes;
  /** The quotation, by its number among those that were given. */
  readonly quotation: number;
}

/** Stands for what is quoted, so that nothing in it is read; it is of no script and no class. */
const QUOTED = '\uE000';

const TOKEN = new RegExp(
  [
    // Most words by far, told at once; the rest says what a word is.
    '[A-Za-z]{1,30}(?=[ ,])',
    QUOTED,
    // A full stop between a small letter and a capital lacks its blank.
    String.raw`[\p{L}\p{N}@#][\p{L}\p{M}\p{N}]*(?:(?:[’'&-]|(?<=\p{N}),(?=\p{N})|(?!(?<=\p{Ll})\.\p{Lu})\.)[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*(?:['’](?=\s))?`,
    String.raw`[&,:;()[\]–—―.?!…-]`,
  ].join('|'),
  'gu',
);
const MARK_TOKEN = /^[&,:;()[\]–—―.?!…-]/;
/** “he’s”, “who’d”: a pronoun and its verb in one. */
const CONTRACTION = /^(i|he|she|it|we|you|they|who|that|there|here|what|where|how)(’(?:s|d|ll|m|re|ve))$/;

/** The tokens of a paragraph in order, each of `quotations`, which are apart, as one, and an end after each sentence. */
export function tokensOf(text: string, quotations: readonly Quotation[]): Token[] {
  const outside = withoutQuoted(text, quotations);
  const tokens: Token[] = [];
  /** How many quotations are behind, and how much farther on a place is in the text than in what is outside of them. */
  let [number, shift] = [0, 0];
  for (const sentence of sentencesOf(outside)) {
    let isFirst = true;
    TOKEN.lastIndex = sentence.start;
    for (let match = TOKEN.exec(outside); match && match.index < sentence.end; match = TOKEN.exec(outside)) {
      const [found] = match;
      const start = match.index + shift;
      const next = quotations[number];
      if (found === QUOTED && next?.start === start) {
        tokens.push(quotationToken(text, next, number++));
        shift += next.end - next.start - QUOTED.length;
        isFirst = /[.!?…]/.test(text.charAt(next.innerEnd - 1));
      } else if (MARK_TOKEN.test(found)) {
        const end = start + found.length;
        tokens.push({ kind: 'mark', start, end, text: found, classes: 0, quotation: -1 });
        isFirst = /[:–—―]/.test(found);
      } else if (found !== QUOTED) {
        TOKEN.lastIndex = pushWords(tokens, found, start, text, isFirst) - shift;
        isFirst = false;
      }
    }
    const end = sentence.end + shift;
    tokens.push({ kind: 'end', start: end, end, text: '', classes: 0, quotation: -1 });
  }
  return tokens;
}

function quotationToken(
  text: string,
  { start, end, innerStart, innerEnd }: Quotation,
  quotation: number,
): Token {
  const inside = text.slice(innerStart, Math.min(innerEnd, innerStart + MAX_TITLE));
  const classes = isTitle(inside) ? Is.Work : 0;
  return { kind: 'quotation', start, end, text: text.charAt(innerEnd - 1), classes, quotation };
}

/** No title of a work that is quoted as one is longer, in UTF-16 code units; of what is longer the beginning tells. */
const MAX_TITLE = 80;

/** From so many words on a title has a capital besides its first: a sentence of short words, “We can do it”, has none. */
const WORDS_OF_SENTENCE = 3;

/** True if all words of a quotation that are not short have capitals, as in “Lund at Night”. */
function isTitle(inside: string): boolean {
  const isInCapitals =
    inside.length < MAX_TITLE && /^\p{Lu}/u.test(inside) && !/(?<![\p{L}’'])\p{Ll}[\p{L}’']{3}/u.test(inside);
  if (!isInCapitals) return false;
  const [, ...others] = inside.match(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu) ?? [];
  return (
    others.length + 1 < WORDS_OF_SENTENCE ||
    others.some((word) => /^[\p{Lu}\p{N}]/u.test(word) && !/^I(?:[’']|$)/.test(word))
  );
}

/** Adds what stands for one word: itself with the full stop of an abbreviation, or its two parts ("he’s"); returns its end. */
function pushWords(tokens: Token[], bare: string, start: number, text: string, isFirst: boolean): number {
  const lower = bare.toLowerCase();
  const word = lower.includes("'") ? lower.replaceAll("'", '’') : lower;
  const end = start + bare.length;
  const parts = word.includes('’') ? CONTRACTION.exec(word) : null;
  if (parts) {
    const [, pronoun = '', verb = ''] = parts;
    const middle = end - verb.length;
    tokens.push(wordToken(bare, pronoun, { start, end: middle }, isFirst));
    tokens.push(wordToken(verb, verb, { start: middle, end }, false));
    return end;
  }
  const isDotted = text.charAt(end) === '.' && isAbbreviation(bare);
  const last = isDotted ? end + 1 : end;
  tokens.push(wordToken(bare, isDotted ? `${word}.` : word, { start, end: last }, isFirst));
  return last;
}

function wordToken(bare: string, text: string, { start, end }: Span, isFirst: boolean): Token {
  return { kind: 'word', start, end, text, classes: classesAt(bare, text, isFirst), quotation: -1 };
}

/** A name that begins with a small letter: “al-Amri”, “d’Estaing”. */
const SMALL_INITIAL = /^(?:al|el|an|ar|as|ash|at|az|d|l|o)[-’']\p{Lu}/u;

/** Classes that a capital takes from a word that does not begin its sentence: “Will”, “Mark Down”, “New Hope”. */
const LOST_WITH_CAPITAL: Classes =
  SAYING | Is.SayNoun | Is.Adverb | Is.Auxiliary | Is.Modal | Is.Verb | Is.Preposition | Is.Subordinator;

/** Times that have no capital but in a name: "Ida Day". */
const TIME_NOUN = /^(?:last|next|day|week|month|year|weekend|morning|afternoon|evening|night)$/;

function classesAt(bare: string, text: string, isFirst: boolean): Classes {
  const hasApostrophe = text.includes('’');
  const genitive = hasApostrophe && /.(?:’s|s’)$/.test(text) ? Is.Possessive : 0;
  const known = classesOf(genitive ? text.replace(/’s?$/, '') : text) | genitive;
  const initial = bare.charAt(0);
  if ((initial >= 'a' && initial <= 'z') || initial === '’') {
    const isName = (hasApostrophe || text.includes('-')) && SMALL_INITIAL.test(bare);
    if (isName) return Is.Capital | genitive;
    return text === 'i' ? 0 : known;
  }
  if (/[\p{N}#]/u.test(initial)) return known | Is.Number;
  if (initial !== '@' && !/\p{Lu}/u.test(initial)) return known;
  if (known & Is.Time && (isFirst || !TIME_NOUN.test(text))) return Is.Time | genitive;
  if (isFirst)
    return known & (FUNCTION | SAYING | Is.Verb) ? known | Is.First : known | Is.Capital | Is.First;
  return known & (Is.Pronoun | Is.Determiner | Is.Conjunction)
    ? known
    : (known & ~(LOST_WITH_CAPITAL | Is.Time)) | Is.Capital;
}

/** A text with one character for each quotation. */
function withoutQuoted(text: string, quotations: readonly Quotation[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of quotations) {
    parts.push(text.slice(at, start), QUOTED);
    at = end;
  }
  return parts.join('') + text.slice(at);
}
