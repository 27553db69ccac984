import type { PrintedSentence } from './printed-quotations.js';
import { matchOf, mayMatch, type SentenceMatch } from './quotation-match.js';

/** A printing of a sentence, and the one that it is most like, which is no shorter; null for the longest of all. */
export interface Member {
  readonly sentence: PrintedSentence;
  readonly like: { readonly member: Member; readonly match: SentenceMatch } | null;
  /** True where it was not compared with all that may be like it, since they are so many. */
  readonly isCut: boolean;
}

/** Which wording of the statement prints it. */
export function wordingOf({ sentence }: Member): number {
  return sentence.quotation.wording;
}

/** Statements that are compared have no more sentences with one word in common; it bounds the work on other texts. */
const MAX_PRINTINGS = 64;
/** With how many printings another is compared, those first that have most words of it. */
const MAX_COMPARED_PRINTINGS = 8;

/**
 * Printings of one sentence together, the longest first. A sentence is compared with those of other quotations that
 * are no shorter, and belongs with the one that it has most words in common with; of several, with the one whose
 * place in its quotation is most like its own. What nobody is said to say only joins what somebody is.
 */
export function groupsOf(sentences: readonly PrintedSentence[]): Member[][] {
  /** By word, the printings that have it. */
  const having = new Map<string, Member[]>();
  const groups = new Map<Member, Member[]>();
  const alike = new Map<string, Set<number>>();
  for (const { folded, quotation } of sentences) {
    const key = folded.join(' ');
    alike.set(key, (alike.get(key) ?? new Set()).add(quotation.wording));
  }
  for (const sentence of sentences.toSorted((a, b) => b.words.length - a.words.length)) {
    const { like, isCut } = mostLike(sentence, having, alike.get(sentence.folded.join(' ')));
    const known = like && groups.get(like.member);
    const isJoined = known !== null && known !== undefined && known.length < MAX_PRINTINGS;
    const member: Member = { sentence, like: isJoined ? like : null, isCut: isCut || (!isJoined && !!like) };
    const group = isJoined ? known : [];
    group.push(member);
    groups.set(member, group);
    for (const word of new Set(sentence.folded)) {
      const printings = having.get(word) ?? [];
      if (printings.length < MAX_PRINTINGS) printings.push(member);
      having.set(word, printings);
    }
  }
  return [...new Set(groups.values())];
}

/** `asIs` is the wordings that print the same words: other words are of another sentence there. */
function mostLike(
  sentence: PrintedSentence,
  having: ReadonlyMap<string, readonly Member[]>,
  asIs: ReadonlySet<number> = new Set(),
): Pick<Member, 'like' | 'isCut'> {
  const shared = new Map<Member, number>();
  let frequent = 0;
  for (const word of sentence.folded) {
    const printings = having.get(word) ?? [];
    if (printings.length >= MAX_PRINTINGS) frequent++;
    for (const member of printings) {
      if (member.sentence.quotation === sentence.quotation) continue;
      shared.set(member, (shared.get(member) ?? 0) + 1);
    }
  }
  const { teller, wording, isSaid } = sentence.quotation;
  const distance = ({ member }: { member: Member }) => Math.abs(member.sentence.number - sentence.number);
  const isElsewhere = ({ member }: { member: Member }) =>
    Number(member.sentence.quotation.teller !== teller) * 2 + Number(wordingOf(member) !== wording);
  const near = [...shared].filter(([, words]) => mayMatch(words, sentence)).sort(([, a], [, b]) => b - a);
  const found = near.slice(0, MAX_COMPARED_PRINTINGS).flatMap(([member]) => {
    const match = matchOf(sentence, member.sentence);
    if (!match || (asIs.has(wordingOf(member)) && match.steps.length > match.same)) return [];
    return isSaid || isRepeated(sentence, member.sentence, match) ? [{ member, match }] : [];
  });
  const [best] = found.sort(
    (a, b) => b.match.same - a.match.same || isElsewhere(b) - isElsewhere(a) || distance(a) - distance(b),
  );
  // Printings that have nothing but frequent words of it are not all known.
  const isCut = !best && (near.length > MAX_COMPARED_PRINTINGS || mayMatch(frequent, sentence));
  return { like: best ?? null, isCut };
}

/** Fewer words than this, which nobody is said to say, are a scare quote, or the title of a work. */
const MIN_REPEATED_WORDS = 3;

/** True if what nobody is said to say is what another prints, or words in a row of it. */
function isRepeated(short: PrintedSentence, long: PrintedSentence, { same }: SentenceMatch): boolean {
  const length = short.words.length;
  return same === length && (length >= MIN_REPEATED_WORDS || length === long.words.length);
}
