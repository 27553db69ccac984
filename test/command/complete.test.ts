import { describe, expect, it } from 'vitest';
import { completeOutlet, completeTopic, MAX_CHOICES } from '../../src/command/complete.js';
import { search } from '../../src/search/search.js';
import { libraryIn, libraryOf, SEEDS } from '../support/folder.js';

describe('the topics that are offered', () => {
  it.each(['', 'p', 'opp', 'Put', 'opposition ', 'opposition r', 'the ', 'Oliver St', '“a li'])(
    'for %j each find something, and are few enough',
    async (typed) => {
      const library = await libraryIn(SEEDS);
      const topics = await completeTopic(library, typed);
      expect(topics.length).toBeGreaterThan(0);
      expect(topics.length).toBeLessThanOrEqual(MAX_CHOICES);
      expect(new Set(topics).size).toBe(topics.length);
      for (const topic of topics) expect((await search(library, topic)).hits).not.toEqual([]);
    },
  );

  it('go on with what passages say beside the words before', async () => {
    const library = await libraryIn(SEEDS);
    expect(await completeTopic(library, 'opposition ral')).toEqual(['opposition rallies']);
    expect(await completeTopic(library, 'secret w')).toContain('secret war');
  });

  it('are of the outlet that is given, where one is', async () => {
    const library = await libraryIn(SEEDS);
    expect(await completeTopic(library, 'Showt', '001')).toEqual(['Showtime']);
    expect(await completeTopic(library, 'Showt', '000')).toEqual([]);
    expect(await completeTopic(library, 'secret w', '000')).not.toContain('secret war');
  });

  it('are none where nothing would be found', async () => {
    expect(await completeTopic(await libraryIn(SEEDS), 'footba')).toEqual([]);
  });
});

describe('the outlets that are offered', () => {
  it('are those that are stated, each once, and ids of documents that state none', async () => {
    const library = await libraryOf({
      '1.txt': 'One.',
      '2.txt': 'Two.',
      '3.txt': 'Three.',
      'sources.json': JSON.stringify({ '1.txt': { outlet: 'The Post' }, '2.txt': { outlet: 'The Post' } }),
    });
    expect(completeOutlet(library, '')).toEqual(['The Post', '3']);
    expect(completeOutlet(library, 'post')).toEqual(['The Post']);
    expect(completeOutlet(library, 'x')).toEqual([]);
  });
});
