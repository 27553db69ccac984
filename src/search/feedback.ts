import { entry } from '../text/entry.js';
import { saturated } from './bm25.js';
import type { Engine } from './engine.js';
import { bestFirst, type Scored } from './ranking.js';

/**
 * Pseudo-relevance feedback as in RM3 (Abdul-Jaleel et al., 2004): what the best passages talk about counts as
 * asked for too, at less than half of the weight of what was asked. These numbers are within the range in common
 * use; on the judged collections the results hardly move within it.
 */
const FEEDBACK = { passages: 5, words: 30, asked: 0.75 };
/**
 * How many of the best are ordered anew. Whatever comes after is far down, and the first ten of the judged queries
 * are the same as when all are.
 */
const REORDERED = 200;

/** A word of letters; numbers and single letters say nothing of what a passage talks about. */
const LETTERS_IN_ROW = /\p{L}{2}/u;

/**
 * Passages in the order that they have when the best of them have a say. `ranked` is best first.
 * `asked` is how many words were asked for.
 */
export async function withFeedback(
  ranked: readonly Scored[],
  asked: number,
  engine: Engine,
): Promise<Scored[]> {
  const model = await modelOf(ranked.slice(0, FEEDBACK.passages), asked, engine);
  /** By key, the number of its word in the model after 1; 0 for a key that is not of it. */
  const numbers = new Uint8Array(engine.lexicon.size.keys);
  for (const [at, { key }] of model.entries()) numbers[key] = at + 1;
  const counts = new Uint32Array(model.length + 1);
  const reordered = ranked.slice(0, REORDERED).map((scored) => {
    const { passage, words, share } = scored;
    const used: number[] = [];
    // By place and without a check, which is twice as quick: all words of some hundred passages go through here.
    for (let at = 0; at < words.keys.length; at++) {
      const number = numbers[words.keys[at] as number] as number;
      if (number > 0 && (counts[number] as number)++ === 0) used.push(number);
    }
    let { score } = scored;
    for (const number of used) {
      const worth = saturated(entry(counts, number), words.length, engine.averageLength);
      score += (model[number - 1]?.weight ?? 0) * worth;
      counts[number] = 0;
    }
    return { passage, words, share, score };
  });
  return [...bestFirst(reordered), ...ranked.slice(REORDERED)];
}

/** A word that the best passages use most, and how much it counts as asked for, times what it weighs. */
interface ModelWord {
  readonly key: number;
  readonly weight: number;
}

/** The words that some passages use most. */
async function modelOf(best: readonly Scored[], asked: number, engine: Engine): Promise<ModelWord[]> {
  const { lexicon } = engine;
  const total = best.reduce((sum, { score }) => sum + score, 0);
  const shares = new Map<number, number>();
  for (const { words, score } of best) {
    const share = score / total / words.length;
    for (const key of words.keys) shares.set(key, (shares.get(key) ?? 0) + share);
  }
  const telling = [...shares].filter(
    ([key]) => !lexicon.isCommonKey(key) && LETTERS_IN_ROW.test(lexicon.keyAt(key)),
  );
  const most = telling.sort(([x, a], [y, b]) => b - a || lexicon.compareKeys(x, y)).slice(0, FEEDBACK.words);
  const sum = most.reduce((all, [, share]) => all + share, 0);
  const scale = (asked * (1 - FEEDBACK.asked)) / FEEDBACK.asked / sum;
  const weights = await engine.weights(most.map(([key]) => key));
  return most.map(([key, share], at) => ({ key, weight: share * scale * entry(weights, at) }));
}
