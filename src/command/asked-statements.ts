import type { Asked } from '../compare/reported.js';
import type { Passage } from '../corpus/passage.js';
import type { Library } from '../library/library.js';
import type { Span } from '../text/span.js';
import { words } from '../text/words.js';

/** Passages that were found for `text`, each with how much of its words a stretch has: what a paragraph says of it. */
export async function askedStatements(
  { engine }: Library,
  text: string,
  passages: readonly Passage[],
): Promise<Asked[]> {
  const statistics = await engine.statistics(words(text).map((word) => word.text));
  const weights = new Map(
    statistics.flatMap(({ keys, weight }) => keys.map((key) => [key, weight] as const)),
  );
  return passages.map((passage) => ({
    passage,
    worth: ({ start, end }: Span) => {
      const { keys } = engine.read(passage);
      const found = new Set<number>();
      for (const [at, word] of words(passage.text).entries()) {
        const place = passage.start + word.start;
        const key = keys[at];
        if (key !== undefined && place >= start && place < end) found.add(key);
      }
      let sum = 0;
      for (const key of found) sum += weights.get(key) ?? 0;
      return sum;
    },
  }));
}
