import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document } from '../../../src/corpus/document.js';
import { Excerpt } from '../../../src/corpus/excerpt.js';
import type { Section, VerdictSection } from '../../../src/reply/reply.js';
import { blocksOf } from '../../../src/surfaces/discord/blocks.js';
import { fitsMessage } from '../../../src/surfaces/discord/page.js';
import { shownTyped } from '../../../src/text/typed.js';
import { adversarialText } from '../../support/adversarial.js';
import { asParsed, readDiscord } from '../../support/read-discord.js';

const oneLine = adversarialText.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
const words = adversarialText.filter((text) => text.trim() !== '');

function excerptOf(text: string, source: object, file = '1.txt'): Excerpt {
  return Excerpt.of(Document.of(file, Buffer.from(text), text, source), 0, text.length);
}

function descriptions(section: Section): string[] {
  return blocksOf(section, '', () => 0).flatMap(({ embeds }) =>
    embeds.map(({ description = '' }) => description),
  );
}

describe('what a message shows besides quotations', () => {
  it('is the title, outlet and file name as they stand', () => {
    fc.assert(
      fc.property(oneLine, oneLine, oneLine, fc.boolean(), (title, outlet, name, titled) => {
        const file = `${name.replaceAll('/', '')}.txt`;
        const excerpt = excerptOf('Words.', titled ? { title, outlet } : { outlet }, file);
        const [description = ''] = descriptions({ kind: 'passage', quoted: { excerpt } });
        const read = readDiscord(description);
        expect(read.foreign).toEqual([]);
        expect(read.bold).toEqual([]);
        expect(read.text).toBe(`Words.\n— ${asParsed(titled ? title : file)}, ${asParsed(outlet)}`);
      }),
    );
  });

  it('is a title that leads to the words, and as it stands all the same', () => {
    const url = 'https://paper.example/a_(b)?c=*d*';
    const target = 'https://paper.example/a_%28b%29?c=*d*#:~:text=Words';
    fc.assert(
      fc.property(oneLine, oneLine, (title, outlet) => {
        const excerpt = excerptOf('Words.', { title, outlet, url });
        const [description = ''] = descriptions({ kind: 'passage', quoted: { excerpt } });
        const read = readDiscord(description);
        expect(read.foreign).toEqual([]);
        expect(read.text).toBe(`Words.\n— ${asParsed(title)}, ${asParsed(outlet)}`);
        expect(read.links).toEqual(/[[\]]|\/\//.test(title) ? [] : [{ text: asParsed(title), target }]);
      }),
    );
  });

  it('is as much of a source as two lines of a phone hold, and an address as long as twice that', () => {
    const shownOf = (title: string, url: string) => {
      const excerpt = excerptOf('Words.', { title, url }, `${'f'.repeat(500)}.txt`);
      const [page] = blocksOf({ kind: 'passage', quoted: { excerpt } }, '', () => 0);
      return page?.embeds[0];
    };
    const fragment = '#:~:text=Words'.length;
    const addressOf = (length: number) => `https://p.example/${'u'.repeat(length - 18 - fragment)}`;
    expect(shownOf('t'.repeat(300), addressOf(600))?.description).toBe(
      `> Words.\n— [${'t'.repeat(249)}…](${addressOf(600)}#:~:text=Words)`,
    );
    expect(shownOf('t', addressOf(601))?.description).toBe('> Words.\n— t');
    expect(shownOf('t', addressOf(600))?.footer?.text).toHaveLength(400);
  });

  it('is a time by the reader’s clock, an address to follow, and the beginning of a revision', () => {
    const at = new Date('2026-03-09T10:20:30.000Z');
    const address = 'https://paper.example/a_b';
    const fact = (name: string, value: string, more: object) => ({ name, value, data: {}, ...more });
    const facts = [
      fact('Loaded', `${at.toISOString()} by *me*`, { at }),
      fact('Address', address, { address }),
      fact('Address', `${address}?${'q'.repeat(80)}`, { address: `${address}?${'q'.repeat(80)}` }),
      fact('Revision', '0123456789', { brief: '01234567' }),
    ];
    expect(descriptions({ kind: 'facts', facts })).toEqual([
      [
        `Loaded: <t:${at.getTime() / 1000}:R> by \\*me\\*`,
        `Address: <${address}>`,
        `Address: [Open at the source](${address}?${'q'.repeat(80)})`,
        'Revision: 01234567',
      ].join('\n'),
    ]);
  });

  it('is what a member typed as it stands', () => {
    fc.assert(
      fc.property(words, (quotation) => {
        const section: VerdictSection = {
          kind: 'verdict',
          verdict: 'absent',
          heading: 'Absent.',
          quotation,
          quotationMarks: [{ start: 0, end: quotation.length }],
          notes: [],
          quoted: [],
          differences: [],
        };
        const [description = ''] = descriptions(section);
        const read = readDiscord(description);
        expect(read.foreign).toEqual([]);
        expect(read.text).toBe(asParsed(`Absent.\nAs given:\n${shownTyped(quotation)}`));
      }),
    );
  });

  it('is facts and lists as they stand', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (lines) => {
        const read = readDiscord(descriptions({ kind: 'list', name: 'lines', lines }).join('\n'));
        expect(read).toMatchObject({ text: asParsed(lines.join('\n')), foreign: [], bold: [] });
      }),
    );
  });

  it('is copied from blocks as it stands, or from a file where a block cannot hold it', () => {
    const [description] = descriptions({
      kind: 'copy',
      name: 'citations',
      texts: [{ id: 'apa', name: 'APA', text: '*Title* @here' }],
    });
    expect(description).toBe('APA\n```\n*Title* @here\n```');
    const texts = [{ id: 'apa' as const, name: 'APA', text: 'a ``` b' }];
    const [page] = blocksOf({ kind: 'copy', name: 'citations', texts }, '', () => 0);
    expect(page?.embeds).toEqual([]);
    expect(Buffer.from(page?.files[0]?.bytes ?? []).toString()).toBe('APA:\na ``` b\n\n');
  });

  it('never grows larger than a message', () => {
    const long = '*'.repeat(500);
    const source = { title: long, outlet: long, author: long };
    const excerpt = excerptOf('_'.repeat(9_000), source, `${'d/'.repeat(500)}1.txt`);
    const quoted = { excerpt, note: '|'.repeat(5_000) };
    for (const section of [
      { kind: 'passage', quoted },
      {
        kind: 'statement',
        heading: '`'.repeat(5_000),
        quoted: [quoted, quoted],
        shared: [],
        missing: [long],
        unclear: [long],
        others: 0,
        introductions: [[excerpt], [excerpt]],
        quotations: [],
        ties: [],
      },
    ] satisfies Section[]) {
      for (const block of blocksOf(section, '', () => 0)) expect(fitsMessage(block)).toBe(true);
    }
  });
});
