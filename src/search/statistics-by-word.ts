import { itemAt } from '../text/entry.js';
import { uniqueBy } from '../text/unique-by.js';
import type { Engine, WordStatistics } from './engine.js';

/** What a corpus knows of words, by word; each is asked for once. */
export async function statisticsByWord(
  words: readonly string[],
  engine: Pick<Engine, 'statistics'>,
): Promise<ReadonlyMap<string, WordStatistics>> {
  const each = uniqueBy(words, (word) => word);
  const statistics = await engine.statistics(each);
  return new Map(each.map((word, at) => [word, itemAt(statistics, at)]));
}
