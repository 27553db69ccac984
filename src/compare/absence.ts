import { itemAt } from '../text/entry.js';
import type { Group, Placed } from './sentence-groups.js';
import type { Tellings } from './tellings.js';

/** Who has nothing like a statement, of those on its story that do not report it. */
export interface Absence {
  /** Those in which nothing like it stands, and that are not the ones to say it in other words. */
  readonly missing: readonly string[];
  /** Those in which something stands that may be it, that may say it in other words, or that were not looked through. */
  readonly unclear: readonly string[];
}

/*
 * Of statements that are like no sentence of a document, one in nine stands there in other words. Four marks make that
 * unlikely, and three of them must be met. Rules of this kind were weighed on ten of twenty judged stories and tried on
 * the other ten, five times: of the likeliest 75 claims 96.5 % were so, of 100 95.6 %, of 150 94.0 %, of 300 90.6 %.
 */
const MARKS = 3;
/** It has so many telling words: what has fewer may be said in others, and what has more says several things. */
const MIN_TOLD = 8;
const MAX_TOLD = 24;
/** It is told so late in its document, in sentences before it: what is told first others tell too. */
const LATE = 12;
/** The other has so few sentences: more of them say more. (The fourth mark is that somebody is quoted.) */
const SHORT = 20;

/** A row of several that is less sure than this may be two statements, so it says nothing of others: of so sure ones 1 in 20 is. */
const SURE = 0.5;

/** What says who has nothing like the statement of a group, where `having` report it. `sureness` is that of the row. */
export function absenceIn({ tellings, pairing, isCut }: Tellings, places: readonly Placed[]) {
  const byTeller = new Map<string, number[]>();
  for (const [at, { document }] of tellings.entries())
    byTeller.set(document.teller, [...(byTeller.get(document.teller) ?? []), at]);
  const others = [...byTeller].map(([teller, own]) => {
    const told = own.map((at) => itemAt(tellings, at));
    const isShort = told.reduce((sum, one) => sum + one.told.sentences.length, 0) <= SHORT;
    return { teller, own, isShort, isKnown: !isCut && told.every(({ isWhole }) => isWhole) };
  });
  return (group: Group, having: ReadonlySet<string>, sureness: number): Absence => {
    const sentences = group.map((number) => itemAt(places, number));
    const marks = marksOf(sentences);
    const missing: string[] = [];
    const unclear: string[] = [];
    for (const { teller, own, isShort, isKnown } of others) {
      if (having.has(teller)) continue;
      const isMissing =
        isKnown &&
        sureness >= SURE &&
        marks + Number(isShort) >= MARKS &&
        own.every((at) => sentences.every((sentence) => likenessIn(at, sentence, pairing) === 0));
      (isMissing ? missing : unclear).push(teller);
    }
    return { missing, unclear };
  };
}

/** How many marks of a statement itself are met. */
function marksOf(sentences: readonly Placed[]): number {
  const told = new Set(sentences.flatMap(({ sentence }) => [...sentence.keys])).size;
  const first = Math.min(...sentences.map(({ at }) => at));
  const isQuoted = sentences.some(({ sentence }) => sentence.quoted.length > 0);
  return [told >= MIN_TOLD && told <= MAX_TOLD, first >= LATE, isQuoted].filter(Boolean).length;
}

/** How alike a sentence is to that of a telling which is most like it; 1 where that was not looked at. */
function likenessIn(telling: number, { telling: own, at }: Placed, pairing: Tellings['pairing']): number {
  const compared = pairing(Math.min(own, telling), Math.max(own, telling));
  if (!compared) return 1;
  return (own < telling ? compared.bestOfA : compared.bestOfB)[at] ?? 1;
}
