import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { speechOf } from '../../src/corpus/speech.js';
import { ROOT } from '../support/build.js';
import { libraryOf } from '../support/folder.js';

const CASES = JSON.parse(readFileSync(path.join(ROOT, 'test/cases/speakers.json'), 'utf8')) as {
  /** The most that are right and the fewest that are wrong, now: a change may only better them. */
  readonly floors: { readonly right: number; readonly wrong: number };
  /** Passages, and whom each of their quotations is said by as the passage names them; null: nobody is named. */
  readonly passages: readonly { readonly text: string; readonly speakers: readonly (string | null)[] }[];
};

/** By passage, whom its quotations are said by. */
async function speakersOf(passages: readonly string[]): Promise<Map<string, (string | null)[]>> {
  const library = await libraryOf({ 'gazette.txt': passages.join('\n\n') });
  return new Map(
    library.passages.map((passage) => [
      passage.text,
      speechOf(passage)
        .filter(({ quotation }) => quotation.depth === 0)
        .map(({ speaker }) => speaker && passage.document.text.slice(speaker.start, speaker.end)),
    ]),
  );
}

it('who says it is told rightly as often as now, and wrongly no more often', async () => {
  const wrong: string[] = [];
  const missed: string[] = [];
  let right = 0;
  const told = await speakersOf(CASES.passages.map(({ text }) => text));
  for (const { text, speakers } of CASES.passages) {
    for (const [at, expected] of speakers.entries()) {
      const found = told.get(text)?.[at];
      if (found === expected) right++;
      else if (found === null) missed.push(text);
      else wrong.push(`${found}: ${text}`);
    }
  }
  const faults = `wrong: ${wrong.join('; ')}; missed: ${missed.join('; ')}`;
  expect(right, faults).toBeGreaterThanOrEqual(CASES.floors.right);
  expect(wrong.length, faults).toBeLessThanOrEqual(CASES.floors.wrong);
});
