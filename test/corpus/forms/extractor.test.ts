import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CAPTIONS_EXTRACTOR } from '../../../src/corpus/forms/captions.js';
import { DOCX_EXTRACTOR } from '../../../src/corpus/forms/docx.js';
import { TEXT_EXTRACTOR } from '../../../src/corpus/forms/extract.js';
import { Extractor } from '../../../src/corpus/forms/extractor.js';
import { EXTENSIONS, type Form, formOf } from '../../../src/corpus/forms/form.js';
import { HTML_EXTRACTOR } from '../../../src/corpus/forms/html.js';
import { MARKDOWN_EXTRACTOR } from '../../../src/corpus/forms/markdown.js';
import { MarkupBoundsError, parseMarkup } from '../../../src/corpus/forms/markup-node.js';
import { PDF_EXTRACTOR } from '../../../src/corpus/forms/pdf.js';
import { ROOT } from '../../support/build.js';
import { docxOf, wordParagraph, zipOf } from '../../support/made-files.js';

it('knows documents by the ends of their names', () => {
  expect(EXTENSIONS).toEqual(['txt', 'md', 'markdown', 'html', 'htm', 'docx', 'srt', 'vtt', 'pdf']);
  expect(formOf('a/b.c.HTM')).toBe('html');
  for (const name of ['a.png', 'txt', 'a.txt.bak', 'sources.json', 'a.constructor', 'a/~$b.docx']) {
    expect(formOf(name)).toBeUndefined();
  }
});

it('names the version that is installed of each library', () => {
  const { dependencies, optionalDependencies } = JSON.parse(
    readFileSync(path.join(ROOT, 'package.json'), 'utf8'),
  );
  const installed = { ...dependencies, ...optionalDependencies, Verbatim: '2' };
  for (const { extractor, version } of [
    TEXT_EXTRACTOR,
    MARKDOWN_EXTRACTOR,
    HTML_EXTRACTOR,
    DOCX_EXTRACTOR,
    CAPTIONS_EXTRACTOR,
    PDF_EXTRACTOR,
  ]) {
    expect(version.replace(/\+\d+$/, '')).toBe(installed[extractor]);
  }
});

describe('a hostile file', () => {
  const extractor = (options?: ConstructorParameters<typeof Extractor>[0]) => {
    const made = new Extractor(options);
    onTestFinished(() => made.close());
    return made;
  };
  const problem = async (form: Form, content: string | Uint8Array, options = {}) => {
    const taken = await extractor(options).extract({ form, bytes: Buffer.from(content as string) });
    return 'faults' in taken ? taken.faults[0]?.problem : undefined;
  };
  const DEEP = 'it is nested too deeply, or has too much in it, to be read';

  it.each<[string, Form, string]>([
    ['elements in elements', 'html', '<div>'.repeat(257)],
    ['many more of them', 'html', '<div>'.repeat(1_000_000)],
    ['quotations in quotations', 'markdown', '>'.repeat(10_000)],
  ])('that is nested beyond measure is a fault: %s', async (_, form, text) => {
    expect(await problem(form, text)).toBe(DEEP);
  });

  it('that has too much in it is a fault, and one of as much as is read is read', () => {
    // A document, its html and its body are three.
    expect(() => parseMarkup('x<br>'.repeat(49_998))).not.toThrow();
    expect(() => parseMarkup('x<br>'.repeat(49_999))).toThrow(MarkupBoundsError);
    expect(() => parseMarkup('&amp;'.repeat(100_001))).toThrow(MarkupBoundsError);
  });

  it('that is nested as pages are is read', async () => {
    // A document, its html and its body are three.
    expect(await problem('html', `${'<div>'.repeat(253)}Text.`)).toBeUndefined();
  });

  it('that takes too long is given up, and the next one is read', async () => {
    const reader = extractor({ limit: 5_000 });
    const hostile = Buffer.from('['.repeat(5 * 1024 * 1024));
    const taken = await reader.extract({ form: 'markdown', bytes: hostile });
    expect(taken).toMatchObject({
      faults: [{ problem: 'its text was not taken out of it within 5 seconds' }],
    });
    const after = await reader.extract({ form: 'captions', bytes: Buffer.from('00:01 --> 00:02\nText.') });
    expect(after).toMatchObject({ text: 'Text.' });
  });

  it('that takes too much memory is given up', async () => {
    const many = docxOf(wordParagraph('x').repeat(300_000));
    expect(many.length).toBeLessThan(5 * 1024 * 1024);
    expect(await problem('docx', many, { memory: 64 })).toBe(
      'more memory than it may have was needed to take its text out',
    );
  });

  it('that holds the whole of a gigabyte is not unpacked', async () => {
    const bomb = zipOf({ 'word/document.xml': Buffer.alloc(256 * 1024 * 1024) }, 10);
    expect(await problem('docx', bomb)).toBe('it unpacks to more than 64 MiB');
  });

  it('that comes to more than 5 MiB of text is a fault', async () => {
    const cue = (size: number) => `00:01 --> 00:02\n${'x'.repeat(size)}`;
    expect(await problem('captions', cue(5 * 1024 * 1024))).toBeUndefined();
    expect(await problem('captions', cue(5 * 1024 * 1024 + 1))).toBe(
      '5,242,881 characters of text, more than the 5,242,880 that are read',
    );
  });

  it('holds up nobody meanwhile', async () => {
    const reader = extractor({ limit: 500 });
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    onTestFinished(() => clearInterval(timer));
    await reader.extract({ form: 'markdown', bytes: Buffer.from('*a_ '.repeat(100_000)) });
    expect(turns).toBeGreaterThan(10);
  });

  it('has its controls taken out, which nobody sees', async () => {
    const taken = await extractor().extract({
      form: 'captions',
      bytes: Buffer.from('00:01 --> 00:02\na\u0001\u001Bb\u0085c\r\n'),
    });
    expect(taken).toMatchObject({ text: 'ab\nc' });
  });
});
