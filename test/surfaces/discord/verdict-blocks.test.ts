import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Document } from '../../../src/corpus/document.js';
import { Excerpt } from '../../../src/corpus/excerpt.js';
import type { Quoted, VerdictSection } from '../../../src/reply/reply.js';
import { readBackQuote } from '../../../src/surfaces/discord/markdown.js';
import { verdictBlocks } from '../../../src/surfaces/discord/verdict-blocks.js';
import { adversarialText } from '../../support/adversarial.js';
import { readDiscord } from '../../support/read-discord.js';

const ALTERED: VerdictSection = {
  kind: 'verdict',
  verdict: 'altered',
  heading: 'Altered.',
  quotation: 'We shut it',
  quotationMarks: [{ start: 3, end: 7 }],
  notes: ['A note.'],
  quoted: [],
  differences: [],
};

function quotedIn(file: string, text: string, source: object, more: Partial<Quoted> = {}): Quoted {
  const document = Document.of(file, Buffer.from(text), text, source);
  return { excerpt: Excerpt.of(document, 0, text.length), ...more };
}

function readBlocks(section: VerdictSection, message = ''): string {
  const embeds = verdictBlocks(section, message).flatMap((page) => page.embeds);
  return embeds.map(({ description = '' }) => readDiscord(description).text).join('\n---\n');
}

it('stands above what was given and what is printed, who says it, what to know, and what others print', () => {
  const mark = { marks: [{ start: 3, end: 9 }] };
  const first = quotedIn('a.txt', 'We closed it', { outlet: 'The Paper', title: 'A' }, mark);
  const section = {
    ...ALTERED,
    quoted: [
      { ...first, speaker: Excerpt.of(first.excerpt.document, 0, 2) },
      quotedIn('b.txt', 'We locked it', { title: 'B' }, { marks: [{ start: 3, end: 9 }], note: 'worded so' }),
    ],
  };
  expect(readBlocks(section)).toBe(
    [
      'Altered.\nAs given:\nWe shut it\n',
      'As printed:\nWe closed it\n— A, The Paper\nSaid there by: We\na#1, line 1 of a.txt\nA note.\n',
      'Elsewhere:\nWe locked it\n— B\nworded so\nb#1, line 1 of b.txt',
    ].join('\n'),
  );
  const [page] = verdictBlocks(section, 'Altered.');
  expect(page?.embeds).toHaveLength(1);
  const { bold } = readDiscord(page?.embeds[0]?.description ?? '');
  expect(bold).toEqual(['shut', 'closed', 'locked']);
});

it('shows words that several print alike once, with each place', () => {
  const same = ['a', 'b', 'c'].map((id) => quotedIn(`${id}.txt`, 'We closed it', {}));
  const pages = verdictBlocks({ ...ALTERED, quoted: same }, 'Altered.');
  expect(pages.flatMap(({ quotes }) => quotes)).toHaveLength(3);
  const text = readBlocks({ ...ALTERED, quoted: same }, 'Altered.');
  expect(text.split('We closed it')).toHaveLength(2);
  for (const id of ['a#1', 'b#1', 'c#1']) expect(text).toContain(id);
});

it('names no more places under one printing than there is room for, and leaves none out', () => {
  const many = Array.from({ length: 40 }, (_, at) =>
    quotedIn(`${at}.txt`, 'We closed it', { title: '*'.repeat(200) }),
  );
  const pages = verdictBlocks({ ...ALTERED, quoted: many }, 'Altered.');
  expect(pages.flatMap(({ quotes }) => quotes)).toHaveLength(40);
  for (const { embeds } of pages)
    for (const { description = '' } of embeds) expect(description.length).toBeLessThanOrEqual(4096);
});

it('shows as much of what was given, of a note and of a source as two lines of a phone hold, or twice that', () => {
  const long = 'x'.repeat(500);
  const quoted = [quotedIn('a.txt', 'We closed it', { title: long }, { note: long })];
  const text = readBlocks(
    { ...ALTERED, quotation: long, quotationMarks: [], notes: [long], quoted },
    'Altered.',
  );
  const lengths = [...text.matchAll(/x+…/g)].map(([run]) => run.length);
  expect(lengths).toEqual([400, 120, 120, 400]);
});

it('reads as documents do, whatever stands in them', () => {
  const words = adversarialText.filter((text) => text.trim() !== '');
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), words, (texts, quotation) => {
      const quoted = texts.map((text, at) => quotedIn(`${at}.txt`, text, { title: text }));
      const pages = verdictBlocks({ ...ALTERED, quotation, quotationMarks: [], quoted }, 'Altered.');
      for (const { embeds } of pages)
        for (const { description = '' } of embeds) expect(readDiscord(description).foreign).toEqual([]);
      const quotes = pages.flatMap((page) => page.quotes);
      expect(quotes.map(({ markdown }) => readBackQuote(markdown)).sort()).toEqual([...texts].sort());
      for (const { quoted: one, markdown } of quotes) expect(readBackQuote(markdown)).toBe(one.excerpt.text);
    }),
  );
});

it.each<[VerdictSection['verdict'], number]>([
  ['exact', 0x4f7942],
  ['in-parts', 0xb5651d],
  ['altered', 0xa23b4a],
  ['too-short', 0x6d6f78],
])('has the colour of %s', (verdict, color) => {
  expect(verdictBlocks({ ...ALTERED, verdict }, '')[0]?.embeds[0]?.color).toBe(color);
});
