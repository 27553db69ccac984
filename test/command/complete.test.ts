import { describe, expect, it } from 'vitest';
import { completeOutlet, completeTopic, MAX_CHOICES } from '../../src/command/complete.js';
import { corpusIn, corpusOf, SEEDS } from '../support/folder.js';

describe('the topics that are offered', () => {
  it.each(['', 'p', 'opp', 'Put', 'opposition ', 'opposition r', 'the ', 'Oliver St', '“a li'])(
    'for %j each find something, and are few enough',
    async (typed) => {
      const corpus = await corpusIn(SEEDS);
      const topics = completeTopic(corpus, typed);
      expect(topics.length).toBeGreaterThan(0);
      expect(topics.length).toBeLessThanOrEqual(MAX_CHOICES);
      expect(new Set(topics).size).toBe(topics.length);
      for (const topic of topics) expect(corpus.index.search(topic)).not.toEqual([]);
    },
  );

  it('go on with what passages say beside the words before', async () => {
    const corpus = await corpusIn(SEEDS);
    expect(completeTopic(corpus, 'opposition ral')).toEqual(['opposition rallies']);
    expect(completeTopic(corpus, 'secret w')).toContain('secret war');
  });

  it('are of the outlet that is given, where one is', async () => {
    const corpus = await corpusIn(SEEDS);
    expect(completeTopic(corpus, 'Showt', '001')).toEqual(['Showtime']);
    expect(completeTopic(corpus, 'Showt', '000')).toEqual([]);
    expect(completeTopic(corpus, 'secret w', '000')).not.toContain('secret war');
  });

  it('are none where nothing would be found', async () => {
    expect(completeTopic(await corpusIn(SEEDS), 'footba')).toEqual([]);
  });
});

describe('the outlets that are offered', () => {
  it('are those that are stated, each once, and ids of documents that state none', async () => {
    const corpus = await corpusOf({
      '1.txt': 'One.',
      '2.txt': 'Two.',
      '3.txt': 'Three.',
      'sources.json': JSON.stringify({ '1.txt': { outlet: 'The Post' }, '2.txt': { outlet: 'The Post' } }),
    });
    expect(completeOutlet(corpus, '')).toEqual(['The Post', '3']);
    expect(completeOutlet(corpus, 'post')).toEqual(['The Post']);
    expect(completeOutlet(corpus, 'x')).toEqual([]);
  });
});
