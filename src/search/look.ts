import type { Embeddings } from '../embeddings/embeddings.js';
import { definitionsIn } from '../languages/english/definitions.js';
import { bareName, isCommon } from '../languages/terms.js';
import { entry } from '../text/entry.js';
import { Surroundings } from './context.js';
import type { Candidate, Candidates, Engine, Filter } from './engine.js';
import { Lacking } from './lacking.js';
import { has, Matcher } from './matcher.js';
import { type Aim, type Query, type QueryTerm, readQuery } from './query.js';
import { bestFirst, Ranking, type Scored } from './ranking.js';
import { type SynonymOf, synonymsFor } from './synonyms.js';
import type { Row } from './variants.js';

/**
 * How many candidates are ranked by all of the query's words: so many, and so many more for each word. Of few words
 * the candidates are nearly in order already.
 */
const RANKED = { least: 100, aWord: 100, most: 600 };
/** How many of the best are ranked again by what stands around them. */
const SURROUNDED = 100;

/** How much more a passage is worth that is wholly alike in meaning, by a model, as a share of what was asked. */
const ALIKE = 2;

/** How alike a text and passages are in meaning, -1 to 1; undefined where that could not be told in time. */
export type Similarities = Pick<Embeddings, 'similarities'>;

/** A passage with what it is worth, and how alike it is in meaning where a model tells. */
export interface Ranked extends Scored {
  readonly likeness?: number | undefined;
}

/** What was found by looking for a query, and what it was found with. */
export interface Look {
  readonly query: Query;
  readonly matcher: Matcher;
  readonly ranking: Ranking;
  readonly surroundings: Surroundings;
  readonly lacking: Lacking;
  /** For each term, other words that were looked for too. */
  readonly synonyms: readonly (readonly SynonymOf[])[];
  /** Best first. */
  readonly ranked: readonly Ranked[];
  /** False where more passages may answer than were ranked. */
  readonly complete: boolean;
}

/** What is looked for. */
interface Wanted {
  readonly aim: Aim;
  readonly filter: Filter | undefined;
  /** A model that an operator may name. */
  readonly embeddings?: Similarities | undefined;
}

/**
 * Looks for `text`; and once more where that shows more to look for: what the documents found say that an abbreviation
 * stands for, and other words for those that the best passage has not.
 */
export async function lookFor(engine: Engine, text: string, wanted: Wanted): Promise<Look> {
  const query = await readQuery(text, engine, wanted.aim);
  const first = await look(engine, query, [], wanted);
  const explained = await withDefinitions(query, first.ranked, engine);
  const second = explained === query ? first : await look(engine, explained, [], wanted);
  const synonyms = await synonymsOfUnmet(second, engine, wanted.aim);
  const isMore = synonyms.some((list) => list.length > 0);
  const last = isMore ? await look(engine, explained, synonyms, wanted) : second;
  return wanted.embeddings ? byMeaning(last, text, wanted.embeddings) : last;
}

/** The same with the best passages ranked by what they mean, too. */
async function byMeaning(found: Look, text: string, embeddings: Similarities): Promise<Look> {
  const best = found.ranked.slice(0, SURROUNDED);
  const likenesses = await embeddings.similarities(
    text,
    best.map(({ passage }) => passage),
  );
  if (!likenesses) return found;
  const more = ALIKE * found.query.asked;
  const ranked = best.map((one, at): Ranked => {
    const likeness = entry(likenesses, at);
    return { ...one, likeness, score: one.score + more * likeness };
  });
  return { ...found, ranked: [...bestFirst(ranked), ...found.ranked.slice(SURROUNDED)] };
}

async function look(
  engine: Engine,
  query: Query,
  synonyms: readonly (readonly SynonymOf[])[],
  { aim, filter }: Wanted,
): Promise<Look> {
  const { candidates, complete }: Candidates = await engine.candidates({
    weights: weightsOf(query, synonyms, engine),
    phrases: query.phrases,
    filter,
    limit: Math.min(RANKED.most, RANKED.least + RANKED.aWord * query.terms.length),
  });
  const matcher = new Matcher(engine, query, synonyms);
  const ranking = new Ranking(engine, query, matcher, aim);
  const surroundings = new Surroundings(engine, matcher);
  const byWords = bestFirst(candidates.map((candidate: Candidate) => ranking.score(candidate)));
  const around = byWords
    .slice(0, SURROUNDED)
    .map((scored) => ranking.withSurroundings(scored, surroundings.of(scored.passage)));
  const ranked = [...bestFirst(around), ...byWords.slice(SURROUNDED)];
  const lacking = new Lacking(engine, query, matcher);
  return { query, matcher, ranking, surroundings, lacking, synonyms, ranked, complete };
}

/** What candidates are looked for by: by key, what it weighs. */
function weightsOf(
  { terms }: Query,
  synonyms: readonly (readonly SynonymOf[])[],
  { lexicon }: Engine,
): Map<number, number> {
  const weights = new Map<number, number>();
  const add = (key: number, weight: number) => weights.set(key, Math.max(weight, weights.get(key) ?? 0));
  for (const [at, { keys, rows, weight }] of terms.entries()) {
    for (const key of keys) add(key, weight);
    // Function words of a row lead to everything.
    const telling = ({ keys: row }: Row) => row.flat().filter((key) => !lexicon.isCommonKey(key));
    for (const row of rows) for (const key of telling(row)) add(key, weight / row.keys.length);
    for (const { row, nearness } of synonyms[at] ?? []) {
      for (const key of telling(row)) add(key, (weight * nearness) / row.keys.length);
    }
  }
  return weights;
}

/** A query with what the passages found say that its abbreviations stand for, and the other way round; itself where they say nothing. */
async function withDefinitions(query: Query, found: readonly Scored[], engine: Engine): Promise<Query> {
  const all = found.flatMap(({ passage }) => definitionsIn(passage.text));
  if (all.length === 0) return query;
  // Many passages of a corpus may explain the same in the same words.
  const definitions = new Map(all.map((one) => [[one.short, ...one.long].join(' '), one])).values();
  const terms = [...query.terms];
  const asked = terms.map(({ keys }) => keys);
  for (const { short, long } of definitions) {
    const [ofShort, ...ofLong] = await engine.statistics([short, ...long]);
    if (!ofShort || ofLong.some(({ keys }) => keys.length === 0)) continue;
    const row = ofLong.map(({ keys }) => keys);
    for (const [at, term] of query.terms.entries()) {
      if (!sharesAny(term.keys, ofShort.keys)) continue;
      const soFar = terms[at] ?? term;
      terms[at] = { ...soFar, rows: [...soFar.rows, { keys: row, hyphenated: false }] };
    }
    // A query is without function words, and a passage is not.
    const telling = row.filter((_, at) => !isCommon(long[at] ?? ''));
    const from = rowIn(asked, telling);
    for (let at = from; from >= 0 && at < from + telling.length; at++) {
      const term = terms[at];
      if (term) terms[at] = alsoSpelled(term, short, ofShort.keys);
    }
  }
  return terms.every((term, at) => term === query.terms[at]) ? query : { ...query, terms };
}

function alsoSpelled(term: QueryTerm, short: string, keys: readonly number[]): QueryTerm {
  return {
    ...term,
    keys: [...new Set([...term.keys, ...keys])],
    spelled: [...new Set([...term.spelled, bareName(short)])],
  };
}

/** Where in a list of keys a row of others stands, each sharing one; −1 where it does not. */
function rowIn(list: readonly (readonly number[])[], row: readonly (readonly number[])[]): number {
  for (let at = 0; at + row.length <= list.length; at++) {
    if (row.every((keys, step) => sharesAny(list[at + step] ?? [], keys))) return at;
  }
  return -1;
}

function sharesAny(some: readonly number[], others: readonly number[]): boolean {
  return some.some((one) => others.includes(one));
}

/** Where a passage has so much of a topic, by weight, the topic is found as it was asked. */
const FOUND_AS_ASKED = 0.5;
/** A topic of more words has enough to be found by; other words for them lead astray. */
const MOST_WORDS = 6;

/** Other words for what the best passage has not; none where it has all, or where a topic was found as asked. */
async function synonymsOfUnmet(
  { query, ranked, matcher }: Look,
  engine: Engine,
  aim: Aim,
): Promise<SynonymOf[][]> {
  const [best] = ranked;
  const isFound = query.terms.length > MOST_WORDS || (best !== undefined && best.share >= FOUND_AS_ASKED);
  if (aim === 'topic' && isFound) return [];
  const matches = best && matcher.in(best.passage);
  const all = await synonymsFor(query.terms, engine);
  return all.map((list, at) => (has(matches?.[at]) ? [] : list));
}
