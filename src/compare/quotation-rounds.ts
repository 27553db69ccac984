import type { PrintedQuotation } from './printed-quotations.js';
import { type Member, wordingOf } from './quotation-groups.js';

/** Printings that are compared with each other: of each wording one quotation, or some of its sentences. */
export interface Round {
  readonly members: Set<Member>;
  /** By wording, the quotation that its sentences are of. */
  readonly quotations: Map<number, PrintedQuotation>;
}

/**
 * Groups of printings of one sentence as they are shown. What a wording prints at two places is parted, and what it
 * repeats is left out. Sentences that follow each other are one where the same wordings print them, or where some of
 * these leave one out, but not where each has one that the other leaves out. `isDifferent` tells whether the
 * printings of a round have other words.
 */
export function roundsOf(
  groups: readonly (readonly Member[])[],
  isDifferent: (round: Round) => boolean,
): Round[] {
  const rounds = new Set(groups.flatMap(inRounds));
  const places = new Map<PrintedQuotation, (Round | undefined)[]>();
  const place = (round: Round, { sentence: { quotation, number } }: Member) => {
    const list = places.get(quotation) ?? [];
    list[number] = round;
    places.set(quotation, list);
  };
  for (const round of rounds) for (const member of round.members) place(round, member);
  const join = (one: Round, other: Round): Round => {
    const [large, small] = one.members.size < other.members.size ? [other, one] : [one, other];
    for (const member of small.members) {
      add(large, member);
      place(large, member);
    }
    rounds.delete(small);
    return large;
  };
  const isShared = (a: Round, b: Round) => isAlone(a) === isAlone(b) && isWithin(a, b, isDifferent);
  for (const list of places.values()) joinNeighbours(list, isShared, join);
  const longer = longerIn([...places.values()]);
  const isLonger = (a: Round, b: Round) => {
    const [alone, shared] = isAlone(a) ? [a, b] : [b, a];
    const wordings = longer.get(shared);
    if (isAlone(shared) || !isAlone(alone) || wordings?.size !== 1) return false;
    // Either of the two may take in the other.
    longer.set(alone, wordings);
    return true;
  };
  for (const list of places.values()) joinNeighbours(list, isLonger, join);
  return [...rounds];
}

function isAlone({ quotations }: Round): boolean {
  return quotations.size === 1;
}

/** For what several wordings print, those that print more of the same quotation right before or after it. */
function longerIn(lists: readonly (readonly (Round | undefined)[])[]): Map<Round, Set<number>> {
  const longer = new Map<Round, Set<number>>();
  for (const list of lists) {
    const rounds = list.filter((round) => round !== undefined);
    for (const [at, round] of rounds.entries()) {
      if (isAlone(round)) continue;
      const around = [rounds[at - 1], rounds[at + 1]].filter((one) => one && isAlone(one));
      const wordings = around.flatMap((one) => [...(one?.quotations.keys() ?? [])]);
      longer.set(round, new Set([...(longer.get(round) ?? []), ...wordings]));
    }
  }
  return longer;
}

function joinNeighbours(
  list: readonly (Round | undefined)[],
  belong: (a: Round, b: Round) => boolean,
  join: (a: Round, b: Round) => Round,
): void {
  let before: Round | undefined;
  for (const at of list.keys()) {
    const round = list[at];
    if (!round) continue;
    before = before && before !== round && belong(before, round) ? join(before, round) : round;
  }
}

/** True if the wordings of one round are among the other's, with the same quotations, and have no other words if fewer. */
function isWithin(a: Round, b: Round, isDifferent: (round: Round) => boolean): boolean {
  const [large, small] = a.quotations.size < b.quotations.size ? [b, a] : [a, b];
  for (const [wording, quotation] of small.quotations) {
    if (large.quotations.get(wording) !== quotation) return false;
  }
  return large.quotations.size === small.quotations.size || !isDifferent(small);
}

function inRounds(group: readonly Member[]): Round[] {
  const rounds: Round[] = [];
  for (const member of group) {
    const { like } = member;
    const round = rounds.find((one) => like && one.members.has(like.member) && isFree(one, member));
    const again = rounds.flatMap(({ members }) => [...members].filter((one) => isAgain(one, member)));
    const isOwn = like && wordingOf(like.member) === wordingOf(member);
    if (round) add(round, member);
    else if (!like || again.some(({ sentence }) => sentence.quotation === member.sentence.quotation))
      rounds.push(roundOf(member));
    else if (!isOwn && again.length === 0) rounds.push(roundOf(like.member, member));
  }
  return rounds;
}

function roundOf(...members: readonly Member[]): Round {
  const round: Round = { members: new Set(), quotations: new Map() };
  for (const member of members) add(round, member);
  return round;
}

function add({ members, quotations }: Round, member: Member): void {
  members.add(member);
  quotations.set(wordingOf(member), member.sentence.quotation);
}

/** True if the member's wording prints nothing else in a round, or another sentence of the same quotation. */
function isFree(round: Round, member: Member): boolean {
  const own = round.quotations.get(wordingOf(member));
  if (own === undefined) return true;
  return own === member.sentence.quotation && ![...round.members].some((one) => isAgain(one, member));
}

/** True if a member is of the same wording as another, and both are of the same words of a third. */
function isAgain(one: Member, member: Member): boolean {
  if (wordingOf(one) !== wordingOf(member) || !member.like) return false;
  const { match, member: third } = member.like;
  const own = new Set(match.steps.flatMap(({ same, b }) => (same && b !== null ? [b] : [])));
  const [like, side] = third.like?.member === one ? [third.like, 'a' as const] : [one.like, 'b' as const];
  if (!like || (side === 'b' && like.member !== third)) return false;
  const shared = like.match.steps.filter((step) => step.same && own.has(step[side] ?? -1));
  return shared.length * 2 >= Math.min(own.size, like.match.same);
}
