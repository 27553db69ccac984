import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../src/surfaces/terminal/session.js';
import { ROOT } from '../support/build.js';
import { answerOf, sessionOver } from '../support/session.js';

/*
 * Passages that are looked for by words out of them ("known items", as Azzopardi, de Rijke and Balog made them in
 * 2007), over three stories of Conan Doyle that are in the public domain: a topic's words stand in the passage, some
 * of them in another form; what is to stay unanswered is made of words out of other stories. `holds` names the rules
 * without which the answer is another.
 */

interface Case {
  readonly topic?: string;
  readonly question?: string;
  readonly passage?: string;
  readonly holds: readonly string[];
}

const CASES = JSON.parse(readFileSync(path.join(ROOT, 'test/cases/known-items.json'), 'utf8')) as {
  /** What they come to now, less a hair: raise them with what raises the figures. */
  readonly floors: Readonly<Record<'recall@1' | 'nDCG@10', number>>;
  readonly found: readonly Case[];
  readonly silent: readonly Case[];
};

/** Of the first ten, as nDCG counts them: one passage is relevant, and a place further down is worth less. */
const TEN = 10;

const line = ({ topic, question }: Case) => (topic ? `/quote topic:${topic}` : `/ask question:${question}`);

describe('known items', () => {
  let session: Session;
  beforeAll(async () => {
    session = await sessionOver(path.join(ROOT, 'test/cases/corpora/holmes'));
  });

  /** The place of the passage in an answer, from 1; infinite where it is not among them. */
  async function placeOf(one: Case): Promise<number> {
    const { excerpts = [] } = await answerOf(session, line(one));
    const at = excerpts.findIndex(({ passage }) => passage === one.passage);
    return at === -1 ? Number.POSITIVE_INFINITY : at + 1;
  }

  it('come as early as they do now', async () => {
    const places = await Promise.all(CASES.found.map(placeOf));
    const gain = places.map((place) => (place <= TEN ? 1 / Math.log2(place + 1) : 0));
    const missed = CASES.found.filter((_, at) => places[at] !== 1).map(line);
    const recall = places.filter((place) => place === 1).length / places.length;
    const ndcg = gain.reduce((sum, one) => sum + one, 0) / gain.length;
    expect(recall, `not first: ${missed.join('; ')}`).toBeGreaterThan(CASES.floors['recall@1']);
    expect(ndcg).toBeGreaterThan(CASES.floors['nDCG@10']);
  });

  it('are not made up where no passage has them', async () => {
    const answers = await Promise.all(CASES.silent.map((one) => answerOf(session, line(one))));
    const answered = CASES.silent.filter((_, at) => answers[at]?.outcome !== 'nothing').map(line);
    expect(answered).toEqual([]);
  });
});
