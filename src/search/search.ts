import type { Analyses } from '../corpus/analyses.js';
import type { Passage } from '../corpus/passage.js';
import { answerKind } from '../languages/english/questions.js';
import type { Span } from '../text/span.js';
import type { Engine, Filter } from './engine.js';
import { withFeedback } from './feedback.js';
import { ENOUGH, KIND_WORTH, Measure, type Met } from './met.js';
import { type Aim, type Query, readQuery } from './query.js';
import { bestFirst, Ranking, type Scored } from './ranking.js';

/**
 * How many candidates are ranked by all of the query's words: so many, and so many more for each word. Of few words
 * the candidates are nearly in order already.
 */
const RANKED = { least: 100, aWord: 100, most: 600 };
/** How many of the best are measured for how much they meet: all of them for answers, for a topic until one meets enough. */
const MEASURED = 20;
/** A passage that meets less than this share of what the best one meets is on something else. */
const LEAST_OF_BEST = 0.3;

/** What a search needs of a corpus. */
export interface Searchable {
  readonly engine: Engine;
  readonly analyses: Analyses;
}

/** A passage that a search found. */
export interface Hit {
  readonly passage: Passage;
  /** Orders the hits of one search and says nothing across searches. Above 0, without an upper bound. */
  readonly score: number;
  /** How much of a question it meets, 0 to 1 (see `met.ts`); undefined for a topic, whose hits are not measured one by one. */
  readonly met: number | undefined;
  /** Its sentence that says most of what was asked: UTF-16 code units of the passage; undefined with `met`. */
  readonly sentence: Span | undefined;
}

/** What a search found. */
export interface SearchResult {
  /** Best first, equal scores in order of the corpus. */
  readonly hits: readonly Hit[];
  /** False where more passages may answer than were ranked, so that the hits are not all there are. */
  readonly complete: boolean;
}

/** What narrows a search. */
export interface SearchOptions {
  /** What it is after; a topic where that is not said. */
  readonly aim?: Aim | undefined;
  readonly filter?: Filter | undefined;
  /** For a topic: the least share of what the best passage meets that others meet, 0 to 1. */
  readonly leastOfBest?: number | undefined;
  /** How much of what was asked must be met for there to be an answer, 0 to 1; `ENOUGH` where that is not said. */
  readonly least?: number | undefined;
}

const NOTHING: SearchResult = { hits: [], complete: true };

/**
 * The passages that answer to `text`; none where no passage meets enough of it. What `text` has between quotation
 * marks must stand in a passage word for word.
 */
export async function search(
  { engine, analyses }: Searchable,
  text: string,
  options: SearchOptions = {},
): Promise<SearchResult> {
  const { aim = 'topic', filter, least = ENOUGH, leastOfBest = LEAST_OF_BEST } = options;
  const query = await readQuery(text, engine, aim);
  const { candidates, complete } = await engine.candidates({
    weights: weightsOf(query),
    phrases: query.phrases,
    filter,
    limit: Math.min(RANKED.most, RANKED.least + RANKED.aWord * query.terms.length),
  });
  if (candidates.length === 0) return NOTHING;
  const ranking = new Ranking(engine, query);
  const ranked = bestFirst(candidates.map((candidate) => ranking.score(candidate)));
  const kind = aim === 'answer' ? answerKind(text) : undefined;
  const measure = new Measure({ query, kind, aim, engine, analyses });
  if (aim === 'answer') {
    const measured = ranked.slice(0, MEASURED).map((scored) => ({ ...scored, met: measure.of(scored) }));
    const answers = measured.filter(({ met }) => met.share >= least);
    return { hits: answers.sort((a, b) => worth(b, query) - worth(a, query)).map(toHit), complete };
  }
  const ordered = await withFeedback(ranked, ranking.length, engine);
  const best = ordered.slice(0, MEASURED);
  if (!best.some((scored) => measure.of(scored).share >= least)) return NOTHING;
  const enough = leastOfBest * Math.max(...best.map(({ share }) => share));
  return { hits: ordered.filter(({ share }) => share >= enough).map(toHit), complete };
}

function weightsOf({ terms }: Query): Map<number, number> {
  return new Map(terms.flatMap(({ keys, weight }) => keys.map((key) => [key, weight] as const)));
}

interface MeasuredHit extends Scored {
  readonly met: Met;
}

/** What an answer is worth: its score, and how much of the question it and its best sentence meet. */
function worth({ score, met }: MeasuredHit, { asked }: Query): number {
  return score + asked * (met.inPassage + met.inSentence + (met.hasKind ? KIND_WORTH : 0));
}

function toHit({ passage, score, met }: Scored & { readonly met?: Met }): Hit {
  return { passage, score, met: met?.share, sentence: met?.sentence };
}
