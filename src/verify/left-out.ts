import type { Document } from '../corpus/document.js';
import { ENGLISH } from '../languages/english/english.js';
import { type Qualifier, qualifiersIn } from '../languages/english/qualifiers.js';
import { languageOf } from '../languages/index.js';
import { sentencesOf } from '../languages/sentences.js';
import { type Span, shifted } from '../text/span.js';

/** Something that a quotation leaves out although it matters: where it stands, and whether it was skipped or is beside it. */
export interface LeftOut extends Span {
  readonly what: Qualifier | 'question mark';
  /** `omitted`: between two parts of the quotation; `beside`: in the rest of a clause or sentence that it was cut from. */
  readonly where: 'omitted' | 'beside';
}

/** A stretch of a document in its sentences. */
export interface InSentence {
  /** The sentences around it, as far as somebody would read on. */
  readonly around: Span;
  readonly leftOut: readonly LeftOut[];
}

/** A sentence that goes on for longer than this beyond the words, in UTF-16 code units, is not shown around them. */
const MAX_AROUND = 600;

const NEW_SENTENCE = /^\.?["”’)]?\s+["“‘(]?\p{Lu}/u;

/** Clauses are parted by these, and by the quotation marks of what somebody says. */
const CLAUSE_END = /[,;:.!?](?=[\s"”’»)]|$)|[()–—“”„«»"]|\s-\s/g;

/** The sentences around `[start, end)` of a document, and what of them the quotation leaves out. */
export function inSentence(
  document: Document,
  { start, end }: Span,
  omitted: readonly Span[] = [],
): InSentence {
  const around = {
    start: sentenceAt(document, start)?.start ?? start,
    end: sentenceAt(document, end - 1)?.end ?? end,
  };
  const whole = {
    start: start - around.start > MAX_AROUND ? start : Math.min(start, around.start),
    end: around.end - end > MAX_AROUND ? end : Math.max(end, around.end),
  };
  // Qualifiers are known of English alone.
  const isEnglish = languageOf(document.source.language) === ENGLISH;
  const leftOut = [
    ...omitted.flatMap((span) => leftOutIn(document, span, 'omitted', isEnglish)),
    ...besideIt(document, whole, { start, end }, isEnglish),
  ];
  return { around: whole, leftOut };
}

/** The sentence in which the character at `offset` stands. */
function sentenceAt(document: Document, offset: number): Span | undefined {
  const passage = document.passageAt(offset);
  if (!passage) return undefined;
  // A sentence is looked for as far as it would be shown, so that a page without full stops costs no more.
  const from = Math.max(passage.start, offset - 2 * MAX_AROUND);
  const to = Math.min(passage.end, offset + 2 * MAX_AROUND);
  const found = sentencesOf(document.text.slice(from, to)).find((one) => offset < one.end + from);
  return found && shifted(found, from);
}

function besideIt(document: Document, around: Span, place: Span, isEnglish: boolean): LeftOut[] {
  const { text } = document;
  // After p.m. and a capital another sentence may have begun, which nobody can tell.
  const ended =
    text.slice(place.end - 1, place.end + 1).includes('.') &&
    NEW_SENTENCE.test(text.slice(place.end, place.end + 8));
  const end = ended ? place.end : around.end;
  const [before, after] = [text.slice(around.start, place.start), text.slice(place.end, end)];
  const clauseStart = Math.max(0, ...Array.from(before.matchAll(CLAUSE_END), (m) => m.index + m[0].length));
  const clauseEnd = after.search(CLAUSE_END);
  const clause = {
    start: around.start + clauseStart,
    end: clauseEnd === -1 ? end : place.end + clauseEnd,
  };
  const rest = [
    { start: around.start, end: place.start },
    { start: place.end, end },
  ].flatMap((span) => leftOutIn(document, span, 'beside', isEnglish));
  // A condition stands in a clause of its own; anything else counts in the clause that was cut.
  const found = rest.filter(
    (one) => one.what === 'condition' || (clause.start <= one.start && one.end <= clause.end),
  );
  const mark = ended ? [] : endMark(document, place, around);
  return [...found, ...mark].sort((a, b) => a.start - b.start);
}

function leftOutIn(
  document: Document,
  { start, end }: Span,
  where: LeftOut['where'],
  isEnglish: boolean,
): LeftOut[] {
  if (start >= end) return [];
  const text = document.text.slice(start, end);
  const words = isEnglish
    ? qualifiersIn(text).map(({ qualifier, ...span }) => ({
        what: qualifier,
        where,
        ...shifted(span, start),
      }))
    : [];
  const question = where === 'omitted' ? text.indexOf('?') : -1;
  if (question === -1) return words;
  return [...words, { what: 'question mark', where, start: start + question, end: start + question + 1 }];
}

/** The question mark with which the sentence ends that the words were cut from. */
function endMark({ text }: Document, place: Span, around: Span): LeftOut[] {
  const tail = /^[^.!?]*\?/.exec(text.slice(place.end, around.end));
  if (!tail || text.slice(place.start, place.end).includes('?')) return [];
  const at = place.end + tail[0].length - 1;
  return [{ what: 'question mark', where: 'beside', start: at, end: at + 1 }];
}
