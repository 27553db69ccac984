import { mayPartWords } from '../../text/folder.js';
import { claimedWeights, LOOKED_AT, readings, stretchOf } from '../claimed.js';
import { densest } from '../densest.js';
import type { NearPassage, NearRequest } from '../engine.js';
import { atLeastOneWithin, rarestFirst } from '../rarest.js';
import { statisticsByWord } from '../statistics-by-word.js';
import type { PhraseParts } from './phrase.js';
import type { WordsKnown } from './words-known.js';

/** What near passages are found with. */
export interface NearParts extends PhraseParts {
  readonly words: WordsKnown;
}

/**
 * The passages that have most of a claim's weight in one stretch, most first, of those that share its rarest
 * words and have enough of it to word it nearly so.
 */
export async function nearPassages(request: NearRequest, parts: NearParts): Promise<NearPassage[]> {
  const { lexicon, search, store, reader, words } = parts;
  const all = request.words.flatMap(({ text }) => readings(text));
  const known = await statisticsByWord(all, words);
  const weights = await claimedWeights(request, async (word) => known.get(word)?.keys ?? []);
  const telling = [...weights.keys()].filter((key) => !lexicon.isCommonKey(key));
  // Function words are in every sentence.
  const keys = telling.length > 0 ? telling : [...weights.keys()];
  const frequencies = await words.frequencies(keys);
  const counted = keys.map((key, at) => ({ key, frequency: frequencies[at] ?? 0 }));
  const chosen = atLeastOneWithin(rarestFirst(counted, lexicon), request.places);
  if (chosen.length === 0) return [];
  const worth = await words.weights(chosen);
  const places = await search.places({
    should: chosen.map((key, at) => search.weighed(key, worth[at] ?? 0)),
    limit: request.limit * LOOKED_AT,
  });
  const passages = await store.allPassages(places);
  const whole = request.words.reduce((sum, { weight }) => sum + weight, 0);
  const size = stretchOf(request);
  const found: NearPassage[] = [];
  for (const passage of passages) {
    // Words that a line end parts have no key of their own, so that nothing can be told from keys.
    const isParted = mayPartWords(passage.text);
    const bound = isParted ? 1 : densest(reader.keysAround(passage), weights, size) / whole;
    if (bound >= request.leastShare) found.push({ passage, bound });
  }
  return found.sort((a, b) => b.bound - a.bound).slice(0, request.limit);
}
