import { lastNotAfter } from '../../text/offsets.js';
import { type Quotation, quotationsIn } from '../../text/quotation-marks.js';
import { type Span, shifted } from '../../text/span.js';
import { sentencesOf } from '../sentences.js';
import { REPORTING, REPORTING_ING, REPORTING_PLAIN } from './reporting-verbs.js';

/** A quotation, and who says it as far as the text around it does. */
export interface Speech {
  readonly quotation: Quotation;
  /** The words that name the speaker, as they stand: a name, "the judge", or a pronoun; null where none do. */
  readonly speaker: Span | null;
  /** The verb or phrase of saying ("claimed", "according to"); null where the speaker is taken from the quotation before. */
  readonly cue: Span | null;
}

const PLURAL_PRONOUN = `(?:I|[Ww]e|[Yy]ou|[Tt]hey)`;
const PRONOUN = `(?:[Hh]e|[Ss]he|[Ii]t|[Ww]ho|[Ww]hich|${PLURAL_PRONOUN})`;
const TITLE = String.raw`(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Prof|Rev|St|Jr|Sr)\.`;
const CAPITAL = String.raw`(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:But|And|So|If|As|At|In|On|For|When|While|After|Before|Also|Then|Now|That|This|There|Yet|Even|To|By|With|What|Why|How)(?![\p{L}-]))(?:${TITLE}|\p{Lu}\.(?:\p{Lu}\.)*|\p{Lu}[\p{L}\p{M}’'.-]*[\p{L}\p{M}])`;
const PARTICLE = `(?:of|the|de|la|al|bin|van|von|der|for|and|&)`;
const NAME = String.raw`(?:[Tt]he )?(?:[\p{Ll}-]+ (?=\p{Lu}[\p{L}]+ \p{Lu}))?${CAPITAL}(?: (?:${CAPITAL}|${PARTICLE}(?: ${PARTICLE})? ${CAPITAL}))*(?:[’']s? (?:\p{Ll}+ ){0,3}\p{Ll}+)?`;
const ROLE = String.raw`(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Mm]y|[Oo]ur|[Oo]ne|[Ss]ome|[Mm]any|[Aa]nother|[Bb]oth) (?:[\p{L}\p{M}’'-]+ ){0,4}?(?!(?:and|that|who|which|as|of|or|but|for|in|so|is|are|was|were|be|been|being|has|have|had|not)(?!\p{L}))[\p{L}\p{M}’'-]+`;
/** People who are named by what they do and without an article. */
const BARE =
  '[Pp]olice|[Oo]fficials|[Pp]rosecutors|[Aa]uthorities|[Ll]awyers|[Cc]ritics|[Ss]upporters|[Oo]pponents|[Aa]ides|[Ss]ources|[Ee]xperts|[Aa]nalysts|[Ii]nvestigators|[Ww]itnesses|[Oo]rganizers|[Oo]rganisers|[Aa]dvisers|[Aa]dvisors|[Ll]awmakers|[Rr]esidents|[Rr]esearchers|[Ss]cientists|[Dd]octors|[Aa]ctivists|[Rr]eporters|[Dd]iplomats|[Ss]pokespeople';
const SPEAKER = String.raw`(?:${PRONOUN}(?![\p{L}’'])|(?:\p{Ll}+ )?(?:${BARE})(?!\p{L})|${NAME}|${ROLE})`;
const ADVERB = String.raw`(?:(?:\p{Ll}+ly|also|then|once|later|just|even|still|further|again|has|have|had|would|will|could|can|may|might|must|did|does|not|never|\p{Ll}+n[’']t|(?:is|was|were|are|been|be)(?= (?:\p{Ll}+ly )?\p{Ll}+ing)) ){0,3}`;
const CLAIM = String.raw`(?:makes?|made|making) (?:the|an?|his|her|their) (?:[\p{L}-]+ ){0,2}(?:accusation|allegation|argument|charge|claim|comment|point|promise|remark|statement|suggestion)`;
const VERB = String.raw`(?:${CLAIM}|(?:${REPORTING})(?: (?:out|back|up)(?!\p{L}))?)`;
/** What may stand between a speaker and the verb: "Smith, a lawyer for the firm, said". */
const APPOSITION = String.raw`(?:, (?!and |but |or )[^,“”"\uE000]{2,90},|\s\([^)]{1,30}\),?)?`;
/** A subject and its verb of saying. */
const SUBJECT_AND_VERB = String.raw`(?:(?<speaker>${SPEAKER})${APPOSITION}\s(?<cue>${ADVERB}${VERB})|(?<plural>${PLURAL_PRONOUN})\s(?<said>${ADVERB}(?:${REPORTING_PLAIN})))(?![\p{L}-])`;

const SAID_BY = {
  // “…,” Smith said / “…,” said Smith
  after: new RegExp(String.raw`^[,\s]*${SUBJECT_AND_VERB}`, 'u'),
  afterInverted: new RegExp(String.raw`^[,\s]*(?<cue>${VERB})\s(?<speaker>${SPEAKER})`, 'u'),
  // Smith said[ …], “…
  before: new RegExp(String.raw`(?<![\p{L}’'-])${SUBJECT_AND_VERB}`, 'gu'),
  accordingTo: new RegExp(
    String.raw`(?<cue>[Aa]ccording to|[Ii]n the words of)\s(?<speaker>${SPEAKER})`,
    'gu',
  ),
  // “…,” said Smith, anywhere in a sentence
  inverted: new RegExp(String.raw`(?<=\uE000[,\s]*)(?<cue>${VERB})\s(?<speaker>${SPEAKER})`, 'gu'),
  // told by Smith, of whom it is said what others are told
  passive: new RegExp(String.raw`(?<cue>${VERB} by)\s(?<speaker>${SPEAKER})`, 'gu'),
  // …, calling it “…
  participle: new RegExp(
    String.raw`(?:,|\sby|\swhile|\sbefore|\safter)\s(?<cue>(?:\p{Ll}+ly )?(?:${REPORTING_ING}))(?![\p{L}-])`,
    'gu',
  ),
} as const;

/** Called “…” by Smith: the subject before it is spoken of. */
const PASSIVE = new RegExp(
  String.raw`(?:is|are|was|were|be|been|being)\s(?:\p{Ll}+ly\s)?(?:${VERB})(?!\p{L})[^.!?]*$`,
  'u',
);
const BY = new RegExp(String.raw`^\s*(?<cue>by)\s(?<speaker>${SPEAKER})`, 'u');

/** A subject stands after no preposition: "In his speech, Trump …". */
const PREPOSITION =
  /(?:^|\s)(?:in|at|on|of|to|from|with|by|for|after|before|during|about|over|than|against|into|under|between|through|since|until|as|like|near|amid|despite|and|or)\s(?:\p{Ll}+\s)?$/iu;
const ANY_SUBJECT = new RegExp(String.raw`(?<![\p{L}’'-])(?<speaker>${SPEAKER})(?=[\s,])`, 'gu');

/**
 * The quotations of one paragraph, each with its speaker where the same sentence names one next to a verb of
 * saying, before, after or around it; else, where it goes on from the quotation before, with the speaker of that.
 * A pronoun is left as it stands.
 */
export function speechIn(text: string): Speech[] {
  const quotations = quotationsIn(text);
  const outside = blankOut(text, quotations);
  const ends = sentenceEnds(text);
  /** By depth, who said the last quotation of which that is known. */
  const before: (Span | undefined)[] = [];
  return quotations.map((quotation) => {
    const own = attributionOf(quotation, outside, text, reachOf(quotation, ends));
    const { depth } = quotation;
    if (own?.speaker) before[depth] = own.speaker;
    return { quotation, ...(own ?? { speaker: before[depth] ?? null, cue: null }) };
  });
}

type Attribution = Pick<Speech, 'speaker' | 'cue'>;

/** The same text with all that is quoted as blanks, so that nothing in it is taken for a speaker. */
function blankOut(text: string, quotations: readonly Quotation[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, depth } of quotations) {
    if (depth > 0) continue;
    parts.push(text.slice(at, start), '\uE000'.repeat(end - start));
    at = end;
  }
  return parts.join('') + text.slice(at);
}

/** Nobody looks farther for a speaker, in UTF-16 code units; it bounds the work on texts that are no sentences. */
const MAX_REACH = 400;

/** Where the sentences of a text begin and where they end, in order. */
function sentenceEnds(text: string): { readonly starts: number[]; readonly ends: number[] } {
  const sentences = sentencesOf(text);
  return { starts: sentences.map(({ start }) => start), ends: sentences.map(({ end }) => end) };
}

/** The sentences around a quotation: from where the one begins in which it begins to where the one ends after it. */
function reachOf({ start, end }: Quotation, { starts, ends }: ReturnType<typeof sentenceEnds>): Span {
  const first = starts[lastNotAfter(starts, start)];
  const last = ends[lastNotAfter(ends, end - 1) + 1];
  return {
    start: Math.max(first ?? 0, start - MAX_REACH),
    end: Math.min(last ?? end, end + MAX_REACH),
  };
}

function attributionOf(
  { start, end, innerEnd }: Quotation,
  outside: string,
  text: string,
  reach: Span,
): Attribution | undefined {
  // A full stop inside the marks has ended the sentence, so what follows is about something else.
  const ended = text.charAt(innerEnd - 1) === '.' && end < text.length;
  const after = ended ? '' : outside.slice(end, afterReach(outside, end, reach.end));
  for (const pattern of [SAID_BY.after, SAID_BY.afterInverted]) {
    const match = pattern.exec(after);
    if (match) return placed(match, end);
  }
  const head = outside.slice(reach.start, start);
  const isSpokenOf = PASSIVE.test(head);
  const by = isSpokenOf ? BY.exec(after) : null;
  if (by) return placed(by, end);
  const patterns = [SAID_BY.before, SAID_BY.accordingTo, SAID_BY.passive, SAID_BY.participle];
  const nearest = inOrder(head, patterns).at(-1);
  if (nearest) {
    const said = placed(nearest, reach.start);
    if (said.speaker) return said;
    // A participle has the subject of its sentence.
    const subject = mainSubject(head.slice(0, nearest.index));
    return subject && { speaker: shifted(subject, reach.start), cue: said.cue };
  }
  const [first] = inOrder(after, [SAID_BY.before, SAID_BY.accordingTo]);
  if (first) return placed(first, end);
  // Within a sentence that has no verb of saying, whoever it is about is taken to use the words.
  const subject =
    /\p{L}/u.test(head.slice(lastSentence(head))) && !isSpokenOf ? mainSubject(head) : undefined;
  if (!subject || head.length - subject.end > WITHIN_REACH) return undefined;
  return { speaker: shifted(subject, reach.start), cue: null };
}

/** How far from its subject a quotation without a verb of saying may stand, in UTF-16 code units: farther, another clause has begun. */
const WITHIN_REACH = 50;

/** Where what follows the last mark of a sentence's end begins. */
function lastSentence(text: string): number {
  return Math.max(text.lastIndexOf('.'), text.lastIndexOf('!'), text.lastIndexOf('?')) + 1;
}

/** The matches of some patterns in order of their places. */
function inOrder(text: string, patterns: readonly RegExp[]): RegExpMatchArray[] {
  return patterns
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .sort((a, b) => (a.index ?? 0) - (b.index ?? 0));
}

/** The first that may be the subject of a clause. */
function mainSubject(clause: string): Span | undefined {
  for (const { index, groups } of clause.matchAll(ANY_SUBJECT)) {
    if (PREPOSITION.test(clause.slice(0, index))) continue;
    return { start: index, end: index + (groups?.speaker ?? '').length };
  }
  return undefined;
}

/** Where what follows a quotation ends: its sentence, or the one after it where the mark has ended it. */
function afterReach(outside: string, end: number, sentenceEnd: number): number {
  if (sentenceEnd > end) return sentenceEnd;
  const next = /[.!?]["”’']?\s|\n/.exec(outside.slice(end, end + MAX_REACH));
  return next ? end + next.index : Math.min(outside.length, end + MAX_REACH);
}

function placed(match: RegExpMatchArray, offset: number): Attribution {
  const base = offset + (match.index ?? 0);
  const { groups = {} } = match;
  const [speaker, cue] = [groups.speaker ?? groups.plural, groups.cue ?? groups.said];
  const find = (part: string | undefined, from: number) => {
    const at = match[0].indexOf(part ?? '', from);
    return part ? { start: base + at, end: base + at + part.length } : null;
  };
  const inverted = match[0].indexOf(cue ?? '') < match[0].indexOf(speaker ?? '');
  return {
    speaker: find(speaker, inverted ? (cue ?? '').length : 0),
    cue: find(cue, inverted ? 0 : (speaker ?? '').length),
  };
}

/** How a passage introduces what is said, and the words that name who says it. */
export interface Introduction {
  /** The words themselves: "he claimed that", "according to the judge". */
  readonly words: Span;
  /** The name, "the judge" or pronoun among them. */
  readonly speaker: Span;
}

/** How much of a sentence is read for introductions, in UTF-16 code units: no sentence in prose is longer. */
const MAX_CLAUSE = 1500;

/** A clause before the subject that says in what spirit it is said: "To exonerate himself, he …". */
const LEAD_IN =
  /^(?:To|In|By|While|When|Despite|After|Before|Speaking|Asked|Pressed|\p{Lu}\p{Ll}+ing)\s[^,\uE000]{2,50},\s$/u;

/** The phrases outside of quotation marks that introduce what somebody says, in order and apart. */
export function introductionsIn(text: string): Introduction[] {
  const outside = blankOut(text, quotationsIn(text));
  const found: Introduction[] = [];
  const add = (words: Span, speaker: Span | null) => {
    const last = found.at(-1);
    if (speaker && (!last || last.words.end <= words.start)) found.push({ words, speaker });
  };
  for (const sentence of sentencesOf(outside)) {
    const clause = outside.slice(sentence.start, Math.min(sentence.end, sentence.start + MAX_CLAUSE));
    for (const match of inOrder(clause, [SAID_BY.before, SAID_BY.accordingTo, SAID_BY.inverted])) {
      const { speaker, cue } = placed(match, sentence.start);
      const ends = [speaker?.end ?? 0, cue?.end ?? 0];
      const starts = [speaker, cue].flatMap((part) => part?.start ?? []);
      const end = Math.max(...ends);
      const that = /^ that(?!\p{L})/u.test(outside.slice(end)) ? ' that'.length : 0;
      const head = clause.slice(0, Math.min(...starts) - sentence.start);
      const start = LEAD_IN.test(head) ? sentence.start : Math.min(...starts);
      add({ start, end: end + that }, speaker);
    }
  }
  return found;
}

const PRONOUN_ALONE = new RegExp(`^${PRONOUN}$`, 'u');

/** Who is named next to a verb of saying, as it stands there; pronouns are left out. */
export function speakersIn(text: string): string[] {
  const spans = [
    ...speechIn(text).flatMap(({ speaker }) => speaker ?? []),
    ...introductionsIn(text).map(({ speaker }) => speaker),
  ];
  return spans.map(({ start, end }) => text.slice(start, end)).filter((name) => !PRONOUN_ALONE.test(name));
}
