import { describe, expect, it } from 'vitest';
import { describeFault } from '../../src/corpus/fault.js';
import { frontMatter } from '../../src/corpus/front-matter.js';
import { readSeeds } from '../../src/corpus/seeds.js';
import { seal } from '../../src/reply/seal.js';
import { type Files, folderOf, libraryOf } from '../support/folder.js';

const HEAD = [
  '---',
  'title: "Rain: A Story"',
  'outlet: The Daily Example # as printed',
  'authors:',
  '  - family: Writer',
  '    given: Jane Q.',
  '  - name: The Agency',
  'published: 2018-03',
  'retrieved: 2026-02-03',
  'licence: CC BY 4.0',
  '---',
  '',
].join('\n');
const SOURCE = {
  title: 'Rain: A Story',
  outlet: 'The Daily Example',
  authors: [{ family: 'Writer', given: 'Jane Q.' }, { name: 'The Agency' }],
  published: '2018-03',
  retrieved: '2026-02-03',
  licence: 'CC BY 4.0',
};

async function faultsOf(files: Files): Promise<string[]> {
  const folder = folderOf(files);
  const result = await readSeeds(folder);
  return 'faults' in result
    ? result.faults.map((fault) => describeFault(fault).replaceAll(folder, 'DIR'))
    : [];
}

describe('front matter', () => {
  it.each([
    ['', '\n'],
    ['\uFEFF', '\n'],
    ['', '\r\n'],
    ['\uFEFF', '\r\n'],
  ])('states the source, and is no part of the text (%j, %j)', async (mark, lineEnd) => {
    const written = `${mark}${HEAD}\nOne “😀”.\n\nTwo.`.replaceAll('\n', lineEnd);
    const library = await libraryOf({ '1.txt': written });
    const document = library.document('1');
    expect(document?.source).toEqual(SOURCE);
    expect(document?.passages.map(({ text }) => text)).toEqual(['One “😀”.', 'Two.']);
    expect(document?.text).toBe(`\nOne “😀”.\n\nTwo.`.replaceAll('\n', lineEnd));
    // The lines are those of the file as it is opened.
    const lines = document?.passages.map(({ start }) => document.lineAt(start)) ?? [];
    expect(lines).toEqual([13, 15]);
    expect(lines.map((line) => written.split(lineEnd)[line - 1])).toEqual(['One “😀”.', 'Two.']);
  });

  it('leaves the last check as it is: what is quoted is what the bytes say there', async () => {
    const text = `${HEAD}${'Ä long 😀 line of words.\n\n'.repeat(2_000)}Two.`;
    const library = await libraryOf({ '1.txt': text });
    const passages = library.document('1')?.passages ?? [];
    for (const at of [0, 1, 999, 2_000]) {
      const passage = passages[at];
      if (!passage) throw new Error('no passage');
      const { start, end } = passage;
      expect(passage.document.original.read(start, end)).toBe(passage.text);
      expect(passage.document.original.read(start + 1, end + 1)).not.toBe(passage.text);
      const sections = [{ kind: 'passage' as const, quoted: { excerpt: passage.excerpt } }];
      expect(() => seal({ outcome: 'answered', message: 'x', sections, perPage: 1 }, library)).not.toThrow();
    }
  });

  it('goes together with sources.json, where each states its own fields', async () => {
    const library = await libraryOf({
      '1.txt': '---\ntitle: Rain\n---\nOne.',
      'sources.json': '{"1.txt": {"outlet": "The Paper", "title": ""}}',
    });
    expect(library.document('1')?.source).toEqual({ title: 'Rain', outlet: 'The Paper' });
  });

  it('is read as text: numbers and dates too', () => {
    const read = frontMatter('---\ntitle: 1984\npublished: 2018\noutlet: null\nlanguage: no\n---\nX');
    expect('source' in read && read.source).toEqual({
      title: '1984',
      published: '2018',
      outlet: 'null',
      language: 'no',
    });
  });

  it('is taken over with its document where nothing changes', async () => {
    const folder = folderOf({
      '1.txt': '---\ntitle: Rain\n---\nOne.',
      'sources.json': '{"1.txt": {"language": "en"}}',
    });
    const first = await readSeeds(folder);
    if ('faults' in first) throw new Error('faults');
    const second = await readSeeds(folder, { previous: first.memory, full: true });
    if ('faults' in second) throw new Error('faults');
    expect(second.documents[0]).toBe(first.documents[0]);
  });
});

describe('brackets in front matter', () => {
  it.each([
    [16, 'is not text'],
    [17, 'nested more deeply'],
  ])('%i deep', async (depth, problem) => {
    const yaml = `title: ${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect((await faultsOf({ '1.txt': `---\n${yaml}\n---\nOne.` })).join()).toContain(problem);
  });
});

describe('what is no front matter', () => {
  it.each([
    ['a rule', '---\n\nOne.\n\nTwo.'],
    ['text between two rules', '---\nOne.\n---\nTwo.'],
    ['a sentence between two rules', '---\n“One: two,” he said: three.\n---\nTwo.'],
    ['a list between two rules', '---\n- One\n- Two\n---\nThree.'],
    ['nothing between two rules', '---\n---\nOne.'],
    ['a mapping without an end', '---\ntitle: Rain\nOne.'],
    ['a mapping further down', 'One.\n---\ntitle: Rain\n---\nTwo.'],
    ['a longer line', '----\ntitle: Rain\n---\nOne.'],
    ['a mapping that ends too late', `---\ntitle: Rain\n${'#\n'.repeat(4_000)}---\nOne.`],
    ['brackets without end', `---\n${'['.repeat(3_000)}\n---\nOne.`],
  ])('%s is text as before', async (_, text) => {
    const document = (await libraryOf({ '1.txt': text })).document('1');
    expect(document?.text).toBe(text);
    expect(document?.source).toEqual({});
    expect(document?.lineAt(text.length - 1)).toBe(text.split('\n').length);
  });
});

describe('a fault of front matter', () => {
  const VALID =
    'is not valid YAML; write each field as name: value, with quotation marks around a value that has a colon';
  it.each<[string, Files, string]>([
    [
      'an unknown field',
      { '1.txt': '---\ntitle: Rain\ntitel: Rain\n---\nOne.' },
      'DIR/1.txt:3: an unknown field "titel"; use outlet, title, author, authors, published, retrieved, url, language, licence, encoding',
    ],
    [
      'a field that is wrong',
      { '1.txt': '---\ntitle: Rain\n\npublished: March 2018\n---\nOne.' },
      'DIR/1.txt:4: "published" is not a date; write it as YYYY-MM-DD, or as YYYY-MM or YYYY where the day is not known',
    ],
    [
      'an author that is wrong',
      { '1.txt': '---\nauthors:\n  - name: A\n  - B\n---\nOne.' },
      'DIR/1.txt:4: "authors, 2" is not an author; write {"family": "…", "given": "…"}, or {"name": "…"} for an institution',
    ],
    [
      'a field twice',
      { '1.txt': '---\ntitle: Rain\ntitle: Sun\n---\nOne.' },
      'DIR/1.txt:3: a second "title"; keep one of the two',
    ],
    [
      'a colon too many',
      { '1.txt': '---\ntitle: Rain: Sun\n---\nOne.' },
      `DIR/1.txt:2: front matter that ${VALID}`,
    ],
    [
      'a field that sources.json states too',
      { '1.txt': '---\ntitle: Rain\n---\nOne.', 'sources.json': '{"1.txt": {"title": "Rain"}}' },
      'DIR/1.txt:2: "title" is stated in sources.json too; keep one of the two',
    ],
    [
      'authors where sources.json states an author',
      { '1.txt': '---\nauthors: [{name: A}]\n---\nOne.', 'sources.json': '{"1.txt": {"author": "A"}}' },
      'DIR/1.txt:2: "authors" is stated in sources.json too; keep one of the two',
    ],
    [
      'no text below',
      { '1.txt': '---\ntitle: Rain\n---\n\n' },
      'DIR/1.txt:4: there is no text below the front matter; add text, or remove the file',
    ],
    [
      'a tag',
      { '1.txt': '---\ntitle: !!js/function "x"\n---\nOne.' },
      'DIR/1.txt:2: a tag (!), an alias (*) or an anchor (&) in front matter; write the value itself, between quotation marks',
    ],
    [
      'an alias, which may stand for much',
      { '1.txt': '---\nauthors: &a [{name: A}]\nauthor: *a\n---\nOne.' },
      'DIR/1.txt:3: a tag (!), an alias (*) or an anchor (&) in front matter; write the value itself, between quotation marks',
    ],
    [
      'nesting that has no end',
      { '1.txt': `---\ntitle: ${'['.repeat(7_000)}\n---\nOne.` },
      'DIR/1.txt:2: front matter nested more deeply than any field needs; fix it',
    ],
    [
      'lists in lists',
      { '1.txt': `---\ntitle:\n${'- '.repeat(3_000)}x\n---\nOne.` },
      'DIR/1.txt:2: front matter nested more deeply than any field needs; fix it',
    ],
  ])('%s is told with its line', async (_, files, fault) => {
    expect(await faultsOf(files)).toEqual([fault]);
  });
});
