import { describe, expect, it } from 'vitest';
import { agreeing, count, digits } from '../../src/messages/english/count.js';
import { type Messages, messages } from '../../src/messages/index.js';

describe('a count', () => {
  it.each([
    [0, '0 passages'],
    [1, '1 passage'],
    [2, '2 passages'],
    [1_024, '1,024 passages'],
  ])('of %d has its noun in the right form', (number, expected) => {
    expect(count(number, 'passage')).toBe(expected);
  });

  it('takes a plural that is not the noun with an s', () => {
    expect(count(2, 'entry', 'entries')).toBe('2 entries');
    expect(agreeing(1, 'was', 'were')).toBe('was');
    expect(digits(5_242_880n)).toBe('5,242,880');
  });
});

describe('messages', () => {
  it.each([
    [messages.search.undated(1), '1 document without a stated date was left out'],
    [messages.search.undated(2), '2 documents without a stated date were left out'],
    [messages.compare.noCounterpart(['A', 'B'], 0), 'no counterpart found in A, B'],
    [messages.compare.noCounterpart(['A', 'B'], 3), 'no counterpart found in A, B and 3 more'],
    [messages.terminal.showing(1, 3, '9'), 'Showing 1–3 of 9; /more for the next'],
    [messages.terminal.showing(4, 4, 'at least 9'), 'Showing 4 of at least 9; /more for the next'],
    [messages.values.notInRange(0, 5), 'must be a whole number from 0 to 5'],
    [messages.corpus.duration(90_061), '1 d 1 h'],
    [messages.corpus.duration(3), '3 s'],
  ])('agree with what is put into them: %s', (said, expected) => {
    expect(said).toBe(expected);
  });

  it('tell members no name of a variable', () => {
    const forMembers: Partial<Messages> = { ...messages };
    // Whoever runs the bot reads these, and sets variables.
    delete forMembers.settings;
    delete forMembers.archive;
    delete forMembers.seeds;
    const said: string[] = [];
    const gather = (value: unknown): void => {
      if (typeof value === 'string') said.push(value);
      else if (typeof value === 'function') said.push(String(value));
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(gather);
    };
    gather(forMembers);
    expect(said.length).toBeGreaterThan(100);
    expect(said.filter((text) => /\b[A-Z]{3,}_[A-Z_]+\b/.test(text))).toEqual([]);
  });
});
