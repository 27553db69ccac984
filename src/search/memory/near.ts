import { mayPartWords } from '../../text/folder.js';
import { claimedWeights, LOOKED_AT, stretchOf } from '../claimed.js';
import { densest } from '../densest.js';
import type { NearPassage, NearRequest } from '../engine.js';
import { atLeastOneWithin, rarestFirst } from '../rarest.js';
import type { Gathering } from './gathering.js';
import type { SegmentedIndex } from './segmented-index.js';

/**
 * The passages that have most of a claim's weight in one stretch, most first, of those that share its rarest
 * words and have enough of it to word it nearly so.
 */
export async function nearPassages(
  index: SegmentedIndex,
  request: NearRequest,
  gathering: Gathering,
): Promise<NearPassage[]> {
  const weights = await claimedWeights(request, async (word) => index.keysFor(word));
  const whole = request.words.reduce((sum, { weight }) => sum + weight, 0);
  const size = stretchOf(request);
  const found: NearPassage[] = [];
  for (const slot of richest(index, [...weights.keys()], request, gathering)) {
    const passage = index.passageIn(slot);
    // Words that a line end parts have no key of their own, so that nothing can be told from keys.
    const bound = mayPartWords(passage.text) ? 1 : densest(index.keysAround(slot), weights, size) / whole;
    if (bound >= request.leastShare) found.push({ passage, bound });
  }
  return found.sort((a, b) => b.bound - a.bound).slice(0, request.limit);
}

/** The slots that have most of the weight of some keys, the rarest keys counted first. */
function richest(
  index: SegmentedIndex,
  keys: readonly number[],
  { places, limit }: NearRequest,
  gathering: Gathering,
): number[] {
  gathering.clear();
  // Function words are not indexed, and are in every sentence.
  const telling = keys.filter((key) => !index.lexicon.isCommonKey(key));
  const known = (telling.length > 0 ? telling : [...keys]).map((key) => ({
    key,
    frequency: index.frequency(key),
  }));
  for (const key of atLeastOneWithin(rarestFirst(known, index.lexicon), places)) {
    const weight = index.weight(key);
    index.visit(key, (slot) => gathering.add(slot, weight));
  }
  return gathering.largest(limit * LOOKED_AT, (a, b) => index.placeOf(a) - index.placeOf(b));
}
