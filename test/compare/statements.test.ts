import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { statementsOf } from '../../src/compare/statements.js';
import type { Corpus } from '../../src/corpus/corpus.js';
import { ROOT } from '../support/build.js';
import { corpusIn, corpusOf, SEEDS } from '../support/folder.js';

/** The ids of the passages that report what `id` does, itself left out. */
async function counterparts(corpus: Corpus, id: string): Promise<string[]> {
  const passage = corpus.passage(id);
  if (!passage) throw new Error(`There is no passage ${id}`);
  const statement = (await statementsOf(corpus)).of(passage);
  return statement.map((other) => other.id).filter((other) => other !== id);
}

describe('the counterparts that editors judged', () => {
  interface Judgement {
    readonly passage: string;
    readonly counterpart: string | null;
    readonly because: string;
  }
  const judged = JSON.parse(
    readFileSync(path.join(ROOT, 'test/cases/counterparts.json'), 'utf8'),
  ) as Judgement[];

  it.each(judged)('$passage has $counterpart: $because', async ({ passage, counterpart }) => {
    const corpus = await corpusIn(SEEDS);
    expect(await counterparts(corpus, passage)).toEqual(counterpart === null ? [] : [counterpart]);
    if (counterpart !== null) expect(await counterparts(corpus, counterpart)).toEqual([passage]);
  });
});

describe('statements', () => {
  const report = 'The minister resigned on Friday over the budget scandal.';
  const other = 'Storms closed three harbours along the northern coast.';

  it('join one passage of each document that reports them', async () => {
    const corpus = await corpusOf({
      'a.txt': `${report}\n\n${other}`,
      'b.txt': `Weather.\n\nOver the budget scandal, the minister resigned.`,
      'c.txt': `On Friday the minister resigned over a scandal.\n\nUnlike this.`,
      'd.txt': 'Cats sleep.',
    });
    expect(await counterparts(corpus, 'a#1')).toEqual(['b#2', 'c#1']);
    expect(await counterparts(corpus, 'a#2')).toEqual([]);
    expect(await counterparts(corpus, 'd#1')).toEqual([]);
  });

  it('join what is alike by way of a third, whichever is asked for', async () => {
    const corpus = await corpusOf({
      'a.txt': 'alpha bravo charlie delta echo foxtrot',
      'b.txt': 'alpha bravo charlie delta echo foxtrot golf hotel india juliet',
      'c.txt': 'echo foxtrot golf hotel india juliet',
      'd.txt': 'kilo lima mike november oscar',
    });
    expect(await counterparts(corpus, 'a#1')).toEqual(['b#1', 'c#1']);
    expect(await counterparts(corpus, 'c#1')).toEqual(['a#1', 'b#1']);
  });

  it('never join two passages of one document', async () => {
    const corpus = await corpusOf({
      'a.txt': `${report}\n\n${report}`,
      'b.txt': other,
      'c.txt': 'Cats sleep.',
    });
    expect(await counterparts(corpus, 'a#1')).toEqual([]);
  });

  it('report each passage once', async () => {
    const corpus = await corpusIn(SEEDS);
    const all = (await statementsOf(corpus)).reportedIn(corpus.passages).flat();
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBe(corpus.passages.length);
  });
});
