import { entry } from '../text/entry.js';
import { saturation } from './bm25.js';
import type { Engine } from './engine.js';
import type { Scored } from './ranking.js';

/**
 * Pseudo-relevance feedback as in RM3 (Abdul-Jaleel et al., 2004): what the best passages talk about counts as
 * asked for too, at less than half of the weight of what was asked. These numbers are within the range in common
 * use; on the judged collections the results hardly move within it.
 */
const FEEDBACK = { passages: 5, words: 30, asked: 0.6 };

/** A word of letters; numbers and single letters say nothing of what a passage talks about. */
const WORD = /\p{L}{2}/u;

/**
 * What passages are worth when the best of them have a say, in the order of `ranked`, which is best first.
 * `asked` is how many words were asked for.
 */
export async function withFeedback(
  ranked: readonly Scored[],
  asked: number,
  engine: Engine,
): Promise<Scored[]> {
  const model = await modelOf(ranked.slice(0, FEEDBACK.passages), asked, engine);
  return ranked.map((scored) => {
    const { words } = scored;
    const counts = new Map<number, number>();
    for (const key of words.keys) if (entry(model, key) > 0) counts.set(key, (counts.get(key) ?? 0) + 1);
    const saturated = saturation(words.length, engine.averageLength);
    let { score } = scored;
    for (const [key, times] of counts) score += entry(model, key) * saturated(times);
    return { ...scored, score };
  });
}

/** By key, how much of a word that some passages use most counts as asked for, times what it weighs; 0 for others. */
async function modelOf(best: readonly Scored[], asked: number, engine: Engine): Promise<Float64Array> {
  const { lexicon } = engine;
  const total = best.reduce((sum, { score }) => sum + score, 0);
  const shares = new Map<number, number>();
  for (const { words, score } of best) {
    const share = score / total / words.length;
    for (const key of words.keys) shares.set(key, (shares.get(key) ?? 0) + share);
  }
  const telling = [...shares].filter(([key]) => !lexicon.isCommonKey(key) && WORD.test(lexicon.keyAt(key)));
  const most = telling.sort(([x, a], [y, b]) => b - a || lexicon.compareKeys(x, y)).slice(0, FEEDBACK.words);
  const sum = most.reduce((all, [, share]) => all + share, 0);
  const scale = (asked * (1 - FEEDBACK.asked)) / FEEDBACK.asked / sum;
  const weights = await engine.weights(most.map(([key]) => key));
  const model = new Float64Array(lexicon.size.keys);
  for (const [at, [key, share]] of most.entries()) model[key] = share * scale * entry(weights, at);
  return model;
}
