import { describe, expect, it } from 'vitest';
import { Document } from '../../../src/corpus/document.js';
import { Excerpt } from '../../../src/corpus/excerpt.js';
import type { StatementSection } from '../../../src/reply/reply.js';
import { fitsMessage } from '../../../src/surfaces/discord/page.js';
import { statementBlocks } from '../../../src/surfaces/discord/statement-blocks.js';
import { readDiscord } from '../../support/read-discord.js';
import { sectionOf } from '../../support/sections.js';
import { THREE_OUTLETS } from '../../support/three-outlets.js';

function madeRow(texts: readonly string[], source: object = {}): StatementSection {
  const excerpts = texts.map((text, at) =>
    Excerpt.of(Document.of(`${at}.txt`, Buffer.from(text), text, source), 0, text.length),
  );
  return {
    kind: 'statement',
    heading: 'In some of them',
    quoted: excerpts.map((excerpt) => ({ excerpt })),
    shared: [],
    missing: [],
    unclear: [],
    others: 0,
    introductions: excerpts.map(() => []),
    quotations: [],
    ties: [],
  };
}

const descriptions = (section: StatementSection) =>
  statementBlocks(section).flatMap(({ embeds }) => embeds.map(({ description = '' }) => description));

/** How many UTF-16 code units long a sentence of a long passage is. */
const SENTENCE = 'The bridge over the river stays open, she said. ';

describe('a row on Discord', () => {
  it('is one block: who reports it, the words of each outlet and where they are from, what differs', async () => {
    const [first = '', ...more] = descriptions(await sectionOf(THREE_OUTLETS));
    expect(more).toEqual([]);
    const paragraphs = first.split('\n\n').map((one) => readDiscord(one).text.trimEnd());
    expect(paragraphs.map((one) => one.replace(/^In 3 of 3 outlets.*/, 'heading'))).toEqual([
      'heading',
      `${THREE_OUTLETS['courier.txt']}\n— The Example Courier: Bridge Stays Open, 2026-03-09 · courier#1, line 1 of courier.txt`,
      `${THREE_OUTLETS['herald.txt']}\n— The Example Herald: Mayor Dismisses Report, 2026-03-09 · herald#1, line 1 of herald.txt`,
      `${THREE_OUTLETS['post.txt']}\n— The Example Post: “Safe,” Says Mayor, 2026-03-10 · post#1, line 1 of post.txt`,
      'Different inside quotation marks:\nThe Example Courier: a | The Example Herald: any',
      expect.stringContaining('How it is introduced:'),
    ]);
  });

  it('has in bold the words that differ, and no other', async () => {
    const different = descriptions(await sectionOf(THREE_OUTLETS)).flatMap((one) => readDiscord(one).bold);
    expect(different).toEqual(['a', 'any']);
    const { 'courier.txt': courier, 'post.txt': post } = THREE_OUTLETS;
    const same = descriptions(await sectionOf({ '1.txt': courier, '2.txt': post }));
    expect(same.join('')).toContain('In 2 of 2 documents');
    expect(same.flatMap((one) => readDiscord(one).bold)).toEqual([]);
  });

  it('links an outlet to the very words, where that leaves room for them', async () => {
    const [linked = ''] = descriptions(await sectionOf(THREE_OUTLETS));
    expect(linked).toContain(
      '— [The Example Courier](https://courier.example/bridge_%28old%29#:~:text=The%20mayor%20claimed%20that,she%20said%20on%20Monday): Bridge',
    );
    const withAddress = (length: number) =>
      descriptions(madeRow(['“x”'], { url: `https://x.example/${'a'.repeat(length)}` })).join('');
    expect(withAddress(1_400)).toContain('— [0](https://x.example/');
    expect(readDiscord(withAddress(1_600)).text).toContain('— 0: 0.txt · 0#1, line 1');
    expect(withAddress(1_600)).not.toContain('https');
  });

  it('shortens a title of more than 200 characters', () => {
    const withTitle = (length: number) =>
      descriptions(madeRow(['“x”'], { title: 'a'.repeat(length) })).join('');
    expect(withTitle(200)).toContain(`— 0: ${'a'.repeat(200)} · 0#1`);
    expect(withTitle(201)).toContain(`— 0: ${'a'.repeat(199)}… · 0#1`);
  });

  it('goes on in further blocks where it is long, and parts no passage that fits one', () => {
    const texts = [SENTENCE.repeat(60).trim(), SENTENCE.repeat(30).trim(), SENTENCE.repeat(30).trim()];
    const blocks = statementBlocks(madeRow(texts));
    expect(blocks.map(({ quotes }) => quotes.map(({ quoted }) => quoted.excerpt.text))).toEqual([
      [texts[0]],
      [texts[1], texts[2]],
    ]);
    expect(blocks.every(fitsMessage)).toBe(true);
  });

  it('parts a passage that fits none, loses nothing of it, and cites each part', () => {
    const url = `https://x.example/${'a'.repeat(1_400)}`;
    const source = { url, title: '_'.repeat(500), outlet: '*'.repeat(500) };
    const texts = ['_'.repeat(9_000), SENTENCE.repeat(200).trim()];
    const blocks = statementBlocks({ ...madeRow(texts, source), heading: '`'.repeat(5_000) });
    expect(blocks.every(fitsMessage)).toBe(true);
    const quotes = blocks.flatMap((block) => block.quotes);
    for (const [at, text] of texts.entries()) {
      const parts = quotes.filter(({ quoted }) => quoted.excerpt.document.id === String(at));
      expect(parts.length).toBeGreaterThan(2);
      expect(parts.map(({ quoted }) => quoted.excerpt.text).join('')).toBe(text);
      const cited = blocks.flatMap(({ embeds }) => embeds[0]?.description?.match(/· part \d+ of \d+/g) ?? []);
      expect(cited).toHaveLength(quotes.length);
    }
  });

  it('has what differs in a file where that is long, with its picture', () => {
    const text = SENTENCE.repeat(3).trim();
    const row = madeRow([text, text]);
    const [first] = row.quoted;
    const excerpts = first ? [first.excerpt] : [];
    const listed = (times: number) => ({
      ...row,
      introductions: [Array.from({ length: times }, () => excerpts).flat(), []],
      picture: () => ({ passages: [], shared: [] }),
    });
    const [short] = statementBlocks(listed(9));
    expect(short?.files).toEqual([]);
    expect(short?.pictures).toHaveLength(1);
    const [long] = statementBlocks(listed(11));
    expect(long?.files.map(({ name }) => name)).toEqual(['how it is introduced.txt']);
    expect(long?.pictures).toHaveLength(1);
  });
});
