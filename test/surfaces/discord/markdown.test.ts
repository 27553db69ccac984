import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  escapeMarkdown,
  fittingEnd,
  quoteMarkdown,
  readBackQuote,
} from '../../../src/surfaces/discord/markdown.js';
import { adversarialText } from '../../support/adversarial.js';
import { asParsed, readDiscord } from '../../support/read-discord.js';

/** A text that has something to show, with marks inside it, in order and apart. */
const markedText = adversarialText
  .filter((text) => text.trim() !== '')
  .chain((text) =>
    fc.array(fc.nat(text.length), { maxLength: 6 }).map((offsets) => {
      const sorted = [...new Set(offsets)].sort((a, b) => a - b);
      const marks = [];
      for (let at = 0; at + 1 < sorted.length; at += 2)
        marks.push({ start: sorted[at] ?? 0, end: sorted[at + 1] ?? 0 });
      return { text, marks };
    }),
  );

describe('a text of ours', () => {
  it.each([
    '*bold* and _em_',
    '# Heading',
    '- item',
    '1. item',
    '> quote',
    '@everyone',
    '<@123456789012345678>',
    '<t:1700000000:R>',
    'https://example.com/a_b',
    '[text](https://example.com)',
    '¯\\_(ツ)_/¯',
    'a :smile: and :+1::skin-tone-2: at 10:30:00',
    'STEAM://run/1 http:/x discord://-/x mailto:a@b.c tel:+1 www.example.com',
  ])('shows %s as it stands', (text) => {
    expect(readDiscord(escapeMarkdown(text))).toMatchObject({ text, foreign: [], bold: [] });
  });

  it('has a backslash before a colon only where something stands right behind it', () => {
    expect(escapeMarkdown('Nothing found on: rain, :sun: or a://b at 10:30')).toBe(
      'Nothing found on: rain, \\:sun: or a\\://b at 10\\:30',
    );
  });

  it('would not stand unescaped, by what reads it here', () => {
    expect(readDiscord('a :smile: b').foreign).toEqual(['shortcode']);
    expect(readDiscord('a steam://run b').foreign).toEqual(['address']);
    expect(readDiscord('a mailto:b').foreign).toEqual(['address']);
    expect(readDiscord('a https://b.c/d e').foreign).not.toEqual([]);
  });

  it('shows any text as it stands', () => {
    fc.assert(
      fc.property(adversarialText, (text) => {
        expect(readDiscord(escapeMarkdown(text))).toMatchObject({
          text: asParsed(text),
          foreign: [],
          bold: [],
        });
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a block quote', () => {
  it('keeps every line inside, empty ones too', () => {
    expect(quoteMarkdown('one\n\n- two')).toBe('> one\n> \n> \\- two');
  });

  it('sets marks off in bold, line by line', () => {
    expect(quoteMarkdown('one two\nthree four', [{ start: 4, end: 13 }])).toBe(
      '> one **two**\n> **three** four',
    );
    expect(
      quoteMarkdown('ab', [
        { start: 0, end: 1 },
        { start: 1, end: 2 },
      ]),
    ).toBe('> **ab**');
  });

  it('shows the text, all of it and nothing else, whatever is marked', () => {
    fc.assert(
      fc.property(markedText, ({ text, marks }) => {
        const shown = readDiscord(quoteMarkdown(text, marks));
        expect(shown.foreign).toEqual([]);
        expect(shown.text.replace(/\n$/, '')).toBe(asParsed(text).replace(/\n$/, ''));
      }),
      { numRuns: 2_000 },
    );
  });

  it('can be read back', () => {
    fc.assert(
      fc.property(markedText, ({ text, marks }) => {
        expect(readBackQuote(quoteMarkdown(text, marks))).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('of what is said to fit a budget does fit it', () => {
    fc.assert(
      fc.property(markedText, fc.integer({ min: 20, max: 60 }), fc.nat(), ({ text, marks }, budget, from) => {
        const start = from % text.length;
        const end = fittingEnd(text, marks, start, budget);
        const inside = marks
          .map((mark) => ({
            start: Math.max(mark.start, start) - start,
            end: Math.min(mark.end, end) - start,
          }))
          .filter((mark) => mark.start < mark.end);
        expect(end).toBeGreaterThan(start);
        expect(quoteMarkdown(text.slice(start, end), inside).length).toBeLessThanOrEqual(budget);
      }),
      { numRuns: 2_000 },
    );
  });
});
