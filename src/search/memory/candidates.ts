import { saturated } from '../bm25.js';
import { type CandidateRequest, PLACES_OF_A_QUERY } from '../engine.js';
import { rarestFirst, within } from '../rarest.js';
import { hasRow } from '../row.js';
import type { Gathering } from './gathering.js';
import type { SegmentedIndex } from './segmented-index.js';

/** What decides between passages, and in which room sums are gathered. */
export interface CandidateTools {
  readonly gathering: Gathering;
  /** True if the passage in a slot passes the filter; undefined where all do. */
  readonly passes: ((slot: number) => boolean) | undefined;
}

/** Slots that may answer, roughly the best first and equals in order of the corpus, and whether these are all. */
export interface CandidateSlots {
  readonly slots: readonly number[];
  readonly complete: boolean;
}

/**
 * The passages that have the rarest keys, by BM25; where common keys are left out for that, half of `limit` are
 * those that have most of the weight of all keys, and all of it where no key is left.
 */
export function candidateSlots(
  index: SegmentedIndex,
  request: CandidateRequest,
  tools: CandidateTools,
): CandidateSlots {
  const { weights, limit } = request;
  const telling = [...weights.keys()]
    .filter((key) => !index.lexicon.isCommonKey(key))
    .map((key) => ({ key, frequency: index.frequency(key) }));
  const chosen = within(rarestFirst(telling, index.lexicon), PLACES_OF_A_QUERY);
  const all = chosen.length === weights.size;
  const found = byScore(index, chosen, request, tools);
  if (all) return found;
  const half = chosen.length === 0 ? limit : Math.ceil(limit / 2);
  const heaviest = byWeight(index, { ...request, limit: half }, tools);
  const slots = new Set([...found.slots.slice(0, half), ...heaviest.slots, ...found.slots]);
  return { slots: [...slots].slice(0, limit), complete: heaviest.complete };
}

/** The slots that have some keys, best first by BM25. */
function byScore(
  index: SegmentedIndex,
  keys: readonly number[],
  request: CandidateRequest,
  { gathering, passes }: CandidateTools,
): CandidateSlots {
  gathering.clear();
  for (const key of keys) {
    const weight = index.weight(key);
    index.visit(key, (slot, times) => {
      gathering.add(slot, weight * saturated(times, index.lengthOf(slot), index.averageLength));
    });
  }
  const tie = (a: number, b: number) => index.placeOf(a) - index.placeOf(b);
  return wanted(index, gathering, request, passes, tie);
}

/** The slots with most of the weight of all keys, the shortest of equals first. */
function byWeight(
  index: SegmentedIndex,
  request: CandidateRequest,
  { gathering, passes }: CandidateTools,
): CandidateSlots {
  gathering.clear();
  for (const [key, weight] of request.weights) index.visit(key, (slot) => gathering.add(slot, weight));
  const tie = (a: number, b: number) =>
    index.lengthOf(a) - index.lengthOf(b) || index.placeOf(a) - index.placeOf(b);
  return wanted(index, gathering, request, passes, tie);
}

/** The best of what was gathered that has the phrases and passes the filter. */
function wanted(
  index: SegmentedIndex,
  gathering: Gathering,
  { phrases, limit }: CandidateRequest,
  passes: CandidateTools['passes'],
  tie: (a: number, b: number) => number,
): CandidateSlots {
  if (!passes && phrases.length === 0) {
    const slots = gathering.largest(limit, tie);
    return { slots, complete: gathering.slots.length <= limit };
  }
  const slots: number[] = [];
  for (const slot of gathering.largest(gathering.slots.length, tie)) {
    const { forms } = index.read(slot);
    if (!phrases.every((phrase) => hasRow(index.lexicon, forms, phrase))) continue;
    if (passes && !passes(slot)) continue;
    if (slots.length === limit) return { slots, complete: false };
    slots.push(slot);
  }
  return { slots, complete: true };
}
