import MiniSearch from 'minisearch';
import { answerKind } from '../languages/english/questions.js';
import type { Pace } from '../text/pace.js';
import type { Hit, SearchIndex, SearchOptions } from './index.js';
import { ENOUGH, KIND_WORTH, Measure, type Met } from './met.js';
import { hasPhrase, type Query, readQuery } from './query.js';
import { BM25, bestFirst, Ranking, type Scored } from './ranking.js';
import type { TablePassage, TermTable } from './term-table.js';

/** The one field of a passage that MiniSearch indexes. */
const FIELD = 'text';
/** The rarest words of a query are looked up until they have so many places; the rest only order what these find. */
const PLACES = 8_000;
/** How many of what MiniSearch finds are ranked by all of the query's words. */
const RANKED = 300;
/** How many of those are measured for how much they meet. */
const MEASURED = 20;
/** A passage that meets less than this share of what the best one meets is on something else. */
const LEAST_OF_BEST = 0.3;

/** A search index that MiniSearch holds, over the keys of words (see `text/terms.ts`). */
export class MiniSearchIndex implements SearchIndex {
  private constructor(
    private readonly passages: readonly TablePassage[],
    private readonly table: TermTable,
    private readonly mini: MiniSearch<{ id: number }>,
    private readonly averageLength: number,
  ) {}

  /** Indexes `passages`, of which `table` was built, under their numbers. */
  static async build(
    passages: readonly TablePassage[],
    table: TermTable,
    pace: Pace,
  ): Promise<MiniSearchIndex> {
    let keys: string[] = [];
    const { vocabulary } = table;
    const mini = new MiniSearch<{ id: number }>({
      fields: [FIELD],
      // The table has read the words already, so MiniSearch is handed their keys and reads nothing.
      extractField: ({ id }, field) => (field === FIELD ? FIELD : String(id)),
      tokenize: () => keys,
      processTerm: (key) => key,
      // Nothing is ever taken out of an index, so there is nothing to clean up.
      autoVacuum: false,
    });
    let total = 0;
    for (let id = 0; id < table.size; id++) {
      keys = [];
      for (const key of table.keysOf(id)) if (!vocabulary.isCommonKey(key)) keys.push(vocabulary.keyAt(key));
      mini.add({ id });
      total += table.lengthOf(id);
      await pace();
    }
    return new MiniSearchIndex(passages, table, mini, Math.max(1, total / table.size));
  }

  search(text: string, options: SearchOptions = {}): Hit[] {
    const { aim = 'topic', where, limit, least = ENOUGH, leastOfBest = LEAST_OF_BEST } = options;
    const query = readQuery(text, this.table, aim);
    const found = this.#candidates(query, where).filter(({ passage }) =>
      query.phrases.every((phrase) => hasPhrase(this.table.wordsOf(passage), phrase)),
    );
    const ranking = new Ranking(this.table, query, this.averageLength);
    const ranked = found
      .slice(0, 2 * RANKED)
      .map(({ passage }) => ranking.score(passage))
      .sort(bestFirst);
    const measure = new Measure(query, aim === 'answer' ? answerKind(text) : undefined, aim);
    const measured = (best: readonly Scored[]) =>
      best.slice(0, MEASURED).map((hit) => this.#measured(hit, measure));
    if (aim === 'answer') {
      const answers = measured(ranked).filter(({ met }) => met.share >= least);
      return answers
        .sort((a, b) => worth(b, query) - worth(a, query))
        .map(toHit)
        .slice(0, limit);
    }
    const ordered = ranking.withFeedback(ranked);
    const best = measured(ordered);
    if (best.every(({ met }) => met.share < least)) return [];
    const enough = leastOfBest * Math.max(...best.map(({ share }) => share));
    const rest = [...ordered.slice(MEASURED), ...found.slice(2 * RANKED)].map((hit) => ({
      ...hit,
      met: undefined,
    }));
    return [...best, ...rest]
      .filter(({ share }) => share >= enough)
      .slice(0, limit)
      .map(toHit);
  }

  /** The passages that have words of `query`, each once, roughly the best first. */
  #candidates({ terms, asked }: Query, where: SearchOptions['where']): Scored[] {
    const { table } = this;
    const weights = new Map<number, number>();
    for (const { keys, weight } of terms) for (const key of keys) weights.set(key, weight);
    const rarestFirst = [...weights.keys()].sort((a, b) => places(table, a) - places(table, b) || a - b);
    let left = PLACES;
    const chosen = rarestFirst.filter((key) => {
      left -= places(table, key);
      return left >= 0 && !table.vocabulary.isCommonKey(key);
    });
    const found = this.#lookUp(chosen, weights, asked, where);
    if (chosen.length === rarestFirst.length) return found;
    const best = found.slice(0, RANKED);
    const known = new Set(best.map(({ passage }) => passage));
    const others = heaviest(table, weights, where).filter(({ passage }) => !known.has(passage));
    const among = new Set(others.map(({ passage }) => passage));
    const more = others.map(({ passage, score }) => ({ passage, score, share: score / asked }));
    return [...best, ...more, ...found.slice(RANKED).filter(({ passage }) => !among.has(passage))];
  }

  /** The passages that have one of these keys, best first by BM25. */
  #lookUp(
    keys: readonly number[],
    weights: ReadonlyMap<number, number>,
    asked: number,
    where: SearchOptions['where'],
  ): Scored[] {
    if (keys.length === 0) return [];
    const { vocabulary } = this.table;
    const found = this.mini.search(keys.map((key) => vocabulary.keyAt(key)).join(' '), {
      tokenize: (joined) => joined.split(' '),
      processTerm: (key) => key,
      bm25: BM25,
      ...(where && { filter: ({ id }) => where(Number(id)) }),
    });
    const weightOf = (key: string) => weights.get(vocabulary.keyNumber(key) ?? -1) ?? 0;
    return found
      .map(({ id, score, queryTerms }) => ({
        passage: Number(id),
        // MiniSearch multiplies the sum by the number of terms that matched; textbook BM25 does not.
        score: score / queryTerms.length,
        share: queryTerms.reduce((sum, key) => sum + weightOf(key), 0) / asked,
      }))
      .sort(bestFirst);
  }

  #measured(hit: Scored, measure: Measure): MeasuredHit {
    const text = this.passages[hit.passage]?.text ?? '';
    return { ...hit, met: measure.of(text, this.table.keysOf(hit.passage)) };
  }
}

interface MeasuredHit extends Scored {
  readonly met: Met;
}

/** What an answer is worth: its score, and how much of the question it and its best sentence meet. */
function worth({ score, met }: MeasuredHit, { asked }: Query): number {
  return score + asked * (met.inPassage + met.inSentence + (met.hasKind ? KIND_WORTH : 0));
}

/** The passages with most of the weight of some keys, the shortest of equals first. */
function heaviest(
  table: TermTable,
  weights: ReadonlyMap<number, number>,
  where: SearchOptions['where'],
): { passage: number; score: number }[] {
  const sums = new Float32Array(table.size);
  for (const [key, weight] of weights) {
    for (const passage of table.passagesWith(key)) sums[passage] = (sums[passage] ?? 0) + weight;
  }
  // Sorting bare numbers first leaves few passages to sort.
  const sorted = sums.filter((sum) => sum > 0).sort();
  const least = sorted.at(-RANKED) ?? sorted[0] ?? 0;
  const best: { passage: number; score: number }[] = [];
  for (let passage = 0; passage < sums.length; passage++) {
    const score = sums[passage] ?? 0;
    if (score > 0 && score >= least && (where?.(passage) ?? true)) best.push({ passage, score });
  }
  return best
    .sort((a, b) => b.score - a.score || table.lengthOf(a.passage) - table.lengthOf(b.passage))
    .slice(0, RANKED);
}

function toHit({ passage, score, met }: Scored & { readonly met: Met | undefined }): Hit {
  return { passage, score, met: met?.share ?? 0 };
}

function places(table: TermTable, key: number): number {
  return table.passagesWith(key).length;
}
