import type { Library } from '../../src/library/library.js';
import { Surroundings } from '../../src/search/context.js';
import { Matcher } from '../../src/search/matcher.js';
import { type Aim, type Query, readQuery } from '../../src/search/query.js';
import { Ranking } from '../../src/search/ranking.js';
import { type SynonymOf, synonymsFor } from '../../src/search/synonyms.js';

/** A query with what looks for it in a library. */
export interface Asked {
  readonly library: Library;
  readonly query: Query;
  readonly synonyms: readonly (readonly SynonymOf[])[];
  readonly matcher: Matcher;
  readonly surroundings: Surroundings;
  readonly ranking: Ranking;
}

/** Asks a library for `text`, without other words for it unless they are wanted. */
export async function ask(
  library: Library,
  text: string,
  { aim = 'topic', withSynonyms = false }: { aim?: Aim; withSynonyms?: boolean } = {},
): Promise<Asked> {
  const { engine } = library;
  const query = await readQuery(text, engine, aim);
  const synonyms = withSynonyms ? await synonymsFor(query.terms, engine) : [];
  const matcher = new Matcher(engine, query, synonyms);
  const surroundings = new Surroundings(engine, matcher);
  const ranking = new Ranking(engine, query, matcher, aim);
  return { library, query, synonyms, matcher, surroundings, ranking };
}
