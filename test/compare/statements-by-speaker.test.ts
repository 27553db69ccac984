import { describe, expect, it } from 'vitest';
import { StatementsBySpeaker } from '../../src/compare/statements-by-speaker.js';
import { createPace } from '../../src/text/pace.js';
import { libraryOf } from '../support/folder.js';
import { THREE_OUTLETS } from '../support/three-outlets.js';

const all = (count: number, name = 'Speaker') => Array.from({ length: count }, (_, at) => `${name} ${at}`);

describe('the statements of speakers', () => {
  it('are kept of the fifty who were asked for last', async () => {
    const { stories, analyses } = await libraryOf(THREE_OUTLETS);
    const bySpeaker = new StatementsBySpeaker(stories, analyses);
    const first = bySpeaker.of('Anna');
    for (const name of all(49)) bySpeaker.of(name);
    expect(bySpeaker.of('Anna')).toBe(first);
    for (const name of all(50, 'Other')) bySpeaker.of(name);
    expect(bySpeaker.of('Anna')).not.toBe(first);
  });

  it('are weighed as they grow, and those who were asked for longest ago go where they have no room', async () => {
    const { stories, analyses } = await libraryOf(THREE_OUTLETS);
    // Nobody takes less than 2,000 bytes; with what was found it is more than 3,000.
    const bySpeaker = new StatementsBySpeaker(stories, analyses, 7_000);
    const first = bySpeaker.of('Anna');
    const other = bySpeaker.of('Nobody');
    expect(bySpeaker.of('Anna')).toBe(first);
    expect(bySpeaker.of('Nobody')).toBe(other);
    await first.upTo(9, createPace());
    await other.upTo(9, createPace());
    expect(first.found.length).toBeGreaterThan(0);
    expect(first.keptBytes).toBeGreaterThan(3_000);
    bySpeaker.of('Somebody');
    bySpeaker.of('Nobody');
    expect(bySpeaker.keptBytes).toBeLessThanOrEqual(7_000);
    expect(bySpeaker.of('Anna')).not.toBe(first);
  });

  it('are kept of whoever was asked for last, however much that is', async () => {
    const { stories, analyses } = await libraryOf(THREE_OUTLETS);
    const bySpeaker = new StatementsBySpeaker(stories, analyses, 2_500);
    const first = bySpeaker.of('Anna');
    await first.upTo(9, createPace());
    expect(bySpeaker.of('Anna')).toBe(first);
  });

  it('hold no document back once all are looked through, but those that they stand in', async () => {
    const { stories, analyses } = await libraryOf({
      ...THREE_OUTLETS,
      'long.txt': 'Rain fell. '.repeat(5_000),
    });
    const common = new StatementsBySpeaker(stories, analyses).of('Nobody');
    await common.upTo(9, createPace());
    expect(common.isCounted).toBe(true);
    expect(common.keptBytes).toBeLessThan(10_000);
  });
});
