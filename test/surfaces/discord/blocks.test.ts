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
