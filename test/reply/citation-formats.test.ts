import { describe, expect, it } from 'vitest';
import { citationFormats } from '../../src/reply/citation-formats.js';
import { libraryOf } from '../support/folder.js';

async function formats(source: object, id = '7#2'): Promise<Record<string, string>> {
  const files = {
    '7_x.txt': 'Title\n\nThe rain fell on Monday.',
    'sources.json': JSON.stringify({ '7_x.txt': source }),
  };
  const library = await libraryOf(files);
  const passage = library.passage(id);
  const document = library.document('7');
  if (!document) throw new Error('no document');
  return Object.fromEntries(citationFormats(document, passage).map(({ name, text }) => [name, text]));
}

const FULL = {
  title: 'Rain & Rivers: What [Now]?',
  outlet: 'The Daily | Example',
  author: 'Jane Q. Writer',
  published: '2017-06-16',
  url: 'https://example.com/rain',
  language: 'en',
};
const LINK = 'https://example.com/rain#:~:text=The%20rain%20fell%20on%20Monday';

describe('a citation of what is stated in full', () => {
  it.each([
    [
      'Plain text',
      `Jane Q. Writer, “Rain & Rivers: What [Now]?”, The Daily | Example, 2017-06-16, 7#2, ${LINK}`,
    ],
    [
      'Markdown',
      `Jane Q\\. Writer, [“Rain & Rivers: What \\[Now\\]?”](${LINK}), *The Daily \\| Example*, 2017-06-16, 7\\#2`,
    ],
    ['APA', `Jane Q. Writer. (2017, June 16). Rain & Rivers: What [Now]? The Daily | Example. ${LINK}`],
    ['MLA', `Jane Q. Writer. “Rain & Rivers: What [Now]?” The Daily | Example, 16 June 2017, ${LINK}.`],
    ['Chicago', `Jane Q. Writer. “Rain & Rivers: What [Now]?” The Daily | Example, June 16, 2017. ${LINK}.`],
    [
      'Wikipedia',
      `{{cite news |author=Jane Q. Writer |title=Rain & Rivers: What &#91;Now&#93;? |work=The Daily {{!}} Example |date=2017-06-16 |url=${LINK} |language=en}}`,
    ],
  ])('%s', async (name, text) => {
    expect((await formats(FULL))[name]).toBe(text);
  });

  it('BibTeX escapes what TeX would read', async () => {
    expect((await formats({ ...FULL, title: 'Rise of 5% & more_{x} \\ ~' })).BibTeX).toBe(
      [
        '@article{7:2,',
        '  author = {{Jane Q. Writer}},',
        '  title = {{Rise of 5\\% \\& more\\_\\{x\\} \\textbackslash{} \\textasciitilde{}}},',
        '  journal = {The Daily | Example},',
        '  year = {2017},',
        '  month = {6},',
        '  day = {16},',
        `  url = {${LINK}},`,
        '  langid = {en},',
        '  note = {7\\#2}',
        '}',
      ].join('\n'),
    );
  });

  it('CSL-JSON is JSON that says the same', async () => {
    expect(JSON.parse((await formats(FULL))['CSL-JSON'] ?? '')).toEqual({
      id: '7#2',
      type: 'article-newspaper',
      title: FULL.title,
      author: [{ literal: FULL.author }],
      'container-title': FULL.outlet,
      issued: { 'date-parts': [[2017, 6, 16]] },
      URL: LINK,
      language: 'en',
    });
  });
});

describe('a citation of what is not stated', () => {
  it('leaves it out, and names the document by its file', async () => {
    expect(await formats({})).toEqual({
      'Plain text': '7_x.txt, 7#2',
      Markdown: '7\\_x\\.txt, 7\\#2',
      APA: '[7_x.txt].',
      MLA: '7_x.txt.',
      Chicago: '7_x.txt.',
      BibTeX: '@article{7:2,\n  note = {7\\_x.txt, 7\\#2}\n}',
      'CSL-JSON': '{"id":"7#2","type":"article-newspaper","title":"7_x.txt"}',
      Wikipedia: '{{cite news |title=7_x.txt}}',
    });
  });

  it('keeps an agency’s name as it is stated', async () => {
    expect((await formats({ author: 'Associated Press', title: 'Rain' })).APA).toBe(
      'Associated Press. Rain.',
    );
  });

  it('of a document names no passage', async () => {
    expect((await formats({ title: 'Rain' }, ''))['Plain text']).toBe('“Rain”, 7');
  });
});
