import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../commands/index.js';
import { CITATION_FORMATS } from '../src/reply/citation-formats.js';
import { answerSchema } from '../src/reply/json-schema.js';
import { schemaDocument } from '../src/surfaces/terminal/schema-document.js';
import { ROOT } from './support/build.js';

const JSON_DOC = path.join(ROOT, 'docs/json.md');
const text = readFileSync(JSON_DOC, 'utf8');

// `npx vitest run test/docs.test.ts --update` writes the schema anew.
it('docs/json.md has the schema as it is', async () => {
  const schema = JSON.stringify(schemaDocument(commands), null, 2);
  const current = text.replace(/```json\n[^`]*```/, () => `\`\`\`json\n${schema}\n\`\`\``);
  expect(current).toContain(schema);
  await expect(current).toMatchFileSnapshot(JSON_DOC);
});

it('docs/json.md names every field of an answer, and every form of citation', () => {
  const [fields = ''] = /\| Field \|.+?\n\n/s.exec(text) ?? [];
  for (const name of [...Object.keys(answerSchema.shape), ...CITATION_FORMATS]) {
    expect(fields).toContain(`\`${name}\``);
  }
});

/** All pages, by their paths in the project. */
const pages = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.posix.join('docs', file.split(path.sep).join('/'))),
].map((file) => ({ file, page: readFileSync(path.join(ROOT, file), 'utf8') }));

const exists = (file: string) => existsSync(path.join(ROOT, file));

/** The addresses of a page's headings, as GitHub makes them. */
function anchorsOf(file: string): string[] {
  const page = readFileSync(path.join(ROOT, file), 'utf8');
  return Array.from(page.matchAll(/^#+ (.+)$/gm), ([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** True if a file declares `name`, which is one name, a private member, or a piece of code such as `LIMIT = 3`. */
function declares(file: string, name: string): boolean {
  const source = readFileSync(path.join(ROOT, file), 'utf8');
  if (!/^#?\w+$/.test(name)) return source.includes(name);
  const declared = `(?:const|function|class|interface|type|get|set)\\s+${name}\\b`;
  const member = `^\\s+(?:readonly |static |async |private )*\\*?${name}(?:\\?|<[^>]+>)?[(:]`;
  return new RegExp(`${declared}|${member}`, 'm').test(source);
}

/** What a page says that a file has: "`NAME` in [`file`](…)", or two names. */
const IN_FILE = /`([^`\n]+)`(?: and\s+`([^`\n]+)`)?\s+in\s+\[`([^`]+\.ts)`\]/g;
const namesIn = (page: string) =>
  Array.from(page.matchAll(IN_FILE), ([, first = '', second, file = '']) => ({ first, second, file }));

describe.each(pages)('$file', ({ file, page }) => {
  it('links to what there is', () => {
    const links = Array.from(page.matchAll(/\]\(([^)\s]+)\)/g), ([, link = '']) => link);
    const broken = links.filter((link) => {
      if (/^[a-z]+:/.test(link)) return false;
      const [target = '', anchor] = link.split('#');
      const to = target === '' ? file : path.posix.join(path.posix.dirname(file), target);
      return !exists(to) || (anchor !== undefined && !anchorsOf(to).includes(anchor));
    });
    expect(broken).toEqual([]);
  });

  it('names paths that there are', () => {
    // In code, or first in a line of a listing; NAME and * stand for any name.
    const paths = Array.from(
      page.matchAll(/(?:`|^)((?:src|test|commands|docs|seeds|\.ci)\/[\w./*-]*)/gm),
      ([, found = '']) => found,
    );
    expect(paths.filter((one) => !/NAME|\*/.test(one) && !exists(one))).toEqual([]);
  });

  it('says only of files that have it that they have a name', () => {
    const wrong = namesIn(page).filter(
      (one) =>
        !exists(one.file) || ![one.first, one.second ?? one.first].every((name) => declares(one.file, name)),
    );
    expect(wrong).toEqual([]);
  });

  it('labels links to files by their paths', () => {
    const labelled = page.matchAll(/\[`((?:src|test|commands|docs)\/[^`]+)`\]\(([^)]+)\)/g);
    const wrong = [...labelled].filter(
      ([, label = '', link = '']) =>
        path.posix.join(path.posix.dirname(file), link) !== label.replace(/\/$/, ''),
    );
    expect(wrong.map(([text]) => text)).toEqual([]);
  });
});

it('docs/contributing.md answers each question with a name in a file or two', () => {
  const { page = '' } = pages.find(({ file }) => file === 'docs/contributing.md') ?? {};
  const questions = page.split(/^\*\*… /m).slice(1);
  expect(questions).toHaveLength(11);
  for (const question of questions) {
    const files = new Set(namesIn(question).map(({ file }) => file));
    expect(files.size, question).toBeGreaterThan(0);
    expect(files.size, question).toBeLessThanOrEqual(2);
  }
});

it('finds what a file does not declare', () => {
  expect(declares('commands/quote.ts', 'PER_PAGE')).toBe(true);
  expect(declares('commands/quote.ts', 'PER_PAGE = 3')).toBe(true);
  expect(declares('commands/quote.ts', 'PER_PAGE = 4')).toBe(false);
  expect(declares('commands/quote.ts', 'perPage')).toBe(true);
  expect(declares('commands/quote.ts', 'searchPassages')).toBe(false);
});
