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
  authors: [{ family: 'Writer', given: 'Jane Q.' }],
  published: '2017-06-16',
  retrieved: '2026-02-03',
  url: 'https://example.com/rain',
  language: 'en',
};
const URL = FULL.url;
const LINK = `${URL}#:~:text=The%20rain%20fell%20on%20Monday`;
const MANY = [
  { family: 'von der Leyen', given: 'Ursula' },
  { family: 'King', given: 'Martin Luther, Jr.' },
  { name: 'Research and {Rivers}, Inc.' },
  { family: 'Plato' },
];

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
    ['APA', `Writer, J. Q. (2017, June 16). Rain & Rivers: What [Now]? The Daily | Example. ${URL}`],
    ['MLA', `Writer, Jane Q. “Rain & Rivers: What [Now]?” The Daily | Example, 16 June 2017, ${URL}.`],
    ['Chicago', `Writer, Jane Q. “Rain & Rivers: What [Now]?” The Daily | Example, June 16, 2017. ${URL}.`],
    [
      'Wikipedia',
      `{{cite news |last=Writer |first=Jane Q. |title=Rain & Rivers: What &#91;Now&#93;? |work=The Daily {{!}} Example |date=2017-06-16 |url=${URL} |access-date=2026-02-03 |language=en}}`,
    ],
  ])('%s', async (name, text) => {
    expect((await formats(FULL))[name]).toBe(text);
  });

  it('BibTeX escapes what TeX would read', async () => {
    expect((await formats({ ...FULL, title: 'Rise of 5% & more_{x} \\ ~' })).BibTeX).toBe(
      [
        '@article{7:2,',
        '  author = {Writer, Jane Q.},',
        '  title = {{Rise of 5\\% \\& more\\_\\{x\\} \\textbackslash{} \\textasciitilde{}}},',
        '  journal = {The Daily | Example},',
        '  year = {2017},',
        '  month = {6},',
        '  day = {16},',
        `  url = {${URL}},`,
        '  urldate = {2026-02-03},',
        '  langid = {english}',
        '}',
      ].join('\n'),
    );
  });

  it('RIS has a line for each field', async () => {
    expect((await formats({ ...FULL, authors: MANY })).RIS?.split('\n')).toEqual([
      'TY  - NEWS',
      'AU  - von der Leyen, Ursula',
      'AU  - King, Martin Luther, Jr.',
      'AU  - Research and {Rivers}, Inc.',
      'AU  - Plato',
      `TI  - ${FULL.title}`,
      `T2  - ${FULL.outlet}`,
      'PY  - 2017',
      'DA  - 2017/06/16/',
      'Y2  - 2026/02/03/',
      `UR  - ${URL}`,
      'LA  - en',
      'ER  - ',
    ]);
  });

  it('CSL-JSON is JSON that says the same', async () => {
    expect(JSON.parse((await formats({ ...FULL, authors: MANY }))['CSL-JSON'] ?? '')).toEqual({
      id: '7#2',
      type: 'article-newspaper',
      title: FULL.title,
      author: [
        { family: 'von der Leyen', given: 'Ursula' },
        { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
        { literal: 'Research and {Rivers}, Inc.' },
        { family: 'Plato' },
      ],
      'container-title': FULL.outlet,
      issued: { 'date-parts': [[2017, 6, 16]] },
      accessed: { 'date-parts': [[2026, 2, 3]] },
      URL,
      language: 'en',
    });
  });

  it('names several authors in each form', async () => {
    const cited = await formats({ authors: MANY });
    expect(cited.BibTeX).toContain(
      '  author = {von der Leyen, Ursula and King, Jr., Martin Luther and {Research and \\{Rivers\\}, Inc.} and {Plato}}',
    );
    expect(cited.Wikipedia).toBe(
      '{{cite news |last1=von der Leyen |first1=Ursula |last2=King |first2=Martin Luther Jr. |author3=Research and &#123;Rivers&#125;, Inc. |author4=Plato}}',
    );
    expect(cited['Plain text']).toBe(
      'Ursula von der Leyen, Martin Luther King Jr. and 2 others, 7_x.txt, 7#2',
    );
  });

  it('keeps together what BibTeX would part', async () => {
    const authors = [{ family: 'Sand and Stone', given: 'Ann' }];
    expect((await formats({ authors })).BibTeX).toContain('author = {{Sand and Stone}, Ann}');
  });
});

describe('a citation of a month or a year', () => {
  it.each([
    [
      '2018-03',
      [
        '2018-03',
        '(2018, March)',
        'Mar. 2018',
        'March 2018',
        'PY  - 2018\nDA  - 2018/03//',
        '[[2018,3]]',
        '|date=March 2018',
      ],
    ],
    ['2018', ['2018', '(2018)', '2018', '2018', 'PY  - 2018\nDA  - 2018///', '[[2018]]', '|date=2018}}']],
  ])('%s says no more than that', async (published, [plain, apa, mla, chicago, ris, csl, wiki]) => {
    const cited = await formats({ title: 'Rain', outlet: 'O', published });
    expect(cited['Plain text']).toBe(`“Rain”, O, ${plain}, 7#2`);
    expect(cited.APA).toBe(`Rain. ${apa}. O.`);
    expect(cited.MLA).toBe(`“Rain.” O, ${mla}.`);
    expect(cited.Chicago).toBe(`O. “Rain.” ${chicago}.`);
    expect(cited.RIS).toContain(ris);
    expect(cited['CSL-JSON']).toContain(csl);
    expect(cited.Wikipedia).toContain(wiki);
    expect(cited.BibTeX).not.toContain('day');
  });
});

describe('a citation of what is not stated', () => {
  it('leaves it out, or describes it; only plain text and Markdown name the file', async () => {
    expect(await formats({})).toEqual({
      'Plain text': '7_x.txt, 7#2',
      Markdown: '7\\_x\\.txt, 7\\#2',
      APA: '[Untitled text]. (n.d.).',
      MLA: 'Untitled text.',
      Chicago: 'Untitled text. n.d.',
      BibTeX: '@article{7:2\n}',
      RIS: 'TY  - NEWS\nER  - ',
      'CSL-JSON': '{"id":"7#2","type":"article-newspaper"}',
      Wikipedia: '{{cite news }}',
    });
  });

  it('keeps an agency’s name as it is stated', async () => {
    expect((await formats({ author: 'Associated Press', title: 'Rain' })).APA).toBe(
      'Associated Press. (n.d.). Rain.',
    );
  });

  it('leads to an address whatever signs it has, in every form that reads some of them', async () => {
    const url = 'https://example.com/a)b?c={d}|e[2]"f';
    const document = await formats({ title: 'Rain', url }, '');
    const inLink = 'https://example.com/a%29b?c={d}|e[2]%22f';
    expect(document.Markdown).toBe(`[“Rain”](${inLink}), 7`);
    expect(document['Plain text']).toBe(`“Rain”, 7, ${inLink}`);
    expect((await formats({ title: 'Rain', url })).Markdown).toContain(`](${inLink}#:~:text=The`);
    expect(document.BibTeX).toContain('  url = {https://example.com/a)b?c=%7Bd%7D|e[2]"f}');
    expect(document.Wikipedia).toContain('|url=https://example.com/a)b?c=%7Bd%7D%7Ce%5B2%5D%22f}}');
    expect(document.APA).toBe(`Rain. (n.d.). ${url}`);
  });

  it('keeps what Wikipedia and Markdown would read in a title', async () => {
    const title = "<b> &lt; ''Now'' ~~~~ it's & so";
    const { Wikipedia, Markdown } = await formats({ title }, '');
    expect(Wikipedia).toBe(
      "{{cite news |title=&#60;b&#62; &#38;lt; &#39;&#39;Now&#39;&#39; &#126;&#126;&#126;&#126; it's & so}}",
    );
    expect(Markdown).toBe("“\\<b\\> \\&lt; ''Now'' \\~\\~\\~\\~ it's & so”, 7");
  });

  it('of a document names no passage', async () => {
    expect((await formats({ title: 'Rain' }, ''))['Plain text']).toBe('“Rain”, 7');
  });
});
