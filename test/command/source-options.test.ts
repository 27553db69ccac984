import { describe, expect, it } from 'vitest';
import { CLEARED, statedNow, withGiven } from '../../src/command/source-options.js';

describe('what is given of a source', () => {
  it('is stated beside what is stated already', () => {
    const given = { title: 'Dam', date: '2026-03-02', address: 'https://post.example/1', language: 'en' };
    expect(withGiven({ outlet: 'The Post', title: 'Old' }, given)).toEqual({
      source: {
        outlet: 'The Post',
        title: 'Dam',
        published: '2026-03-02',
        url: 'https://post.example/1',
        language: 'en',
      },
    });
  });

  it('is left unstated where a hyphen is given', () => {
    expect(withGiven({ outlet: 'The Post', author: 'A. Writer' }, { author: CLEARED })).toEqual({
      source: { outlet: 'The Post' },
    });
    expect(CLEARED).toBe('-');
  });

  it('may name several authors, with semicolons between them', () => {
    expect(withGiven({ author: 'Old' }, { author: ' A. Writer ; Reuters;' })).toEqual({
      source: { authors: [{ name: 'A. Writer' }, { name: 'Reuters' }] },
    });
  });

  it('is not turned around where a comma stands in it, which may part a role or a suffix', () => {
    for (const author of ['King, Jr.', 'The Daily News, Inc.', 'Jane Doe, Correspondent'])
      expect(withGiven({}, { author })).toEqual({ source: { author } });
    expect(withGiven({}, { author: 'Doe, Jane; Reuters' })).toEqual({
      source: { authors: [{ name: 'Doe, Jane' }, { name: 'Reuters' }] },
    });
  });

  it('is refused by the names of its options, with what to do', () => {
    expect(
      withGiven({}, { date: 'soon', language: '!', encoding: 'utf-7', outlet: 'x'.repeat(501) }),
    ).toEqual({
      problems: [
        '`outlet` is longer than 500 characters; shorten it.',
        expect.stringMatching(/^`date` is not a date; .+\.$/),
        expect.stringMatching(/^`language` is not a language tag; .+\.$/),
        expect.stringMatching(/^`encoding` is not an encoding that can be read; .+\.$/),
      ],
    });
  });

  it('is shown as it is stated now', () => {
    const source = { published: '2026-03-02', author: 'A. Writer' };
    expect(statedNow(source, 'date')).toBe('2026-03-02');
    expect(statedNow(source, 'author')).toBe('A. Writer');
    expect(statedNow(source, 'title')).toBeUndefined();
  });
});
