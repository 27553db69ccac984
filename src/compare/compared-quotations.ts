import { meets, type Span } from '../text/span.js';
import { type PrintedSentence, printedQuotations } from './printed-quotations.js';
import { groupsOf, type Member, wordingOf } from './quotation-groups.js';
import { sentenceDifferences } from './quotation-match.js';
import { type Round, roundsOf } from './quotation-rounds.js';
import type { Statement } from './statements.js';

/** A quotation as the wordings of a statement print it. */
export interface ComparedQuotation {
  /**
   * `identical`: the same words, typography, spelling and what an outlet adds in brackets apart; `part`: no other words, and
   * one prints only a part of what another does; `different`: other words at one place of a sentence at least;
   * `alone`: quoted in one outlet only; `uncompared`: so many are like it that it was not looked for in all of them.
   */
  readonly kind: 'identical' | 'part' | 'different' | 'alone' | 'uncompared';
  /** Where each wording prints it, or null. Attribution may stand inside. */
  readonly places: readonly (Span | null)[];
  /** For each wording, one that prints words of it that this leaves out, by its place in the statement, or null. */
  readonly partOf: readonly (number | null)[];
  /** The words that name the speaker in each wording, where they stand next to a verb of saying. */
  readonly speakers: readonly (Span | null)[];
  /** How the others differ from the one that they are most like, word by word within sentences that both have. */
  readonly differences: readonly QuotationDifference[];
  /** Where they print the same words in another spelling: British or American, contracted, abbreviated. */
  readonly spellings: readonly QuotationDifference[];
}

/** Words that one wording of a quotation has and another has not so. */
export interface QuotationDifference {
  /** The wordings that differ, by their place in the statement, and what each has there; null for nothing. */
  readonly first: { readonly wording: number; readonly span: Span | null };
  readonly second: { readonly wording: number; readonly span: Span | null };
}

/**
 * The quotations of a statement, in the order in which they are first printed.
 *
 * @param stretches for each passage what of it is compared, places in its document: sentences outside are left out;
 *   the whole without one
 * @param isCrowded true where others were not looked through, so that none is said to be in one outlet only
 */
export function compareQuotations(
  statement: Statement,
  stretches: readonly Span[] = statement,
  isCrowded = false,
): ComparedQuotation[] {
  const sentences = statement
    .flatMap(printedQuotations)
    .flatMap((quotation) => quotation.sentences)
    .filter(({ quotation, span }) => {
      const stretch = stretches[quotation.wording];
      return stretch !== undefined && meets(span, stretch);
    });
  const groups = groupsOf(sentences);
  const said = groups.filter((group) => group.some(({ sentence }) => sentence.quotation.isSaid));
  const isDifferent = (round: Round) => standingsOf(round).some(({ differences }) => differences.length > 0);
  return roundsOf(said, isDifferent)
    .sort(byPlace)
    .map((round) => comparedQuotation(round, statement, isCrowded));
}

/** In the order of where they are first printed. */
function byPlace(one: Round, other: Round): number {
  const [a, b] = [firstOf(one), firstOf(other)];
  return wordingOf(a) - wordingOf(b) || a.sentence.span.start - b.sentence.span.start;
}

function firstOf({ members }: Round): Member {
  return [...members].reduce((a, b) => {
    const order = wordingOf(b) - wordingOf(a) || b.sentence.span.start - a.sentence.span.start;
    return order < 0 ? b : a;
  });
}

/** How what one wording prints stands to what another does. */
interface Standing {
  readonly own: number;
  readonly other: number;
  readonly differences: readonly QuotationDifference[];
  readonly spellings: readonly QuotationDifference[];
  readonly isMoreInOwn: boolean;
  readonly isMoreInOther: boolean;
}

/** Of each sentence how what is like it stands to it, all sentences of a wording together. */
function standingsOf({ members }: Round): Standing[] {
  const byOther = new Map<Member, Map<number, Member[]>>();
  for (const member of members) {
    if (!member.like || !members.has(member.like.member)) continue;
    const byWording = byOther.get(member.like.member) ?? new Map<number, Member[]>();
    byWording.set(wordingOf(member), [...(byWording.get(wordingOf(member)) ?? []), member]);
    byOther.set(member.like.member, byWording);
  }
  return [...byOther].flatMap(([other, byWording]) =>
    [...byWording.values()].map((own) => standingOf(own, other, byOther)),
  );
}

/** How the sentences of one wording stand to the longer one that all of them are like. */
function standingOf(
  own: readonly Member[],
  other: Member,
  byOther: ReadonlyMap<Member, ReadonlyMap<number, readonly Member[]>>,
): Standing {
  const [wording, otherWording] = [own[0] ? wordingOf(own[0]) : 0, wordingOf(other)];
  const told = wordsLike(own);
  const differences: QuotationDifference[] = [];
  const spellings: QuotationDifference[] = [];
  let isMoreInOwn = false;
  for (const member of own) {
    const { sentence, like } = member;
    if (!like) continue;
    const inShort = wordsLike(byOther.get(member)?.get(otherWording) ?? []);
    const found = sentenceDifferences(like.match, sentence, other.sentence, { inShort, inLong: told });
    for (const at of found.inLong) told.add(at);
    isMoreInOwn ||=
      isMore(sentence, new Set([...inShort, ...found.inShort])) || sentence.rest !== other.sentence.rest;
    const sided = ([span, otherSpan]: readonly [Span | null, Span | null]): QuotationDifference => {
      const [one, another] = [
        { wording, span },
        { wording: otherWording, span: otherSpan },
      ];
      return wording < otherWording ? { first: one, second: another } : { first: another, second: one };
    };
    differences.push(...found.pairs.map(sided));
    spellings.push(...found.respelt.map(sided));
  }
  const isMoreInOther = isMore(other.sentence, told);
  return { own: wording, other: otherWording, differences, spellings, isMoreInOwn, isMoreInOther };
}

/** The words of the one that all of `members` are like which these have too, by their numbers. */
function wordsLike(members: readonly Member[]): Set<number> {
  const steps = members.flatMap(({ like }) => like?.match.steps ?? []);
  return new Set(steps.flatMap(({ same, b }) => (same && b !== null ? [b] : [])));
}

/** True if a sentence has words besides those told of, other than those that its outlet adds. */
function isMore({ words, bracketed }: PrintedSentence, told: ReadonlySet<number>): boolean {
  return words.some((_, at) => !told.has(at) && !bracketed.has(at));
}

function comparedQuotation(round: Round, statement: Statement, isCrowded: boolean): ComparedQuotation {
  const standings = standingsOf(round);
  const partOf: (number | null)[] = statement.map(() => null);
  for (const { own, other, isMoreInOwn, isMoreInOther } of standings) {
    if (isMoreInOther) partOf[own] ??= other;
    if (isMoreInOwn) partOf[other] ??= own;
  }
  for (const [wording, longer] of leftOut(round)) partOf[wording] ??= longer;
  const differences = standings.flatMap((standing) => standing.differences).sort(byWording);
  const spellings = standings.flatMap((standing) => standing.spellings).sort(byWording);
  const tellers = new Set([...round.quotations.keys()].map((wording) => statement[wording]?.document.teller));
  const isPart = partOf.some((longer) => longer !== null);
  const alone = isCrowded || [...round.members].some(({ isCut }) => isCut) ? 'uncompared' : 'alone';
  return {
    kind: tellers.size < 2 ? alone : differences.length > 0 ? 'different' : isPart ? 'part' : 'identical',
    places: statement.map((_, at) => placeOf(round, at)),
    partOf,
    speakers: statement.map((_, at) => round.quotations.get(at)?.speaker ?? null),
    differences,
    spellings,
  };
}

/** The wordings that leave a whole sentence out, each with one that prints it. */
function leftOut({ members, quotations }: Round): (readonly [number, number])[] {
  /** By the longest printing of a sentence, the wordings that print it. */
  const printing = new Map<Member, Set<number>>();
  const longest = (member: Member): Member =>
    member.like && members.has(member.like.member) ? longest(member.like.member) : member;
  for (const member of members) {
    const first = longest(member);
    printing.set(first, (printing.get(first) ?? new Set()).add(wordingOf(member)));
  }
  return [...printing].flatMap(([first, wordings]) =>
    [...quotations.keys()]
      .filter((wording) => !wordings.has(wording))
      .map((wording) => [wording, wordingOf(first)] as const),
  );
}

function byWording(one: QuotationDifference, other: QuotationDifference): number {
  return one.first.wording - other.first.wording || one.second.wording - other.second.wording;
}

/** Where a wording prints it, from its first to its last word. */
function placeOf({ members }: Round, wording: number): Span | null {
  const spans = [...members]
    .filter((member) => wordingOf(member) === wording)
    .map(({ sentence }) => sentence.span);
  if (spans.length === 0) return null;
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}
