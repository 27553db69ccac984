import { expect, it } from 'vitest';
import { docxOf, wordParagraph, zipOf } from '../../support/made-files.js';
import { paragraphsOf, takenOut } from './extracted.js';

it('reads the paragraphs of a Word document, its lines, tables and notes, and not what was deleted', async () => {
  const body = [
    '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>A Dam</w:t></w:r></w:p>',
    '<w:p><w:r><w:t>“It was </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>never</w:t></w:r><w:r><w:t xml:space="preserve"> safe,” she said.</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>',
    '<w:p><w:r><w:t>One line</w:t><w:br/><w:t>and another</w:t></w:r></w:p>',
    '<w:p><w:del><w:r><w:delText>Deleted.</w:delText></w:r></w:del><w:ins><w:r><w:t>Inserted.</w:t></w:r></w:ins></w:p>',
    `<w:tbl><w:tr><w:tc>${wordParagraph('Year')}</w:tc><w:tc>${wordParagraph('2019')}</w:tc></w:tr></w:tbl>`,
    '<w:p/>',
    wordParagraph('„Nie“ &lt;b&gt; 「没有」'),
  ];
  const docx = docxOf(body.join(''), `<w:footnote w:id="1">${wordParagraph('On Monday.')}</w:footnote>`);
  expect(await paragraphsOf('1.docx', docx)).toEqual([
    'A Dam',
    '“It was never safe,” she said.',
    'One line\nand another',
    'Inserted.',
    'Year',
    '2019',
    '„Nie“ <b> 「没有」',
    'On Monday.',
  ]);
});

it('takes what is no Word document for a fault', async () => {
  for (const bytes of [
    'Text.',
    zipOf({ 'a.txt': 'Text.' }),
    docxOf('<w:p>').subarray(0, 900),
    docxOf('<w:p'),
  ]) {
    await expect(takenOut('1.docx', bytes)).rejects.toThrow('1: not a Word document');
  }
  await expect(takenOut('1.docx', docxOf('<w:p/>'))).rejects.toThrow('1: the file is empty');
});

it('unpacks 64 MiB and no more, whatever an archive says of its sizes', async () => {
  const body = docxOf(wordParagraph('Text.'));
  expect(body.length).toBeLessThan(5_000);
  const parts = (size: number, claimed?: number) =>
    zipOf({ 'word/media/a.bin': Buffer.alloc(size) }, claimed);
  const most = 64 * 1024 * 1024;
  await expect(takenOut('1.docx', parts(most))).rejects.toThrow('1: it unpacks to more than 64 MiB');
  await expect(takenOut('1.docx', parts(most, 10))).rejects.toThrow('1: it unpacks to more than 64 MiB');
  await expect(takenOut('1.docx', parts(most - 1))).rejects.toThrow('1: not a Word document');
});
