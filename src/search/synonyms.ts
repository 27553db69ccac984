import { synonymsOf } from '../languages/english/wordnet/synonyms.js';
import { isCommon } from '../languages/terms.js';
import type { Engine } from './engine.js';
import type { QueryTerm } from './query.js';
import { statisticsByWord } from './statistics-by-word.js';
import type { Row } from './variants.js';

/** Another word for one that was asked for, of what some passage has. */
export interface SynonymOf {
  /** The word, or words. */
  readonly text: string;
  readonly row: Row;
  /** How much it counts as what was asked for, 0 to `MOST`. */
  readonly nearness: number;
}

/** Another word counts at most half of what was asked for: it never stands in for it. */
export const MOST = 0.5;

/**
 * For each of some terms, other words that some passage has for the same, by WordNet. Names and numbers have none: another
 * name is another thing.
 */
export async function synonymsFor(
  terms: readonly QueryTerm[],
  engine: Pick<Engine, 'statistics'>,
): Promise<SynonymOf[][]> {
  const lists = terms.map(({ folded, held, name }) =>
    held !== undefined || name
      ? []
      : synonymsOf(folded).filter(({ words }) => words.some((one) => !isCommon(one))),
  );
  const known = await statisticsByWord(
    lists.flatMap((list) => list.flatMap(({ words }) => partsOf(words))),
    engine,
  );
  return lists.map((list) =>
    list.flatMap(({ words, nearness }): SynonymOf[] => {
      const parts = partsOf(words);
      const keys = parts.map((word) => known.get(word)?.keys ?? []);
      if (keys.some((one) => one.length === 0)) return [];
      return [
        {
          text: words.join(' '),
          row: { keys, hyphenated: false },
          nearness: Math.min(MOST, nearness),
        },
      ];
    }),
  );
}

const partsOf = (words: readonly string[]): string[] => words.flatMap((word) => word.split(/[-\s]/));
