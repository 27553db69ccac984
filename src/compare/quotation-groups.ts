import type { PrintedQuotation, PrintedSentence } from './printed-quotations.js';
import { matchOf, mayMatch, type SentenceMatch } from './quotation-match.js';
import { speakersOf } from './quotation-speakers.js';

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
  /** Quotations of which two sentences are one: so may others be. */
  const ofOne = new Map<PrintedQuotation, Set<PrintedQuotation>>();
  for (const { folded, quotation } of sentences) {
    const key = folded.join(' ');
    alike.set(key, (alike.get(key) ?? new Set()).add(quotation.wording));
  }
  for (const sentence of sentences.toSorted((a, b) => b.words.length - a.words.length)) {
    const mayBeOf = (member: Member, match: SentenceMatch) =>
      ofOne.get(sentence.quotation)?.has(member.sentence.quotation) ||
      (groups.get(member) ?? []).every((one) =>
        isOneUtterance(sentence, one.sentence, member.sentence, match),
      );
    const { like, isCut } = mostLike(sentence, having, mayBeOf, alike.get(sentence.folded.join(' ')));
    const known = like && groups.get(like.member);
    const isJoined = known !== null && known !== undefined && known.length < MAX_PRINTINGS;
    const member: Member = { sentence, like: isJoined ? like : null, isCut: isCut || (!isJoined && !!like) };
    const group = isJoined ? known : [];
    group.push(member);
    if (member.like) {
      const [own, other] = [sentence.quotation, member.like.member.sentence.quotation];
      ofOne.set(own, (ofOne.get(own) ?? new Set()).add(other));
      ofOne.set(other, (ofOne.get(other) ?? new Set()).add(own));
    }
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
  mayBeOf: (member: Member, match: SentenceMatch) => boolean,
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
    const isOne = isSaid || isRepeated(sentence, member.sentence, match);
    return isOne && mayBeOf(member, match) ? [{ member, match }] : [];
  });
  const [best] = found.sort(
    (a, b) => b.match.same - a.match.same || isElsewhere(b) - isElsewhere(a) || distance(a) - distance(b),
  );
  // Printings that have nothing but frequent words of it are not all known.
  const isCut = !best && (near.length > MAX_COMPARED_PRINTINGS || mayMatch(frequent, sentence));
  return { like: best ?? null, isCut };
}

/** So many words in a row, the same in both, are one utterance, whoever is said to say them. */
const MIN_SAME_IN_ROW = 4;
/** So much of a sentence is the same where nothing tells that one speaker says both, and where two may. */
const SAME_OF_ANYBODY = 0.7;
const SAME_IN_DOUBT = 0.8;

/** True if a sentence may be of the utterance of `known`, which is of one group with `like`, the one that it matches. */
function isOneUtterance(
  sentence: PrintedSentence,
  known: PrintedSentence,
  like: PrintedSentence,
  { same, steps }: SentenceMatch,
): boolean {
  const speakers = speakersOf(sentence.quotation, known.quotation);
  const length = sentence.folded.length;
  const isVerbatim = same === length && steps.length === length;
  if (speakers === 'other') return isVerbatim && same >= MIN_SAME_IN_ROW;
  if (known !== like || speakers === 'same' || isVerbatim) return true;
  return (
    same >= length * (speakers === 'open' ? SAME_OF_ANYBODY : SAME_IN_DOUBT) && !goOnOtherwise(sentence, like)
  );
}

/** So many sentences after one are looked through for the one that follows it elsewhere. */
const MAX_FOLLOWING = 8;

/** True if each of two sentences is followed by one that the other's quotation has not after it. */
function goOnOtherwise(one: PrintedSentence, other: PrintedSentence): boolean {
  const after = ({ quotation, number }: PrintedSentence) =>
    quotation.sentences.slice(number + 1, number + 1 + MAX_FOLLOWING);
  const [own, others] = [after(one), after(other)];
  const isNone = (list: readonly PrintedSentence[], next: PrintedSentence | undefined) =>
    next?.follows === true && list.every((sentence) => !areAlike(sentence, next));
  return isNone(others, own[0]) && isNone(own, others[0]);
}

function areAlike(one: PrintedSentence, other: PrintedSentence): boolean {
  const [short, long] = one.words.length <= other.words.length ? [one, other] : [other, one];
  return matchOf(short, long) !== undefined;
}

/** Fewer words than this, which nobody is said to say, are a scare quote, or the title of a work. */
const MIN_REPEATED_WORDS = 3;

/** Of so many words one may be another, or be more than the other has. */
const MIN_REPEATED_BUT_ONE = 5;

/** True if what nobody is said to say is what another prints, or words in a row of it, a word apart if they are more. */
function isRepeated(short: PrintedSentence, long: PrintedSentence, { same, steps }: SentenceMatch): boolean {
  const length = short.words.length;
  if (length >= MIN_REPEATED_BUT_ONE && same >= length - 1 && steps.length <= length + 1) return true;
  return same === length && (length >= MIN_REPEATED_WORDS || length === long.words.length);
}
