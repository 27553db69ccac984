import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { ROOT } from '../support/build.js';
import { folderOf } from '../support/folder.js';
import { ask, warmUp } from '../support/session.js';

beforeAll(warmUp);

const CASES = JSON.parse(readFileSync(path.join(ROOT, 'test/cases/speakers.json'), 'utf8')) as {
  /** The most that are right and the fewest that are wrong, now: a change may only better them. */
  readonly floors: { readonly right: number; readonly wrong: number };
  /** Passages, and whom each of their quotations is said by as the passage names them; null: nobody is named. */
  readonly passages: readonly { readonly text: string; readonly speakers: readonly (string | null)[] }[];
};

/** So few passages are asked of at once that no answer takes long, however slow the machine. */
const AT_ONCE = 6;

/** By passage, whom its quotations are said by. */
async function speakersOf(passages: readonly string[]): Promise<Map<string, (string | null)[]>> {
  const text = passages.join('\n\n');
  // Two documents that say the same, so that each passage is in a row with its own copy.
  const { outcome, comparison = [] } = await ask(
    '/compare',
    folderOf({ 'gazette.txt': text, 'herald.txt': text }),
  );
  expect(outcome).toBe('answered');
  return new Map(
    comparison.map((row) => [
      row.excerpts[0]?.text ?? '',
      row.quotations.map(({ speakers: [speaker] }) => speaker?.text ?? null),
    ]),
  );
}

it('who says it is told rightly as often as now, and wrongly no more often', async () => {
  const wrong: string[] = [];
  const missed: string[] = [];
  let right = 0;
  for (let from = 0; from < CASES.passages.length; from += AT_ONCE) {
    const some = CASES.passages.slice(from, from + AT_ONCE);
    const told = await speakersOf(some.map(({ text }) => text));
    for (const { text, speakers } of some) {
      for (const [at, expected] of speakers.entries()) {
        const found = told.get(text)?.[at];
        if (found === expected) right++;
        else if (found === null) missed.push(text);
        else wrong.push(`${found}: ${text}`);
      }
    }
  }
  const faults = `wrong: ${wrong.join('; ')}; missed: ${missed.join('; ')}`;
  expect(right, faults).toBeGreaterThanOrEqual(CASES.floors.right);
  expect(wrong.length, faults).toBeLessThanOrEqual(CASES.floors.wrong);
});
