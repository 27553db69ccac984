import { describe, expect, it } from 'vitest';
import { countOf, describeFault } from '../../src/corpus/fault.js';
import { readSeeds } from '../../src/corpus/seeds.js';
import { toldOf } from '../../src/corpus/warnings.js';
import { type Files, folderOf } from '../support/folder.js';

/** The warnings of a folder with these files, each as it is printed, with the folder's name taken out. */
async function warningsOf(files: Files): Promise<string[]> {
  const folder = folderOf(files);
  const seeds = await readSeeds(folder);
  if ('faults' in seeds) throw new Error(seeds.faults.map(describeFault).join('\n'));
  return seeds.warnings.map((warning) => describeFault(warning).replaceAll(`${folder}/`, ''));
}

const PROSE = 'Rain fell on the dam, and the town below it slept.';

describe('a warning of how a text is cut', () => {
  it('is of a paragraph over 20,000 characters, at its line, and of none shorter', async () => {
    const warnings = await warningsOf({
      '1.txt': `Short.\n\n${'a'.repeat(20_001)}\n\n${'b'.repeat(20_000)}`,
    });
    expect(warnings).toEqual([
      expect.stringMatching(/^1\.txt:3: a paragraph of 20,001 characters; put blank lines/),
    ]);
  });

  it('is of a document that is one long passage, or one of several lines that end as sentences', async () => {
    const of = (text: string) => warningsOf({ '1.txt': text });
    expect(await of('a'.repeat(2_501))).toEqual([
      expect.stringMatching(/^1\.txt:1: the whole document is one passage \(1 line, 2,501 characters\); put/),
    ]);
    expect(await of('a'.repeat(2_500))).toEqual([]);
    expect(await of('It fell.\nIt rose.\nIt stood.')).toHaveLength(1);
    expect(await of('It fell\nand rose.\nIt stood.')).toEqual([]);
  });

  it('is of one whose paragraphs were told by its lines', async () => {
    const lines = `${PROSE}\n`.repeat(12);
    expect(await warningsOf({ '1.txt': lines })).toEqual([
      '1.txt:1: hardly any blank lines, so each of its 12 lines is taken as a paragraph; put blank lines between its paragraphs if that is wrong',
    ]);
    const wrapped =
      '  Rain fell on the dam, and the town below it slept\nuntil the water came over the wall, which none had\nexpected.\n';
    expect(await warningsOf({ '1.txt': wrapped.repeat(4) })).toEqual([
      expect.stringContaining('its 4 paragraphs are told by indents'),
    ]);
    expect(await warningsOf({ '1.txt': `${PROSE}\n\n`.repeat(12) })).toEqual([]);
    expect(await warningsOf({ '1.txt': `BORG: ${PROSE}\nHOLM: ${PROSE}\n`.repeat(3) })).toEqual([]);
  });
});

describe('a warning of the characters of a text', () => {
  it('is one of its kind for a document, at the first place, with how many there are', async () => {
    const text = 'Fine.\n\nâ€œIt isnâ€™t safe.â€\n\nA cafÃ© owner agreed.';
    expect(await warningsOf({ '1.txt': text })).toEqual([
      '1.txt:3: garbled characters such as “â€œ”, 4 times, here and on 1 more line; get the text again and save it as UTF-8, or correct them: they are quoted as they are',
    ]);
  });

  it('counts to a thousand', async () => {
    const times = async (number: number) => (await warningsOf({ '1.txt': 'Ã©\n'.repeat(number) })).at(-1);
    expect(await times(1_000)).toMatch(/, 1,000 times, here and on 999 more lines; /);
    expect(await times(1_001)).toMatch(/, 1,000 times and more, here and on 999 more lines; /);
  });

  it('is of lost characters, HTML tags and entities', async () => {
    const text = 'A caf\uFFFD.\n\n<p class="a">Rain</p>\n\nAT&amp;T isn&rsquo;t here.';
    expect(await warningsOf({ '1.txt': text })).toEqual([
      expect.stringMatching(/^1\.txt:1: characters that were lost \(U\+FFFD\), once; /),
      expect.stringMatching(/^1\.txt:3: HTML tags such as <p class="a">, 2 times; /),
      expect.stringMatching(/^1\.txt:5: HTML entities such as &amp;, 2 times; /),
    ]);
  });
});

it('of what was taken out of a page names no line of the page, and of a text in another encoding one of its own', async () => {
  const page = `<p>One.</p><p>Two.</p>\n\n\n\n<p>AT&amp;amp;T is here.</p>`;
  const text = Buffer.from(`Entre d\u00E9butants et \u00E9l\u00E8ves, il n'y a rien.\n\nAT&amp;T`, 'latin1');
  const sources = '{"2.txt": {"encoding": "windows-1252"}}';
  expect(await warningsOf({ '1.html': page, '2.txt': text, 'sources.json': sources })).toEqual([
    '1.html:1: HTML entities such as &amp;, once, from line 5 on of the text that was taken out of it; replace them with the characters that they stand for',
    '2.txt:3: HTML entities such as &amp;, once; replace them with the characters that they stand for',
  ]);
});

describe('a warning of a folder', () => {
  it('is of each file that is passed over, and why', async () => {
    const files = {
      '1.txt': PROSE,
      'a.png': '',
      'b.doc': '',
      'source.json': '{}',
      'Sources.JSON.txt': '{}',
      'sub/Sources.jsonc': '{}',
      'd.rtf': '',
      LICENSE: '',
      '.hidden': '',
      '.git/config': '',
      'Thumbs.db': '',
    };
    const { 'Sources.JSON.txt': _, ...readable } = files;
    expect(await warningsOf(readable)).toEqual([
      'LICENSE:1: passed over: not a kind of file that is read; save its text as a .txt file, or move it out of the folder',
      'a.png:1: passed over: images are not read; move it out of the folder, or add its text as a .txt file',
      'b.doc:1: passed over: the old Word format is not read; save it as .docx or .txt',
      'd.rtf:1: passed over: .rtf is not a kind of file that is read; save its text as a .txt file, or move it out of the folder',
      'source.json:1: passed over: the sources are read from sources.json only; rename it to sources.json',
      'sub/Sources.jsonc:1: passed over: the sources are read from sources.json only; rename it to sources.json',
    ]);
  });

  it('is of a document that is nearly the same as one before', async () => {
    const text = Array.from({ length: 60 }, (_, at) => `Paragraph ${at} tells of dam ${at * 7}.`).join(
      '\n\n',
    );
    const other = Array.from({ length: 60 }, (_, at) => `Nobody in town ${at} knew of road ${at * 5}.`).join(
      '\n\n',
    );
    const files = {
      '1.txt': text,
      '2.txt': `Read first. ${text.replace('dam 70', 'wall 70')}`,
      '3.txt': other,
    };
    expect(await warningsOf(files)).toEqual([
      '2.txt:1: nearly the same text as 1.txt; remove one of the two, unless two outlets printed it or it has changed since',
    ]);
  });

  it('is of what its sources state, at the line that states it', async () => {
    const sources = JSON.stringify(
      {
        '1.txt': { language: 'English', url: 'https://user:secret@example.com/' },
        '2.txt': { language: 'tlh-x-fancy', url: 'https://\u0430\u0440\u0440\u04cf\u0435.com/' },
        '3.txt': { language: 'deutsch', url: 'https://ex\u0430mple.com/' },
      },
      null,
      1,
    );
    const files = { '1.txt': 'One.', '2.txt': 'Two.', '3.txt': 'Three.', 'sources.json': sources };
    expect(await warningsOf(files)).toEqual([
      'sources.json:3: "language" has "English", which is not a known language tag; write "en"',
      'sources.json:4: "url" has a user name or password in it, and members would see it; remove what stands before the @',
      expect.stringMatching(
        /^sources\.json:8: "url" leads to аррӏе\.com \(xn--80ak6aa92e\.com\), a name that looks like/,
      ),
      'sources.json:11: "language" has "deutsch", which is not a known language tag; write "de"',
      expect.stringMatching(/^sources\.json:12: "url" leads to exаmple\.com \(xn--/),
    ]);
  });
});

it('tells of twenty warnings of a kind, and how many more there are', async () => {
  const warning = (file: number, remedy: string) => ({ file: `${file}`, line: 1, problem: 'wet', remedy });
  const kinds = ['dry it', 'heat it'].flatMap((remedy) =>
    Array.from({ length: remedy === 'dry it' ? 1_000 : 20 }, (_, at) => warning(at, remedy)),
  );
  const told = toldOf(kinds);
  expect(told).toHaveLength(40);
  expect(told[18]?.problem).toBe('wet');
  expect(told[19]?.problem).toBe('wet, and 980 more like it');
  expect(told[39]?.problem).toBe('wet');
  expect(countOf(told)).toBe(1_020);
});
