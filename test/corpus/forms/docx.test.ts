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

it('has what Word shows: nothing that is hidden or struck out, raised numbers, ruby, formulas in a line, each page apart', async () => {
  const run = (text: string, properties = '') =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const formula = (inside: string) =>
    `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">${inside}</m:oMath>`;
  const body = [
    run('It is ') + run('not ', '<w:vanish/>') + run('so ', '<w:vanish w:val="0"/>') + run('safe.'),
    run('10') + run('6', '<w:vertAlign w:val="superscript"/>') + run(' crowns'),
    run('It was ') + run('never ', '<w:strike/>') + run('nor ', '<w:dstrike/>') + run('built.'),
    `<w:r><w:ruby><w:rubyPr><w:lid w:val="ja-JP"/></w:rubyPr><w:rt>${run('とうきょう')}</w:rt><w:rubyBase>${run('東京')}</w:rubyBase></w:ruby></w:r>${run('は')}`,
    `<w:r><w:t>One page</w:t><w:br w:type="page"/><w:t>another</w:t><w:br w:type="column"/><w:t>column</w:t></w:r>`,
    run('If ') +
      formula('<m:r><m:t>x = </m:t></m:r><m:r><m:t xml:space="preserve">5</m:t></m:r>') +
      run(' holds'),
    run('A ') +
      formula('<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>') +
      run(' of it'),
  ];
  const hidden = `<w:footnote w:id="1"><w:p>${run('A note')}${run(' that is hidden', '<w:vanish/>')}</w:p></w:footnote>`;
  const marked = `<w:p>${run('Noted')}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>`;
  const docx = docxOf(body.map((one) => `<w:p>${one}</w:p>`).join('') + marked, hidden);
  expect(await paragraphsOf('1.docx', docx)).toEqual([
    'It is so safe.',
    '10⁶ crowns',
    'It was built.',
    '東京は',
    'One page\nanother\ncolumn',
    'If x = 5 holds',
    'A \uFFFC of it',
    'Noted',
    'A note',
  ]);
});

it('follows no rules for its text that a Word document brings along', async () => {
  const shown = wordParagraph('Words that are seen.');
  const plain = docxOf(shown);
  const { default: JSZip } = await import('jszip');
  const zip = await JSZip.loadAsync(plain);
  zip.file('mammoth/style-map', 'p => !');
  const docx = await zip.generateAsync({ type: 'nodebuffer' });
  expect(await paragraphsOf('1.docx', docx)).toEqual(['Words that are seen.']);
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
