import { speakersIn } from '../languages/english/speech.js';
import { foldWord } from '../text/fold.js';
import { createPace, type Pace } from '../text/pace.js';
import type { Document } from './document.js';

const known = new WeakMap<readonly Document[], readonly string[]>();

/**
 * The names of those who are said to say something in `corpus`, the most frequent first; none until
 * `readSpeakers` has been through it.
 */
export function speakersOf(documents: readonly Document[]): readonly string[] {
  return known.get(documents) ?? [];
}

/** Reads who says something, for `speakersOf`. */
export async function readSpeakers(
  documents: readonly Document[],
  pace: Pace = createPace({ background: true }),
): Promise<void> {
  const counts = new Map<string, { name: string; count: number }>();
  for (const { text } of documents.flatMap(({ passages }) => passages)) {
    for (const name of speakersIn(text)) {
      if (!/^\p{Lu}/u.test(name) || name.length > 100) continue;
      const bare = name.replace(/^The (?=\p{Lu})/u, '').replace(/[’']s\b.*$/u, '');
      const entry = counts.get(foldWord(bare)) ?? { name: bare, count: 0 };
      entry.count++;
      counts.set(foldWord(bare), entry);
    }
    await pace();
  }
  const sorted = [...counts.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  known.set(
    documents,
    sorted.map(({ name }) => name),
  );
}
